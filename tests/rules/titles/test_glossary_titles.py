"""What a glossary says of a title decides, whatever the table says; by hand-made alignments, so that links are certain."""

from collections.abc import Sequence

import pytest

from transcheck.link.titles import link_titles
from transcheck.model.align import Bead, WordLink
from transcheck.model.findings import Finding
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Glossary, Kind, Term, TermForm, TermStatus
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Span
from transcheck.rules.titles import title_drift, title_not_official
from transcheck.text.words import tokens


def _article(text: str, lang: str) -> Article:
    return Article(text, lang, (Segment(Span(0, len(text)), SegmentKind.SENTENCE, 0),))


def _doc(source: str, target: str, words: Sequence[tuple[str, str]], glossary: Glossary, langs: str) -> Prepared:
    first, second = (_article(text, lang) for text, lang in zip((source, target), langs.split(), strict=True))
    pair = ArticlePair("x", first, second)
    spans = [tuple(token.span for token in tokens(text)) for text in (source, target)]
    links = tuple(
        WordLink(i, j, 0.8)
        for i, a in enumerate(spans[0])
        for j, b in enumerate(spans[1])
        if (a.of(source), b.of(target)) in words
    )
    bare = Prepared(pair, (Bead((0,), (0,), 0.9),), spans[0], spans[1], links, glossary=glossary)
    return Prepared(pair, bare.beads, spans[0], spans[1], links, links=link_titles(bare), glossary=glossary)


def _glossary(*forms: tuple[str, str, TermStatus]) -> Glossary:
    return Glossary((Term("t", Kind.TITLE, tuple(TermForm(*form) for form in forms)),), "house.csv")


def _found(doc: Prepared) -> list[Finding]:
    rules = (title_not_official.RULE, title_drift.RULE)
    return [finding for rule in rules for finding in rule.check(doc, rule.params)]


SOURCE = "La France soutient l'accord de Paris."
JCPOA = _glossary(
    ("برجام", "fa", TermStatus.ADMITTED),
    ("Iran nuclear deal", "en", TermStatus.PREFERRED),
    ("JCPOA", "en", TermStatus.FORBIDDEN),
)


def test_a_form_that_the_table_admits_and_the_glossary_forbids_is_reported() -> None:
    found = _found(_doc("تهران به برجام پایبند است.", "Tehran abides by the JCPOA.", (), JCPOA, "fa en"))
    assert [(f.rule, f.expected, f.evidence["authority"]) for f in found] == [
        ("TTL002", "Iran nuclear deal", "glossary")
    ]


@pytest.mark.parametrize("target", ["Tehran abides by the Iran nuclear deal.", "Tehran abides by the nuclear deal."])
def test_the_preferred_form_and_a_description_are_not_reported(target: str) -> None:
    assert not _found(_doc("تهران به برجام پایبند است.", target, (), JCPOA, "fa en"))


def test_a_house_title_that_the_table_does_not_admit_passes_if_the_glossary_has_it() -> None:
    words = [("accord", "Pact"), ("Paris", "Seine")]
    target = "The minister said again that France still supports the Seine Climate Pact."
    house = _glossary(
        ("accord de Paris", "fr", TermStatus.ADMITTED), ("Seine Climate Pact", "en", TermStatus.PREFERRED)
    )
    assert [f.rule for f in _found(_doc(SOURCE, target, words, Glossary(), "fr en"))] == ["TTL002"]
    assert not _found(_doc(SOURCE, target, words, house, "fr en"))


def test_a_title_that_only_the_glossary_knows_is_found_without_a_pattern() -> None:
    terms = _glossary(
        ("خريطة الطريق الخماسية", "ar", TermStatus.ADMITTED),
        ("Five-Way Roadmap", "en", TermStatus.PREFERRED),
        ("Quintet Roadmap", "en", TermStatus.FORBIDDEN),
    )
    source, target = "أقر المجلس خريطة الطريق الخماسية أمس.", "The council adopted the Quintet Roadmap yesterday."
    found = _found(_doc(source, target, (), terms, "ar en"))
    assert [(f.rule, f.expected) for f in found] == [("TTL002", "Five-Way Roadmap")]
