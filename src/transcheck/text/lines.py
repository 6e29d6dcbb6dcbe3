"""The one line splitter. `str.splitlines` also breaks on U+2028, NEL and form feed, which shifts line numbers."""

import re
import unicodedata
from collections.abc import Iterator

from transcheck.model.text import Span

_LINE_END = re.compile("\r\n|\n|\r")
_WIDTH = {"W": 2, "F": 2, "H": 1, "Na": 1, "A": 1, "N": 1}
"""Columns by East Asian width class."""


def lines(text: str) -> Iterator[Span]:
    """The lines of `text` without their ends (LF, CRLF or CR, nothing else); a last empty line is no line."""
    start = 0
    for end in _LINE_END.finditer(text):
        yield Span(start, end.start())
        start = end.end()
    if start < len(text):
        yield Span(start, len(text))


def stripped(text: str, span: Span) -> Span:
    """`span` without white space at its ends; empty, at its start, where nothing else is in it."""
    inner = span.of(text)
    body = inner.strip()
    if not body:
        return Span(span.start, span.start)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, start + len(body))


def has_words(text: str) -> bool:
    """Whether there is a letter or digit in `text`."""
    return any(c.isalnum() for c in text)


def columns(text: str, limit: int) -> int:
    """Width of `text` in columns, wide characters two; counting stops once it is over `limit`."""
    return sum(map(_WIDTH.__getitem__, map(unicodedata.east_asian_width, text[: limit + 1])))
