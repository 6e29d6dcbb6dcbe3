"""A direct quotation of the source has no rendering in the translation.

Why it matters
    A quotation is evidence: readers hold the speaker, and the desk, to those words. When one is dropped, the article
    still reads well, so nobody notices that the official's own statement is gone.

Wrong
    «Мы не получили ответа на наше предложение», — сказал Песков.  ->  Peskov spoke on Thursday.

Right
    The words are there between marks, after a colon, as reported speech, or in the paper's own voice. The last two may
    be worth a look, but nothing is missing: other rules weigh that.

Limits
    Short quotations (under `min_words` words, under `min_words_fragment` for a piece of a sentence that nobody is
    named as saying) are not judged: too little evidence. A quotation of several sentences is
    judged sentence by sentence; where all of its sentence is left out, ACC001 says so. A rendering that is free to the
    point of sharing no words, and much shorter than usual, looks like a missing one. A quotation whose opening and
    closing marks are both missing is seen only after a colon.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Quote
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.speech import counted_words

_SENTENCE_ENDS = (".", ",", "!", "?", "…", "。", "，", "！", "？", "؟", "،", "।")


@dataclass(frozen=True, slots=True)
class Params:
    """When a quotation without a rendering is reported."""

    min_words: int = 5
    """Shorter quotations are not judged; two Chinese characters count as a word."""
    min_words_fragment: int = 7
    """The same for a piece of a sentence with no cue of speech near it: idioms and labels stand between marks too."""
    min_words_unlinked: int = 3
    """The same, and one word more without a cue of speech, where next to nothing of it has word links ..."""
    max_unlinked: float = 0.15
    """... that is, at most this share of its content, 0-1."""
    max_covered: float = 0.55
    """Share of the quotation's content, 0-1, that may have word links into the target by chance."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each quotation, or sentence of a longer one, that nothing in the target renders."""
    for link in doc.of_kind(Kind.QUOTE):
        quote = link.source
        if not isinstance(quote, Quote) or not quote.direct or link.target is not None:
            continue
        covered = 1.0 - link.confidence
        words = counted_words(quote.content.of(doc.pair.source.text))
        enough = params.min_words_fragment if _is_fragment(doc, quote) else params.min_words
        if covered <= params.max_unlinked:
            enough = params.min_words_unlinked if quote.cue is not None else params.min_words_unlinked + 1
        if words >= enough and covered <= params.max_covered:
            yield _finding(doc, link, quote, words, covered)


def _is_fragment(doc: Prepared, quote: Quote) -> bool:
    """Whether the quotation is built into somebody else's sentence, with no cue of speech near it."""
    if quote.cue is not None or quote.content.of(doc.pair.source.text).endswith(_SENTENCE_ENDS):
        return False
    segment = doc.pair.source.segment_at(quote.span.start)
    return segment is not None and doc.pair.source.segments[segment].span.start < quote.span.start


def _finding(doc: Prepared, link: Link, quote: Quote, words: int, covered: float) -> Finding:
    speaker = quote.speaker.of(doc.pair.source.text) if quote.speaker else None
    whose = f"The quotation of {speaker}" if speaker else "The quotation"
    place = doc.bead_span(link.bead, Side.TARGET)
    where: list[Span] = [] if place is None else [place]
    return RULE.finding(
        f"{whose} has no rendering in the translation.",
        source=[quote.span],
        target=where,
        term=quote.key,
        evidence={"covered": round(covered, 3), "words": words, "speaker": speaker, "why": link.why},
        confidence=link.confidence,
    )


EXAMPLES = (
    Example(
        "ru",
        "en",
        "Москва не получила ответа от Вашингтона. «Мы предлагали продлить договор ещё на один год, но наше предложение "
        "осталось без ответа», — сказал Дмитрий Песков. Переговоры продолжатся в марте.",
        "Moscow has received no reply from Washington. Dmitry Peskov spoke. The talks will continue in March.",
        ("«Мы предлагали продлить договор ещё на один год, но наше предложение осталось без ответа»",),
    ),
    Example(
        "ar",
        "en",
        "اجتمع الوزراء في القاهرة يوم الأحد. وقال الأمين العام للصحفيين بعد المحادثات: «لن نقبل بأي حل يتجاهل "
        "حقوق المدنيين في المدينة». "
        "وسيعقد الاجتماع المقبل في تونس.",
        "The ministers met in Cairo on Sunday. The secretary-general spoke to reporters after the talks. The next "
        "meeting will be held in Tunis.",
        ("«لن نقبل بأي حل يتجاهل حقوق المدنيين في المدينة»",),
    ),
    Example(
        "es",
        "en",
        "Los marineros llegaron a puerto el domingo.\n—Pensábamos que no volveríamos a ver la costa después de tres "
        "días sin radio —contó Antonio Vidal, el patrón.\nLa empresa pagará la reparación del barco.",
        "The sailors reached port on Sunday.\nAntonio Vidal, the skipper, spoke.\nThe company will pay for repairs to "
        "the vessel.",
        ("Pensábamos que no volveríamos a ver la costa después de tres días sin radio",),
    ),
    Example(
        "fr",
        "en",
        "Le ministre a présenté la réforme mardi. Il a déclaré : « Les hôpitaux recevront plus d'argent dès "
        "l'année prochaine. » Le Parlement votera en juin.",
        "The minister presented the reform on Tuesday. He declared that hospitals would receive more money from next "
        "year. Parliament will vote in June.",
    ),
    Example(
        "zh",
        "en",
        "外交部发言人周四回答了记者的提问。她说：“中方对条约到期表示遗憾，希望美方恢复与俄方的对话。”会谈将于下月举行。",
        "A foreign ministry spokeswoman answered reporters' questions on Thursday. She said: China regrets the "
        "expiration of the treaty and hopes that the United States will resume its dialogue with Russia. Talks will be "
        "held next month.",
    ),
    Example(
        "zh",
        "en",
        "俄罗斯周日庆祝海军节。报道称，阅兵式在圣彼得堡举行，参加的有“卡萨托诺夫上将”号护卫舰、"
        "“库拉科夫”号大型反潜舰等舰艇。庆祝活动持续到晚上。",
        "Russia celebrated Navy Day on Sunday. According to the report, a parade was held in St. Petersburg, with "
        "ships including the frigate “Admiral Kasatonov” and the anti-submarine ship “Kulakov”. The celebrations "
        "lasted into the evening.",
    ),
    Example(
        "de",
        "en",
        "Die Regierung lehnt den „Deal“ ab. Das sagte ein Sprecher am Freitag in Berlin.",
        "The government rejects the agreement. A spokesman said so in Berlin on Friday.",
    ),
)

RULE = Rule(
    code="QUO001",
    name="quote-missing",
    summary="A direct quotation of the source has no rendering in the translation.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
    whole=frozenset({Side.SOURCE}),
)
