"""Names with and without a counterpart, to fit `link/names_chance`, `link/names_again`, `text/name_exchange` on.

Clean articles, and copies with errors.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchlib.inject_names import Named, scattered
from benchlib.injected import edited, text_of
from benchlib.names_of_pair import named, texts
from transcheck.align.left_out import gains
from transcheck.align.pair import align
from transcheck.encode.cache import CachedEncoder
from transcheck.link.names import link_names
from transcheck.link.names_again import doubt_of, in_doubt
from transcheck.link.names_judge import Judge
from transcheck.link.names_signs import Suspect
from transcheck.link.names_unspaced import pairing
from transcheck.link.names_window import Windows
from transcheck.link.names_words import words_of
from transcheck.model.align import Aligned
from transcheck.model.encoded import Encoded
from transcheck.model.text import ArticlePair, Side, Span
from transcheck.pipeline import read_again
from transcheck.read.files import read_article
from transcheck.text.name_exchange import initials, resembles, signs, stands

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
    for copy, aligned, _ in _aligned(data, langs, half, encoder, (CLEAN, *KINDS)):
        yield from _suspects(copy, aligned)


def _aligned(
    data: Path, langs: tuple[str, str], half: int, encoder: CachedEncoder, kinds: Sequence[str]
) -> Iterator[tuple[_Copy, Aligned, Mapping[str, Encoded]]]:
    docs = named(data, texts(data, langs), "calibrate")[half::2]
    with TemporaryDirectory() as folder:
        copies = [copy for doc in docs for copy in _copies(doc, Path(folder), kinds)]
    sides = [side for copy in copies for side in (copy.pair.source, copy.pair.target)]
    vectors = encoder.encode_distinct([a.segment_text(s) for a in sides for s in range(len(a.segments))])
    for copy in copies:
        yield copy, align(copy.pair, vectors, encoder.name), vectors


def doubts(
    data: Path, langs: tuple[str, str], half: int, encoder: CachedEncoder
) -> Iterator[tuple[Side, float, float, bool]]:
    """Names on one side only: the side, the chance of that, what the bead gains without the name, whether it is so."""
    for copy, aligned, vectors in _aligned(data, langs, half, encoder, (CLEAN, *KINDS)):
        links = link_names(aligned)
        found = in_doubt(links)
        chances = {doubt: link.confidence for link in links for doubt in doubt_of(link)}
        gained = gains(aligned, found, vectors, encoder.name, encoder.encode_distinct)
        for doubt, gain in zip(found, gained, strict=True):
            _, side, span = doubt
            wrong = any(span.overlaps(gold) for gold in (copy.at if side is Side.TARGET else copy.source))
            if wrong or copy.kind == CLEAN:
                yield side, chances[doubt], gain, wrong


def exchanges(
    data: Path, langs: tuple[str, str], half: int, encoder: CachedEncoder
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Signs of a source name without a rendering and a target name without a source in one bead, and whether one was
    exchanged for the other: all of clean articles, and of copies with names replaced those that were."""
    for copy, aligned, vectors in _aligned(data, langs, half, encoder, (CLEAN, "replaced")):
        links = read_again(aligned, link_names(aligned), vectors, encoder.name, encoder.encode_distinct)
        for added in (link for link in links if link.source is None and link.target):
            spans = aligned.projected(Side.TARGET, added.target.span)
            text = added.target.span.of(copy.pair.target.text)
            for missing in (link for link in links if link.target is None and link.source and link.bead == added.bead):
                name = missing.source.span.of(copy.pair.source.text)
                wrong = any(added.target.span.overlaps(span) for span in copy.at)
                wrong = wrong and any(missing.source.span.overlaps(span) for span in copy.source)
                if (wrong or copy.kind == CLEAN) and not (initials(name, text) or resembles(name, text)):
                    yield signs(name, text, stands(missing, added, spans)).values(), wrong


def _copies(doc: Named, folder: Path, kinds: Sequence[str]) -> Iterator[_Copy]:
    path = folder / "text.txt"
    path.write_text(text_of(doc.pair.source), "utf-8")
    source = read_article(path, doc.pair.source_lang)
    for kind in kinds:
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
