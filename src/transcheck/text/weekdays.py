"""Weekdays, yesterday and tomorrow in a folded text: closed tables, so that another day is another day."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from transcheck.data import table
from transcheck.text.number_fold import Folded, fold

UNSPACED = ("zh", "ja", "ko")


@dataclass(frozen=True, slots=True)
class Day:
    """A named day at [start, end) of the folded text."""

    start: int
    end: int
    role: str
    """weekday or relative."""
    value: float
    """1 Monday to 7 Sunday; -1 yesterday, 1 tomorrow."""


@dataclass(frozen=True, slots=True)
class _Days:
    pattern: regex.Pattern[str]
    groups: tuple[tuple[str, float], ...]
    lower: bool


def find_days(folded: Folded, original: str, lang: str) -> list[Day]:
    """The named days of a text of `lang` (ISO 639-1), in order; [] for a language without a table."""
    days = _days(lang)
    if days is None:
        return []
    found = []
    for match in days.pattern.finditer(folded.text):
        role, value = next(days.groups[n] for n in range(len(days.groups)) if match[f"d{n}"])
        if not role or (role == "relative" and days.lower and original[folded.starts[match.start("form")]].isupper()):
            continue
        found.append(Day(match.start("form"), match.end(), role, value))
    return found


@cache
def _days(lang: str) -> _Days | None:
    entry: dict[str, Any] | None = table("weekdays").get(lang)
    if entry is None:
        return None
    # Group 0 is what is no day.
    groups = [("", 0.0), *((role, float(key)) for role in ("weekday", "relative") for key in entry.get(role, {}))]
    words = [
        entry.get("skip", ""),
        *(text for role in ("weekday", "relative") for text in entry.get(role, {}).values()),
    ]
    forms = sorted(
        ((form, number) for number, text in enumerate(words) for form in text.split()), key=lambda x: (-len(x[0]), x)
    )
    forms += [(r"\0", number) for number in range(len(groups)) if not words[number]]
    body = "|".join(f"(?P<d{number}>{_form(form, lang)})" for form, number in forms)
    edge = ("", "") if lang in UNSPACED else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
    before, after = (fold(entry.get(key, ""), lang).text for key in ("before", "after"))
    return _Days(
        regex.compile(f"{edge[0]}{before}(?P<form>(?:{body}){after}){edge[1]}"),
        tuple(groups),
        bool(entry.get("lower")),
    )


def _form(form: str, lang: str) -> str:
    escaped: str = regex.escape(fold(form.replace("_", " "), lang).text, special_only=True, literal_spaces=True)
    return escaped.replace(r"\*", r"[\p{L}\p{M}]*").replace(" ", "[ -]")
