import datetime
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from transcheck.errors import InputError, MissingExtraError
from transcheck.read.batches import collect
from transcheck.read.manifest import read_manifest


def test_rows_are_read_as_those_of_other_manifests(tmp_path: Path) -> None:
    columns = {
        "ID": [1, 2, 2],
        "source": ["a.ar.txt", "b.ar.txt", "c"],
        "target": ["a.en.txt", None, "d"],
        "reference": [["r1", "r2"], [], None],
        "date": [datetime.date(2026, 2, 5), None, None],
        "desk": ["x", "y", "z"],
        "source-lang": ["ar", None, None],
    }
    path = tmp_path / "batch.parquet"
    parquet.write_table(pa.table(columns), path)
    pairing = read_manifest(path)
    [first] = pairing.requests
    assert (first.id, first.source, first.source_lang) == ("1", tmp_path / "a.ar.txt", "ar")
    assert first.references == (tmp_path / "r1", tmp_path / "r2")
    assert first.meta == {"date": "2026-02-05"}
    assert [(f.id, f.path, f.error) for f in pairing.failures] == [
        ("2", f"{path}:2", "'target' is empty"),
        ("2", f"{path}:3", "the id '2' stands in line 2 already"),
    ]
    assert [note.partition("not read: ")[2] for note in pairing.notes] == ["desk"]


def test_columns_are_needed(tmp_path: Path) -> None:
    path = tmp_path / "batch.parquet"
    parquet.write_table(pa.table({"source": ["a"], "translation": ["b"]}), path)
    with pytest.raises(InputError, match="no column 'target'"):
        read_manifest(path)
    parquet.write_table(pa.table({"source": pa.array([], pa.string()), "target": pa.array([], pa.string())}), path)
    with pytest.raises(InputError, match="lists no pairs"):
        read_manifest(path)


def test_damaged_files(tmp_path: Path) -> None:
    path = tmp_path / "batch.parquet"
    parquet.write_table(pa.table({"source": ["a"] * 500, "target": ["b"] * 500}), path)
    whole = path.read_bytes()
    for data in (b"", b"source,target\n", whole[:200], whole[100:], b"PAR1" + bytes(100) + b"PAR1"):
        path.write_bytes(data)
        with pytest.raises(InputError, match="as Parquet") as caught:
            read_manifest(path)
        assert "\n" not in str(caught.value) and caught.value.hint
    with pytest.raises(InputError, match="no such file"):
        read_manifest(tmp_path / "none.parquet")


def test_without_pyarrow_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "m.csv").write_text("source,target\na,b\n")
    (tmp_path / "m.parquet").write_bytes(b"PAR1")
    with pytest.raises(MissingExtraError, match=r"transcheck\[parquet\]"):
        read_manifest(tmp_path / "m.parquet")
    pairing = collect([tmp_path / "m.parquet", tmp_path / "m.csv"])
    assert len(pairing.requests) == 1, "the other manifest is still read"
    assert [failure.exit_code for failure in pairing.failures] == [2]
