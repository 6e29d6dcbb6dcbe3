"""How much more alike the two sides of a bead are when a stretch of one is left out.

A word with a counterpart makes its sentence like the other side's; a word without one makes it unlike. The sentence is
encoded once more without the stretch, and the cosines with the other side are compared: leave one out, as in Li,
Monroe and Jurafsky (2016), "Understanding neural networks through representation erasure".
"""

from collections.abc import Mapping, Sequence

import numpy as np

from transcheck.align.calibration import centre
from transcheck.align.sides import PRIOR, Vector, mean, unit
from transcheck.model.align import Aligned
from transcheck.model.encoded import Encode, Encoded
from transcheck.model.text import Article, Side, Span

Stretch = tuple[int, Side, Span]
"""A bead, and part of one of its segments on that side."""


def measured(encoder: str, *langs: str) -> bool:
    """Whether the encoder is one whose vectors are known well enough for gains."""
    return all(centre(encoder, lang) is not None for lang in langs)


def sentence_without(article: Article, span: Span) -> str:
    """The segment that `span` begins in, without what of it `span` covers."""
    segment = article.segments[article.segment_at(span.start) or 0].span
    text, start, end = segment.of(article.text), span.start - segment.start, span.end - segment.start
    return " ".join((text[:start] + text[end:]).split())


def gains(
    aligned: Aligned, stretches: Sequence[Stretch], encoded: Mapping[str, Encoded], encoder: str, encode: Encode
) -> list[float]:
    """What each stretch's bead gains without it; `encoded` holds the pair's sentences, `encode` makes the others."""
    if not stretches:
        return []
    wanted = {sentence_without(aligned.article(side), span) for _, side, span in stretches}
    left_out = LeftOut(aligned, {**encoded, **encode(sorted(wanted - {""}))}, encoder)
    return [left_out.gain(*stretch) for stretch in stretches]


class LeftOut:
    """Gains in one pair; `encoded` holds its sentences and those without the stretches."""

    def __init__(self, aligned: Aligned, encoded: Mapping[str, Encoded], encoder: str) -> None:
        self._aligned, self._encoded = aligned, encoded
        self._sides = {each: _Vectors(aligned.article(each), encoded, encoder) for each in Side}

    def gain(self, bead: int, where: Side, span: Span) -> float:
        """Cosine of the bead's two sides without the stretch, less that of the whole; 0 if nothing else is there."""
        segments = {each: self._aligned.beads[bead].side(each) for each in Side}
        article = self._aligned.article(where)
        left = sentence_without(article, span)
        if not left or not all(segments.values()):
            return 0.0
        facing = self._sides[where.other].of(segments[where.other])
        whole = self._sides[where].of(segments[where])
        rest = self._sides[where].of(segments[where], article.segment_at(span.start), self._encoded[left])
        return float(rest @ facing - whole @ facing)


class _Vectors:
    """The centred sentence vectors of one article."""

    def __init__(self, article: Article, encoded: Mapping[str, Encoded], encoder: str) -> None:
        self._sentences = [encoded[segment.span.of(article.text)] for segment in article.segments]
        rows, usual = np.stack([each.pooled for each in self._sentences]), centre(encoder, article.lang)
        self._mean = mean(rows.astype(np.float64), usual.pooled if usual else None, PRIOR)

    def of(self, segments: Sequence[int], changed: int | None = None, by: Encoded | None = None) -> Vector:
        """The unit vector of some segments together, one of them perhaps changed for another sentence."""
        parts = [by if s == changed and by else self._sentences[s] for s in segments]
        return unit(np.sum([(p.pooled - self._mean) * p.pieces for p in parts], axis=0))
