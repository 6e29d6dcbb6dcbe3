"""A number has its digits but another size: millions for billions, 亿 for 万, a nought too many.

Why it matters
    It is off by ten to a million times, and every digit looks right. Scale words are false friends (billón, билион, 兆,
    बिलियन) and Chinese, Japanese, Korean and Hindi count in other steps.

Wrong
    "1,5 млрд рублей" becomes "1.5 million roubles"; "50 млрд" becomes "50亿" (5 billion); 15 GW becomes 1.5.

Right
    "12万" as "120,000"; "साढ़े तीन हज़ार करोड़" as "35 billion"; "3,2 млрд" as "3.2 billion"; "一亿" as "100 million".

Limits
    The digits must be the same: 1.47 billion that becomes 1.5 million is NUM001's. Percentages and years are NUM005's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.rules.base import Example, Rule
from transcheck.text.number_faults import Sort, faults
from transcheck.text.number_report import told


@dataclass(frozen=True, slots=True)
class Params:
    """What may be configured."""

    min_confidence: float = 0.25
    """Least certainty, 0-1, that neither number has a counterpart of its own."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """Numbers of one bead that differ by a power of ten."""
    for fault in faults(doc, Sort.MAGNITUDE):
        if fault.confidence >= params.min_confidence:
            yield RULE.finding(**told(doc, fault))


RULE = Rule(
    code="NUM003",
    name="magnitude",
    summary="A number has the digits of the source's and another size: million for billion.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ru",
            "en",
            "Бюджет составил 1,5 млрд рублей.",
            "The budget came to 1.5 million roubles.",
            flags=("1.5 million",),
        ),
        Example(
            "en", "zh", "The factory will cost 2.4 billion dollars.", "这座工厂将耗资2.4亿美元。", flags=("2.4亿",)
        ),
        Example("hi", "en", "परियोजना पर 615 करोड़ रुपये खर्च हुए।", "The project cost 6.15 billion rupees."),
        Example("ko", "ja", "시민 35만 명이 참가했다.", "市民35万人が参加した。"),
    ),
)
