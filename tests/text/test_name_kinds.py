"""Whether a name is a person's, a place's or a body's, by the words in it and beside it."""

import pytest

from transcheck.data import table
from transcheck.model.terms import Kind
from transcheck.rules.base import LANGUAGES
from transcheck.text.name_kinds import kind_of, told_by


@pytest.mark.parametrize(
    ("name", "lang", "kind"),
    [
        ("Chinese Foreign Ministry", "en", Kind.ORGANISATION),
        ("Министерства обороны", "ru", Kind.ORGANISATION),
        ("Auswärtiges Amt", "de", Kind.ORGANISATION),
        ("وزارة الخارجية الصينية", "ar", Kind.ORGANISATION),
        ("中国外交部", "zh", Kind.ORGANISATION),
        ("국방부", "ko", Kind.ORGANISATION),
        ("Lake Baikal", "en", Kind.PLACE),
        ("Саудовской Аравии", "ru", Kind.PLACE),
        ("Ankara Üniversitesi", "tr", Kind.ORGANISATION),
        ("NATO", "en", Kind.ORGANISATION),
        ("Peskov", "en", None),
    ],
)
def test_kinds_by_the_name(name: str, lang: str, kind: Kind | None) -> None:
    assert kind_of(name, lang) is kind


@pytest.mark.parametrize(
    ("before", "name", "after", "lang", "kind"),
    [
        ("Mr", "Peskov", "", "en", Kind.PERSON),
        ("министр", "Лавров", "", "ru", Kind.PERSON),
        ("الرئيس", "بزشكيان", "", "ar", Kind.PERSON),
        ("", "石破", "首相", "ja", Kind.PERSON),
        ("in", "Bellingham", "", "en", Kind.PLACE),
    ],
)
def test_kinds_by_the_words_beside(before: str, name: str, after: str, lang: str, kind: Kind) -> None:
    assert kind_of(name, lang, before, after) is kind


def test_words_in_any_inflection() -> None:
    assert told_by("президента", "ru") is Kind.PERSON
    assert told_by("والوزارة", "ar") is Kind.ORGANISATION
    assert told_by("tomorrow", "en") is None


def test_every_language_has_its_words() -> None:
    assert table("name_kinds").keys() == set(LANGUAGES)
    assert all({"organisations", "places", "people"} <= row.keys() for row in table("name_kinds").values())
