"""A number in the source and the number in its translation do not agree.

Why it matters
    Readers and other newsrooms copy figures. A wrong toll or count is the costliest slip of a translation and the
    hardest to see, because the sentence around it reads well.

Wrong
    "قُتل 45 شخصا" becomes "54 people were killed"; a sum of 180,000 dollars is left out.

Right
    "٤٥ ألف" as "45,000"; "двадцать пять" as "25"; "عامين" as "two years"; a number that has moved into the next
    sentence; 1.47 million rounded to 1.5; 10 miles as 16 km.

Limits
    Dates, magnitudes, units, percentages and years have rules of their own (NUM002 to NUM005). Numbers up to twelve are
    compared only where both sides have a different one in the same sentence; sums are not converted into another
    currency; idioms ("a thousand thanks") may be read as numbers.
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
    """A number that stands on one side only is reported from this certainty on, 0-1."""
    report_missing: bool = True
    """Whether a number that stands on one side only is reported at all."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """Pairs of numbers that disagree in one bead, then numbers that stand on one side only."""
    for fault in certain(doc, Sort.NUMBER, params.min_confidence, one_sided=params.report_missing):
        yield RULE.finding(**told(doc, fault))


RULE = Rule(
    code="NUM001",
    name="number-mismatch",
    summary="A number or sum differs between source and translation.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ar", "en", "قُتل ٤٥ شخصا في الهجوم يوم الجمعة.", "The attack on Friday killed 54 people.", flags=("54",)
        ),
        Example(
            "ru",
            "en",
            "За год школа приняла 127 новых учеников.",
            "Over the year the school took in 172 new pupils.",
            flags=("172",),
        ),
        Example("en", "zh", "The city has 120,000 residents.", "该市有12万居民。"),
        Example("de", "en", "Fünfundzwanzig Menschen wurden verletzt.", "25 people were injured."),
    ),
)
