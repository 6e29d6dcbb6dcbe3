"""One quotation of the source is worded differently in several articles of a batch.

Why it matters
    A quotation is what somebody said. Two wordings of the same words on one site make readers doubt both, and lawyers
    ask which one was said.

Wrong
    «Мы готовы к переговорам весной» is “We are ready for talks in spring” in one article and “We stand prepared to
    negotiate this spring” in the next.

Right
    The same words with other marks, capitals or punctuation; a quotation that the source itself words differently or
    gives only in part.

Limits
    Only quotations whose words are the same in the sources, and only within one direction of translation. The expected
    wording is that of most articles, of the earlier ones where they are even. What the better translation is cannot be
    told.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.terms import Kind
from transcheck.model.usage import Usage, Use
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.grouping import grouped
from transcheck.text.provenance import apart, articles, places, provenance


@dataclass(frozen=True, slots=True)
class Params:
    """Which quotations are compared."""

    length: int = 20
    """Least characters of the source's words: less is a phrase that many speakers use."""
    linked: float = 0.4
    """Least confidence, 0-1, of the links that are compared: low, as a free rendering is linked weakly."""
    alike: float = 0.97
    """From which likeness in letters, 0-1, two wordings are one."""


def check(usage: Usage, params: Params) -> Iterator[Finding]:
    """One finding for each rarer wording."""
    for batch in usage.by_direction.values():
        quotes: dict[str, list[Use]] = defaultdict(list)
        for article in batch:
            for use in article.uses:
                if use.kind is Kind.QUOTE and use.confidence >= params.linked and len(use.term) >= params.length:
                    quotes[_words(use.term)].append(use)
        for uses in quotes.values():
            usual, *others = _wordings(uses, params)
            for rare in others:
                if apart(rare, usual):
                    yield _finding(usage, usual, rare)


def _words(text: str) -> str:
    """The folded letters and digits of `text`, spaces between words."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def _wordings(uses: list[Use], params: Params) -> list[list[Use]]:
    def alike(use: Use, group: list[Use]) -> bool:
        return fuzz.ratio(_words(group[0].rendering), _words(use.rendering)) >= 100 * params.alike

    return sorted(grouped(uses, alike), key=lambda group: -len(articles(group)))


def _finding(usage: Usage, usual: list[Use], rare: list[Use]) -> Finding:
    first, expected = rare[0], usual[0].target.text
    return RULE.finding(
        f"A quotation that the sources word alike is “{first.target.text}” here and “{expected}” in another article.",
        **places(rare, usual),
        term=first.term,
        rendering=_words(first.rendering),
        expected=expected,
        evidence={"renderings": [provenance(usage, uses[0].target.text, uses) for uses in (usual, rare)]},
        confidence=min(use.confidence for use in (first, usual[0])),
    )


RULE = Rule(
    code="QUO008",
    name="quote-drift-batch",
    summary="One quotation of the source is worded differently in several articles of a batch.",
    category=Category.TERM_INCONSISTENT,
    severity=Severity.MINOR,
    params=Params(),
    check=check,
    scope="batch",
    examples=(
        Example(
            "ru",
            "en",
            "«Мы готовы продолжать переговоры весной», — сказал министр.\f«Мы готовы продолжать переговоры весной», — "
            "повторил министр в среду.",
            "“We are ready to continue the talks in spring,” the minister said.\f“We stand prepared to go on "
            "negotiating this spring,” the minister repeated on Wednesday.",
            ("We stand prepared to go on negotiating this spring",),
        ),
        Example(
            "ar",
            "en",
            "وقال المتحدث: «لن نوقع أي اتفاق قبل نهاية العام».\fوكرر المتحدث القول: «لن نوقع أي اتفاق قبل نهاية "
            "العام».",
            "The spokesman said: “We will not sign any agreement before the end of the year.”\fThe spokesman said "
            "again: “No deal will be signed by us until December is over.”",
            ("No deal will be signed by us until December is over",),
        ),
        Example(
            "de",
            "en",
            "„Wir brauchen bis zum Sommer eine Lösung“, sagte die Ministerin.\fDie Ministerin hatte gesagt: „Wir "
            "brauchen bis zum Sommer eine Lösung.“",
            "“We need a solution by the summer,” the minister said.\fThe minister had said: “We need a solution by the "
            "summer.”",
        ),
        Example(
            "ru",
            "en",
            "«Мы готовы продолжать переговоры весной», — сказал министр.\f«Мы готовы начать переговоры летом», — "
            "сказал посол.",
            "“We are ready to continue the talks in spring,” the minister said.\f“We are ready to begin talks in "
            "summer,” the ambassador said.",
        ),
    ),
)
