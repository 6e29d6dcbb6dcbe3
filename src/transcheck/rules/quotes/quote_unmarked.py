"""A direct quotation of the source has lost its quotation marks in the translation.

Why it matters
    Between marks the words are the speaker's, and the desk vouches for that alone. Without them the paper itself says
    so, or it reports what was said in words of its own: readers can no longer tell who chose the words.

Wrong
    «Мы не уйдём, пока нам не ответят», — сказал он.  ->  We will not leave until we are answered, he said.
    »Das ist Betrug«, sagte die Zeugin vor Gericht.  ->  The witness said in court that it was fraud.

Right
    Other marks, the marks in another place of the sentence, one quotation cut in two around its speaker. A quotation
    after a colon, in a translation that uses no quotation marks at all. Scare quotes and quoted names dropped.

Limits
    Minor where the words stay direct speech beside a clause that only says who speaks (..., he said), and for a piece
    of a sentence that loses its marks in one of the paper's own: nobody seems to say something else there.
    Short quotations (under `min_words` words, under `min_words_fragment` for a piece of a sentence that nobody is named
    as saying) are not judged: a translator may well say them in other words. Nothing is said where a mark of either
    side has no partner, since it is not sure then what is marked. A quotation that keeps its marks around a part is
    not judged here, nor one where dashes mark the translation's speech.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Quote, QuoteLink
from transcheck.model.text import Side
from transcheck.rules.base import Example, Rule
from transcheck.text.quotation import ends_sentence, title_cased
from transcheck.text.quotation_marks import double_marks
from transcheck.text.quotation_pairs import is_mark
from transcheck.text.speech import counted_words
from transcheck.text.speech_tags import opens_statement, speech_tag

_APOSTROPHES = ("'", "’")
_LONGER_THAN_TITLES = 12
"""Words from which a rendering in capitals is a sentence full of names, not one name."""
_GAP = 3
"""Characters between two sentences of one quotation."""


@dataclass(frozen=True, slots=True)
class Params:
    """When a quotation without marks is reported."""

    min_words: int = 4
    """Shorter quotations are not judged; two Chinese characters count as a word."""
    min_words_said: int = 3
    """The same, on both sides, for one with a cue of speech where no mark stands in its rendering's sentence."""
    min_words_fragment: int = 7
    """The same for a piece of a sentence with no cue of speech near it: names and labels stand between marks too."""
    min_words_bare: int = 5
    """The same for such a piece where no mark at all stands in its rendering's sentence."""
    each: int = 2
    """Quotations of an article that are reported one by one; more are reported once, with all places."""
    min_rendered: float = 0.3
    """Share of the quotation's content, 0-1, that must have word links: what is not rendered has not lost its marks."""
    max_in_marks: float = 0.33
    """Share of the rendered content, 0-1, that may be linked to words between marks by chance."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each quotation rendered without marks; one for all where there are many."""
    found = [link for link in doc.of_kind(Kind.QUOTE) if isinstance(link, QuoteLink) and _unmarked(doc, link, params)]
    runs = list(_runs(found))
    if len(runs) > params.each:  # a translator who reports speech in his own words does so throughout: said once
        runs = [[link for run in runs for link in run]]
    for run in runs:
        yield _finding(doc, run)


def _unmarked(doc: Prepared, link: QuoteLink, params: Params) -> bool:
    quote = link.source
    if not isinstance(quote, Quote) or not quote.direct or link.unpaired or link.narrowed:
        return False
    bare = _bare(doc, link)
    if not link.marked and not (bare and _between_marks(doc, quote)):
        return False
    text = quote.content.of(doc.pair.source.text)
    segment = doc.pair.source.segment_at(quote.span.start)
    opens = segment is not None and doc.pair.source.segments[segment].span.start == quote.span.start
    whole = opens or quote.cue is not None or ends_sentence(text)
    least = params.min_words if whole else params.min_words_bare if bare else params.min_words_fragment
    if bare and quote.cue is not None and link.target:
        rendered = counted_words(link.target.span.of(doc.pair.target.text))
        least = params.min_words_said if rendered >= params.min_words_said else least
    if counted_words(text) < least:
        return False
    if link.rendered < params.min_rendered or not _rendered_here(doc, link, quote):
        return False
    return link.after_colon or link.in_marks <= params.max_in_marks * link.rendered


def _bare(doc: Prepared, link: QuoteLink) -> bool:
    """Whether no quotation mark stands in the aligned sentence: it does not matter then how the source's marks pair."""
    area, target = doc.bead_span(link.bead, Side.TARGET), doc.pair.target
    return area is not None and next(double_marks(target.text, target.lang, area), None) is None


def _between_marks(doc: Prepared, quote: Quote) -> bool:
    passage = quote.span.of(doc.pair.source.text)
    return is_mark(passage[:1]) and is_mark(passage[-1:])


def _rendered_here(doc: Prepared, link: QuoteLink, quote: Quote) -> bool:
    """Whether plain words of the aligned sentence render the quotation: no marks, no name in capitals.

    Where nobody is said to speak, the name may show in the linked words only: small ones stand between them.
    """
    area, text = doc.bead_span(link.bead, Side.TARGET), doc.pair.target.text
    if link.target is None or area is None or not area.overlaps(link.target.span):
        return False
    words = link.target.span.of(text)
    spans = () if quote.cue is not None else doc.projected(Side.SOURCE, quote.span)
    linked = " ".join(s.of(text) for s in spans if area.contains(s))
    named = any(title_cased(w) and counted_words(w) < _LONGER_THAN_TITLES for w in (words, linked))
    return (words[:1] in _APOSTROPHES or not is_mark(words[:1])) and not named


def _runs(links: list[QuoteLink]) -> Iterator[list[QuoteLink]]:
    """Sentences of one quotation, and the links of one sentence, together."""
    run: list[QuoteLink] = []
    for link in links:
        if run and link.source and run[-1].source and link.source.span.start - run[-1].source.span.end > _GAP:
            yield run
            run = []
        run.append(link)
    if run:
        yield run


def _grave(doc: Prepared, link: QuoteLink) -> bool:
    """Whether a statement became the paper's own or was reported: not where a clause beside it says who speaks."""
    if not isinstance(link.source, Quote) or not opens_statement(doc.pair.source, link.source):
        return False
    area = doc.bead_span(link.bead, Side.TARGET)
    if area is None or link.target is None:
        return True
    return all(speech_tag(doc.pair.target, area, words) is None for words in (link.target.span, area))


def _finding(doc: Prepared, run: list[QuoteLink]) -> Finding:
    first = run[0]
    quotes = list(dict.fromkeys(link.source for link in run if isinstance(link.source, Quote)))
    renderings = list(dict.fromkeys(link.target.span for link in run if link.target))
    speaker = quotes[0].speaker.of(doc.pair.source.text) if quotes[0].speaker else None
    reported = isinstance(first.target, Quote) and not first.target.direct
    what = "is reported in other words" if reported else "stands without quotation marks"
    more = f" ({len(quotes)} sentences)" if len(quotes) > 1 else ""
    whose = f"The quotation of {speaker}" if speaker else "The quotation"
    return RULE.finding(
        f"{whose} {what} in the translation: its words are no longer marked as the speaker's{more}.",
        source=[q.span for q in quotes],
        target=renderings,
        term=" ".join(q.key for q in quotes),
        evidence={"rendered": first.rendered, "in_marks": first.in_marks, "speaker": speaker, "why": first.why},
        severity=Severity.MAJOR if any(_grave(doc, link) for link in run) else Severity.MINOR,
        confidence=max(0.0, min(1.0, first.rendered) - first.in_marks),
    )


EXAMPLES = (
    Example(
        "ru",
        "en",
        "Москва не получила ответа от Вашингтона. «Мы предлагали продлить договор ещё на один год, но наше предложение "
        "осталось без ответа», — сказал Дмитрий Песков. Переговоры продолжатся в марте.",
        "Moscow has received no reply from Washington. We proposed extending the treaty by another year, but our "
        "proposal remained unanswered, Dmitry Peskov said. The talks will continue in March.",
        ("We proposed extending the treaty by another year, but our proposal remained unanswered",),
    ),
    Example(
        "fr",
        "en",
        "Le ministre a présenté la réforme mardi. Il a déclaré : « Les hôpitaux recevront plus d'argent dès "
        "l'année prochaine. » Le Parlement votera en juin.",
        "The minister presented the reform on Tuesday. He declared that hospitals would receive more money from next "
        "year. Parliament will vote in June.",
        ("hospitals would receive more money from next year",),
    ),
    Example(
        "en",
        "ar",
        "The ministers met in Cairo on Sunday. “We will accept no solution that ignores the rights of civilians in the "
        "city,” the secretary general said. The next meeting will be held in Tunis.",
        "اجتمع الوزراء في القاهرة يوم الأحد. وقال الأمين العام: «لن نقبل بأي حل يتجاهل حقوق المدنيين في المدينة». "
        "وسيعقد الاجتماع المقبل في تونس.",
    ),
    Example(
        "zh",
        "en",
        "外交部发言人周四回答了记者的提问。她说：“中方对条约到期表示遗憾，希望美方恢复与俄方的对话。”会谈将于下月举行。",
        "A foreign ministry spokeswoman answered reporters' questions on Thursday. “China regrets the expiration of "
        "the treaty,” she said, “and hopes that the United States will resume its dialogue with Russia.” Talks will be "
        "held next month.",
    ),
    Example(
        "de",
        "en",
        "Der Anwalt sprach am Montag vor dem Gericht. Er sagte, seine Mandanten seien „von der Entscheidung der "
        "Staatsanwaltschaft offensichtlich enttäuscht“. Der Prozess geht weiter.",
        "The lawyer spoke outside the court on Monday. He said his clients were “obviously disappointed” by the "
        "prosecution's decision. The trial continues.",
    ),
    Example(
        "en",
        "ru",
        "The mayor came to the school on Friday. “We have waited three years for this roof,” he told the parents. The "
        "work will begin in May.",
        "Мэр приехал в школу в пятницу.\n— Мы ждали эту крышу три года, — сказал он родителям.\nРаботы начнутся в мае.",
    ),
    Example(
        "de",
        "en",
        "Die Regierung lehnt den „Deal“ ab. Das sagte ein Sprecher am Freitag in Berlin.",
        "The government rejects the agreement. A spokesman said so in Berlin on Friday.",
    ),
)

RULE = Rule(
    code="QUO002",
    name="quote-unmarked",
    summary="A direct quotation of the source has lost its quotation marks in the translation.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
