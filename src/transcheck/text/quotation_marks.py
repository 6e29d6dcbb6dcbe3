"""Finds passages between quotation marks in running text, whatever the convention.

A mark without direction (`"`, `'`, and curly ones where desks mix them) opens or closes by its neighbours: after
white space it opens, before white space or punctuation it closes; in unspaced scripts it closes what is open.
Apostrophes, Hebrew gershayim (צה״ל) and feet and inches (6'4") are not marks. What stays open ends with its
paragraph, unless the next paragraph opens with the mark again or closes it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import regex

from transcheck.model.text import Span
from transcheck.text.quotation_pairs import mark_pattern, pairs, typed_marks
from transcheck.text.quotation_shape import Shape, possessive, quotes_nothing, shape_of, single_marks

MAX_PARAGRAPHS = 4
"""A quotation never reaches over more paragraphs than this: beyond it a closing mark has been forgotten."""

MAX_DEPTH = 12
"""Marks that may be open at once: bounds the work on a text of nothing but opening marks."""

MAX_NESTED = 8
"""Marks that are looked at for those that close a quotation inside another one with the same marks."""

_BLANK = regex.compile(r"[\s\u200e\u200f]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage between quotation marks; `span` includes them. Marks inside it belong to it."""

    span: Span
    content: Span
    opener: str
    closed: bool
    """False where the closing mark is missing and the passage was ended with its paragraph."""
    title: bool
    """Marks that only titles of works have: 《》."""


@dataclass(slots=True)
class _Scan:
    """Where the scan stands: the marks that are open, outermost first, and what has been closed."""

    text: str
    lang: str
    open: list[tuple[int, str]] = field(default_factory=list)
    """Never more than MAX_DEPTH: so many marks left open are no quotations in quotations."""
    paragraphs: int = 0
    inner_close: int = -1
    """Where a mark last closed a passage inside another one."""
    found: list[Marked] = field(default_factory=list)


def marked_passages(text: str, lang: str, paragraphs: Sequence[Span] | None = None) -> tuple[Marked, ...]:
    """The outermost passages between quotation marks, in text order; they never overlap.

    `paragraphs` are the spans of the text's blocks; None takes lines as paragraphs. The span of a passage between two
    characters that were typed for one mark (<<, ,,) has both of each.
    """
    scan = _Scan(typed_marks(text), lang)
    for paragraph in paragraphs if paragraphs is not None else _lines(text):
        start = _enter_paragraph(scan, paragraph)
        for match in mark_pattern().finditer(scan.text, start, paragraph.end):
            _step(scan, match.start(), paragraph)
        _leave_paragraph(scan)
    _abandon(scan)
    return tuple(sorted((_whole(text, scan.text, m) for m in scan.found), key=lambda m: m.span))


def _whole(text: str, scanned: str, passage: Marked) -> Marked:
    """The passage with both characters of marks that were typed as two."""
    start, end = passage.span.start, passage.span.end
    start -= text[start] != scanned[start]
    return replace(passage, span=Span(start, end + (passage.closed and text[end - 1] != scanned[end - 1])))


def unpaired_mark(text: str, lang: str, span: Span, passages: Sequence[Marked]) -> bool:
    """Whether a quotation mark inside `span` belongs to none of the `passages`; apostrophes are no marks."""
    return next(unpaired_marks(text, lang, span, passages), None) is not None


def unpaired_marks(text: str, lang: str, span: Span, passages: Sequence[Marked]) -> Iterator[int]:
    """Where the quotation marks inside `span` stand that belong to none of the `passages`, in order."""
    for match in mark_pattern().finditer(text, span.start, span.end):
        at = match.start()
        if any(m.span.start <= at < m.span.end for m in passages) or quotes_nothing(text, lang, at, inside=False):
            continue
        shape = shape_of(text, lang, at)
        if text[at] not in single_marks() or shape is Shape.OPEN or text[max(0, at - 1) : at] in tuple(".,!?"):
            yield at


def double_marks(text: str, lang: str, span: Span) -> Iterator[int]:
    """Where the quotation marks inside `span` stand that cannot be apostrophes, in order."""
    for match in mark_pattern().finditer(text, span.start, span.end):
        if match.group() not in single_marks() and not quotes_nothing(text, lang, match.start(), inside=True):
            yield match.start()


def pairs_surely(text: str, lang: str, passage: Marked) -> bool:
    """Whether the passage is closed and holds no double mark that might be the one that closes or opens it.

    Nor is one sure that “ opens and “ closes: the second may open a quotation inside the first.
    """
    if passage.opener == text[passage.span.end - 1] == "“":
        return False
    inside = mark_pattern().finditer(text, passage.content.start, passage.content.end)
    rivals = (passage.opener + pairs()[passage.opener].close).translate({ord(c): None for c in single_marks()})
    return passage.closed and all(
        m.group() not in rivals or quotes_nothing(text, lang, m.start(), inside=True) for m in inside
    )


def _lines(text: str) -> Iterator[Span]:
    for match in regex.finditer(r"[^\n]+", text):
        yield Span(match.start(), match.end())


def _enter_paragraph(scan: _Scan, paragraph: Span) -> int:
    """Where to go on scanning: after the mark that re-opens a quotation of the paragraph before, if there is one."""
    if not scan.open:
        return paragraph.start
    scan.paragraphs += 1
    first = _first_visible(scan.text, paragraph)
    outer = scan.open[0]
    if scan.text[first : first + 1] == outer[1]:
        del scan.open[1:]
        return first + 1
    if scan.paragraphs >= MAX_PARAGRAPHS or not _closed_in(scan, paragraph):
        _abandon(scan)
    return paragraph.start


def _first_visible(text: str, paragraph: Span) -> int:
    match = _BLANK.match(text, paragraph.start, paragraph.end)
    return match.end() if match else paragraph.start


def _closed_in(scan: _Scan, paragraph: Span) -> bool:
    """Whether the first mark in the paragraph that is no apostrophe closes what is open."""
    for match in mark_pattern().finditer(scan.text, paragraph.start, paragraph.end):
        at = match.start()
        if quotes_nothing(scan.text, scan.lang, at, inside=bool(scan.open)):
            continue
        if scan.text[at] in pairs()[scan.open[0][1]].close and shape_of(scan.text, scan.lang, at) is not Shape.OPEN:
            return True
        if scan.text[at] == scan.open[0][1]:
            return False
    return False


def _leave_paragraph(scan: _Scan) -> None:
    """Single marks never reach over a paragraph: an opening one without its partner was an apostrophe ('em, '90s)."""
    while scan.open and scan.open[-1][1] in single_marks():
        scan.open.pop()
    if not scan.open:
        scan.paragraphs = 0


def _abandon(scan: _Scan) -> None:
    """Ends what is open where a mark closed something inside it («A «B»), else with the paragraph it was opened in."""
    if scan.open:
        at, mark = scan.open[0]
        if scan.inner_close > at and scan.text[scan.inner_close] in pairs()[mark].close:
            _add(scan, at, scan.inner_close, scan.inner_close + 1, closed=True)
        elif not pairs()[mark].title and mark not in single_marks():
            newline = scan.text.find("\n", at)
            end = _trimmed(scan.text, newline if newline >= 0 else len(scan.text))
            _add(scan, at, end, end, closed=False)
    scan.open.clear()
    scan.paragraphs = 0


def _trimmed(text: str, end: int) -> int:
    """`end` moved back over white space."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _add(scan: _Scan, at: int, content_end: int, end: int, *, closed: bool) -> None:
    start = at + 1
    while start < content_end and scan.text[start].isspace():
        start += 1
    while content_end > start and scan.text[content_end - 1].isspace():
        content_end -= 1
    if content_end > start:
        mark = scan.text[at]
        scan.found.append(Marked(Span(at, end), Span(start, content_end), mark, closed, pairs()[mark].title))


def _step(scan: _Scan, at: int, paragraph: Span) -> None:
    char = scan.text[at]
    if quotes_nothing(scan.text, scan.lang, at, inside=bool(scan.open)):
        return
    shape = shape_of(scan.text, scan.lang, at)
    depth = _depth_to_close(scan, at, shape, paragraph)
    if depth is not None:
        if depth == 0:
            _add(scan, scan.open[0][0], at, at + 1, closed=True)
        else:
            scan.inner_close = at
        del scan.open[depth:]
        return
    pair = pairs().get(char)
    if pair is None or (pair.langs and scan.lang not in pair.langs):
        return
    if not _may_open(scan, char, shape) and not _misplaced(scan, at, shape, paragraph):
        return
    if scan.open and char == scan.open[0][1] and char in pair.close and not _nests(scan, at, paragraph):
        _end_before(scan, at)
    if len(scan.open) < MAX_DEPTH:
        scan.open.append((at, char))


def _depth_to_close(scan: _Scan, at: int, shape: Shape, paragraph: Span) -> int | None:
    """Which of the open marks this one closes, the innermost that fits; None where it closes none."""
    char = scan.text[at]
    for depth in range(len(scan.open) - 1, -1, -1):
        if char not in pairs()[scan.open[depth][1]].close:
            continue
        if char in single_marks():
            fits = shape in (Shape.CLOSE, Shape.EITHER) and not possessive(scan.text, scan.lang, at, paragraph.end)
        else:
            fits = shape is not Shape.OPEN or char not in pairs() or bool(pairs()[char].langs)
        if fits and not (char == "“" == scan.open[0][1] and shape is Shape.EITHER and _nests(scan, at, paragraph)):
            return depth
    return None


def _nests(scan: _Scan, at: int, paragraph: Span) -> bool:
    """Whether the mark at `at` opens a quotation inside one with the same marks: what follows closes both in turn.

    Only marks whose direction is certain are counted, and no more than a nested quotation or two has.
    """
    opener = scan.text[at]
    family, depth = opener + pairs()[opener].close, sum(mark == opener for _, mark in scan.open)
    for match in islice(mark_pattern().finditer(scan.text, at, paragraph.end), MAX_NESTED):
        char = match.group()
        if char not in family or quotes_nothing(scan.text, scan.lang, match.start(), inside=True):
            continue
        opens = _opens_surely(scan, match.start())
        if opens is None:
            return False
        depth += 1 if opens else -1
        if depth == 0:
            return True
    return False


def _opens_surely(scan: _Scan, at: int) -> bool | None:
    """Whether the mark opens, by its own form (“ or ”) or by its neighbours; None where that is not certain."""
    char, shape = scan.text[at], shape_of(scan.text, scan.lang, at)
    if char in "“”" and shape is Shape.EITHER:
        return char == "“"
    return {Shape.OPEN: True, Shape.CLOSE: False}.get(shape)


def _end_before(scan: _Scan, at: int) -> None:
    """The mark that is open was never closed before the same mark opens again: ends it there."""
    end = _trimmed(scan.text, at)
    if scan.open[0][1] not in single_marks():
        _add(scan, scan.open[0][0], end, end, closed=False)
    scan.open.clear()


def _misplaced(scan: _Scan, at: int, shape: Shape, paragraph: Span) -> bool:
    """Whether an opening mark was written on to the word before it: nothing is open, and the next mark closes too."""
    char = scan.text[at]
    if scan.open or shape is not Shape.CLOSE or char in single_marks() or char not in pairs()[char].close:
        return False
    rest = mark_pattern().finditer(scan.text, at + 1, paragraph.end)
    following = next(
        (
            m
            for m in rest
            if m.group() not in single_marks() and not quotes_nothing(scan.text, scan.lang, m.start(), inside=True)
        ),
        None,
    )
    return (
        following is not None
        and following.group() in pairs()[char].close
        and shape_of(scan.text, scan.lang, following.start()) is Shape.CLOSE
    )


def _may_open(scan: _Scan, char: str, shape: Shape) -> bool:
    if char in single_marks():
        return shape is Shape.OPEN or (shape is Shape.EITHER and char != "’")
    if char in pairs()[char].close or char == "“":
        return shape is Shape.OPEN or (shape is Shape.EITHER and char != "”")
    return True
