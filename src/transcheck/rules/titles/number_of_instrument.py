"""A resolution, article, chapter, law or numbered title has another number than in the source.

Why it matters
    Resolution 2231 and Resolution 2321 are two decisions, and Article 5 of a treaty is not Article 4: the number is the
    name. A reader who looks it up finds something else, and lawyers, courts and other newsrooms do look it up.

Wrong
    "القرار 2231" becomes "Resolution 2321"; "статья 5 Североатлантического договора" becomes "Article 4 of the North
    Atlantic Treaty"; "Chapter VII" becomes "الفصل السادس".

Right
    "المادة الخامسة" as "Article 5"; "Глава VII" as "Chapter Seven"; "第九条" as "Article 9"; "Artikel 5" as "the
    mutual-defence clause"; article 49, alinéa 1 as "Article 49.1"; a number that stands in the next sentence.

Limits
    Numbers written with letters (סעיף ז') are not read. Where only one side names a number, NUM001 may say so. A wrong
    number that the same or a neighbouring sentence of the source also has is not seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.renumbered import Renumbered, renumbered


@dataclass(frozen=True, slots=True)
class Params:
    """Which numbers are compared."""

    provisions: bool = True
    """Whether numbered parts of instruments (articles, chapters ...) are compared, besides the instruments' own."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each instrument or part of one that the two sides number differently."""
    for found in renumbered(doc):
        wanted = params.provisions or found.source.groups & {"resolution", "title", "law"}
        if wanted and not found.subdivided:
            yield _finding(doc, found)


def _finding(doc: Prepared, found: Renumbered) -> Finding:
    source = found.source.span.of(doc.pair.source.text)
    target = found.target.span.of(doc.pair.target.text)
    return RULE.finding(
        f"“{target}” stands for “{source}”: the number is {found.source.value:g}.",
        source=[found.source.span],
        target=[found.target.span],
        term=fold(source),
        rendering=fold(target),
        expected=f"{found.source.value:g}",
        evidence={
            "source_number": found.source.value,
            "target_number": found.target.value,
            "why": "neither side has the other's number near by",
        },
        confidence=0.9,
    )


EXAMPLES = (
    Example(
        "fa",
        "en",
        "شورای امنیت قطعنامه ۲۲۳۱ را در سال ۲۰۱۵ تصویب کرد. تهران می‌گوید این قطعنامه دیگر اعتبار ندارد.",
        "The Security Council adopted Resolution 2321 in 2015. Tehran says the resolution is no longer valid.",
        ("2321",),
    ),
    Example(
        "en",
        "ru",
        "The alliance invoked Article 5 of the North Atlantic Treaty for the first time in 2001. "
        "The secretary general recalled that decision on Monday.",
        "В 2001 году альянс впервые применил статью 4 Североатлантического договора. "
        "В понедельник генеральный секретарь напомнил об этом решении.",
        ("статью 4",),
    ),
    Example(
        "ar",
        "en",
        "اعتمد المجلس القرار بموجب الفصل السابع من ميثاق الأمم المتحدة. وطالب جميع الأطراف بوقف القتال.",
        "The Council adopted the text under Chapter VI of the UN Charter. It demanded that all parties stop fighting.",
        ("Chapter VI",),
    ),
    Example(
        "ar",
        "en",
        "تنص المادة الخامسة من المعاهدة على الدفاع المشترك. وقال الأمين العام إن المادة الخامسة ملزمة للجميع.",
        "Article 5 of the treaty provides for collective defence. The secretary general said Article 5 binds everyone.",
    ),
    Example(
        "ja",
        "en",
        "首相は憲法第九条の改正を目指している。野党は9条を守ると訴えた。",
        "The prime minister wants to amend Article 9 of the constitution. The opposition vowed to defend it.",
    ),
    Example(
        "de",
        "fr",
        "Der Rat verabschiedete die Resolution 1701 im Jahr 2006. Sie beruft sich auf Kapitel VII der Charta.",
        "Le Conseil a adopté la résolution 1701 en 2006. Elle invoque le chapitre VII de la Charte.",
    ),
)

RULE = Rule(
    code="TTL005",
    name="number-of-instrument",
    summary="A resolution, article, chapter or law has another number than in the source.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
