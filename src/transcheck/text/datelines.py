"""Datelines: the place, date and agency before a news text's first sentence."""

from dataclasses import dataclass
from functools import cache

import regex

from transcheck.data import table
from transcheck.model.text import Span

_LONGEST = 90
"""Code points beyond which nothing is a dateline."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    expression: regex.Pattern[str]
    weak: bool
    """Also the look of a headline or an emphatic phrase: not believed in a line that may be one."""
    whole: bool
    """Only as a paragraph of its own."""


def dateline(text: str, span: Span, *, headline_like: bool = False) -> Span | None:
    """The dateline that the paragraph `span` of `text` begins with, or None.

    `headline_like` says that the paragraph may be a headline, so that a place in capitals and a dash prove nothing.
    """
    head = text[span.start : min(span.end, span.start + _LONGEST)]
    complete = span.end - span.start <= _LONGEST
    for pattern in _patterns():
        if (pattern.weak and headline_like) or (pattern.whole and not complete):
            continue
        try:
            match = pattern.expression.match(head, timeout=1.0)
        except TimeoutError:
            continue
        if match and match.end() > 0:
            return Span(span.start, span.start + len(head[: match.end()].rstrip()))
    return None


def _any(names: list[str]) -> str:
    return "|".join(regex.escape(name) for name in sorted(set(names), key=len, reverse=True))


@cache
def _patterns() -> tuple[_Pattern, ...]:
    data = table("datelines")
    parts: dict[str, str] = {
        **data["parts"],
        "agency": "(?i:" + _any(data["agencies"]) + ")",
        "east": _any(data["east"]),
        "label": "(?i:" + _any(data["date_labels"]) + ")",
    }

    def build(source: str) -> regex.Pattern[str]:
        for name, part in parts.items():
            source = source.replace("{" + name + "}", part)
        return regex.compile(source)

    return tuple(
        _Pattern(build(entry["regex"]), entry.get("weak", False), entry.get("whole", False))
        for entry in data["pattern"]
    )
