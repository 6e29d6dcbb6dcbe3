"""Reads a configuration file; every error names the file, the line, the column and what was meant."""

import os
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from transcheck.config.document import Document
from transcheck.config.schema import Config
from transcheck.config.validate import validate
from transcheck.errors import ConfigError, UsageError

FILE_NAME = "transcheck.toml"
SHARED = "pyproject.toml"
"""Holds the settings of many tools; ours are in the table [tool.transcheck]."""
TABLE = ("tool", "transcheck")


def load(path: Path | None = None, folder: Path | None = None) -> Config:
    """The configuration in `path`; without it that of `folder` (the working directory), or the defaults.

    In a folder `transcheck.toml` is looked for, then [tool.transcheck] in `pyproject.toml`.
    Raises ConfigError with path:line:column for anything that is not right.
    """
    if path is not None:
        return parse(_text(path), path)
    folder = folder or Path()
    if (folder / FILE_NAME).is_file():
        return parse(_text(folder / FILE_NAME), folder / FILE_NAME)
    shared = folder / SHARED
    # A project's other tools may have their trouble with that file; without our name in it, it is none of ours.
    if shared.is_file() and "transcheck" in (text := _text(shared)):
        return parse(text, shared)
    return Config(folder=folder.absolute())


def parse(text: str, path: Path) -> Config:
    """The configuration that `text` spells; `path` is for messages and for resolving relative paths."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # beside TOMLDecodeError: numbers too long, brackets too deep
        # The place is only in the message before Python 3.14: "... (at line 3, column 7)".
        what, _, where = str(error).partition(" (at line ")
        line, _, column = where.rstrip(")").partition(", column ")
        place = f"{path}:{line}:{column}" if column.isdecimal() else str(path)
        raise ConfigError(f"this is not valid TOML: {what}", path=place) from error
    return validate(_document(text, path, data))


def _document(text: str, path: Path, data: dict[str, Any]) -> Document:
    if path.name != SHARED:
        return Document(path, text, data, today=_today())
    inner: Any = data
    for key in TABLE:
        inner = inner.get(key, {})
        if not isinstance(inner, dict):
            Document(path, text, data).refuse(TABLE, "[tool.transcheck] must be a table")
    return Document(path, text, inner, TABLE, _today())


def _today() -> date:
    """The day in UTC; SOURCE_DATE_EPOCH replaces the clock, as in other tools that give the same bytes each time."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH must be seconds since 1970, not {given!r}") from error


def _text(path: Path) -> str:
    if not path.exists():
        raise ConfigError("there is no such configuration file", path=str(path))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("a configuration file must be UTF-8", path=str(path)) from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from error
