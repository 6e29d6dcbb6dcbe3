"""Reads a configuration file; every error names the file, the line and what was meant."""

import tomllib
from pathlib import Path

from transcheck.config.schema import Config
from transcheck.config.validate import Document, validate
from transcheck.errors import ConfigError

FILE_NAME = "transcheck.toml"


def load(path: Path | None = None, folder: Path | None = None) -> Config:
    """The configuration in `path`; without it `transcheck.toml` in `folder` (the working directory), or the defaults.

    Raises ConfigError with path:line for anything that is not right.
    """
    if path is None:
        path = (folder or Path()) / FILE_NAME
        if not path.is_file():
            return Config()
    return parse(_text(path), path)


def parse(text: str, path: Path) -> Config:
    """The configuration that `text` spells; `path` is for messages and for resolving relative paths."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # beside TOMLDecodeError: numbers too long, brackets too deep
        # The line is only in the message before Python 3.14: "... (at line 3, column 7)".
        line = str(error).rpartition("line ")[2].partition(",")[0]
        where = f"{path}:{line}" if line.isdecimal() else str(path)
        raise ConfigError(f"this is not valid TOML: {str(error).partition(' (at')[0]}", path=where) from error
    return validate(Document(path, text, data))


def _text(path: Path) -> str:
    if not path.exists():
        raise ConfigError("there is no such configuration file", path=str(path))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("a configuration file must be UTF-8", path=str(path)) from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from error
