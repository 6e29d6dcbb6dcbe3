"""Where each key of a TOML text stands, which `tomllib` does not tell."""

import re
import tomllib
from collections.abc import Sequence
from contextlib import suppress

from transcheck.text.positions import Position, Positions

Keys = tuple[str | int, ...]
"""A dotted path; a number is the place in an array, from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[\w-]+|"(?:\\.|[^"\\])*"|'[^']*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' + r"|'''.*?'{3,5}" + r'|"(?:\\.|[^"\\])*"' + r"|'[^']*'", re.DOTALL
)  # three kinds of quotes are tried before one
_SCALAR = re.compile(r"[^,\]}#\n]+")


def position_of(text: str, keys: Sequence[str | int]) -> Position:
    """1-based line and column where `keys` is set, else where its nearest parent is, else the first place."""
    places = offsets(text)
    wanted = tuple(keys)
    while wanted and wanted not in places:
        wanted = wanted[:-1]
    return Positions(text).at(places.get(wanted, 0))


def offsets(text: str) -> dict[Keys, int]:
    """The offset of every key, table header and array item of a text that `tomllib` accepts."""
    scanner = _Scanner(text)
    # What was found before it was lost points near enough; the message itself does not depend on it.
    with suppress(_LostError, ValueError, RecursionError):
        scanner.document()
    return scanner.found


class _LostError(Exception):
    """The text is not what the scanner expects here."""


class _Scanner:
    """Walks through a TOML text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Keys, int] = {}
        self._arrays: dict[Keys, int] = {}
        """How many tables each array of tables holds so far."""

    def document(self) -> None:
        """Finds everything up to the end of the text."""
        table: Keys = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._assignment(table)
            self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise _LostError
        self.at = match.end()
        return match[0]

    def _took(self, mark: str) -> bool:
        taken = self.text.startswith(mark, self.at)
        self.at += len(mark) * taken
        return taken

    def _header(self) -> Keys:
        start = self.at
        many = self._took("[[")
        if not many:
            self._took("[")
        self._skip(_BLANK)
        table: Keys = ()
        keys = self._key()
        for number, key in enumerate(keys, 1):
            table = (*table, key)
            if many and number == len(keys):
                self._arrays[table] = self._arrays.get(table, 0) + 1
            if table in self._arrays:
                self.found.setdefault(table, start)
                table = (*table, self._arrays[table] - 1)
            self.found.setdefault(table, start)
        self._skip(_BLANK)
        if not self._took("]]" if many else "]"):
            raise _LostError
        return table

    def _key(self) -> tuple[str, ...]:
        parts = []
        while True:
            raw = self._skip(_KEY)
            parts.append(next(iter(tomllib.loads(f"{raw} = 0"))))
            if not _DOT.match(self.text, self.at):
                return tuple(parts)
            self._skip(_DOT)

    def _assignment(self, table: Keys) -> None:
        start = self.at
        for key in self._key():
            table = (*table, key)
            self.found.setdefault(table, start)
        self._skip(_BLANK)
        if not self._took("="):
            raise _LostError
        self._skip(_BLANK)
        self._value(table)

    def _value(self, keys: Keys) -> None:
        if self._took("["):
            self._items(keys)
        elif self._took("{"):
            self._skip(_BLANK)
            while not self._took("}"):
                self._assignment(keys)
                self._skip(_BLANK)
                self._took(",")
                self._skip(_BLANK)
        elif self.text[self.at : self.at + 1] in ("'", '"'):
            self._skip(_STRING)
        else:
            self._skip(_SCALAR)

    def _items(self, keys: Keys) -> None:
        number = 0
        self._skip(_BLANK)
        while not self._took("]"):
            self.found[(*keys, number)] = self.at
            self._value((*keys, number))
            number += 1
            self._skip(_BLANK)
            self._took(",")
            self._skip(_BLANK)
