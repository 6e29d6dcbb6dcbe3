"""Words stand between quotation marks in the translation that are nobody's own words in the source.

Why it matters
    Marks say: these were the speaker's words. Around reported speech or the author's narration they put the
    translator's words into somebody's mouth.

Wrong
    Песков сообщил, что переговоры начнутся в марте.  ->  Peskov said: “The talks will begin in March.”
    Der Fluss stieg in der Nacht um zwei Meter.  ->  “The river rose by two metres overnight.”

Right
    A quotation without marks after a colon or a dash, or beside a clause that only says who speaks (…, he said); marks
    that the source has elsewhere in the sentence; a name, a title or a single expression between marks.

Limits
    Passages under `min_words` words are not judged. Marks around a piece of a sentence (it would “seek to pass on the
    costs”) are minor: they say that its words are chosen, not that somebody made the statement. Nothing is said where a
    mark of the source near there has no partner or may pair otherwise, since it is not sure then what is marked. One
    finding an article, with all places, major if one is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Quote, QuoteLink
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.quotation import marked_in, title_cased
from transcheck.text.quotation_marks import Marked, pairs_surely, unpaired_mark
from transcheck.text.quotation_pairs import is_mark
from transcheck.text.speech import counted_words
from transcheck.text.speech_tags import opens_statement, speech_tag

_DASHES = ("—", "–", "-")


@dataclass(frozen=True, slots=True)
class Params:
    """When marks around words that have none in the source are reported."""

    min_words: int = 7
    """Shorter passages are not judged: names and labels stand between marks too; two Chinese characters are a word."""
    min_rendered: float = 0.4
    """Share of the passage's content, 0-1, that must have word links: what renders nothing is an addition."""
    max_in_marks: float = 0.2
    """Share of the linked content, 0-1, that may be linked to words between the source's marks by chance."""
    around: int = 1
    """Sentences before and after the source's in which each of its marks must have its partner."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for all quotations of the translation whose words stand in no quotation in the source."""
    passages = marked_in(doc.pair.source)
    added: dict[Quote, QuoteLink] = {}
    for link in doc.of_kind(Kind.QUOTE):
        quote = link.target
        if not isinstance(link, QuoteLink) or not isinstance(quote, Quote) or quote in added:
            continue
        if _added(doc, link, quote, params) and not _quoted_in_source(doc, link, passages, params):
            added[quote] = link
    if added:
        yield _finding(doc, added)


def _added(doc: Prepared, link: QuoteLink, quote: Quote, params: Params) -> bool:
    direct = isinstance(link.source, Quote) and link.source.direct
    if direct or link.source is None or not (quote.direct and link.marked):
        return False
    if counted_words(quote.content.of(doc.pair.target.text)) < params.min_words or link.rendered < params.min_rendered:
        return False
    return link.in_marks <= params.max_in_marks * link.rendered


def _quoted_in_source(doc: Prepared, link: QuoteLink, passages: Sequence[Marked], params: Params) -> bool:
    """Whether the source may quote here, between marks, after a dash, or where a mark is not paired; or has a title."""
    text, lang = doc.pair.source.text, doc.pair.source.lang
    area = doc.bead_span(link.bead, Side.SOURCE)
    if area is None or link.source is None or area.of(text).startswith(_DASHES):
        return True
    words = link.source.span.of(text)
    if is_mark(words[:1]) or title_cased(words) or _spoken(doc, link, area):
        return True
    beads = range(link.bead - params.around, link.bead + params.around + 1)
    spans = [s for b in beads if 0 <= b < len(doc.beads) and (s := doc.bead_span(b, Side.SOURCE)) is not None]
    near = Span(min(s.start for s in spans), max(s.end for s in spans))
    unsure = any(m.span.overlaps(near) and not pairs_surely(text, lang, m) for m in passages)
    return unsure or unpaired_mark(text, lang, near, passages)


def _spoken(doc: Prepared, link: QuoteLink, area: Span) -> bool:
    """Whether both sides say who speaks beside the words, so that the source gives them as direct speech too."""
    quote, source, target = link.target, link.source, doc.pair.target
    if not isinstance(quote, Quote) or source is None:
        return False
    told = quote.cue is not None or speech_tag(target, quote.span, quote.span) is not None
    return told and speech_tag(doc.pair.source, area, source.span) is not None


def _finding(doc: Prepared, added: dict[Quote, QuoteLink]) -> Finding:
    """One finding an article: a translator who turns reported speech into quotations does so throughout."""
    quote, link = next(iter(added.items()))
    what = (
        "is reported in the source in other words" if isinstance(link.source, Quote) else "has no marks in the source"
    )
    more = f" ({len(added) - 1} more)" if len(added) > 1 else ""
    return RULE.finding(
        f"This quotation {what}: the marks make the words somebody's own{more}.",
        source=[k.source.span for k in added.values() if k.source],
        target=[q.span for q in added],
        term=link.source.key if link.source else "",
        rendering=quote.key,
        evidence={"rendered": link.rendered, "in_marks": link.in_marks, "quotations": len(added), "why": link.why},
        confidence=max(0.0, min(1.0, link.rendered) - link.in_marks),
        severity=Severity.MAJOR if any(opens_statement(doc.pair.target, q) for q in added) else Severity.MINOR,
    )


EXAMPLES = (
    Example(
        "ru",
        "en",
        "Москва не получила ответа от Вашингтона. Дмитрий Песков сообщил, что переговоры о продлении договора начнутся "
        "в марте. Стороны встретятся в Женеве.",
        "Moscow has received no reply from Washington. Dmitry Peskov said: “The talks on extending the treaty will "
        "begin in March.” The two sides will meet in Geneva.",
        ("“The talks on extending the treaty will begin in March.”",),
    ),
    Example(
        "de",
        "ar",
        "Die Minister trafen sich am Sonntag in Kairo. Die Straßen der Altstadt waren bis zum Abend für den Verkehr "
        "gesperrt. Das nächste Treffen findet in Tunis statt.",
        "اجتمع الوزراء في القاهرة يوم الأحد. «كانت شوارع المدينة القديمة مغلقة أمام حركة المرور حتى المساء». وسيعقد "
        "الاجتماع المقبل في تونس.",
        ("«كانت شوارع المدينة القديمة مغلقة أمام حركة المرور حتى المساء»",),
    ),
    Example(
        "es",
        "en",
        "El alcalde habló el lunes. —No vamos a cerrar el puente antes de las fiestas —dijo a los vecinos. Las obras "
        "empezarán en enero.",
        "The mayor spoke on Monday. “We are not going to close the bridge before the festival,” he told residents. "
        "Work will begin in January.",
    ),
    Example(
        "es",
        "en",
        "Los marineros llegaron a puerto el domingo.\n—No volveremos a salir —contó el patrón—. Las olas rompieron "
        "todos los cristales del puente.\nLa empresa pagará la reparación.",
        "The sailors reached port on Sunday.\n“We will not go out again,” said the skipper. “The waves smashed all the "
        "windows of the bridge.”\nThe company will pay for the repairs.",
    ),
    Example(
        "ar",
        "en",
        "اجتمع الوزراء في القاهرة يوم الأحد. وقال الأمين العام: لن نقبل بأي حل يتجاهل حقوق المدنيين في المدينة. وسيعقد "
        "الاجتماع المقبل في تونس.",
        "The ministers met in Cairo on Sunday. “We will accept no solution that ignores the rights of civilians in the "
        "city,” the secretary general said. The next meeting will be held in Tunis.",
    ),
)

RULE = Rule(
    code="QUO003",
    name="quote-added",
    summary="Words stand between quotation marks in the translation that are nobody's own words in the source.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
