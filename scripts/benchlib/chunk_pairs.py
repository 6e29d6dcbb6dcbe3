"""Learns how letters of one script are carried into Latin ones, from pairs of names: a joint model of chunks.

A pair of names is a sequence of chunk pairs, up to three letters against up to three, or a letter against nothing;
their probabilities are learned by expectation maximisation (Li, Zhang and Su 2004, "A joint source-channel model for
machine transliteration"; Jiampojamarn, Kondrak and Sherif 2007, "Applying many-to-many alignments and hidden Markov
models to letter-to-phoneme conversion"). Pairs that the model finds no likelier than chance (a translated name, another
name) count less from the second round on. All pairs of a batch go through the table of their prefixes together.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHAPES = ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (1, 0), (0, 1), (2, 0), (0, 2))
"""Letters of either side in one chunk pair."""
FIRST = (1.0, 0.3, 0.05, 0.3, 0.1, 0.05, 0.05, 0.05, 0.1, 0.1, 0.01, 0.01)
"""How much each is believed before anything is learned."""
LONGEST = 15
BAND = 2
"""Letters off the diagonal that a chunk pair may stand in the first round."""
DISCOUNT, RARE = 0.4, 1.0
"""What a large chunk pair loses a letter above two, and the count below which it is forgotten."""
SLOPE, CHANCE = 4.0, 0.6
"""How fast, and from what log odds a letter, a pair is believed."""
BATCH = 1500

Pairs = Sequence[tuple[str, str]]
Chunk = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Model:
    """Log odds of chunk pairs: how much likelier they stand together than by chance."""

    weights: dict[Chunk, float]


@dataclass(slots=True)
class _Batch:
    ids: NDArray[np.int32]
    """(pairs, LONGEST + 1, LONGEST + 1, shapes): which chunk pair ends at a cell; 0 = none."""
    ends: NDArray[np.int64]
    """(pairs, 2): the lengths of the two names."""
    chance: NDArray[np.float64]
    """Log probability of the letters of the two if they had nothing to do with each other."""


def fit(pairs: Pairs, rounds: int = 6) -> Model:
    """Learns from pairs of folded names."""
    near = _near(pairs)
    vocabulary = {chunk: number for number, chunk in enumerate(near, 1)}
    letters = tuple(Counter(c for pair in pairs for c in pair[side]) for side in (0, 1))
    logs = [{c: np.log(n / sum(count.values())) for c, n in count.items()} for count in letters]
    batches = [_batch(pairs[at : at + BATCH], vocabulary, logs) for at in range(0, len(pairs), BATCH)]
    chunks = list(near)
    sizes = np.array([0] + [len(a) + len(b) for a, b in chunks])
    priors = dict(zip(SHAPES, FIRST, strict=True))
    first = [count * priors[len(a), len(b)] for (a, b), count in near.items()]
    chances = np.array([0.0, *first])
    chances /= chances.sum()
    for number in range(rounds):
        counts = np.zeros(len(chances))
        for batch in batches:
            counts += _expected(batch, chances, believed=number == 0)
        large = np.maximum(sizes - 2, 0)
        counts = np.maximum(counts - DISCOUNT * large, 0)
        counts[(sizes > 2) & (counts < RARE)] = 0
        chances = counts / counts.sum()
    weights = {}
    for number, (a, b) in enumerate(chunks, 1):
        if chances[number] > 1e-7:
            weights[a, b] = float(np.log(chances[number]) - sum(logs[0][c] for c in a) - sum(logs[1][c] for c in b))
    return Model(weights)


def _cells(pair: tuple[str, str]) -> Iterator[tuple[int, int, int, Chunk]]:
    """(letters before the end on either side, shape, chunk pair) of every chunk pair that can stand in a pair."""
    source, target = pair
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            for shape, (a, b) in enumerate(SHAPES):
                if i >= a and j >= b:
                    yield i, j, shape, (source[i - a : i], target[j - b : j])


def _near(pairs: Pairs) -> dict[Chunk, int]:
    """How often each chunk pair may stand near the diagonal; large and rare ones left out."""
    counts: Counter[Chunk] = Counter()
    for pair in pairs:
        slope = len(pair[1]) / len(pair[0])
        counts.update(c for i, j, _, c in _cells(pair) if abs(j - i * slope) <= BAND)
    return {c: n for c, n in counts.items() if n > 2 or len(c[0]) + len(c[1]) <= 2}


def _batch(pairs: Pairs, vocabulary: dict[Chunk, int], logs: list[dict[str, float]]) -> _Batch:
    ids = np.zeros((len(pairs), LONGEST + 1, LONGEST + 1, len(SHAPES)), np.int32)
    for number, pair in enumerate(pairs):
        for i, j, shape, chunk in _cells(pair):
            ids[number, i, j, shape] = vocabulary.get(chunk, 0)
    ends = np.array([(len(a), len(b)) for a, b in pairs])
    chance = [sum(logs[0][c] for c in a) + sum(logs[1][c] for c in b) for a, b in pairs]
    return _Batch(ids, ends, np.array(chance))


def _expected(batch: _Batch, chances: NDArray[np.float64], *, believed: bool) -> NDArray[np.float64]:
    """Expected counts of the chunk pairs."""
    many = len(batch.ids)
    p = chances[batch.ids]
    size = LONGEST + 1
    forward = np.zeros((many, size, size))
    forward[:, 0, 0] = 1.0
    for i in range(size):
        for j in range(size):
            for shape, (a, b) in enumerate(SHAPES):
                if i >= a and j >= b:
                    forward[:, i, j] += forward[:, i - a, j - b] * p[:, i, j, shape]
    rows = np.arange(many)
    total = forward[rows, batch.ends[:, 0], batch.ends[:, 1]]
    backward = np.zeros((many, size, size))
    backward[rows, batch.ends[:, 0], batch.ends[:, 1]] = 1.0
    for i in range(size - 1, -1, -1):
        for j in range(size - 1, -1, -1):
            for shape, (a, b) in enumerate(SHAPES):
                if i + a < size and j + b < size:
                    backward[:, i, j] += backward[:, i + a, j + b] * p[:, i + a, j + b, shape]
    safe = np.where(total > 0, total, 1.0)
    odds = (np.log(safe) - batch.chance) / batch.ends.max(axis=1)
    weight = np.where(total > 0, 1.0 if believed else 1 / (1 + np.exp(-SLOPE * (odds - CHANCE))), 0.0) / safe
    counts = np.zeros(len(chances))
    for shape, (a, b) in enumerate(SHAPES):
        ended = np.zeros((many, size, size))
        ended[:, a:, b:] = forward[:, : size - a, : size - b] * p[:, a:, b:, shape] * backward[:, a:, b:]
        counts += np.bincount(
            batch.ids[..., shape].ravel(), weights=(ended * weight[:, None, None]).ravel(), minlength=len(chances)
        )
    counts[0] = 0
    return counts
