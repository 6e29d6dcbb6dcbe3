"""Adequacy and coverage from alignment: what they say and what they cannot (docs/scores.md)."""

from collections.abc import Iterable

from transcheck.model.align import Aligned, Bead
from transcheck.model.text import Side
from transcheck.text.words import is_mark

RELATED = 0.5
"""Bead similarity from which the two sides count as translations of each other."""


def words_of(aligned: Aligned, side: Side, bead: Bead) -> int:
    """Words of one side of a bead, marks not counted; in unspaced scripts pieces of the encoder's vocabulary."""
    article, words = aligned.article(side), aligned.words(side)
    return sum(
        not is_mark(words[w].of(article.text))
        for segment in bead.side(side)
        for w in aligned.word_range(side, article.segments[segment].span)
    )


def adequacy(aligned: Aligned) -> float | None:
    """Mean similarity of the beads that have both sides, weighted by their source words, 0-100; None without any."""
    weighted = [(words_of(aligned, Side.SOURCE, b), b.similarity) for b in aligned.beads if b.source and b.target]
    total = sum(weight for weight, _ in weighted)
    return 100.0 * sum(weight * value for weight, value in weighted) / total if total else None


def coverage(aligned: Aligned) -> float | None:
    """Share of the words of both sides that stand in beads of related text, 0-100; None for empty articles."""

    def count(beads: Iterable[Bead]) -> int:
        return sum(words_of(aligned, side, b) for b in beads for side in Side)

    total = count(aligned.beads)
    return 100.0 * count(b for b in aligned.beads if b.similarity >= RELATED) / total if total else None
