"""Which quotation marks and brackets open, which close, and what they enclose."""

from dataclasses import dataclass
from functools import cache

from transcheck.data import table
from transcheck.model.text import Span

_DEEPEST = 4
"""Marks left open that are looked at for a partner."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a paragraph."""

    quotes: tuple[Span, ...]
    """Outermost passages between a mark and its partner, both included, in order."""
    opening: frozenset[int]
    """Offsets of the marks that open something, closed later or not."""
    closing: frozenset[int]
    """Offsets of the marks that close something, opened before or not."""


@cache
def _partners() -> dict[str, str]:
    """Closing mark by opening mark; a mark that looks the same at both ends is its own partner."""
    marks = table("sentences")["marks"]
    return {pair[0]: pair[1] for pair in marks["pairs"]} | {mark: mark for mark in marks["same"]}


@cache
def _closers() -> frozenset[str]:
    return frozenset(_partners().values())


def find_marks(paragraph: str) -> Marks:
    """The marks of `paragraph`; apostrophes and gershayim (don’t, ד"ר) are none."""
    partners, closers = _partners(), _closers()
    stack: list[tuple[str, int]] = []
    quotes: list[Span] = []
    opening: set[int] = set()
    closing: set[int] = set()
    for i, mark in enumerate(paragraph):
        if (mark not in partners and mark not in closers) or _inside_word(paragraph, i):
            continue
        partner = _partner(stack, mark) if _may_close(paragraph, i, mark) else None
        if partner is not None:
            start = stack[partner][1]
            del stack[partner:]
            while quotes and quotes[-1].start >= start:
                quotes.pop()
            quotes.append(Span(start, i + 1))
            closing.add(i)
        elif mark in partners and _may_open(paragraph, i, mark):
            stack.append((partners[mark], i))
            opening.add(i)
        else:
            closing.add(i)
    return Marks(tuple(quotes), frozenset(opening), frozenset(closing))


def _partner(stack: list[tuple[str, int]], mark: str) -> int | None:
    """Index in `stack` of the latest mark that `mark` closes."""
    deepest = max(-1, len(stack) - 1 - _DEEPEST)
    return next((k for k in range(len(stack) - 1, deepest, -1) if stack[k][0] == mark), None)


def _inside_word(paragraph: str, i: int) -> bool:
    around = paragraph[i - 1 : i] + paragraph[i + 1 : i + 2]
    return len(around) == 2 and around.isalnum() and paragraph[i] in "'’‘\"״" and not _unspaced(around)


def _unspaced(around: str) -> bool:
    """Whether a letter beside the mark is of a script that puts no spaces around quotations."""
    return any("\u2e80" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in around)


def _may_open(paragraph: str, i: int, mark: str) -> bool:
    """A mark with a word before it and none behind it opens nothing, whatever its shape (German “ closes)."""
    following = paragraph[i + 1 : i + 2]
    bare = not following or following.isspace() or following in ".,;:!?…)"
    if _partners()[mark] == mark and bare:
        return i == 0
    return not (bare and i > 0 and not paragraph[i - 1].isspace())


def _may_close(paragraph: str, i: int, mark: str) -> bool:
    """A mark that is the same at both ends does not close where white space, but no other, stands before it."""
    if mark not in _closers():
        return False
    spaced = i > 0 and paragraph[i - 1].isspace()
    following = paragraph[i + 1 : i + 2]
    return _partners().get(mark) != mark or not (spaced and following.isalnum())
