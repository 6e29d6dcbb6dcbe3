"""Persian dates, Hijri months and eras in Gregorian terms."""

import pytest

from transcheck.text.numerals import find_numerals
from transcheck.text.other_calendars import era_year, gregorian

DATES = [
    ("fa", "۲۰ بهمن ۱۴۰۴", "month", {2.0}),
    ("fa", "۲۰ بهمن ۱۴۰۴", "year", {1404.0, 2025.0, 2026.0}),
    ("fa", "در بهمن ۱۴۰۴", "month", {1.0, 2.0}),
    ("en", "the 1st of Farvardin", "month", {3.0}),
    ("ar", "10 رمضان 1446", "month", {109.0, 3.0}),
    ("ar", "10 رمضان 1446", "date", {10.0, 9.0, 11.0}),
    ("ar", "10 رمضان 1446", "year", {1446.0, 2024.0, 2025.0}),
    ("en", "the 1st of Ramadan", "month", {109.0}),
    ("ja", "令和6年", "year", {2024.0, 6.0}),
    ("zh", "民國113年", "year", {2024.0, 113.0}),
    ("en", "in Reiwa 6", "year", {2024.0, 6.0}),
]


@pytest.mark.parametrize(("lang", "text", "role", "values"), DATES)
def test_dates_of_other_calendars(lang: str, text: str, role: str, values: set[float]) -> None:
    (found,) = [numeral for numeral in find_numerals(text, lang) if numeral.role == role]
    assert set(found.values) == values


def test_a_persian_month_away_from_digits_is_a_word() -> None:
    assert [n.role for n in find_numerals("مهر و محبت", "fa")] == []


def test_new_year() -> None:
    found = gregorian(201, 1)
    assert (found.months, found.days) == ((3.0,), (1, 21.0, 20.0))


def test_hijri_dates() -> None:
    """1 Muharram 1446 was 7 July 2024 in Saudi Arabia; 1 Shawwal 1445 was 10 April 2024."""
    for (month, day, year), (there, when) in {(101, 1, 1446): (7, 7), (110, 1, 1445): (4, 10)}.items():
        found = gregorian(month, day, year)
        assert there in found.months
        assert when in found.days


def test_a_count_after_a_persian_date_is_no_part_of_it() -> None:
    """By 27 Ordibehesht 408.6 kilograms had been made: no year, and the day is no weight."""
    day, month, weight = find_numerals("تا ۲۷ اردیبهشت ۴۰۸٫۶ کیلوگرم اورانیوم", "fa")
    assert (day.role, month.role, weight.weak) == ("date", "month", False)
    assert [bool(x.units) for x in (day, month, weight)] == [False, False, True]


def test_no_era_before_the_number() -> None:
    assert era_year("in the year ", 6) is None
