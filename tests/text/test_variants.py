"""Forms of one name, and house spellings of one sound."""

import pytest

from transcheck.text.variants import glued, same_form, slip, slip_in_stem, spelled_alike


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        ("ولي", "لي", "ar"),
        ("Київ", "Києвом", "uk"),
        ("Львів", "Львові", "uk"),
        ("לוויילס", "ויילס", "he"),
        ("데이비스씨는", "데이비스", "ko"),
        ("ज़ोया", "जोया", "hi"),
        ("Песков", "Пескову", "ru"),
        ("Iran", "Iranian", "en"),
    ],
)
def test_one_form(first: str, second: str, lang: str) -> None:
    assert same_form(first, second, lang)
    assert same_form(second, first, lang)


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        ("Sainsbury", "Sainsbur", "en"),
        ("Peskov", "Beskov", "en"),
        ("بيسكوف", "بيسكون", "ar"),
        ("Київ", "Кишинів", "uk"),
    ],
)
def test_two_forms(first: str, second: str, lang: str) -> None:
    assert not same_form(first, second, lang)


@pytest.mark.parametrize(
    ("first", "second", "lang", "alike"),
    [
        ("هاميلتون", "هاملتون", "ar", True),
        ("غراهام", "جراهام", "ar", True),
        ("غوتيريش", "غوتيريس", "ar", False),
        ("بيسكوف", "بيسكوم", "ar", False),
        ("リヴィングストン", "リビングストン", "ja", True),
        ("סטורידג", "סטרידג", "he", True),
        ("סורידג", "סטרידג", "he", False),
        ("सैफुलो", "सैफुलौ", "hi", True),
        ("Kavanaugh", "Kavanaug", "en", False),
    ],
)
def test_house_spellings(first: str, second: str, lang: str, alike: bool) -> None:
    assert spelled_alike(first, second, lang) is alike


def test_hangul_slips_count_by_letters() -> None:
    assert slip("문형배", "뭄형배")
    assert not slip("보타스", "루이스")
    assert slip_in_stem("베늘린을", "베를린과", "ko")


def test_a_lost_space_is_no_slip_of_the_name() -> None:
    assert glued("بروكلينقبل", "بروكلين")
    assert not glued("Peskov", "Peskova")
