"""What a bead gains when a name of it is left out."""

from collections.abc import Callable, Iterable

import pytest

from transcheck.align.left_out import gains, measured, sentence_without
from transcheck.align.pair import align
from transcheck.config.schema import EMBEDDED
from transcheck.model.encoded import Encoded
from transcheck.model.text import Article, ArticlePair, Side, Span
from transcheck.pipeline import sentences
from transcheck.read.files import article_from_text

Encode = Callable[[Iterable[str]], dict[str, Encoded]]


def _place(article: Article, text: str) -> Span:
    start = article.text.index(text)
    return Span(start, start + len(text))


def test_the_sentence_without_a_name_keeps_its_other_words() -> None:
    article = article_from_text("It rained. Lavrov said that Fidan would come.", "en")
    assert sentence_without(article, _place(article, "Lavrov")) == "said that Fidan would come."
    assert sentence_without(article, _place(article, "Fidan")) == "Lavrov said that would come."


@pytest.mark.parametrize(
    ("lang", "source", "target", "right", "wrong"),
    [
        ("ar", "قال بيسكوف إن موسكو تنتظر ردا من باريس.", "Peskov said Moscow was waiting for a reply from {}.", "Paris", "Tokyo"),
        ("ru", "Лавров прилетел в Анкару на переговоры.", "Lavrov flew to {} for talks.", "Ankara", "Berlin"),
        ("zh", "王毅周二在东京会见了日本外相。", "Wang Yi met the Japanese minister in {} on Tuesday.", "Tokyo", "Nairobi"),
        ("de", "Scholz traf am Montag in Warschau ein.", "Scholz arrived in {} on Monday.", "Warsaw", "Madrid"),
        ("fa", "ماکرون روز دوشنبه وارد تهران شد.", "Macron arrived in {} on Monday.", "Tehran", "Ottawa"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_missed_less_than_the_right_one(
    encode: Encode, lang: str, source: str, target: str, right: str, wrong: str
) -> None:
    found = []
    for name in (right, wrong):
        article = article_from_text(target.format(name), "en")
        pair = ArticlePair("x", article_from_text(source, lang), article)
        encoded = encode(sentences(pair))
        place = 0, Side.TARGET, _place(article, name)
        found += gains(align(pair, encoded, EMBEDDED), [place], encoded, EMBEDDED, encode)
    assert found[0] < found[1]


def test_a_sentence_that_is_nothing_but_the_name_says_nothing(encode: Encode) -> None:
    pair = ArticlePair("x", article_from_text("Париж", "ru"), article_from_text("Paris", "en"))
    encoded = encode(sentences(pair))
    place = 0, Side.TARGET, Span(0, 5)
    assert gains(align(pair, encoded, EMBEDDED), [place], encoded, EMBEDDED, encode) == [0.0]


def test_nothing_is_encoded_where_nothing_is_asked(encode: Encode) -> None:
    pair = ArticlePair("x", article_from_text("Париж", "ru"), article_from_text("Paris", "en"))
    encoded = encode(sentences(pair))

    def never(texts: Iterable[str]) -> dict[str, Encoded]:
        raise AssertionError(texts)

    assert gains(align(pair, encoded, EMBEDDED), [], encoded, EMBEDDED, never) == []


def test_another_encoder_is_not_trusted_with_it() -> None:
    assert measured(EMBEDDED, "ar", "en")
    assert not measured("hub/model", "ar", "en")
