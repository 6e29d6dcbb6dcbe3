"""How likely it is that nothing in the translation renders a source sentence."""

import math
from collections.abc import Iterator

from transcheck.model.text import Article, SegmentKind, Side
from transcheck.text.furniture import is_furniture
from transcheck.text.rendering import Signs, Usual
from transcheck.text.speech import counted_words

RENDERED, OTHERS, ROOM, ROOM_WITHOUT, BIAS = -11.10, -4.94, -9.09, -1.15, -0.14
"""Logistic regression of "has no rendering" on `Signs`, by scripts/calibrate_omission from deleted sentences."""


def chance(signs: Signs) -> float:
    """The chance, 0-1, that nothing renders the sentence."""
    value = RENDERED * signs.rendered + OTHERS * (signs.rendered - signs.others)
    value += ROOM * signs.room + ROOM_WITHOUT * signs.room_without + BIAS
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, value))))


def missing(usual: Usual, bead: int) -> Iterator[tuple[float, int]]:
    """The sentences of a bead with the chance that they are missing, likeliest first, each as if those before are."""
    here = usual.doc.beads[bead]
    if not here.target:
        yield from ((_alone(usual, bead), segment) for segment in here.source)
        return
    left = list(here.source)
    while len(left) > 1:
        confidence, negative = max((chance(usual.signs(bead, segment, left)), -segment) for segment in left)
        yield confidence, -negative
        left.remove(-negative)


def worth_missing(article: Article, segment: int, least: int) -> bool:
    """Whether it would matter that a segment is missing: a sentence of `least` words, no line in brackets or credit."""
    text = article.segment_text(segment)
    if article.segments[segment].kind is not SegmentKind.SENTENCE or counted_words(text) < least:
        return False
    return not (text[0] in "([（【" and text[-1] in ")]）】") and not is_furniture(text, article.lang)


def _alone(usual: Usual, bead: int) -> float:
    """The chance that a sentence without counterpart is missing rather than moved into a neighbouring bead."""
    needed = usual.ratio * usual.letters(Side.SOURCE, usual.doc.beads[bead].source)
    spare = usual.spare(bead - 1) + usual.spare(bead + 1)
    return max(0.0, 1.0 - 0.5 * spare / (needed + 1))
