"""A percentage, a year, an ordinal or a time of day differs.

Why it matters
    Shares and years are what an article argues from, and they are copied into graphics and archives.

Wrong
    "в 1987 году" becomes "in 1978"; "13 percent" becomes "۱۸ درصد"; "at 15:30" becomes "um 16.30 Uhr"; "7%" becomes 7.

Right
    "3 p.m." as "15:00"; "половина" as "50%"; "三成" as "30%"; "in the 80s" as "в 1980-х"; 令和6年 as 2024; ordinals
    in words or Roman numerals; seven in ten as 70%; 0.5 points as 50 basis points; last year by its number; a year put
    to a date that both have; 九二共识 as the 1992 Consensus.

Limits
    Persian, Hijri and Hebrew years are supported by the years they overlap, and never missed. Ordinals in words are
    hints only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.rules.base import Example, Rule
from transcheck.text.number_faults import Sort, certain
from transcheck.text.number_report import told


@dataclass(frozen=True, slots=True)
class Params:
    """What may be configured."""

    min_confidence: float = 0.5
    """A figure that stands on one side only is reported from this certainty on, 0-1."""
    report_missing: bool = True
    """Whether a figure that stands on one side only is reported at all."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """Percentages, years, ordinals and times that disagree, then those that stand on one side only."""
    for fault in certain(doc, Sort.DETAIL, params.min_confidence, one_sided=params.report_missing):
        yield RULE.finding(**told(doc, fault))


RULE = Rule(
    code="NUM005",
    name="percent-year",
    summary="A percentage, year, ordinal or time of day differs between source and translation.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "tr",
            "en",
            "1987'de kapatılan fabrika yeniden açılacak.",
            "The factory that was closed in 1978 will reopen.",
            flags=("1978",),
        ),
        Example(
            "en",
            "fa",
            "The reservoirs hold 13 percent of their capacity.",
            "مخازن ۱۸ درصد ظرفیت خود آب دارند.",
            flags=("۱۸",),
        ),
        Example("ja", "en", "この法律は令和6年に成立した。", "The law was passed in 2024."),
        Example(
            "ru",
            "en",
            "Встреча начнётся в 15:00, её посетит половина депутатов.",
            "The meeting begins at 3 p.m.; 50% of the deputies will attend.",
        ),
    ),
)
