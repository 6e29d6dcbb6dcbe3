"""Keeps encoded sentences on disk by content: SQLite, so that concurrent runs and a kill leave it whole."""

import hashlib
import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from transcheck.encode.base import Encoder, Progress
from transcheck.model.encoded import Encoded
from transcheck.model.text import Span

CHUNK = 512
"""Sentences encoded between two writes: what a killed run can lose."""
_HEAD = struct.Struct("<III")
"""Pieces, words, dimensions."""


def pack(encoded: Encoded) -> bytes:
    """One sentence as bytes; see `unpack`."""
    spans = np.array([(w.start, w.end) for w in encoded.words], np.uint32).reshape(-1)
    head = _HEAD.pack(encoded.pieces, len(encoded.words), len(encoded.pooled))
    arrays = (encoded.pooled.astype("<f4"), spans.astype("<u4"), encoded.scales.astype("<f4"), encoded.quantised)
    return head + b"".join(a.tobytes() for a in arrays)


def unpack(data: bytes) -> Encoded:
    """The sentence that `pack` wrote. Raises ValueError on anything else."""
    if len(data) < _HEAD.size:
        raise ValueError("a cached sentence is too short")
    pieces, words, dim = _HEAD.unpack_from(data)
    sizes = (dim * 4, words * 8, words * 4, words * dim)
    if len(data) != _HEAD.size + sum(sizes):
        raise ValueError("a cached sentence has the wrong length")
    at = _HEAD.size
    parts = []
    for size in sizes:
        parts.append(data[at : at + size])
        at += size
    spans = np.frombuffer(parts[1], "<u4").reshape(-1, 2).tolist()
    return Encoded(
        pooled=np.frombuffer(parts[0], "<f4"),
        words=tuple(Span(start, end) for start, end in spans),
        quantised=np.frombuffer(parts[3], np.int8).reshape(words, dim),
        scales=np.frombuffer(parts[2], "<f4"),
        pieces=pieces,
    )


def _key(fingerprint: str, sentence: str) -> bytes:
    return hashlib.sha256(f"{fingerprint}\x1f{sentence}".encode("utf-8", "surrogatepass")).digest()


class Store:
    """The table on disk. A cache that cannot be read or written costs speed, never a result."""

    def __init__(self, path: Path, warn: Callable[[str], None]) -> None:
        self._path = path
        self._warn = warn
        self._usable = True

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=30)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("CREATE TABLE IF NOT EXISTS sentences (key BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID")
            yield connection
        finally:
            connection.close()

    def _give_up(self, error: Exception) -> None:
        if self._usable:
            self._warn(f"the cache {self._path} cannot be used ({error}); going on without it")
        self._usable = False

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Encoded]:
        """What is stored of `keys`; damaged entries count as absent."""
        found: dict[bytes, Encoded] = {}
        if not self._usable:
            return found
        try:
            with self._open() as connection:
                for at in range(0, len(keys), 500):
                    part = keys[at : at + 500]
                    marks = ",".join("?" * len(part))
                    query = f"SELECT key, data FROM sentences WHERE key IN ({marks})"  # noqa: S608 (marks only)
                    for key, data in connection.execute(query, part):
                        try:
                            found[key] = unpack(data)
                        except (TypeError, ValueError):  # a damaged row may hold a number or nothing at all
                            continue
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
        return found

    def put(self, entries: Iterable[tuple[bytes, Encoded]]) -> None:
        """Writes all entries in one transaction."""
        if not self._usable:
            return
        try:
            with self._open() as connection, connection:
                rows = ((key, pack(encoded)) for key, encoded in entries)
                connection.executemany("INSERT OR REPLACE INTO sentences VALUES (?, ?)", rows)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)


class CachedEncoder:
    """An encoder behind a store; each distinct sentence is encoded once."""

    def __init__(self, encoder: Encoder, store: Store | None) -> None:
        self._encoder = encoder
        self._store = store
        self.name = encoder.name
        self.encoded = 0
        """Sentences that had to be encoded, for benches and messages."""

    @property
    def fingerprint(self) -> str:
        """The inner encoder's."""
        return self._encoder.fingerprint

    def encode_distinct(self, sentences: Iterable[str], progress: Progress | None = None) -> dict[str, Encoded]:
        """Every distinct sentence with its vectors, from the store where it is there."""
        distinct = list(dict.fromkeys(sentences))
        keys = {s: _key(self.fingerprint, s) for s in distinct}
        stored = self._store.get(list(keys.values())) if self._store else {}
        result = {s: stored[k] for s, k in keys.items() if k in stored}
        # Neighbours in length share a batch, whichever article they come from.
        missing = sorted((s for s in distinct if s not in result), key=lambda s: (len(s), s))
        for at in range(0, len(missing), CHUNK):
            part = missing[at : at + CHUNK]
            fresh = dict(zip(part, self._encoder.encode(part), strict=True))
            self.encoded += len(fresh)
            if self._store:
                self._store.put((keys[s], e) for s, e in fresh.items())
            result.update(fresh)
            if progress:
                progress(len(result), len(distinct))
        return result
