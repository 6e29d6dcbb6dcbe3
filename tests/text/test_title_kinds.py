"""What kind of instrument a text says it speaks of."""

import pytest

from transcheck.data import table
from transcheck.model.text import Span
from transcheck.rules.base import LANGUAGES
from transcheck.text.title_kinds import descriptions, fits, kinds_named
from transcheck.text.title_table import instruments


@pytest.mark.parametrize(
    ("lang", "text", "phrase", "kind"),
    [
        ("en", "the end of a treaty on nuclear non-proliferation", "non-proliferation", "non-proliferation"),
        ("en", "the last bilateral nuclear disarmament treaty", "disarmament", "arms control"),
        ("fr", "un nouvel accord commercial", "commercial", "trade"),
        ("es", "el tratado de paz con los vecinos", "paz", "peace"),
        ("de", "ein neues Handelsabkommen", "Handelsabkommen", "trade"),
        ("ru", "договор о нераспространении", "нераспространении", "non-proliferation"),
        ("uk", "нову мирну угоду", "мирну", "peace"),
        ("tr", "yeni ticaret anlaşması", "ticaret", "trade"),
        ("ar", "معاهدة الحد من التسلح", "الحد من التسلح", "arms control"),
        ("fa", "توافق تجاری تازه", "تجاری", "trade"),
        ("he", "אמנה למניעת הפצת נשק גרעיני", "למניעת הפצת", "non-proliferation"),
        ("hi", "नया व्यापार समझौता", "व्यापार", "trade"),
        ("zh", "新的核不扩散条约", "核不扩散", "non-proliferation"),
        ("ja", "新たな軍縮条約", "軍縮", "arms control"),
        ("ko", "새로운 평화 협정", "평화", "peace"),
    ],
)
def test_descriptions_stand_beside_a_head_noun(lang: str, text: str, phrase: str, kind: str) -> None:
    assert [(d.phrase.of(text), d.kind) for d in descriptions(text, lang)] == [(phrase, kind)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The treaty expired, and peace is far away."),
        ("en", "Trade talks went on."),
        ("ru", "Договор истёк. Торговля растёт."),
        ("zh", "条约失效后，和平更加遥远。"),
    ],
)
def test_words_away_from_a_head_noun_describe_nothing(lang: str, text: str) -> None:
    assert not descriptions(text, lang)


def test_a_phrase_after_a_title_is_said_of_it() -> None:
    text = "the end of New START on nuclear non-proliferation"
    at = text.index("New START")
    (found,) = descriptions(text, "en", [Span(at, at + 9)])
    assert found.whole.of(text) == "New START on nuclear non-proliferation"


def test_kinds_are_found_without_a_head_noun_where_only_that_is_asked() -> None:
    assert kinds_named("Торговля и климат", "ru") >= {"trade"}
    assert kinds_named("nothing of the sort", "en") == frozenset()


def test_every_kind_fits_kinds_of_the_table_and_has_all_languages() -> None:
    known = frozenset().union(*(instrument.kinds for instrument in instruments().values()))
    for kind, row in table("title_kinds").items():
        assert fits(kind) <= known
        assert set(row["phrases"]) == set(LANGUAGES)
