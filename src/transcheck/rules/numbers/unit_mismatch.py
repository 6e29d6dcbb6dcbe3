"""A value stays and its unit or currency changes: dollars for euros, kilometres for miles.

Why it matters
    The figure matches the source, so nobody looks again; the sum or the distance is another one.

Wrong
    "5 مليارات يورو" becomes "$5 billion"; "20 miles" becomes "20 Kilometer"; "три недели" becomes "three months".

Right
    "20 miles" as "32 km" or "20 miles (32 km)"; "$" as "долларов" or "美元"; "ليرة" as "pounds"; two weeks as 14 days;
    30 yards as 30 metres.

Limits
    Compared where both sides name a unit or a currency beside the same value. Dollars of different countries, pounds
    and liras, kronor and crowns are not told apart; temperatures are not compared, nor sums that were converted.
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

    min_confidence: float = 0.9
    """Least certainty, 0-1, that the two values are each other's rendering."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """Numbers that agree in value and not in unit or currency."""
    for fault in faults(doc, Sort.UNIT):
        if fault.confidence >= params.min_confidence:
            yield RULE.finding(**told(doc, fault))


RULE = Rule(
    code="NUM004",
    name="unit-mismatch",
    summary="A number keeps its value and has another unit or currency.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ar", "en", "تبلغ كلفة المشروع 5 مليارات يورو.", "The project will cost $5 billion.", flags=("5 billion",)
        ),
        Example(
            "en",
            "de",
            "The fire burned across 20 miles of coast.",
            "Das Feuer erfasste 20 Kilometer der Küste.",
            flags=("20",),
        ),
        Example("en", "zh", "The loan is worth 300 million dollars.", "这笔贷款价值3亿美元。"),
        Example(
            "en", "ru", "The village is 20 miles (32 km) from the border.", "Деревня находится в 32 км от границы."
        ),
    ),
)
