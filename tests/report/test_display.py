import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from transcheck.report.terminal.display import is_rtl, isolated, plain


def test_control_characters_become_visible() -> None:
    assert plain("a\x00b\x1b[31mc\x7f\x9b") == "a␀b␛[31mc␡\ufffd"


def test_every_white_space_is_one_space() -> None:
    assert plain("one\n two\t\u2028three\r\n") == "one two three "


def test_bidi_controls_and_byte_order_marks_are_gone_but_persian_joiners_stay() -> None:
    assert plain("\ufeffabc\u202edef\u2066\u200f") == "abcdef"
    assert plain("می\u200cخواهد") == "می\u200cخواهد"


def test_lone_surrogates_are_replaced() -> None:
    assert plain("a\ud800b") == "a\ufffdb"


def test_right_to_left_names_in_a_sentence_are_isolated() -> None:
    assert isolated('"Peskoff" for دميتري بيسكوف, twice') == '"Peskoff" for \u2068دميتري بيسكوف\u2069, twice'
    assert isolated("nothing to do, Путин 普京") == "nothing to do, Путин 普京"


@given(st.text())
def test_nothing_unsafe_passes(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not any(char in shown for char in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_direction_of_languages() -> None:
    assert [lang for lang in ("ar", "fa", "he", "ur", "yi", "en", "ru", "zh", "hi", "tr", "xx") if is_rtl(lang)] == [
        "ar", "fa", "he", "ur", "yi",
    ]  # fmt: skip
