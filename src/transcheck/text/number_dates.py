"""Dates written in digits (10.02.2026, 2026-02-10) and the other literals of a text."""

from functools import cache

import regex

from transcheck.data import table
from transcheck.text.literals import Literal, literals

_DATE = regex.compile(
    r"(?<![\d./-])(?:(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})([./-])(\d{1,2})\6(\d{1,2}))(?![\d/-])"
)
# "Around the clock": supports 24 and 7 on the other side, but is never missed there.
_NONSTOP = regex.compile(r"(?<!\d)(24)/(7)(?!\d)")


@cache
def _zoned() -> regex.Pattern[str]:
    after = table("numbers/common")["after_clock"]
    return regex.compile(rf"(?<!\d)([01]\d|2[0-3])([0-5]\d)(?= (?:{after})\b)")


def _clock(match: regex.Match[str], found: list[Literal], roles: dict[int, str]) -> str:
    """Takes 1900 GMT apart."""
    hour, minute = float(match[1]), float(match[2])
    found.append(Literal(match.start(1), match.end(1), (hour, (hour + 12) % 24)))
    roles[match.start(1)] = "time"
    if minute:
        found.append(Literal(match.start(2), match.end(2), (minute,)))
        roles[match.start(2)] = "time"
    return "\0" * 4


def dated_literals(text: str, decimal: str) -> tuple[list[Literal], dict[int, str]]:
    """All literals of a folded text in order, and the role (date, year) of those in dates, by start."""
    found: list[Literal] = []
    roles: dict[int, str] = {}
    for match in _DATE.finditer(text):
        spans = [match.span(n) for n in (1, 3, 4, 5, 7, 8) if match[n]]
        year = 2 if match[1] else 0
        numbers = [float(text[slice(*span)]) for span in spans]
        small = [number for n, number in enumerate(numbers) if n != year]
        if not all(1 <= number <= 31 for number in small) or min(small) > 12:
            continue
        for n, (span, number) in enumerate(zip(spans, numbers, strict=True)):
            # Which of two is the month, the text does not say.
            other = sum(small) - number if n != year else number + 2000 * (number < 100)
            found.append(Literal(span[0], span[1], (number, other) if other != number else (number,)))
            roles[span[0]] = "year" if n == year else "date"
        text = text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]
    for match in _NONSTOP.finditer(text):
        for n in (1, 2):
            found.append(Literal(match.start(n), match.end(n), (float(match[n]),)))
            roles[match.start(n)] = "code"
    text = _NONSTOP.sub("\0" * 4, text)
    text = _zoned().sub(lambda match: _clock(match, found, roles), text)
    flat = [part for x in literals(text, decimal) for part in ([x] if x.values else x.parts)]
    return sorted([*found, *flat], key=lambda literal: literal.start), roles
