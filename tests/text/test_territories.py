"""Countries in the cases that Slavic languages put them in, and behind what Arabic writes on to them."""

import pytest

from transcheck.text.territories import declined
from transcheck.text.variants import country, only_derived


@pytest.mark.parametrize(
    ("word", "lang", "code"),
    [
        ("Китая", "ru", "CN"),
        ("Россией", "ru", "RU"),
        ("Польши", "ru", "PL"),
        ("Египтом", "ru", "EG"),
        ("Саудовской Аравии", "ru", "SA"),
        ("Соединенных Штатах", "ru", "US"),
        ("України", "uk", "UA"),
        ("Польщу", "uk", "PL"),
        ("للعراق", "ar", "IQ"),
    ],
)
def test_cases_of_a_country(word: str, lang: str, code: str) -> None:
    assert country(word, lang) == code
    assert not only_derived(word, lang)


@pytest.mark.parametrize("word", ["Герман", "Росси", "Индиана", "кубок", "Малик"])
def test_words_that_only_begin_like_a_country(word: str) -> None:
    assert declined(word, "ru") is None


def test_languages_without_cases_have_none() -> None:
    assert declined("Chinas", "en") is None
