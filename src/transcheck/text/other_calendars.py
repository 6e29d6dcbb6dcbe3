"""Dates of other calendars in terms of the Gregorian one: Persian and Hijri dates, eras of East Asia."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import regex

from transcheck.data import table
from transcheck.text.number_fold import fold

HIJRI, PERSIAN = 100, 200
"""Added to the number of a month of that calendar in data/numbers."""
_NEW_YEARS = (date(2023, 3, 21), date(2024, 3, 20))
"""The first of Farvardin in a common and in a leap year: which of the two holds, the text does not always say."""
_LONG_MONTHS = 6
_PERSIAN_YEARS = range(1300, 1451)
_HIJRI_EPOCH = 227015
"""Day 1 of the Islamic calendar as a proleptic Gregorian ordinal (16 July 622, Julian), in the civil reckoning."""
_HIJRI_SLACK = (0, 1, -1)
"""Days by which the moon's sighting, and so the date, differs from the reckoning."""


@dataclass(frozen=True, slots=True)
class OtherDate:
    """What a date of another calendar can be; its own numbers come first where they are kept."""

    months: tuple[float, ...]
    days: tuple[float, ...]


def gregorian(month: float, day: float = 0, year: float = 0) -> OtherDate:
    """The Gregorian months and days that a date of another calendar can fall on; 0: any day, or no year.

    `month` is 200 + n for the Persian calendar, 100 + n for the Hijri one, whose months move through the years: without
    a year they stay as they are.
    """
    found = _persian(int(month) - PERSIAN, day) if month > PERSIAN else _hijri(int(month) - HIJRI, day, year)
    own = () if month > PERSIAN else (month,)
    months = tuple(dict.fromkeys((*own, *(float(x.month) for x in found))))
    return OtherDate(months, tuple(dict.fromkeys((day, *(float(x.day) for x in found)))) if day else ())


def _persian(month: int, day: float) -> list[date]:
    before = (month - 1) * 30 + min(month - 1, _LONG_MONTHS)
    days = (int(day),) if day else range(1, 31)
    return [first + timedelta(days=before + d - 1) for d in days for first in _NEW_YEARS]


def _hijri(month: int, day: float, year: float) -> list[date]:
    if not year:
        return []
    start = _HIJRI_EPOCH + (int(year) - 1) * 354 + (11 * int(year) + 3) // 30 + 29 * (month - 1) + month // 2
    days = (int(day),) if day else range(1, 30)
    return [date.fromordinal(start + d - 1 + slack) for d in days for slack in _HIJRI_SLACK]


def gregorian_years(month: float, year: float) -> tuple[float, ...]:
    """A year of the calendar that `month` is of, with the Gregorian years that it overlaps."""
    return (persian_year(year) or (year,)) if month > PERSIAN else hijri_year(year)


def persian_year(value: float) -> tuple[float, ...]:
    """A Persian year with the two Gregorian years that it overlaps; () if it is none of our time."""
    return (value, value + 621, value + 622) if value in _PERSIAN_YEARS else ()


def hijri_year(value: float) -> tuple[float, ...]:
    """A Hijri year with the Gregorian years that it overlaps; () for 0."""
    if not value:
        return ()
    first, last = _hijri(1, 1, value)[0], _hijri(12, 29, value)[0]
    return tuple(dict.fromkeys((value, float(first.year), float(last.year))))


@cache
def _eras() -> tuple[regex.Pattern[str], dict[str, float]]:
    offsets = {
        fold(name.replace("_", " "), "").text: float(entry["offset"])
        for entry in table("eras").values()
        for name in entry["names"].split()
    }
    body = "|".join(regex.escape(name) for name in sorted(offsets, key=len, reverse=True))
    # Chinese and Japanese write on without a space.
    names = rf"(?:(?<![\p{{L}}\p{{M}}])|(?=\p{{Han}}))({body})"
    return regex.compile(rf".*{names}[ -]?$", regex.DOTALL), offsets


def era_year(before: str, value: float) -> float | None:
    """The Gregorian year of year `value` of the era whose name ends the folded text `before`; None without an era."""
    pattern, offsets = _eras()
    match = pattern.match(before)
    return offsets[match[1]] + value if match and value == int(value) else None
