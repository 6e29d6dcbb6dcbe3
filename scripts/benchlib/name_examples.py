"""Names with and without a counterpart, to fit `link/names_chance.py` on: clean articles, and copies with errors."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchlib.inject_names import Named, scattered
from benchlib.injected import edited, text_of
from benchlib.names_of_pair import named, texts
from transcheck.align.pair import align
from transcheck.encode.cache import CachedEncoder
from transcheck.link.names_judge import Judge
from transcheck.link.names_signs import Suspect
from transcheck.link.names_unspaced import pairing
from transcheck.link.names_window import Windows
from transcheck.link.names_words import words_of
from transcheck.model.align import Aligned
from transcheck.model.text import ArticlePair, Side, Span
from transcheck.read.files import read_article

CLEAN, KINDS = "clean", ("replaced", "deleted", "added")
SHARE = 0.2
"""Of the lines of a copy that get an error: few, so that what the rest of the article says stays what it was."""
ALIGNED = 0.3
"""Similarity of a bead below which it is not looked at."""


@dataclass(frozen=True, slots=True)
class Example:
    """A suspect and whether it is an error."""

    kind: str
    article: str
    suspect: Suspect
    wrong: bool


@dataclass(frozen=True, slots=True)
class _Copy:
    kind: str
    pair: ArticlePair
    at: tuple[Span, ...]
    source: tuple[Span, ...]


def examples(data: Path, langs: tuple[str, str], half: int, encoder: CachedEncoder) -> Iterator[Example]:
    """Suspects of every second article from article `half` (0 or 1) on: all of the clean ones, those of errors."""
    docs = named(data, texts(data, langs), "calibrate")[half::2]
    with TemporaryDirectory() as folder:
        copies = [copy for doc in docs for copy in _copies(doc, Path(folder))]
    sides = [side for copy in copies for side in (copy.pair.source, copy.pair.target)]
    vectors = encoder.encode_distinct([a.segment_text(s) for a in sides for s in range(len(a.segments))])
    for copy in copies:
        yield from _suspects(copy, align(copy.pair, vectors, encoder.name))


def _copies(doc: Named, folder: Path) -> Iterator[_Copy]:
    path = folder / "text.txt"
    path.write_text(text_of(doc.pair.source), "utf-8")
    source = read_article(path, doc.pair.source_lang)
    for kind in (CLEAN, *KINDS):
        rng = random.Random(f"{kind}:{doc.pair.source_lang}-{doc.pair.target_lang}:{doc.pair.id}")
        found = [] if kind == CLEAN else scattered(doc, rng, kind, SHARE)
        if kind != CLEAN and not found:
            continue
        injected = edited(doc.pair, [edit for edit, _ in found], kind)
        path.write_text(injected.target, "utf-8")
        target = read_article(path, doc.pair.target_lang)
        spans = tuple(span for _, spans in found for span in spans)
        yield _Copy(kind, ArticlePair(doc.pair.id, source, target), injected.at, spans)


def _suspects(copy: _Copy, aligned: Aligned) -> Iterator[Example]:
    source, target = words_of(aligned, Side.SOURCE), words_of(aligned, Side.TARGET)
    windows = Windows(aligned, source, target, pairing(aligned, source, target).find())
    for side, gold in ((Side.SOURCE, copy.source), (Side.TARGET, copy.at)):
        for suspect in Judge(windows, side).suspects():
            wrong = any(suspect.span.overlaps(span) for span in gold)
            if aligned.beads[suspect.bead].similarity >= ALIGNED and (wrong or copy.kind == CLEAN):
                yield Example(copy.kind, copy.pair.id, suspect, wrong)
