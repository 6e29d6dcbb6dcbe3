"""Persian dates, Hijri months and eras in Gregorian terms."""

import pytest

from transcheck.text.numerals import find_numerals
from transcheck.text.other_calendars import era_year, gregorian

DATES = [
    ("fa", "۲۰ بهمن ۱۴۰۴", "month", {2.0}),
    ("fa", "۲۰ بهمن ۱۴۰۴", "year", {1404.0, 2025.0, 2026.0}),
    ("fa", "در بهمن ۱۴۰۴", "month", {1.0, 2.0}),
    ("en", "the 1st of Farvardin", "month", {3.0}),
    ("ar", "10 رمضان 1446", "month", {109.0}),
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
    assert gregorian(201, 1) == ((3.0,), (1, 21.0, 20.0))


def test_no_era_before_the_number() -> None:
    assert era_year("in the year ", 6) is None
