"""Paragraphs: lines, blocks between blank lines, and the joining of hard-wrapped lines."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcheck.model.text import Span
from transcheck.text.lines import columns, has_words, lines, stripped

_WRAP_MIN, _WRAP_MAX = 40, 100
"""Widths, in terminal columns, at which text is wrapped by hand or by mail programs."""
_WRAP_BREAKS = 3
"""Line breaks a text must have before it can be called wrapped."""
_WRAP_SHARE = 0.9


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text` in order: one line each, or several that were wrapped.

    Lines without a letter or digit (rules, asterisks) are layout and left out.
    """
    blocks = list(_blocks(text))
    width = _wrap_width(text, blocks)
    return tuple(span for block in blocks for span in _joined(text, block, width))


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines that hold something, between lines that do not."""
    block: list[Span] = []
    for line in lines(text):
        span = stripped(text, line)
        if has_words(span.of(text)):
            block.append(span)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _first_word(text: str) -> str:
    word = text.split(None, 1)[0]
    return word[0] if unicodedata.east_asian_width(word[0]) in "WF" else word


def _forced(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    wide = unicodedata.east_asian_width(text[line.end - 1]) in "WF"
    return (
        columns(line.of(text), _WRAP_MAX) + (0 if wide else 1) + columns(_first_word(following.of(text)), _WRAP_MAX)
        >= width
    )


def _wrap_width(text: str, blocks: Sequence[Sequence[Span]]) -> int | None:
    """The width that the text was wrapped to, or None when its line breaks mean something."""
    breaks = [(a, b) for block in blocks for a, b in pairwise(block)]
    if len(breaks) < _WRAP_BREAKS:
        return None
    width = max(columns(line.of(text), _WRAP_MAX) for block in blocks if len(block) > 1 for line in block)
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return None
    forced = sum(_forced(text, a, b, width) for a, b in breaks)
    return width if forced >= _WRAP_SHARE * len(breaks) else None


def _joined(text: str, block: Sequence[Span], width: int | None) -> Iterator[Span]:
    start = block[0].start
    for line, following in pairwise(block):
        if width is None or not _forced(text, line, following, width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)
