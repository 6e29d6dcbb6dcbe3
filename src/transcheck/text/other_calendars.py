"""Dates of other calendars in terms of the Gregorian one: Persian months and years, Hijri months, eras of East Asia."""

from datetime import date, timedelta
from functools import cache

import regex

from transcheck.data import table
from transcheck.text.number_fold import fold

HIJRI, PERSIAN = 100, 200
"""Added to the number of a month of that calendar in data/numbers."""
_NEW_YEARS = (date(2023, 3, 21), date(2024, 3, 20))
"""The first of Farvardin in a common and in a leap year: which of the two holds, the text does not always say."""
_LONG_MONTHS, _LONGEST = 6, 31
_PERSIAN_YEARS = range(1300, 1451)


def gregorian(month: float, day: float | None) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The Gregorian months, and days of the month, that a day (None: any) of another calendar's month can fall on.

    `month` is 200 + n for the Persian calendar; Hijri months, 100 + n, move through the year and stay as they are.
    """
    if month < PERSIAN:
        return (month,), () if day is None else (day,)
    n = int(month) - PERSIAN
    before = (n - 1) * 30 + min(n - 1, _LONG_MONTHS)
    days = range(1, 31) if day is None else (int(day),)
    found = [first + timedelta(days=before + d - 1) for d in days for first in _NEW_YEARS]
    months = tuple(dict.fromkeys(float(x.month) for x in found))
    return months, () if day is None else (day, *dict.fromkeys(float(x.day) for x in found))


def persian_year(value: float) -> tuple[float, ...]:
    """A Persian year with the two Gregorian years that it overlaps; () if it is none of our time."""
    return (value, value + 621, value + 622) if value in _PERSIAN_YEARS else ()


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
