"""Weekdays, yesterday and tomorrow in every language."""

import pytest

from transcheck.data import table
from transcheck.rules.base import LANGUAGES
from transcheck.text.number_fold import fold
from transcheck.text.weekdays import find_days

DAYS = [
    ("ar", "أعلن أمس الأربعاء وللجمعة", [("أمس", -1), ("الأربعاء", 3), ("للجمعة", 5)]),
    ("de", "Am Montagabend und gestern, am Karfreitag", [("Montagabend", 1), ("gestern", -1), ("Karfreitag", 5)]),
    ("de", "am nächsten Morgen, heute morgen", []),
    ("en", "on Tuesdays and tomorrow; the day before yesterday", [("Tuesdays", 2), ("tomorrow", 1)]),
    ("es", "el domingo por la mañana en Santo Domingo", [("domingo", 7)]),
    ("fa", "سه‌شنبه و پنج شنبه و شنبه", [("سه‌شنبه", 2), ("پنج شنبه", 4), ("شنبه", 6)]),
    ("fr", "dimanche et après-demain", [("dimanche", 7)]),
    ("he", "ביום שלישי ובשבת, הפרק השני", [("יום שלישי", 2), ("שבת", 6)]),
    ("hi", "सोमवार को", [("सोमवार", 1)]),
    ("ja", "4日（金）と月曜日", [("日（金）", 5), ("月曜日", 1)]),
    ("ko", "지난 월요일에", [("월요일", 1)]),
    ("ru", "в среду об охране окружающей среды", [("среду", 3)]),
    ("tr", "Salı'dan pazar gününe, pazarda", [("Salı'dan", 2), ("pazar gününe", 7)]),
    ("uk", "у п’ятницю серед людей", [("п’ятницю", 5)]),
    ("zh", "本周三，每周一次", [("周三", 3)]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), DAYS)
def test_days_are_found(lang: str, text: str, expected: list[tuple[str, int]]) -> None:
    folded = fold(text, lang)
    found = find_days(folded, text, lang)
    assert [(folded.span(day.start, day.end).of(text), day.value) for day in found] == expected


def test_every_language_has_seven_days() -> None:
    assert {lang: len(entry["weekday"]) for lang, entry in table("weekdays").items()} == dict.fromkeys(LANGUAGES, 7)


def test_another_language_has_none() -> None:
    assert find_days(fold("lunedì", "it"), "lunedì", "it") == []
