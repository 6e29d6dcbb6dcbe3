"""Forms of one name, and house spellings of one sound."""

import pytest

from transcheck.text.variants import glued, near_spelling, same_form, slip, slip_in_stem, spelled_alike


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
        ("Cameroun", "Cameroon", "en"),
        ("Павел", "Павла", "ru"),
        ("Nouvel", "Nouvelle", "fr"),
        ("Labour", "Labor", "en"),
        ("Karibik", "Karibische", "de"),
        ("कैरेबियन", "कैरेबियाई", "hi"),
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
    assert glued("بروكلينقبل", "بروكلين", "ar")
    assert not glued("Peskov", "Peskova", "en")


def test_an_article_prefix_does_not_hide_a_lost_space() -> None:
    assert glued("مجلةواشنطن", "لواشنطن", "ar")
    assert not glued("لواشنطن", "واشنطن", "ar")


def test_a_vowel_that_other_cases_drop_makes_no_other_form() -> None:
    assert same_form("Кубок", "Кубка", "ru")
    assert same_form("Кубку", "Кубок", "uk")
    assert not same_form("Кубок", "Кубань", "ru")


def test_particles_follow_names_of_one_syllable() -> None:
    assert same_form("밴은", "밴", "ko")
    assert same_form("켈리로부터", "켈리는", "ko")
    assert not same_form("밴쿠버", "밴", "ko")


def test_an_ending_does_not_leave_a_family() -> None:
    assert same_form("Katalonien", "katalanischen", "de")
    assert same_form("Senatosu", "Senatör", "tr")


def test_letters_that_changed_places_are_no_house_style() -> None:
    assert spelled_alike("بوتين", "بوتن", "ar")
    assert not spelled_alike("بوتين", "بويتن", "ar")
    assert spelled_alike("ستيرلنغ", "إستيرلنغ", "ar")


@pytest.mark.parametrize(
    ("first", "second", "lang", "near"),
    [
        ("غوتيريش", "غوتيريس", "ar", True),
        ("الرومان", "الرحمن", "ar", False),
        ("الجزر", "جزيرة", "ar", False),
        ("एर्डोगन", "एर्दोगन", "hi", True),
    ],
)
def test_near_spelling(first: str, second: str, lang: str, near: bool) -> None:
    assert near_spelling(first, second, lang) == near
