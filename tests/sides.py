"""Random sides of an article, and sides that mirror each other: what sentence and word alignment work on."""

from collections.abc import Sequence

import numpy as np

from transcheck.align.sides import Sides, unit
from transcheck.model.text import Span


def make(random: np.random.Generator, sizes: Sequence[int], dim: int = 16, marks: float = 0.1) -> Sides:
    """A side with `sizes` words in its segments, vectors at random, some words of weight 0."""
    total = sum(sizes)
    return Sides(
        pooled=random.normal(size=(len(sizes), dim)).astype(np.float32),
        pieces=np.array([max(1, s) for s in sizes], np.float32),
        vectors=unit(random.normal(size=(total, dim)).astype(np.float32)),
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        weights=(random.random(total) >= marks).astype(np.float32),
        folded=tuple(f"w{random.integers(10_000)}" for _ in range(total)),
        spans=tuple(Span(3 * i, 3 * i + 2) for i in range(total)),
    )


def mirrored(random: np.random.Generator, side: Sides, beads: Sequence[tuple[int, int]], noise: float) -> Sides:
    """The other side of `side`: bead after bead, (a, b) turns `a` segments into `b` with the same words, in noise."""
    sizes: list[int] = []
    words: list[int] = []
    pooled: list[np.ndarray] = []
    dim = side.vectors.shape[1]
    at = 0
    for a, b in beads:
        here = list(range(int(side.starts[at]), int(side.starts[at + a])))
        parts = np.array_split(here, b) if b else []
        for part in parts:
            sizes.append(len(part))
            words += part.tolist()
            mean = side.pooled[at : at + a].mean(axis=0) if a else random.normal(size=dim)
            pooled.append(mean + noise * random.normal(size=dim))
        at += a
    return Sides(
        pooled=np.array(pooled, np.float32).reshape(-1, dim),
        pieces=np.array([max(1, s) for s in sizes], np.float32),
        vectors=unit((side.vectors[words] + noise * random.normal(size=(len(words), dim))).astype(np.float32)),
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        weights=side.weights[words],
        folded=tuple(f"x{i}" for i in range(len(words))),
        spans=tuple(Span(3 * i, 3 * i + 2) for i in range(len(words))),
    )
