"""Numbers of the two sides, one line a bead."""

import pytest

from transcheck.link.quantities import link_quantities
from transcheck.model.align import Aligned, Bead, WordLink
from transcheck.model.terms import Link
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Span


def article(lines: list[str], lang: str) -> Article:
    segments, at = [], 0
    for n, line in enumerate(lines):
        segments.append(Segment(Span(at, at + len(line)), SegmentKind.SENTENCE, n))
        at += len(line) + 1
    return Article("\n".join(lines), lang, tuple(segments))


def aligned(source_lang: str, target_lang: str, source: list[str], target: list[str]) -> Aligned:
    pair = ArticlePair("test", article(source, source_lang), article(target, target_lang))
    beads = tuple(Bead((n,), (n,), 0.9) for n in range(len(source)))
    return Aligned(pair, beads, (), (), ())


def links(source_lang: str, target_lang: str, source: str, target: str) -> tuple[Link, ...]:
    return link_quantities(aligned(source_lang, target_lang, source.split("\n"), target.split("\n")))


def alone(found: tuple[Link, ...], least: float) -> list[Link]:
    """Links of one side that are at least so sure."""
    return [x for x in found if (x.source is None or x.target is None) and x.confidence >= least]


SAME = [
    ("ar", "en", "قُتل ٤٥ ألف شخص", "45,000 people were killed"),
    ("ar", "en", "قبل عامين", "two years ago"),
    ("ar", "en", "10 شباط", "February 10"),
    ("ru", "en", "в 15:00 10 фев.", "at 3 p.m. on 10 February"),
    ("ru", "en", "1,47 млн рублей", "1.5 million roubles"),
    ("ru", "en", "в ХХ веке", "in the 20th century"),
    ("en", "ru", "the 1980s", "в 80-х годах"),
    ("en", "ru", "200 miles away", "в 320 км"),
    ("en", "de", "half a million", "500.000"),
    ("en", "zh", "two decades", "20年"),
    ("en", "zh", "half the voters", "50%的选民"),
    ("zh", "en", "三成", "30 percent"),
    ("zh", "en", "三分之二", "two thirds"),
    ("en", "fr", "a dozen people", "12 personnes"),
    ("en", "ja", "5:30pm", "午後5時半"),
    ("en", "de", "3.14", "3,14"),
    ("hi", "en", "2,45,000", "245,000"),
    ("ko", "ja", "12억 원", "12億ウォン"),
    ("he", "en", "ב-15:30", "at 3.30pm"),
    ("fa", "en", "۲۶ مهر (۱۸ اکتبر)", "October 18"),
    ("en", "fr", "$102 million", "102 millions de dollars (88 millions d'euros)"),
    ("en", "de", "some 45 people\nand 60 more", "etwa 60\nund 45 weitere"),
    ("fr", "en", "un écart de 0,8 point", "a gap of 80 basis points"),
    ("zh", "en", "下调0.5个百分点", "cut by 50 basis points"),
    ("ko", "en", "응답자의 70%가", "seven in ten respondents"),
    ("de", "ar", "30 Prozent der Frauen", "ثلاث من كل عشر نساء"),
    ("en", "ja", "70 percent were in favor", "10人に7人が賛成した"),
    ("en", "ja", "18 months after the deal", "合意から1年半後"),
    ("he", "en", "אחרי שלוש שנים וחצי", "after 42 months"),
    ("ja", "en", "金利を0.1%から0.2%に上げた", "doubled the rate to 0.2 percent"),
    ("de", "en", "jeder Fünfte", "20 percent of them"),
    ("ru", "en", "более 30 лет назад", "decades ago"),
    ("ar", "en", "15 رمضان 1445", "March 25, 2024"),
    ("en", "fa", "on May 17 408 kilograms had been made", "تا ۲۷ اردیبهشت ۴۰۸ کیلوگرم ساخته شد"),
]


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), SAME)
def test_nothing_is_left_alone(source_lang: str, target_lang: str, source: str, target: str) -> None:
    assert alone(links(source_lang, target_lang, source, target), 0.5) == []


DIFFERENT = [
    ("ar", "en", "٤٥ ألف", "54,000"),
    ("ru", "en", "1,5 млрд", "1.5 million"),
    ("en", "ru", "30,000 people", "30 008 человек"),
    ("en", "de", "in 1987", "im Jahr 1978"),
    ("en", "zh", "45 percent", "54%"),
    ("en", "fr", "in 363", "en 360"),
    ("en", "es", "100 meters (328 feet)", "100 metros (358 pies)"),
    ("fr", "en", "un écart de 0,8 point", "a gap of 90 basis points"),
]


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), DIFFERENT)
def test_a_difference_leaves_both_alone(source_lang: str, target_lang: str, source: str, target: str) -> None:
    found = alone(links(source_lang, target_lang, source, target), 0.3)
    assert sorted((x.source is None, x.target is None) for x in found) == [(False, True), (True, False)]


BY_DATE = [
    ("ja", "en", "17年ぶりの高さとなった", "the highest since 2008"),
    ("zh", "en", "今年增长5%", "growth of 5 percent in 2025"),
    ("en", "de", "in December last year", "im Dezember 2024"),
]


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), BY_DATE)
def test_what_the_dateline_tells_is_not_missed(source_lang: str, target_lang: str, source: str, target: str) -> None:
    lines = (["東京、2025年1月24日", source], ["TOKYO, Jan. 24, 2025", target])
    pair = aligned(source_lang, target_lang, *lines)
    articles = [
        Article(x.text, x.lang, (Segment(x.segments[0].span, SegmentKind.DATELINE, 0), *x.segments[1:]))
        for x in (pair.pair.source, pair.pair.target)
    ]
    found = link_quantities(Aligned(ArticlePair("test", *articles), pair.beads, (), (), ()))
    assert [x for x in alone(found, 0.5) if x.bead] == []


def test_a_month_is_not_looked_for_elsewhere_where_a_link_gives_its_rendering() -> None:
    """The month of the first line became June; November stands in the second line of the translation only."""
    pair = aligned(
        "de", "en", ["die Wahlen im November", "sie kandidiert"], ["the June elections", "in November she runs"]
    )
    source, target = pair.pair.source.text, pair.pair.target.text
    words = tuple(Span(source.index(w), source.index(w) + len(w)) for w in ("November",))
    theirs = tuple(Span(target.index(w), target.index(w) + len(w)) for w in ("June", "November"))
    found = link_quantities(Aligned(pair.pair, pair.beads, words, theirs, (WordLink(0, 0, 0.6),)))
    assert [(bool(x.source), bool(x.target)) for x in found] == [(True, False), (False, True), (False, True)]
    assert link_quantities(pair)[0].target is not None


def test_order_confidence_and_reason() -> None:
    found = links("en", "de", "45 of 60 and 70", "70 von 60 und 46")
    assert [x.source is None for x in found] == [False, False, False, True]
    assert all(0 <= x.confidence <= 1 and x.why for x in found)


def test_spans_are_in_the_article() -> None:
    pair = aligned("en", "de", ["none", "there were 45"], ["keine", "es waren 45"])
    (link,) = link_quantities(pair)
    assert link.source is not None and link.target is not None
    assert link.source.span.of(pair.pair.source.text) == link.target.span.of(pair.pair.target.text) == "45"
    assert link.bead == 1


def test_empty_beads() -> None:
    pair = ArticlePair("test", article(["45 men"], "en"), article(["x"], "de"))
    found = link_quantities(Aligned(pair, (Bead((0,), (), 0.0), Bead((), (0,), 0.0)), (), (), ()))
    assert [x.target for x in found] == [None]
