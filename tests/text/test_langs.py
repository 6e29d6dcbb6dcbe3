import pytest

from transcheck.errors import InputError, UsageError
from transcheck.text.langs import check_encodable, language_name, languages, parse_lang

NEWS_LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "hi", "ja", "ko", "ru", "tr", "uk", "zh")


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("AR", "ar"),
        ("zh-Hans", "zh"),
        ("pt_BR", "pt"),
        ("iw", "he"),
        ("sr-Latn-RS", "sr"),
        ("nb", "no"),
        (" fa ", "fa"),
    ],
)
def test_a_tag_is_read_by_its_primary_subtag(tag: str, code: str) -> None:
    assert parse_lang(tag) == code


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("jp", "ja"),
        ("arabic", "ar"),
        ("Farsi", "fa"),
        ("ukr", "uk"),
        ("germann", "de"),
        ("cn", "zh"),
        ("xx", ""),
        ("", ""),
        ("en;", ""),
    ],
)
def test_an_unknown_code_is_wrong_usage_with_a_suggestion(wrong: str, meant: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_lang(wrong)
    assert error.value.exit_code == 2
    assert error.value.hint
    assert not meant or repr(meant) in error.value.hint


def test_the_encoder_knows_the_languages_of_xlm_r() -> None:
    for code in NEWS_LANGUAGES:
        check_encodable(code)
    assert sum(language.encoder for language in languages().values()) == 95
    assert len(languages()) == 184
    with pytest.raises(InputError, match=r"Tibetan \(bo\)"):
        check_encodable("bo")


def test_names() -> None:
    assert language_name("uk") == "Ukrainian (uk)"
    assert language_name("ceb") == "ceb"
