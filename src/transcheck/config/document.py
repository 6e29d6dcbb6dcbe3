"""A parsed configuration file that can point at what is wrong in it."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from transcheck.config.places import position_of
from transcheck.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Document:
    """The settings of a file, with its text and the day on which it is read."""

    path: Path
    text: str
    data: Mapping[str, Any]
    prefix: tuple[str, ...] = ()
    """Where the settings stand in the file: ("tool", "transcheck") in pyproject.toml."""
    today: date = date.min

    def place(self, keys: Sequence[str | int]) -> str:
        """path:line:column of the setting at `keys`."""
        line, column = position_of(self.text, (*self.prefix, *keys))
        return f"{self.path}:{line}:{column}"

    def refuse(self, keys: Sequence[str | int], message: str, hint: str | None = None) -> NoReturn:
        """Raises the ConfigError for the setting at `keys`."""
        raise ConfigError(message, path=self.place(keys), hint=hint)

    def refuse_unknown(self, keys: Sequence[str | int], what: str, known: Iterable[str]) -> NoReturn:
        """Raises the ConfigError for a name that is not among `known`, with the nearest that is."""
        known = list(known)
        near = difflib.get_close_matches(str(keys[-1]), known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
        self.refuse(keys, f"unknown {what} {keys[-1]!r}", hint)
