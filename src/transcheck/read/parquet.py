"""Parquet manifests, row by row; needs the extra `parquet`."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from transcheck.errors import InputError, MissingExtraError

SUFFIXES = (".parquet",)
_ROWS = 1000


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Number, from 1, and cells of each row; of columns that are not in `columns` only the name (None).

    Raises MissingExtraError without pyarrow, InputError where the file cannot be read as Parquet.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        hint = "install it: pip install 'transcheck[parquet]'"
        raise MissingExtraError("Parquet manifests need the package pyarrow", path=str(path), hint=hint) from None
    number = 0
    try:
        with ParquetFile(path) as file:
            names = {name.strip().lower().replace("-", "_").replace(" ", "_"): name for name in file.schema_arrow.names}
            unread = dict.fromkeys(name for name in names if name not in columns)
            read = {name: names[name] for name in columns if name in names}
            for batch in file.iter_batches(batch_size=_ROWS, columns=list(read.values())):
                for row in batch.to_pylist():
                    number += 1
                    yield number, {**unread, **{name: _plain(row[column]) for name, column in read.items()}}
    except FileNotFoundError:
        raise InputError("no such file", path=str(path), hint="check the path") from None
    except (ArrowException, OSError, UnicodeDecodeError) as error:
        message = f"cannot be read as Parquet: {' '.join(str(error).split())}"
        raise InputError(message, path=str(path), hint="the file is damaged or no Parquet") from None


def _plain(value: object) -> object:
    """Dates and numbers as text; text, lists and nothing as they are."""
    return value if value is None or isinstance(value, str | list) else str(value)
