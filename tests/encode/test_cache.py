import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.encode.base import quantise
from transcheck.encode.cache import CachedEncoder, Store, pack, unpack
from transcheck.model.encoded import Encoded
from transcheck.model.text import Span


def same(first: Encoded, second: Encoded) -> bool:
    arrays = ("pooled", "quantised", "scales")
    return (first.words, first.pieces) == (second.words, second.pieces) and all(
        getattr(first, name).tobytes() == getattr(second, name).tobytes() for name in arrays
    )


def made(seed: int, words: int, dim: int) -> Encoded:
    random = np.random.default_rng(seed)
    quantised, scales = quantise(random.normal(size=(words, dim)).astype(np.float32))
    spans = tuple(Span(3 * i, 3 * i + 2) for i in range(words))
    return Encoded(random.normal(size=dim).astype(np.float32), spans, quantised, scales, words * 2)


class Dice:
    """An encoder whose vectors follow from the sentence alone; counts what it had to do."""

    name = "dice"
    fingerprint = "dice/1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str], progress: object = None) -> list[Encoded]:
        self.asked += sentences
        return [made(sum(map(ord, s)) % 2**32, len(s.split()), 8) for s in sentences]


@pytest.fixture
def warnings() -> list[str]:
    return []


@pytest.fixture
def store(tmp_path: Path, warnings: list[str]) -> Store:
    return Store(tmp_path / "cache" / "sentences.sqlite", warnings.append)


@given(st.integers(0, 2**32 - 1), st.integers(0, 60), st.integers(1, 48))
def test_unpack_gives_back_what_was_packed(seed: int, words: int, dim: int) -> None:
    encoded = made(seed, words, dim)
    assert same(unpack(pack(encoded)), encoded)


@given(st.binary(max_size=400))
def test_noise_is_unpacked_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        assert pack(unpack(data)) == data
    except ValueError as error:
        assert "cached sentence" in str(error)


@given(st.data())
def test_a_damaged_length_is_refused(data: st.DataObject) -> None:
    whole = pack(made(1, 3, 8))
    cut = data.draw(st.integers(0, len(whole) - 1))
    for damaged in (whole[:cut], whole + b"\0"):
        with pytest.raises(ValueError, match="cached sentence"):
            unpack(damaged)


def test_each_distinct_sentence_is_encoded_once(store: Store) -> None:
    sentences = ["Мир", "peace to all", "Мир", "\ud800", "a\x00b", ""]
    first = Dice()
    result = CachedEncoder(first, store).encode_distinct(sentences)
    assert sorted(first.asked) == sorted(set(sentences))
    second = Dice()
    again = CachedEncoder(second, store).encode_distinct([*sentences, "new"])
    assert second.asked == ["new"]
    assert all(same(again[s], result[s]) for s in sentences)


def test_another_encoder_does_not_get_these_vectors(store: Store) -> None:
    CachedEncoder(Dice(), store).encode_distinct(["Мир"])
    other = Dice()
    other.fingerprint = "dice/2"
    CachedEncoder(other, store).encode_distinct(["Мир"])
    assert other.asked == ["Мир"]


def test_damaged_entries_are_encoded_again(store: Store, tmp_path: Path) -> None:
    sentences = ["one", "two words", "three more words"]
    CachedEncoder(Dice(), store).encode_distinct(sentences)
    with sqlite3.connect(tmp_path / "cache" / "sentences.sqlite") as connection:
        connection.execute("UPDATE sentences SET data = substr(data, 1, 20)")
    for expected in (sentences, []):
        encoder = Dice()
        CachedEncoder(encoder, store).encode_distinct(sentences)
        assert sorted(encoder.asked) == sorted(expected)


@pytest.mark.parametrize("damage", [b"this is no database at all " * 300, b"", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_costs_speed_and_nothing_else(tmp_path: Path, warnings: list[str], damage: bytes) -> None:
    path = tmp_path / "sentences.sqlite"
    path.write_bytes(damage)
    encoder = CachedEncoder(Dice(), Store(path, warnings.append))
    assert set(encoder.encode_distinct(["one", "two"])) == {"one", "two"}
    assert len(warnings) <= 1
    assert set(encoder.encode_distinct(["one", "three"])) == {"one", "three"}
    assert len(warnings) <= 1


def test_a_value_of_another_type_counts_as_damaged(store: Store, tmp_path: Path) -> None:
    CachedEncoder(Dice(), store).encode_distinct(["one"])
    for value in ("NULL", "'text'", "42"):
        with sqlite3.connect(tmp_path / "cache" / "sentences.sqlite") as connection:
            connection.execute(f"UPDATE sentences SET data = {value}")
        encoder = Dice()
        CachedEncoder(encoder, store).encode_distinct(["one"])
        assert encoder.asked == ["one"]


def test_a_place_that_cannot_be_written(tmp_path: Path, warnings: list[str]) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    encoder = CachedEncoder(Dice(), Store(tmp_path / "file" / "sentences.sqlite", warnings.append))
    for _ in range(2):
        assert set(encoder.encode_distinct(["one", "two"])) == {"one", "two"}
    [warning] = warnings
    assert "cannot be used" in warning


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_still_serves(tmp_path: Path, warnings: list[str]) -> None:
    store = Store(tmp_path / "sentences.sqlite", warnings.append)
    CachedEncoder(Dice(), store).encode_distinct(["one"])
    tmp_path.chmod(0o555)
    try:
        assert set(CachedEncoder(Dice(), store).encode_distinct(["one", "two"])) == {"one", "two"}
    finally:
        tmp_path.chmod(0o755)


WRITER = """
import sys
from pathlib import Path
from test_cache import Dice
from transcheck.encode.cache import CachedEncoder, Store
warnings = []
encoder = CachedEncoder(Dice(), Store(Path(sys.argv[1]), warnings.append))
for i in range(int(sys.argv[2]), int(sys.argv[2]) + int(sys.argv[3]), 4):
    encoder.encode_distinct([f"sentence {i + k}" for k in range(4)])
    print(i, flush=True)
sys.exit(len(warnings))
"""


def writer(path: Path, first: int, count: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    arguments = [sys.executable, "-c", WRITER, str(path), str(first), str(count)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment)


def test_several_processes_write_at_once(tmp_path: Path, warnings: list[str]) -> None:
    path = tmp_path / "sentences.sqlite"
    processes = [writer(path, first, 160) for first in (0, 80, 120)]
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    encoder = Dice()
    CachedEncoder(encoder, Store(path, warnings.append)).encode_distinct(f"sentence {i}" for i in range(280))
    assert encoder.asked == []
    assert warnings == []


def test_a_killed_run_leaves_a_cache_that_serves(tmp_path: Path, warnings: list[str]) -> None:
    path = tmp_path / "sentences.sqlite"
    process = writer(path, 0, 1_000_000)
    assert process.stdout is not None
    written = [int(process.stdout.readline()) for _ in range(20)]
    time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait(60)
    process.stdout.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    encoder = Dice()
    CachedEncoder(encoder, Store(path, warnings.append)).encode_distinct(f"sentence {i}" for i in written)
    assert encoder.asked == []
    assert warnings == []
