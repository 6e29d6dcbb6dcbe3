import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.number_format import format_number, format_plain
from transcheck.text.numerals import find_numerals

LANGS = ("ar", "de", "en", "es", "fa", "fr", "he", "hi", "ja", "ko", "ru", "tr", "uk", "zh")


@pytest.mark.parametrize(
    ("value", "lang", "text"),
    [
        (45000, "en", "45,000"),
        (45000, "de", "45.000"),
        (2.5e6, "en", "2.5 million"),
        (2.5e6, "zh", "250万"),
        (1.5e9, "ru", "1,5 миллиарда"),
        (1234567, "en", "1,234,567"),
    ],
)
def test_as_news_writes_it(value: float, lang: str, text: str) -> None:
    assert format_number(value, lang).replace("\u00a0", " ") == text


def test_plain_has_no_grouping() -> None:
    assert format_plain(2026.0) == "2026"


@given(st.integers(min_value=1, max_value=10**13), st.sampled_from(LANGS))
def test_nothing_is_lost(value: int, lang: str) -> None:
    assert value in find_numerals(format_number(value, lang), lang)[0].values
