"""A day, month or weekday of the source is another one in its translation.

Why it matters
    The reader goes to the wrong date; and month names are easily mixed up, because regions name them differently: July
    is يوليو in Egypt, تموز in Damascus, جويلية in Tunis, and a Persian date has months that begin about the 21st.

Wrong
    "يوم الثلاثاء" becomes "on Wednesday"; "12 июня" becomes "July 12"; "yesterday" becomes "завтра"; "20 بهمن"
    (February 9) becomes "9 March".

Right
    "10 شباط" as "10 February" or "10/2"; "أمس الثلاثاء" as "on Tuesday"; "am Montag" left out, or "on Monday" put in
    for "yesterday"; a weekday that has moved into the next sentence.

Limits
    A name is compared only where the sentence has another name of the same kind on the other side; a weekday is not
    checked against its date, nor "yesterday" against its weekday. A Hijri month without its year is compared with Hijri
    months only; with it, a day either way is allowed.
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
    """A day of the month that stands on one side only is reported from this certainty on, 0-1."""
    report_missing: bool = True
    """Whether a day of the month that stands on one side only is reported at all."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """Dates that disagree in one bead, then days of the month that stand on one side only."""
    for fault in certain(doc, Sort.DATE, params.min_confidence, one_sided=params.report_missing):
        yield RULE.finding(**told(doc, fault, "date"))


RULE = Rule(
    code="NUM002",
    name="date-mismatch",
    summary="A date, month or weekday differs between source and translation.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ar",
            "en",
            "وصل الوفد إلى العاصمة يوم الثلاثاء وغادرها في اليوم التالي.",
            "The delegation arrived in the capital on Wednesday and left the next day.",
            flags=("Wednesday",),
        ),
        Example(
            "ru",
            "en",
            "Выборы пройдут 12 июня, сообщила комиссия.",
            "The election will be held on July 12, the commission said.",
            flags=("July",),
        ),
        Example(
            "en",
            "ja",
            "Voting ends on Friday, officials said.",
            "当局によると、投票は土曜日に終わる。",
            flags=("土曜日",),
        ),
        Example(
            "ar",
            "en",
            "أعلن الوزير أمس الأربعاء أن المؤتمر سيعقد في 10 شباط.",
            "The minister said on Wednesday that the conference would be held on February 10.",
        ),
        Example(
            "de",
            "en",
            "Am Montagabend beginnt die Sitzung, die bis zum 3. Jänner dauert.",
            "The meeting, which lasts until 3 January, begins on Monday evening.",
        ),
        Example(
            "fa",
            "en",
            "این نشست ۲۰ بهمن ۱۴۰۴ در تهران برگزار شد.",
            "The meeting took place in Tehran on February 9, 2026.",
        ),
        Example(
            "ar",
            "en",
            "ستعقد القمة في 15 رمضان 1445، بحسب الديوان.",
            "The summit will be held on March 25, 2024, the court said.",
        ),
    ),
)
