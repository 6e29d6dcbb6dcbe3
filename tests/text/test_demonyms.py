"""A place and its people, where names take no cases."""

import pytest

from transcheck.text.calendar_names import calendar_words
from transcheck.text.demonyms import one_place


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        ("Florida", "Floridians", "en"),
        ("Rome", "Roman", "en"),
        ("Arab", "Arabia", "en"),
        ("India", "Indies", "en"),
        ("Indian", "Indies", "en"),
        ("Römer", "Römische", "de"),
        ("Sicilia", "sicilianos", "es"),
        ("Californie", "californiens", "fr"),
    ],
)
def test_one_place(first: str, second: str, lang: str) -> None:
    assert one_place(first, second, lang)
    assert one_place(second, first, lang)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Davis", "Davies"), ("Peskov", "Beskov"), ("Macron", "Marcon"), ("Rome", "Rhone"), ("Wayde", "Wade")],
)
def test_no_place(first: str, second: str) -> None:
    assert not one_place(first, second, "en")


def test_days_are_no_names() -> None:
    assert {"tuesday", "thursday", "march"} <= calendar_words("en")
    assert "mardi" in calendar_words("fr")
