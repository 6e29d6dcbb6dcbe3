"""Parquet manifests, read by batches of rows; needs the extra `parquet`."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from transcheck.errors import InputError, MissingExtraError

SUFFIXES = (".parquet",)
_ROWS = 1000
Rows = Iterator[tuple[int, Mapping[str, object]]]


def read_parquet(path: Path, columns: tuple[str, ...]) -> tuple[dict[str, str], Rows]:
    """The file's own name of each column by its folded name; number, from 1, and cells of each row in `columns`.

    Raises MissingExtraError without pyarrow, InputError where the file cannot be read as Parquet.
    """
    with _told(path):
        from pyarrow.parquet import ParquetFile

        file = ParquetFile(path)
        names = {_folded(name): name for name in file.schema_arrow.names}
    return names, _rows(path, file, {name: names[name] for name in columns if name in names})


def _rows(path: Path, file: Any, names: Mapping[str, str]) -> Rows:
    number = 0
    with _told(path), file:
        for batch in file.iter_batches(batch_size=_ROWS, columns=list(names.values())):
            for row in batch.to_pylist():
                number += 1
                yield number, {name: _plain(row[column]) for name, column in names.items()}


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what pyarrow raises into our errors."""
    try:
        from pyarrow import ArrowException
    except ImportError:
        hint = "install it: pip install 'transcheck[parquet]'"
        raise MissingExtraError("Parquet manifests need the package pyarrow", path=str(path), hint=hint) from None
    try:
        yield
    except FileNotFoundError:
        raise InputError("no such file", path=str(path), hint="check the path") from None
    except (ArrowException, OSError, UnicodeDecodeError) as error:
        message = f"cannot be read as Parquet: {' '.join(str(error).split())}"
        raise InputError(message, path=str(path), hint="the file is damaged or no Parquet") from None


def _folded(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def _plain(value: object) -> object:
    """Dates and numbers as text; text, lists and nothing as they are."""
    return value if value is None or isinstance(value, str | list) else str(value)
