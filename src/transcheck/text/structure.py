"""Segments of an article: headline, dateline, sub-headings and sentences."""

import re
from collections.abc import Iterator, Sequence

from transcheck.data import table
from transcheck.model.text import Segment, SegmentKind, Span
from transcheck.text.datelines import dateline
from transcheck.text.lines import columns, has_words, stripped
from transcheck.text.paragraphs import paragraphs
from transcheck.text.sentences import sentences

_HEADLINE_COLUMNS = 180
_SUBHEADING_COLUMNS = 90
"""Columns: a Chinese, Japanese or Korean character takes two."""
_SUBHEADINGS_RUNNING = 2
"""Short lines in a row that may be sub-headings (a deck under its headline, a part and a chapter); more are a list."""
_DATELINE_PARAGRAPHS = 3
"""Datelines stand in the first paragraphs under the headline."""
_BULLET = re.compile(r"\s*(?:[-–—•·*▪►■●○◦‣⁃>#+]+\s|\(?\d{1,3}[.)）、]\s?|\(?[a-zа-яא-תا-ي][.)]\s|[①-⑳])")
_NO_HEADING_END = ":;,،؛：；，、-–—"


def segment(text: str, lang: str, headings: Sequence[Span] = ()) -> tuple[Segment, ...]:
    """The segments of `text` in order, never blank, never overlapping; every letter and digit is in exactly one.

    `headings` are spans that the file's markup says are headings; one that stands first is the headline.
    Lines without a letter or digit are layout and belong to no segment.
    """
    parts = paragraphs(text)
    kinds = _kinds(text, parts, {heading.start for heading in headings})
    found: list[Segment] = []
    body = 0
    for number, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        if kind is not SegmentKind.SENTENCE:
            found.append(Segment(part, kind, number))
            continue
        rest = part
        if body < _DATELINE_PARAGRAPHS and (line := dateline(text, rest)):
            found.append(Segment(line, SegmentKind.DATELINE, number))
            rest = stripped(text, Span(line.end, rest.end))
        body += 1
        found += [Segment(span, kind, number) for span in _worded(text, rest, lang)]
    return tuple(found)


def _worded(text: str, span: Span, lang: str) -> Iterator[Span]:
    """The sentences of `span`, unless nothing but marks is left of it behind a dateline."""
    if has_words(span.of(text)):
        yield from sentences(text, span, lang)


def _kinds(text: str, parts: Sequence[Span], headings: set[int]) -> list[SegmentKind]:
    kinds = [SegmentKind.SENTENCE] * len(parts)
    first = next((i for i, part in enumerate(parts) if not _is_dateline(text, part)), None)
    for i, part in enumerate(parts):
        if part.start in headings:
            kinds[i] = SegmentKind.HEADLINE if i == first else SegmentKind.SUBHEADING
    if first is None or len(parts) - first < 2:
        return kinds
    if _is_headline(text, parts[first]):
        kinds[first] = SegmentKind.HEADLINE
    candidates = [i > first and _is_subheading(text, part) for i, part in enumerate(parts)]
    for start, end in _runs(candidates):
        if end - start <= _SUBHEADINGS_RUNNING and end < len(parts):
            kinds[start:end] = [SegmentKind.SUBHEADING] * (end - start)
    return kinds


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of neighbouring True flags."""
    start: int | None = None
    for i, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            yield start, i
            start = None


def _is_dateline(text: str, part: Span) -> bool:
    """Whether the whole paragraph is a dateline."""
    found = dateline(text, part, headline_like=True)
    return found is not None and not has_words(text[found.end : part.end])


def _is_headline(text: str, part: Span) -> bool:
    """A short first line that does not end as a statement does; it may be a question or an exclamation."""
    line = part.of(text)
    if columns(line, _HEADLINE_COLUMNS) > _HEADLINE_COLUMNS or dateline(text, part, headline_like=True):
        return False
    return not _ends_sentence(line) or _last_mark(line) in "?!？！؟"


def _is_subheading(text: str, part: Span) -> bool:
    line = part.of(text)
    if columns(line, _SUBHEADING_COLUMNS) > _SUBHEADING_COLUMNS or "\n" in line or "\r" in line:
        return False
    if _ends_sentence(line) or _last_mark(line) in _NO_HEADING_END or _BULLET.match(line):
        return False
    return not _is_caption(line) and dateline(text, part) is None


def _is_caption(line: str) -> bool:
    words = tuple(table("sentences")["captions"]["words"])
    return line.lower().lstrip("([（【").startswith(words) or (line[0] in "(（[" and line[-1] in ")）]")


def _last_mark(line: str) -> str:
    return line.rstrip(table("sentences")["marks"]["closing"] + " \u200e\u200f")[-1:] or " "


def _ends_sentence(line: str) -> bool:
    return _last_mark(line) in table("sentences")["marks"]["final"]
