"""Quotation marks that do not pair, or are not those of the target's language.

Why it matters
    A mark without its partner leaves open where the speaker's words end. Marks of the source's language («so» in
    English, 「so」 in German) look like raw copy.

Wrong
    «Мы ждём», — сказал он.  ->  «We are waiting,» he said.
    „Wir warten“, sagte er.  ->  “We are waiting, he said.

Right
    Any marks that the target's language admits, straight ones among them, as long as they pair; a quotation over
    several paragraphs, opened in each and closed in the last.

Limits
    One finding an article for each foreign mark, and one for all marks without a partner. These are reported only
    where their sentence has an odd number of double marks and the source has marks in the same place, which all pair.
    Single marks without a partner are not reported: apostrophes look like them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.quotation import marked_in
from transcheck.text.quotation_marks import Marked, double_marks, pairs_surely, unpaired_marks
from transcheck.text.quotation_pairs import customary


@dataclass(frozen=True, slots=True)
class Params:
    """How much one finding shows."""

    shown: int = 20
    """Places that one finding names at most."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each foreign mark, one for all marks without a partner."""
    passages = {side: marked_in(doc.article(side)) for side in Side}
    yield from _foreign(doc, passages[Side.TARGET], params)
    lone = [found for bead in _odd(doc, Side.TARGET) if (found := _unpaired(doc, bead, passages)) is not None]
    if lone:
        yield _without_partner(doc, lone[: params.shown])


def _foreign(doc: Prepared, passages: tuple[Marked, ...], params: Params) -> Iterator[Finding]:
    lang, text = doc.pair.target.lang, doc.pair.target.text
    usual = customary(lang)
    places: dict[str, list[Span]] = {}
    for passage in passages:
        if usual and passage.closed and passage.opener not in usual:
            places.setdefault(passage.opener, []).append(passage.span)
    for opener, spans in places.items():
        closer = text[spans[0].end - 1]
        yield RULE.finding(
            f"{opener}…{closer} are not quotation marks of this language; {len(spans)} of {len(passages)} passages "
            "have them.",
            source=[],
            target=spans[: params.shown],
            term="",
            rendering=opener,
            evidence={"passages": len(spans), "of": len(passages), "usual": usual[0]},
        )


def _odd(doc: Prepared, side: Side) -> list[int]:
    """Beads with an odd number of marks, save two with no mark between them: one quotation over sentences."""
    article = doc.article(side)
    areas = sorted((span, bead) for bead in range(len(doc.beads)) if (span := doc.bead_span(bead, side)) is not None)
    odd: list[int] = []
    last = False
    for span, bead in areas:
        count = sum(1 for _ in double_marks(article.text, article.lang, span))
        if count % 2 and last:
            odd.pop()
            last = False
        elif count:
            last = count % 2 == 1
            if last:
                odd.append(bead)
    return odd


def _unpaired(doc: Prepared, bead: int, passages: dict[Side, tuple[Marked, ...]]) -> tuple[Span, Span] | None:
    """A passage of the source's and the first mark without a partner in the bead, if the source's marks all pair."""
    area, origin = doc.bead_span(bead, Side.TARGET), doc.bead_span(bead, Side.SOURCE)
    if area is None or origin is None:
        return None
    source, target = doc.pair.source, doc.pair.target
    lone = list(unpaired_marks(target.text, target.lang, area, passages[Side.TARGET]))
    inside = [m for m in passages[Side.TARGET] if area.start <= m.span.start < area.end]
    lone += [m.span.start for m in inside if not pairs_surely(target.text, target.lang, m)]
    theirs = [m for m in passages[Side.SOURCE] if m.span.overlaps(origin)]
    paired = bool(theirs) and all(m.closed and origin.contains(m.span) for m in theirs)
    even = sum(1 for _ in double_marks(source.text, source.lang, origin)) % 2 == 0
    return (theirs[0].span, Span(min(lone), min(lone) + 1)) if lone and paired and even else None


def _without_partner(doc: Prepared, lone: list[tuple[Span, Span]]) -> Finding:
    mark = lone[0][1].of(doc.pair.target.text)
    more = f" (and {len(lone) - 1} more)" if len(lone) > 1 else ""
    return RULE.finding(
        f"The quotation mark {mark} has no partner{more}; in the source the marks pair.",
        source=[source for source, _ in lone],
        target=[target for _, target in lone],
        term="",
        rendering=mark,
        evidence={"unpaired": len(lone)},
    )


EXAMPLES = (
    Example(
        "ru",
        "en",
        "Москва не получила ответа. «Мы предлагали продлить договор ещё на один год», — сказал Дмитрий Песков. "
        "Переговоры продолжатся в марте.",
        "Moscow has received no reply. «We proposed extending the treaty by another year,» Dmitry Peskov said. The "
        "talks will continue in March.",
        ("«We proposed extending the treaty by another year,»",),
    ),
    Example(
        "en",
        "ar",
        "The ministers met in Cairo on Sunday. “We will accept no solution that ignores the rights of civilians,” the "
        "secretary general said. The next meeting will be held in Tunis.",
        "اجتمع الوزراء في القاهرة يوم الأحد. وقال الأمين العام: «لن نقبل بأي حل يتجاهل حقوق المدنيين. وسيعقد الاجتماع "
        "المقبل في تونس.",
        ("«",),
    ),
    Example(
        "fr",
        "de",
        "Le ministre a présenté la réforme mardi. « Les hôpitaux recevront plus d'argent », a-t-il déclaré.",
        "Der Minister stellte die Reform am Dienstag vor. »Die Krankenhäuser bekommen mehr Geld«, erklärte er.",
    ),
    Example(
        "zh",
        "en",
        "外交部发言人周四回答了记者的提问。她说：“中方对条约到期表示遗憾。”会谈将于下月举行。",
        "A foreign ministry spokeswoman answered reporters' questions on Thursday. 'China regrets the expiration of "
        "the treaty,' she said. The ministers' talks will be held next month.",
    ),
)

RULE = Rule(
    code="QUO007",
    name="quote-marks",
    summary="Quotation marks that do not pair, or are not those of the target's language.",
    category=Category.QUOTE_FORMAT,
    severity=Severity.MINOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
