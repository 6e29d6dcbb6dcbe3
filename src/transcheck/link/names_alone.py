"""One-sided links: names of the source without a rendering, and names of the target without a source."""

from typing import TypeVar

from transcheck.link.names_lacking import Lacking, lacking
from transcheck.link.names_parts import Part
from transcheck.link.names_strange import Strange, strange
from transcheck.link.names_window import Windows
from transcheck.link.names_words import Words
from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Mention, NameLink
from transcheck.model.text import Span
from transcheck.text.fold import fold

T = TypeVar("T", Lacking, Strange)
NEXT = 3
"""Characters between two words of one name."""


def alone(aligned: Aligned, source: Words, target: Words, parts: list[Part]) -> list[NameLink]:
    """Links with one side None; those without a rendering in order of the source, then those without a source.

    `official` of a name without a rendering holds what it should be, where that is known.
    """
    windows = Windows(aligned, source, target, parts)
    missing = lacking(windows)
    found = [_lost(group) for group in _runs(missing)]
    text = aligned.article(target.side).text
    return found + [_added(group, text) for group in _runs(strange(windows, missing))]


def _runs(items: list[T]) -> list[list[T]]:
    """Words that stand side by side in one bead are one name."""
    groups: list[list[T]] = []
    for item in items:
        last = groups[-1][-1] if groups else None
        if last is not None and last.bead == item.bead and 0 <= item.span.start - last.span.end < NEXT:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _hull(spans: list[Span]) -> Span:
    return Span(spans[0].start, max(span.end for span in spans))


def _lost(group: list[Lacking]) -> NameLink:
    surest = max(group, key=lambda one: one.confidence)
    mention = Mention(Kind.NAME, _hull([one.span for one in group]), " ".join(one.key for one in group))
    why = surest.why
    return NameLink(Kind.NAME, mention, None, surest.bead, surest.confidence, why, _expected(group))


def _expected(group: list[Lacking]) -> tuple[str, ...]:
    words = [one.expected for one in group if one.expected]
    return (" ".join(dict.fromkeys(words)),) if words else ()


def _added(group: list[Strange], text: str) -> NameLink:
    surest = max(group, key=lambda one: one.confidence)
    span = _hull([one.span for one in group])
    return NameLink(
        Kind.NAME, None, Mention(Kind.NAME, span, fold(span.of(text))), surest.bead, surest.confidence, surest.why
    )
