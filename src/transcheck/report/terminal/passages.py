"""The sentences that a finding is about, cut to a readable length, with the problem marked."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.console import Console
from rich.text import Text

from transcheck.model.align import Aligned
from transcheck.model.findings import Finding
from transcheck.model.text import Article, Side, Span
from transcheck.report.terminal.display import POP_ISOLATE, RIGHT_TO_LEFT_ISOLATE, is_rtl, plain
from transcheck.report.terminal.styles import LONG, OTHER, PROBLEM, SOURCE

LONGEST = 420
"""Code points of a passage; longer ones are cut around the problem."""
LONGEST_REVERSED = 60
"""Code points; what is longer is underlined, so that it stays readable."""
OPEN, CLOSE = "⟦", "⟧"
"""Mark the problem where there is no colour; both mirror in right-to-left text."""
CLOSING = "、。，．：；？！）」』】》〉”’⟧…"
"""Signs with which no line of Chinese or Japanese begins."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Part of one article: a span of it and the spans to mark inside, the first one the problem itself."""

    article: Article
    span: Span
    problem: Span | None
    others: tuple[Span, ...] = ()


def passages(pair: Aligned, finding: Finding) -> tuple[Passage | None, Passage | None]:
    """Source and target passage of a finding: the aligned sentences that hold it; None where nothing is aligned."""
    bead = _bead(pair, finding)
    source = _passage(pair, Side.SOURCE, bead, finding.source)
    target = _passage(pair, Side.TARGET, bead, finding.target)
    # A whole sentence opposite a narrower problem only says where to look; one alone is the problem.
    return _quiet(source, target), _quiet(target, source)


def _quiet(passage: Passage | None, opposite: Passage | None) -> Passage | None:
    """The passage without its mark, where that would cover all of it and the opposite one marks a part."""
    if passage is None or opposite is None or not _is_whole(passage) or _is_whole(opposite):
        return passage
    return replace(passage, problem=None)


def _is_whole(passage: Passage) -> bool:
    return passage.problem is not None and passage.problem.contains(passage.span)


def _bead(pair: Aligned, finding: Finding) -> int | None:
    for side, spans in ((Side.TARGET, finding.target), (Side.SOURCE, finding.source)):
        if spans and (bead := pair.bead_at(side, spans[0].start)) is not None:
            return bead
    return None


def _passage(pair: Aligned, side: Side, bead: int | None, spans: Sequence[Span]) -> Passage | None:
    article = pair.article(side)
    whole = None if bead is None else pair.bead_span(bead, side)
    inside = [span for span in spans if whole is not None and whole.overlaps(span)]
    if not inside and spans:
        # The first mention stands elsewhere than the other side's: show the sentence it is in.
        segment = article.segment_at(spans[0].start)
        whole = article.segments[segment].span if segment is not None else spans[0]
        inside = [span for span in spans if whole.overlaps(span)]
    if whole is None:
        return None
    problem = inside[0] if inside else None
    shown = _cut(article.text, whole, problem or (inside[0] if inside else whole))
    return Passage(article, shown, problem, tuple(span for span in inside if span != problem))


def _cut(text: str, whole: Span, focus: Span) -> Span:
    if len(whole) <= LONGEST:
        return whole
    start = max(whole.start, min(focus.start - LONGEST // 3, whole.end - LONGEST))
    end = min(whole.end, start + LONGEST)
    if start > whole.start and (space := text.find(" ", start, min(start + 30, focus.start))) >= 0:
        start = space + 1
    if end < whole.end and (space := text.rfind(" ", end - 30, end)) > focus.start:
        end = space
    return Span(start, end)


def marked(passage: Passage, side: Side, color: bool) -> Text:
    """The passage as one paragraph with its marks."""
    text = Text()
    article, shown = passage.article, passage.span
    segment = article.segment_at(shown.start)
    if segment is not None and article.segments[segment].span.start < shown.start:
        text.append("… ")
    for span, style in _pieces(passage, PROBLEM if side is Side.TARGET else SOURCE):
        words = plain(span.of(article.text))
        if style and not color and style != OTHER:
            words = f"{OPEN}{words}{CLOSE}"
        text.append(words, style)
    last = article.segment_at(shown.end - 1)
    if last is not None and article.segments[last].span.end > shown.end:
        text.append(" …")
    return text


def _pieces(passage: Passage, style: str) -> list[tuple[Span, str]]:
    """The passage cut at its marks, in order; where marks overlap the problem wins."""
    marks = [(span, OTHER) for span in passage.others]
    if passage.problem:
        marks.append((passage.problem, style if len(passage.problem) <= LONGEST_REVERSED else LONG[style]))
    cuts = {passage.span.start, passage.span.end}
    cuts |= {edge for span, _ in marks for edge in (span.start, span.end)}
    edges = sorted(edge for edge in cuts if passage.span.start <= edge <= passage.span.end)
    pieces: list[tuple[Span, str]] = []
    for start, end in itertools.pairwise(edges):
        found = next((name for span, name in reversed(marks) if span.start <= start and end <= span.end), "")
        if pieces and pieces[-1][1] == found:
            pieces[-1] = (Span(pieces[-1][0].start, end), found)
        else:
            pieces.append((Span(start, end), found))
    return pieces


def wrapped(text: Text, lang: str, console: Console, width: int) -> Text:
    """The passage wrapped to `width`; right-to-left lines are isolated one by one and set to the right."""
    rtl = is_rtl(lang)
    shown = Text(justify="right" if rtl else "left")
    for number, line in enumerate(_kept_together(list(text.wrap(console, width)), width)):
        line.rstrip()
        if number:
            shown.append("\n")
        shown.append(RIGHT_TO_LEFT_ISOLATE if rtl else "")
        shown.append_text(line)
        shown.append(POP_ISOLATE if rtl else "")
    return shown


def _kept_together(lines: list[Text], width: int) -> list[Text]:
    """The lines with a character taken along from the line before where one would begin with closing punctuation."""
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        if line.plain[:1] in CLOSING and len(before) > 1 and before.plain[-1] not in CLOSING + " ":
            moved = before[-1:] + line
            if moved.cell_len <= width:
                lines[i - 1], lines[i] = before[:-1], moved
    return lines
