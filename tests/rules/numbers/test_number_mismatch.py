"""The rules on linked numbers, one line a bead: one difference draws one finding, of one of them."""

import pytest

from transcheck.link.quantities import link_quantities
from transcheck.model.align import Aligned, Bead
from transcheck.model.findings import Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Span
from transcheck.rules.numbers.number_mismatch import RULE
from transcheck.rules.registry import all_rules


def article(text: str, lang: str) -> Article:
    return Article(text, lang, (Segment(Span(0, len(text)), SegmentKind.SENTENCE, 0),))


def findings(source_lang: str, target_lang: str, source: str, target: str) -> list[Finding]:
    pair = ArticlePair("test", article(source, source_lang), article(target, target_lang))
    aligned = Aligned(pair, (Bead((0,), (0,), 0.9),), (), (), ())
    doc = Prepared(pair, aligned.beads, (), (), (), links=link_quantities(aligned))
    rules = [rule for code, rule in all_rules().items() if code.startswith("NUM")]
    return [finding for rule in rules for finding in rule.check(doc, rule.params)]


@pytest.mark.parametrize("example", RULE.examples, ids=lambda e: e.target[:30])
def test_examples(example: object) -> None:
    found = findings(example.source_lang, example.target_lang, example.source, example.target)  # type: ignore[attr-defined]
    flagged = [f.target[0].of(example.target) for f in found]  # type: ignore[attr-defined]
    assert flagged == list(example.flags)  # type: ignore[attr-defined]


def test_message_names_both_and_what_is_right() -> None:
    (found,) = findings("ru", "en", "45 тысяч человек", "54 thousand people")
    assert found.message == "source has 45 тысяч, translation has 54 thousand; 45,000 expected"
    assert (found.expected, found.severity) == ("45,000", Severity.MAJOR)


def test_expected_in_the_digits_of_the_translation() -> None:
    (found,) = findings("en", "fa", "13 percent of the water", "۱۸ درصد آب")
    assert (found.rule, found.expected) == ("NUM005", "۱۳")


def test_a_wrong_scale_is_critical() -> None:
    (found,) = findings("en", "ru", "$9 billion", "9 млн долларов")
    assert (found.rule, found.severity) == ("NUM003", Severity.CRITICAL)


def test_missing_and_added() -> None:
    (missing,) = findings("en", "de", "It cost $180,000 in Vienna.", "Es wurde in Wien bezahlt.")
    assert missing.source and missing.target and missing.expected == "180.000"
    (added,) = findings("en", "de", "It was paid in Vienna.", "Es kostete in Wien 180.000 Dollar.")
    assert added.expected is None


def test_another_year_is_wrong_beside_last_year() -> None:
    (found,) = findings("en", "de", "Last year it was as hot as in 2003.", "Es war voriges Jahr so heiß wie 2013.")
    assert (found.rule, found.expected) == ("NUM005", "2003")


def test_a_year_is_added_where_the_date_is_not_the_sources() -> None:
    (added,) = findings("en", "de", "It was paid in Vienna.", "Es wurde 2018 in Wien bezahlt.")
    assert added.target[0].of("Es wurde 2018 in Wien bezahlt.") == "2018"
    (lost,) = findings("en", "de", "It was paid on March 3, 2021.", "Es wurde am 3. März bezahlt.")
    assert lost.expected == "2021"


SILENT = [
    ("en", "ar", "both countries", "البلدان"),
    ("en", "de", "two of them left", "sie gingen"),
    ("en", "zh", "one of the men", "其中的男子"),
    ("en", "fr", "on Saturday", "le 29 septembre"),
    ("zh", "en", "新华社深圳7月26日电", "SHENZHEN, July 26, 2020 (Xinhua)"),
    ("en", "ru", "on March 3", "3 марта 2021 года"),
    ("zh", "en", "日本学生人数同比上升", "more students from Japan than in 2021"),
    ("ru", "en", "В прошлом году завод закрыли.", "The plant was closed in 2017."),
    ("en", "ar", "The plant was closed last year.", "أغلق المصنع عام 2017."),
    ("de", "en", "im vergangenen Jahr", "in 2017"),
    ("zh", "en", "双方都认同九二共识。", "Both sides accept the 1992 Consensus."),
    ("zh", "en", "九一一袭击之后", "after the September 11 attacks"),
    ("en", "ja", "on Friday", "21日"),
    ("en", "de", "a 100 percent commitment", "völliger Einsatz"),
    ("en", "ru", "working 24/7", "круглосуточно"),
]


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), SILENT)
def test_what_good_translators_do_is_passed_over(source_lang: str, target_lang: str, source: str, target: str) -> None:
    assert findings(source_lang, target_lang, source, target) == []


def test_small_figures_that_disagree_in_one_place() -> None:
    (found,) = findings("en", "de", "won 3-1 at home", "gewann daheim 8:1")
    assert "3" in found.message and "8" in found.message


def test_a_missing_sentence_is_another_rule() -> None:
    pair = ArticlePair("test", article("In 1987 there were 450 of them.", "en"), article("x", "de"))
    aligned = Aligned(pair, (Bead((0,), (), 0.0), Bead((), (0,), 0.0)), (), (), ())
    doc = Prepared(pair, aligned.beads, (), (), (), links=link_quantities(aligned))
    assert list(RULE.check(doc, RULE.params)) == []
