"""Reads what stands beside months: Persian and Hijri dates also in Gregorian terms."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from transcheck.data import table
from transcheck.text.number_compose import Run
from transcheck.text.number_lexicon import Sort
from transcheck.text.number_roles import Reading
from transcheck.text.other_calendars import gregorian, gregorian_years

_DAYS = range(1, 32)
_YEARS = range(1300, 1501)
"""Years of the Persian and the Islamic calendar that news names."""


def beside_month(text: str, a: Run, b: Run) -> bool:
    """Whether nothing but what dates have stands between the two: 3rd of May, 20. Mai."""
    return regex.fullmatch(table("numbers/common")["beside_month"], text[a.end : b.start]) is not None


def other_dates(text: str, runs: Sequence[Run], read: Sequence[Reading | None]) -> list[Reading | None]:
    """The readings with months of other calendars, and the days and years beside them, in Gregorian terms.

    Such a month, which is often another word, counts beside digits only: it is None away from them. What is beside it
    is a hint: calendars differ by a day from place to place.
    """
    result = list(read)
    for i, run in enumerate(runs):
        month = result[i]
        if run.sort is not Sort.OTHER_MONTH or month is None:
            continue
        near = _near(text, runs, i)
        day = next((j for j in near if _value(result, runs, j) in _DAYS), None)
        year = next((j for j in near if _value(result, runs, j) in _YEARS), None)
        number, days, years = month.values[0], _value(result, runs, day), _value(result, runs, year)
        date = gregorian(number, days, years)
        dated = day is not None or any(_value(result, runs, j) > _DAYS[-1] for j in near)
        result[i] = replace(month, values=date.months, weak=False) if dated else None
        for j, role, values in ((day, "date", date.days), (year, "year", gregorian_years(number, years))):
            if j is not None and (beside := result[j]):
                result[j] = replace(beside, role=role, weak=True, values=values)
    return result


def _near(text: str, runs: Sequence[Run], month: int) -> list[int]:
    """The runs that may be the day and the year: on either side, and the second one after the month."""
    near = [month - 1] if month and beside_month(text, runs[month - 1], runs[month]) else []
    for j in (month + 1, month + 2):
        if j >= len(runs) or not beside_month(text, runs[j - 1], runs[j]):
            break
        near.append(j)
    return near


def _value(read: Sequence[Reading | None], runs: Sequence[Run], at: int | None) -> float:
    """What is written at `at` in digits and may be a day or a year; 0 if nothing is."""
    found = read[at] if at is not None and runs[at].digits else None
    return found.values[0] if found and found.values[0] == int(found.values[0]) else 0.0
