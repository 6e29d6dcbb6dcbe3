"""What an encoder is."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from transcheck.model.encoded import Encoded, Vector

Progress = Callable[[int, int], None]
"""Called with sentences done and sentences in all."""


def quantise(vectors: Vector) -> tuple[npt.NDArray[np.int8], Vector]:
    """Unit-length rows as int8 and their scales; a zero row stays zero."""
    if not len(vectors):
        return vectors.astype(np.int8), np.zeros(0, np.float32)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.maximum(norms, 1e-9)
    scales = np.maximum(np.abs(unit).max(axis=1), 1e-9) / 127.0
    return np.rint(unit / scales[:, None]).astype(np.int8), scales.astype(np.float32)


class Encoder(Protocol):
    """Turns sentences into vectors; made cheaply, loads its weights at the first sentence."""

    name: str

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same sentence would get other vectors: weights, precision, layer, words."""
        ...

    def encode(self, sentences: Sequence[str], progress: Progress | None = None) -> list[Encoded]:
        """One `Encoded` a sentence, in order, the same whatever else is in the batch."""
        ...
