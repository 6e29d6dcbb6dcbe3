"""What one pass of an encoder over a sentence gives."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transcheck.model.text import Span

Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence: its pooled vector, its words and their vectors.

    Word vectors are kept as int8 with one scale a word. What is computed and what comes back from the cache is
    the same to the bit, so that a run does not depend on what was cached.
    """

    pooled: Vector
    """float32, shape (dim,), unit length."""
    words: tuple[Span, ...]
    """Spans in the sentence's text."""
    quantised: npt.NDArray[np.int8]
    """Shape (words, dim)."""
    scales: Vector
    """Shape (words,): quantised * scale is a vector of about unit length."""
    pieces: int
    """Length in the encoder's vocabulary."""

    @property
    def vectors(self) -> Vector:
        """Word vectors, float32, shape (words, dim)."""
        return self.quantised.astype(np.float32) * self.scales[:, None]


Encode = Callable[[Iterable[str]], Mapping[str, Encoded]]
"""Encodes sentences that turn out to be needed on the way."""
