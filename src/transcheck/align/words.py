"""Word alignment inside a bead: mutual nearest neighbours, and pairs that are likely in both directions.

A pair is worth more where the words beside it are a pair, too: translations move phrases, not single words. A mark
may render a word (a Russian dash for "is"), but has to be clearly nearer to it than anything else.

Mutual argmax as in SimAlign (Jalili Sabet et al. 2020); the second set is a softmax in both directions as in
awesome-align (Dou and Neubig 2021), here with the product of the two as the criterion.
"""

import numpy as np

from transcheck.align.affinity import IDENTICAL, Grid, telling
from transcheck.align.sides import Sides
from transcheck.model.align import WordLink

TEMPERATURE = 0.05
LIKELY = 0.1
"""Least product of the two probabilities for a link that is not mutual."""
DIAGONAL = 0.1
"""Cosine that a link from one end of the bead to the other end loses."""
NEIGHBOURS = 0.1
"""Share of its neighbours' cosines that a pair gains: of the pairs just before and just after it."""
MIXED = 0.15
"""Cosine that a pair of a word and a mark loses."""


def _softmax(values: Grid, axis: int) -> Grid:
    shifted = np.exp((values - values.max(axis=axis, keepdims=True)) / TEMPERATURE)
    return np.asarray(shifted / shifted.sum(axis=axis, keepdims=True), np.float64)


def _supported(values: Grid) -> Grid:
    """Every value with its share of the positive values diagonally before and after it."""
    share = NEIGHBOURS / 2 * np.maximum(values, 0)
    supported = values.copy()
    supported[1:, 1:] += share[:-1, :-1]
    supported[:-1, :-1] += share[1:, 1:]
    return supported


def links(cosines: Grid) -> list[tuple[int, int]]:
    """Pairs (row, column) that are linked, in order. Empty for an empty grid."""
    n, m = cosines.shape
    if not n or not m:
        return []
    place = np.abs(np.arange(n)[:, None] / max(n - 1, 1) - np.arange(m)[None, :] / max(m - 1, 1))
    values = _supported(np.asarray(cosines - DIAGONAL * place, np.float64))
    likely = _softmax(values, 1) * _softmax(values, 0) > LIKELY
    likely[np.arange(n), values.argmax(axis=1)] |= values.argmax(axis=0)[values.argmax(axis=1)] == np.arange(n)
    return [(int(i), int(j)) for i, j in np.argwhere(likely)]


def link_words(source: Sides, target: Sides, rows: list[int], columns: list[int]) -> list[WordLink]:
    """Links between the given source words and target words (indices), in order."""
    cosines = np.asarray(source.vectors[rows] @ target.vectors[columns].T, np.float64)
    words = {w for w in (source.folded[r] for r in rows) if telling(w)}
    for column, index in enumerate(columns):
        word = target.folded[index]
        if word in words:
            same = [row for row, r in enumerate(rows) if source.folded[r] == word]
            cosines[same, column] = np.maximum(cosines[same, column], IDENTICAL)
    left, right = source.weights[rows], target.weights[columns]
    cosines -= MIXED * (left[:, None] != right[None, :])
    scored = [(i, j, round(float(cosines[i, j]), 3)) for i, j in links(cosines)]
    return [WordLink(rows[i], columns[j], score) for i, j, score in scored if score > 0]
