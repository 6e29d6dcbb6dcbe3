"""Words stand between quotation marks in the translation that are nobody's own words in the source.

Why it matters
    Marks say: these were the speaker's words. Around reported speech or the author's narration they put the
    translator's words into somebody's mouth.

Wrong
    Песков сообщил, что переговоры начнутся в марте.  ->  Peskov said: “The talks will begin in March.”
    Der Fluss stieg in der Nacht um zwei Meter.  ->  “The river rose by two metres overnight.”

Right
    A quotation after a colon or a dash without marks; marks that the source has elsewhere in the sentence; a name, a
    title or a single expression between marks.

Limits
    Passages under `min_words` words (`min_words_fragment` for a piece of a sentence with no cue of speech near it) are
    not judged. Nothing is said where a mark of either side has no partner, since it is not sure then what is marked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Quote, QuoteLink
from transcheck.model.text import Side
from transcheck.rules.base import Example, Rule
from transcheck.text.quotation import ends_sentence
from transcheck.text.quotation_marks import is_mark
from transcheck.text.speech import counted_words

_DASHES = ("—", "–", "-")


@dataclass(frozen=True, slots=True)
class Params:
    """When marks around words that have none in the source are reported."""

    min_words: int = 5
    """Shorter passages are not judged; two Chinese characters count as a word."""
    min_words_fragment: int = 7
    """The same for a piece of a sentence with no cue of speech near it: names and labels stand between marks too."""
    min_rendered: float = 0.3
    """Share of the passage's content, 0-1, that must have word links: what renders nothing is an addition."""
    max_in_marks: float = 0.33
    """Share of the linked content, 0-1, that may be linked to words between the source's marks by chance."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each quotation of the translation whose words stand in no quotation in the source."""
    told: set[Quote] = set()
    for link in doc.of_kind(Kind.QUOTE):
        quote = link.target
        if not isinstance(link, QuoteLink) or not isinstance(quote, Quote) or quote in told:
            continue
        if _added(doc, link, quote, params):
            told.add(quote)
            yield _finding(doc, link, quote)


def _added(doc: Prepared, link: QuoteLink, quote: Quote, params: Params) -> bool:
    direct = isinstance(link.source, Quote) and link.source.direct
    if direct or link.source is None or not (quote.direct and link.marked) or link.unpaired:
        return False
    text = quote.content.of(doc.pair.target.text)
    segment = doc.pair.target.segment_at(quote.span.start)
    opens = segment is not None and doc.pair.target.segments[segment].span.start == quote.span.start
    whole = opens or quote.cue is not None or ends_sentence(text)
    if counted_words(text) < (params.min_words if whole else params.min_words_fragment):
        return False
    if link.rendered < params.min_rendered or _speaks(doc, link):
        return False
    return link.in_marks <= params.max_in_marks * link.rendered


def _speaks(doc: Prepared, link: QuoteLink) -> bool:
    """Whether the source's sentence opens with the dash of a dialogue, or the passage is found between marks."""
    text = doc.pair.source.text
    area = doc.bead_span(link.bead, Side.SOURCE)
    dash = area is not None and area.of(text).startswith(_DASHES)
    return dash or (link.source is not None and is_mark(link.source.span.of(text)[:1]))


def _finding(doc: Prepared, link: QuoteLink, quote: Quote) -> Finding:
    reported = isinstance(link.source, Quote)
    what = "is reported in the source in other words" if reported else "stands without quotation marks in the source"
    return RULE.finding(
        f"This quotation {what}: the marks make them the speaker's own words.",
        source=[link.source.span] if link.source else [],
        target=[quote.span],
        term=link.source.key if link.source else "",
        rendering=quote.key,
        evidence={"rendered": link.rendered, "in_marks": link.in_marks, "why": link.why},
        confidence=max(0.0, min(1.0, link.rendered) - link.in_marks),
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
        "The mayor spoke on Monday. “We are not going to close the bridge before the festival,” he told residents. Work "
        "will begin in January.",
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
