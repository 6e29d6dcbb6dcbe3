"""ACC002 on pairs made by hand: no encoder is needed to see that something was not translated."""

import pytest

from transcheck.model.align import Bead
from transcheck.model.prepared import Prepared
from transcheck.model.text import ArticlePair
from transcheck.read.files import article_from_text
from transcheck.rules.accuracy.untranslated import RULE, Params


def flagged(source_lang: str, source: str, target_lang: str, target: str, params: Params | None = None) -> list[str]:
    pair = ArticlePair("x", article_from_text(source, source_lang), article_from_text(target, target_lang))
    everything = Bead(tuple(range(len(pair.source.segments))), tuple(range(len(pair.target.segments))), 1.0)
    doc = Prepared(pair=pair, beads=(everything,), source_words=(), target_words=(), word_links=())
    found = list(RULE.check(doc, params or RULE.params))
    assert all(f.source for f in found)
    return [f.target[0].of(target) for f in found]


SPANISH = "El alcalde inauguró el puente el lunes. Las obras costaron diez millones de euros. El tráfico mejora."


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (
            "The mayor opened the bridge on Monday. Las obras costaron diez millones de euros. Traffic is better.",
            ["Las obras costaron diez millones de euros"],
        ),
        (
            "The mayor opened the bridge on Monday. The work, which was paid by the city, costaron diez millones de euros.",
            ["costaron diez millones de euros"],
        ),
        ("The mayor opened the bridge on Monday. The work cost ten million euros. Traffic is better.", []),
    ],
)
def test_languages_of_one_script(target: str, expected: list[str]) -> None:
    assert flagged("es", SPANISH, "en", target) == expected


def test_every_sentence_is_a_finding_of_its_own() -> None:
    source = "Ціни зросли на третину. Попит на квартири впав удвічі. Банки чекають."
    target = "Prices are up by a third. Попит на квартири впав удвічі. Банки чекають."
    assert flagged("uk", source, "en", target) == ["Попит на квартири впав удвічі", "Банки чекають"]


@pytest.mark.parametrize(
    ("source_lang", "source", "target_lang", "target"),
    [
        ("ru", "Партия «Единая Россия» победила.", "en", "The party United Russia (Единая Россия) won."),
        ("en", "She works for the Bank of America in New York.", "ar", "تعمل في Bank of America في نيويورك."),
        ("en", "He read The Lord of the Rings twice.", "fr", "Il a lu The Lord of the Rings deux fois."),
        (
            "fr",
            "Il a dit : « Yes we can, we will never give up. »",
            "en",
            "He said: “Yes we can, we will never give up.”",
        ),
        ("de", "Das Lied „Über den Wolken“ wurde gespielt.", "en", "The song “Über den Wolken” was played."),
        ("en", "Dundee Stars 5-3 Belfast Giants", "de", "Dundee Stars 5-3 Belfast Giants"),
        ("ko", "그는 “한강의 기적”을 언급했다.", "en", "He mentioned the “Miracle on the Han” (한강의 기적)."),
        (
            "en",
            "Read more at www.example.org/how-to-read-the-news",
            "ja",
            "続きは www.example.org/how-to-read-the-news で",
        ),
    ],
)
def test_what_is_kept_on_purpose(source_lang: str, source: str, target_lang: str, target: str) -> None:
    assert flagged(source_lang, source, target_lang, target) == []


@pytest.mark.parametrize(
    ("source_lang", "target_lang", "sentence"),
    [
        ("ja", "zh", "首相は2年前倒しする方針を示した。"),
        ("zh", "ja", "双方同意在三月举行下一轮会谈。"),
        ("fa", "ar", "وزیر گفت که HIV در کشور کاهش یافته است."),
    ],
)
def test_languages_that_share_a_script_without_capitals(source_lang: str, target_lang: str, sentence: str) -> None:
    found = flagged(source_lang, sentence, target_lang, sentence)
    assert len(found) == 1
    assert found[0] in sentence


def test_an_acronym_inside_an_untranslated_sentence() -> None:
    source = "미국 CNN에서 이 장면이 생중계로 방영되었다."
    assert flagged("ko", source, "en", source) == ["미국 CNN에서 이 장면이 생중계로 방영되었다"]


def test_the_least_length_can_be_set() -> None:
    source, target = "Он сказал: мир нужен всем. Точка.", "He said: мир нужен всем. That was it."
    assert flagged("ru", source, "en", target) == []
    assert flagged("ru", source, "en", target, Params(min_words=3)) == ["мир нужен всем"]
