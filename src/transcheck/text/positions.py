"""Offsets to what the outside counts in: lines and columns, UTF-16 units, UTF-8 bytes. The only place that converts.

Lines end at LF, CRLF or CR and nowhere else, as editors count them (`str.splitlines` also breaks at U+2028, NEL ...).
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from transcheck.text.lines import lines

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Position(NamedTuple):
    """A place as editors name it."""

    line: int
    """1-based."""
    column: int
    """1-based, in code points."""


class Positions:
    """Converts offsets into one text; builds each table once, then answers by bisection."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        # The sign at the end gives the place after a last line end its own, empty line.
        return [line.start for line in lines(self.text + ".")]

    @cached_property
    def _astral(self) -> list[int]:
        return [match.start() for match in _ASTRAL.finditer(self.text)]

    def at(self, offset: int) -> Position:
        """Line and column of the code point at `offset` (0 to the length of the text)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a line and column; the inverse of `at`."""
        return self._starts[position.line - 1] + position.column - 1

    def utf16(self, offset: int) -> int:
        """The same place counted in UTF-16 units (JavaScript, SARIF)."""
        return offset + bisect_left(self._astral, offset)

    def utf16_column(self, offset: int) -> int:
        """1-based column of `offset` in its line, in UTF-16 units."""
        start = self._starts[self.at(offset).line - 1]
        return self.utf16(offset) - self.utf16(start) + 1

    def utf8(self, offset: int) -> int:
        """The same place counted in UTF-8 bytes; a lone surrogate counts as three."""
        return len(self.text[:offset].encode("utf-8", "surrogatepass"))
