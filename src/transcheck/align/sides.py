"""One side of a pair as arrays: the vectors of its segments and of all their words, centred."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transcheck.model.encoded import Encoded
from transcheck.model.text import Span
from transcheck.text.fold import fold_word
from transcheck.text.words import is_mark

Ints = npt.NDArray[np.int64]
Vector = npt.NDArray[np.float64]
"""Double precision: sums in another order then differ so little that no rounded figure ever does."""


def unit(rows: Vector) -> Vector:
    """Rows scaled to unit length; zero rows stay zero."""
    norms = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-9), np.float64)


@dataclass(frozen=True, slots=True)
class Centre:
    """The mean vectors of a language: what all its sentences and words share, and no two of them are told apart by."""

    pooled: Vector
    words: Vector


@dataclass(frozen=True, slots=True)
class Sides:
    """One side's segments and words. A mark is a word of weight 0."""

    pooled: Vector
    """Centred, not unit; shape (segments, dim)."""
    pieces: Vector
    """Length of each segment in the encoder's vocabulary."""
    vectors: Vector
    """Centred unit vectors of the words; shape (words, dim)."""
    starts: Ints
    """First word of each segment, and the count of words at the end; shape (segments + 1,)."""
    weights: Vector
    """1 for a word, 0 for a mark; shape (words,)."""
    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    """Of the words, in the article's text."""

    def segment_words(self, segment: int) -> range:
        """Indices of the words of one segment."""
        return range(int(self.starts[segment]), int(self.starts[segment + 1]))

    def part(self, start: int, end: int) -> "Sides":
        """The segments from `start` to before `end`, as a side of their own."""
        words = slice(int(self.starts[start]), int(self.starts[end]))
        return Sides(
            pooled=self.pooled[start:end],
            pieces=self.pieces[start:end],
            vectors=self.vectors[words],
            starts=self.starts[start : end + 1] - self.starts[start],
            weights=self.weights[words],
            folded=self.folded[words],
            spans=self.spans[words],
        )


PRIOR = 20.0
"""How many segments, or twenty times as many words, a language's own mean counts for beside the article's."""


def mean(rows: Vector, prior: Vector | None, strength: float) -> Vector:
    """The mean row, with `prior`, the language's own, as if it stood there `strength` times."""
    if not len(rows):
        return np.zeros(rows.shape[1], np.float64) if prior is None else prior
    if prior is None:
        return np.asarray(rows.mean(axis=0), np.float64)
    return np.asarray((rows.sum(axis=0) + strength * prior) / (len(rows) + strength), np.float64)


def side(texts: Sequence[str], offsets: Sequence[int], encoded: Sequence[Encoded], centre: Centre | None) -> Sides:
    """The arrays of one side; `offsets` are the starts of the segments in the article's text."""
    pooled = np.stack([e.pooled for e in encoded]).astype(np.float64)
    words = np.concatenate([e.vectors for e in encoded]).astype(np.float64)
    folded: list[str] = []
    spans: list[Span] = []
    for text, offset, sentence in zip(texts, offsets, encoded, strict=True):
        folded.extend(fold_word(w.of(text)) for w in sentence.words)
        spans.extend(Span(w.start + offset, w.end + offset) for w in sentence.words)
    return Sides(
        pooled=pooled - mean(pooled, centre.pooled if centre else None, PRIOR),
        pieces=np.array([e.pieces for e in encoded], np.float64),
        vectors=unit(words - mean(words, centre.words if centre else None, PRIOR * 20)),
        starts=np.concatenate([[0], np.cumsum([len(e.words) for e in encoded])]).astype(np.int64),
        weights=np.array([0.0 if is_mark(w) else 1.0 for w in folded], np.float64),
        folded=tuple(folded),
        spans=tuple(spans),
    )
