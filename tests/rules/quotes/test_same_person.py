"""A name that differs in its letters only, or is short for the one expected, puts nothing in anybody's mouth."""

import regex

from transcheck.model.align import Bead
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Mention, NameLink, Quote, QuoteLink
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Span
from transcheck.rules.quotes.quote_altered import RULE as ALTERED
from transcheck.rules.quotes.speaker_changed import RULE as SPEAKER


def _article(text: str, lang: str) -> Article:
    return Article(text, lang, (Segment(Span(0, len(text)), SegmentKind.SENTENCE, 0),))


def _span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def _quote(text: str, words: str, speaker: str) -> Quote:
    return Quote(Kind.QUOTE, _span(text, f"«{words}»"), words, _span(text, words), True, _span(text, speaker))


def _lone(text: str, name: str, *, source: bool, official: tuple[str, ...] = ()) -> NameLink:
    mention = Mention(Kind.PERSON, _span(text, name), name.lower())
    pair = (mention, None) if source else (None, mention)
    return NameLink(Kind.PERSON, *pair, 0, 0.9, "for the test", official)


def _prepared(
    source: str, target: str, quotes: tuple[Quote, Quote], *names: Link, langs: tuple[str, str] = ("ru", "en")
) -> Prepared:
    pair = ArticlePair("a", _article(source, langs[0]), _article(target, langs[1]))
    link = QuoteLink(Kind.QUOTE, *quotes, 0, 0.9, "for the test", marked=True, rendered=0.9, in_marks=0.9)
    words = tuple(Span(*match.span()) for match in regex.finditer(r"\p{L}+", source))
    return Prepared(pair, (Bead((0,), (0,), 0.9),), words, (), (), links=(*names, link))


def test_another_name_inside_a_quotation_is_reported_a_short_form_is_not() -> None:
    source = "«Такой игрок, как Шакири, всегда смотрит вперёд», — сказал Купер."
    for name, reported in (("Salah", 1), ("Shaq", 0), ("Shaqiri", 0)):
        target = f"«A player like {name} always looks forward», Cooper said."
        quotes = (
            _quote(source, "Такой игрок, как Шакири, всегда смотрит вперёд", "Купер"),
            _quote(target, f"A player like {name} always looks forward", "Cooper"),
        )
        lost, added = _lone(source, "Шакири", source=True, official=("Shaqiri",)), _lone(target, name, source=False)
        assert len(list(ALTERED.check(_prepared(source, target, quotes, lost, added), ALTERED.params))) == reported


def test_letters_of_a_name_abbreviate_it_in_a_quotation() -> None:
    source = "«До границы Аризоны осталось сорок миль», — сказал Купер."
    for name, reported in (("AZ", 0), ("Alaska", 1), ("AK", 1)):
        target = f"«It is forty miles to the border of {name}», Cooper said."
        quotes = (
            _quote(source, "До границы Аризоны осталось сорок миль", "Купер"),
            _quote(target, f"It is forty miles to the border of {name}", "Cooper"),
        )
        lost, added = _lone(source, "Аризоны", source=True, official=("Arizona",)), _lone(target, name, source=False)
        assert len(list(ALTERED.check(_prepared(source, target, quotes, lost, added), ALTERED.params))) == reported


def test_a_name_with_a_country_in_it_is_an_office_not_a_speaker() -> None:
    target = "«We will not leave», Energy said."
    for name, reported in (("энергетики России", 0), ("Фидан", 1)):
        source = f"«Мы не уйдём», — сказал {name}."
        quotes = (_quote(source, "Мы не уйдём", name), _quote(target, "We will not leave", "Energy"))
        lost, added = _lone(source, name, source=True), _lone(target, "Energy", source=False)
        assert len(list(SPEAKER.check(_prepared(source, target, quotes, lost, added), SPEAKER.params))) == reported


def test_another_speaker_is_reported_the_same_name_or_a_party_is_not() -> None:
    source = "«Мы не уйдём», — сказал Фидан."
    for name, reported in (("Lavrov", 1), ("Fidan", 0), ("Labour MP", 0)):
        target = f"«We will not leave», {name} said."
        quotes = (_quote(source, "Мы не уйдём", "Фидан"), _quote(target, "We will not leave", name))
        lost, added = _lone(source, "Фидан", source=True), _lone(target, name, source=False)
        assert len(list(SPEAKER.check(_prepared(source, target, quotes, lost, added), SPEAKER.params))) == reported


def test_whom_the_speaker_told_stands_on_both_sides() -> None:
    source = "«Ми чекаємо», – розказав він кореспонденту Прес."
    for hearer, reported in (("Press", 0), ("the agency", 1)):
        target = f"«We are waiting», Lavrov told {hearer}."
        quotes = (_quote(source, "Ми чекаємо", "Прес"), _quote(target, "We are waiting", "Lavrov"))
        doc = _prepared(source, target, quotes, _lone(target, "Lavrov", source=False), langs=("uk", "en"))
        assert len(list(SPEAKER.check(doc, SPEAKER.params))) == reported
    source, target = "«We are waiting», they told Ana Mundo.", "«Мы ждём», — сказал Лавров газете Мундо."
    quotes = (_quote(source, "We are waiting", "Ana Mundo"), _quote(target, "Мы ждём", "Лавров"))
    doc = _prepared(source, target, quotes, _lone(target, "Лавров", source=False), langs=("en", "ru"))
    assert not list(SPEAKER.check(doc, SPEAKER.params))


def test_a_capital_that_only_begins_the_sentence_names_nobody() -> None:
    target = "Asamblea dijo: «No queremos esta ley»."
    for subject, reported in (("Nobody", 0), ("Ask Fidan. Fidan", 1)):
        source = f"{subject} said: «We do not want this law»."
        who = subject.split()[-1]
        quotes = (_quote(source, "We do not want this law", who), _quote(target, "No queremos esta ley", "Asamblea"))
        added = _lone(target, "Asamblea", source=False)
        doc = _prepared(source, target, quotes, added, langs=("en", "es"))
        assert len(list(SPEAKER.check(doc, SPEAKER.params))) == reported
