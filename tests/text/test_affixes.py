import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.data import table
from transcheck.rules.base import LANGUAGES
from transcheck.text.affixes import _affixes, bare_forms, may_be_same, stem
from transcheck.text.fold import fold


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("ar", "موسكو", "وموسكو"),
        ("ar", "بيسكوف", "لبيسكوف"),
        ("ar", "الكرملين", "بالكرملين"),
        ("ar", "المعاهدة", "للمعاهدة"),
        ("he", "ירושלים", "מירושלים"),
        ("he", "כנסת", "ובכנסת"),
        ("ru", "Путин", "Путиным"),
        ("ru", "Токаев", "Токаеву"),
        ("ru", "Москва", "Москвы"),
        ("ru", "Песков", "Пескова"),
        ("uk", "Зеленський", "Зеленського"),
        ("uk", "Усик", "Усиком"),
        ("ko", "윤석열", "윤석열은"),
        ("ko", "서울", "서울에서는"),
        ("de", "Merz", "Merz"),
        ("de", "Scholz", "SCHOLZ"),
        ("de", "Hamburg", "Hamburgs"),
        ("en", "Treaty", "treaties"[:-3] + "y"),
        ("fa", "تحریم", "تحریم‌ها"),
        ("tr", "Erdoğan", "ERDOGAN"),
        ("ja", "高市", "高市"),
    ],
)
def test_one_noun_in_two_inflections(lang: str, first: str, second: str) -> None:
    assert may_be_same(first, second, lang)
    assert may_be_same(second, first, lang)


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("ar", "بيسكوف", "بوتين"),
        ("he", "נתניהו", "גנץ"),
        ("ru", "Песков", "Путин"),
        ("ru", "Лавров", "Лавренко"),
        ("uk", "Усик", "Ф'юрі"),
        ("ko", "윤석열", "이재명"),
        ("zh", "王毅", "王沪宁"),
        ("en", "Putin", "Putney"),
    ],
)
def test_two_nouns(lang: str, first: str, second: str) -> None:
    assert not may_be_same(first, second, lang)


def test_a_short_word_keeps_its_letters() -> None:
    assert bare_forms("بن", "ar") == ("بن",)
    assert bare_forms("Ян", "ru") == ("ян",)
    assert stem("Мао", "ru") == "мао"


def test_stems() -> None:
    assert {stem(word, "ru") for word in ("Токаев", "Токаева", "Токаеву", "Токаевым", "Токаеве")} == {"токаев"}
    assert stem("日本", "ja") == "日本"
    assert stem("Straße", "xx") == "strasse"


@given(st.text(max_size=20), st.sampled_from(LANGUAGES))
def test_forms(word: str, lang: str) -> None:
    first, *rest = bare_forms(word, lang)
    assert first == fold(word)
    assert all(form in first for form in rest)
    assert [len(form) for form in rest] == sorted(map(len, rest), reverse=True)
    assert len({first, *rest}) == 1 + len(rest)
    assert (stem(word, lang) and first.startswith(stem(word, lang))) or not first


@pytest.mark.parametrize("lang", sorted(table("affixes")))
def test_the_table_is_folded(lang: str) -> None:
    prefixes, suffixes, room = _affixes(lang)
    assert room >= 1
    for affix in (*prefixes, *suffixes):
        assert affix == fold(affix)


@pytest.mark.parametrize(
    ("first", "second", "lang"), [("Зеленский", "Зеленского", "ru"), ("Зеленський", "Зеленського", "uk")]
)
def test_endings_with_a_letter_that_folds_come_off(first: str, second: str, lang: str) -> None:
    assert stem(first, lang) == stem(second, lang) != fold(first)
