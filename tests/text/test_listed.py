import pytest

from transcheck.text.listed import find_listed


@pytest.mark.parametrize(
    ("lang", "text", "name", "places"),
    [
        ("ar", "قال بيسكوف، وبيسكوف لبيسكوف وحده؛ بيسكوفا لا.", "بيسكوف", 3),
        ("he", "פסקוב אמר לפסקוב ולא פסקובים", "פסקוב", 2),
        ("ru", "Песков сказал Пескову о Пескове; Песковград", "Песков", 3),
        ("zh", "习近平与普京会晤，习近平说", "习近平", 2),
        ("ja", "習近平と会談、習近平は", "習近平", 2),
        ("ko", "푸틴은 푸틴을 푸틴", "푸틴", 3),
        ("en", "Putin's aide; Putin, Putinism, Rasputin", "Putin", 2),
        ("en", "C++ and (C++)", "C++", 2),
        ("en", "A name. A", "A", 0),
    ],
)
def test_names_are_found_as_words_whatever_clings_to_them(lang: str, text: str, name: str, places: int) -> None:
    found = list(find_listed(text, lang, (("person", name),)))
    assert [span.of(text) for span, _ in found] == [name] * places
    assert found == sorted(found)


def test_of_names_that_overlap_the_longest_counts() -> None:
    text = "Vladimir Putin met Putin"
    names = (("person", "Putin"), ("organisation", "Vladimir Putin"))
    assert [(span.of(text), kind) for span, kind in find_listed(text, "en", names)] == [
        ("Vladimir Putin", "organisation"),
        ("Putin", "person"),
    ]
    assert list(find_listed(text, "en", ())) == []
