"""Learns how letters of one script are carried into Latin ones, from pairs of names: a joint model of chunks.

A pair of names is a sequence of chunk pairs, up to three letters against up to three, or letters against nothing;
their probabilities are learned by expectation maximisation (Li, Zhang and Su 2004, "A joint source-channel model for
machine transliteration"; Jiampojamarn, Kondrak and Sherif 2007, "Applying many-to-many alignments and hidden Markov
models to letter-to-phoneme conversion"). Pairs that the model finds no likelier than chance (a translated name, another
name) count less from the second round on. All pairs of a batch go through the table of their prefixes together.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHAPES = ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3), (1, 0), (0, 1), (2, 0), (0, 2))
"""Letters of either side in one chunk pair."""
FIRST = (1.0, 0.3, 0.05, 0.3, 0.1, 0.05, 0.05, 0.05, 0.02, 0.1, 0.1, 0.01, 0.01)
"""How much each is believed before anything is learned."""
BAND = 2
"""Letters off the diagonal that a chunk pair may stand in the first round."""
DISCOUNT, RARE = 0.4, 1.0
"""What a large chunk pair loses a letter above two, and the count below which it is forgotten."""
SLOPE, CHANCE = 4.0, 0.6
"""How fast, and from what log odds a letter, a pair is believed."""
BATCH, SIGNS = 1500, 128
"""Pairs gone through together; letters of a script, so that a chunk pair is a number."""

Pairs = Sequence[tuple[str, str]]
Chunk = tuple[str, str]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Model:
    """Log odds of chunk pairs: how much likelier they stand together than by chance."""

    weights: dict[Chunk, float]


@dataclass(slots=True)
class _Batch:
    ids: NDArray[np.int64]
    """(shapes, letters + 1, Latin letters + 1, pairs): number of the chunk pair that ends at a cell; 0 = none."""
    ends: Numbers
    """(2, pairs): the lengths of the two names."""
    chance: NDArray[np.float64]
    """Log probability of the letters of the two if they had nothing to do with each other."""


class _Side:
    """The letters of one side as numbers, 1 and up."""

    def __init__(self, names: Sequence[str]) -> None:
        counts = Counter(c for name in names for c in name)
        self.signs = ["", *sorted(counts)]
        self._numbers = {sign: number for number, sign in enumerate(self.signs)}
        many = sum(counts.values())
        self.logs = {c: float(np.log(n / many)) for c, n in counts.items()}

    def chunks(self, names: Sequence[str], size: int, longest: int) -> Numbers:
        """(longest + 1, names): the number of the `size` letters that end before a place; 0 = there are none."""
        found = np.zeros((longest + 1, len(names)), np.int64)
        for column, name in enumerate(names):
            for at in range(size, len(name) + 1):
                for sign in name[at - size : at]:
                    found[at, column] = found[at, column] * SIGNS + self._numbers[sign]
        return found

    def text(self, number: int) -> str:
        return (self.text(number // SIGNS) + self.signs[number % SIGNS]) if number else ""

    def chance(self, names: Sequence[str]) -> NDArray[np.float64]:
        return np.array([sum(self.logs[c] for c in name) for name in names])


def fit(pairs: Pairs, rounds: int = 6) -> Model:
    """Learns from pairs of folded names."""
    sides = _Side([a for a, _ in pairs]), _Side([b for _, b in pairs])
    pairs = sorted(pairs, key=lambda pair: (len(pair[0]), len(pair[1])))
    parts = [pairs[at : at + BATCH] for at in range(0, len(pairs), BATCH)]
    cells = [_cells(part, sides) for part in parts]
    numbers, first = _near(cells)
    batches = [_batch(part, sides, cells.pop(0), numbers) for part in parts]
    chunks = [(sides[0].text(n // SIGNS**3), sides[1].text(n % SIGNS**3)) for n in numbers.tolist()]
    sizes = np.array([len(a) + len(b) for a, b in chunks])
    priors = dict(zip(SHAPES, FIRST, strict=True))
    chances = np.array([count * priors.get((len(a), len(b)), 0.0) for (a, b), count in zip(chunks, first, strict=True)])
    chances /= chances.sum()
    for number in range(rounds):
        counts = np.zeros(len(chances))
        for batch in batches:
            counts += _expected(batch, chances, believed=number == 0)
        counts = np.maximum(counts - DISCOUNT * np.maximum(sizes - 2, 0), 0)
        counts[(sizes > 2) & (counts < RARE)] = 0
        chances = counts / counts.sum()
    return Model(
        {
            (a, b): float(np.log(chance)) - sum(sides[0].logs[c] for c in a) - sum(sides[1].logs[c] for c in b)
            for (a, b), chance in zip(chunks, chances, strict=True)
            if chance > 1e-7
        }
    )


def _cells(pairs: Pairs, sides: tuple[_Side, _Side]) -> Numbers:
    """(shapes, letters + 1, Latin letters + 1, pairs): the chunk pair that ends at a cell as one number; 0 = none."""
    names = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    longest = [max(map(len, side)) for side in names]
    grams = [[sides[n].chunks(names[n], size, longest[n]) for size in range(4)] for n in (0, 1)]
    found = np.zeros((len(SHAPES), longest[0] + 1, longest[1] + 1, len(pairs)), np.int64)
    for shape, (a, b) in enumerate(SHAPES):
        ours, theirs = grams[0][a][:, None], grams[1][b][None]
        # A chunk of no letters may end anywhere in the name.
        there = ((ours > 0) if a else _inside(names[0], longest[0])[:, None]) & (
            (theirs > 0) if b else _inside(names[1], longest[1])[None]
        )
        found[shape] = np.where(there, ours * SIGNS**3 + theirs, 0)
    return found


def _inside(names: Sequence[str], longest: int) -> NDArray[np.bool_]:
    return np.arange(longest + 1)[:, None] <= np.array([len(name) for name in names])[None]


def _near(cells: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
    """The chunk pairs and how often each may stand near the diagonal, but for rare ones. The first is none."""
    found: Counter[int] = Counter()
    for some in cells:
        ends = [(some.max(axis=(0, 2 - side)) > 0).cumsum(axis=0).argmax(axis=0) for side in (0, 1)]
        slope = ends[1] / ends[0]
        rows, columns = np.arange(some.shape[1])[:, None, None], np.arange(some.shape[2])[None, :, None]
        near = some[:, np.abs(columns - rows * slope) <= BAND]
        found.update(dict(zip(*(part.tolist() for part in np.unique(near, return_counts=True)), strict=True)))
    found[0] = 0
    kept = sorted(n for n, count in found.items() if count > 2 or _size(n) <= 2)
    return np.array(kept), np.array([found[n] for n in kept])


def _size(number: int) -> int:
    """Letters of a chunk pair."""
    size = 0
    while number:
        size += number % SIGNS > 0
        number //= SIGNS
    return size


def _batch(pairs: Pairs, sides: tuple[_Side, _Side], cells: Numbers, numbers: Numbers) -> _Batch:
    at = np.minimum(np.searchsorted(numbers, cells), len(numbers) - 1)
    ends = np.array([[len(pair[side]) for pair in pairs] for side in (0, 1)])
    chance = sum(sides[n].chance([pair[n] for pair in pairs]) for n in (0, 1))
    return _Batch(np.where(numbers[at] == cells, at, 0), ends, np.asarray(chance))


def _expected(batch: _Batch, chances: NDArray[np.float64], *, believed: bool) -> NDArray[np.float64]:
    """Expected counts of the chunk pairs."""
    p = chances[batch.ids]
    height, width, many = p.shape[1:]
    forward, backward = np.zeros((2, height, width, many))
    forward[0, 0] = 1.0
    columns = np.arange(many)
    backward[batch.ends[0], batch.ends[1], columns] = 1.0
    for i in range(height):
        for j in range(width):
            for shape, (a, b) in enumerate(SHAPES):
                if i >= a and j >= b:
                    forward[i, j] += forward[i - a, j - b] * p[shape, i, j]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            for shape, (a, b) in enumerate(SHAPES):
                if i + a < height and j + b < width:
                    backward[i, j] += backward[i + a, j + b] * p[shape, i + a, j + b]
    total = forward[batch.ends[0], batch.ends[1], columns]
    safe = np.where(total > 0, total, 1.0)
    odds = (np.log(safe) - batch.chance) / batch.ends.max(axis=0)
    weight = np.where(total > 0, 1.0 if believed else 1 / (1 + np.exp(-SLOPE * (odds - CHANCE))), 0.0) / safe
    counts = np.zeros(len(chances))
    for shape, (a, b) in enumerate(SHAPES):
        ended = forward[: height - a, : width - b] * p[shape, a:, b:] * backward[a:, b:] * weight
        counts += np.bincount(batch.ids[shape, a:, b:].ravel(), weights=ended.ravel(), minlength=len(chances))
    counts[0] = 0
    return counts
