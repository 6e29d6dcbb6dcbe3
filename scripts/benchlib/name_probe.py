"""Word vectors of names and of other words, to fit `data/name_probe.npz` on."""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchlib.data import LANGUAGES, article, documents
from benchlib.logistic import Rows
from benchlib.names_of_pair import named, texts
from transcheck.align.calibration import centre
from transcheck.align.pair import align
from transcheck.align.sides import side
from transcheck.encode.cache import CachedEncoder
from transcheck.model.align import Aligned
from transcheck.model.encoded import Encoded
from transcheck.model.text import Article, ArticlePair, Side, Span
from transcheck.read.files import read_article
from transcheck.text.words import is_mark

LINKED = 0.5
"""Link from which a word is taken for what its English counterpart is."""
MOST = 6000
"""Words of a language that are no names, so that none outweighs the others."""
Labelled = dict[int, bool]
"""Word to whether it is a name; words that cannot be told are left out."""


def vectors(data: Path, encoder: CachedEncoder, half: int, langs: Sequence[str] = LANGUAGES) -> tuple[Rows, Rows]:
    """Centred unit vectors and labels (1 a name, 0 none) of every second article; English beside each `langs`."""
    rows: list[Rows] = []
    labels: list[float] = []
    for lang in (*langs, "en"):
        found = list(_language(data, encoder, half, lang))
        names = [row for row, name in found if name]
        rest = [row for row, name in found if not name]
        if len(rest) > MOST:
            rest = random.Random(lang).sample(rest, MOST)
        rows += names + rest
        labels += [1.0] * len(names) + [0.0] * len(rest)
    return np.stack(rows), np.array(labels)


def _language(data: Path, encoder: CachedEncoder, half: int, lang: str) -> Iterator[tuple[Rows, bool]]:
    """The words of one language, each article beside the English one (Arabic beside English for English itself)."""
    other = lang if lang != "en" else "ar"
    docs = {doc.pair.id: doc for doc in named(data, texts(data, (other, "en")), "calibrate")}
    for name in documents(data / "ntrex")[half::2]:
        source, target = (read_article(article(data / "ntrex", name, code), code) for code in (other, "en"))
        segments = [a.segment_text(s) for a in (source, target) for s in range(len(a.segments))]
        encoded = encoder.encode_distinct(segments)
        aligned = align(ArticlePair(name, source, target), encoded, encoder.name)
        doc = docs[name]
        english = _english(aligned, [doc.pair.target_span(n.line, n.span) for n in doc.target])
        spans = [doc.pair.source_span(line, span) for (line, _), span in doc.source.items()]
        wanted, told = (target, english) if lang == "en" else (source, _foreign(aligned, english, spans))
        found = _vectors(wanted, encoder, encoded)
        yield from ((found[word], is_name) for word, is_name in told.items())


def _vectors(text: Article, encoder: CachedEncoder, encoded: Mapping[str, Encoded]) -> Rows:
    texts = [text.segment_text(s) for s in range(len(text.segments))]
    starts = [segment.span.start for segment in text.segments]
    return side(texts, starts, [encoded[t] for t in texts], centre(encoder.name, text.lang)).vectors


def _english(aligned: Aligned, spans: list[Span]) -> Labelled:
    names = {word for span in spans for word in aligned.word_range(Side.TARGET, span)}
    told: Labelled = {}
    for word, span in enumerate(aligned.target_words):
        text = span.of(aligned.pair.target.text)
        if not is_mark(text) and (word in names or text[0].islower() or text.isdigit()):
            told[word] = word in names
    return told


def _foreign(aligned: Aligned, english: Labelled, spans: list[Span]) -> Labelled:
    told = {word: True for span in spans for word in aligned.word_range(Side.SOURCE, span)}
    for word in range(len(aligned.source_words)):
        link = max(aligned.links_of(Side.SOURCE, word), key=lambda link: link.score, default=None)
        if word not in told and link and link.score >= LINKED and link.target in english:
            told[word] = english[link.target]
    return told
