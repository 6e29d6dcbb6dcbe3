"""A sentence or a long passage of the translation is still in the source language.

Why it matters
    It is the plainest slip there is, and it happens to the best: a sentence is passed over, or pasted in to be
    translated later. Readers stumble over it, and it tells them that nobody read the text again.

Wrong
    Der Rat stimmte am Montag zu. Das Parlament entscheidet im Herbst über den Vertrag.  ->  The council agreed on
    Monday. Das Parlament entscheidet im Herbst über den Vertrag.

Right
    Names, titles of works and programmes, mottos and short quotations in the original language, addresses and hashtags,
    a gloss in brackets, a quotation that is translated in brackets behind it, and what the source itself already quotes
    in the language of the translation.

Limits
    Passages of fewer than `min_words` words inside a sentence are not reported, nor are those of up to
    `max_quoted_words` between marks or brackets. Between languages of one script only what stands word for word in the
    source is found, and a title in lower case without marks may be taken for a passage.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.text import SegmentKind, Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.copied import Copies, Copy, plain_words
from transcheck.text.fold import fold
from transcheck.text.foreign import foreign_runs, in_source_script, share_scripts
from transcheck.text.langid import detect
from transcheck.text.speech import counted_words
from transcheck.text.wrong_language import wrong_language

_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}]")
_LETTERS = 4
"""Letters from which a word in lower case is not one of the particles that names are joined with."""
_NO_CAPITALS = 2
"""Words more where names cannot be told by capitals: the same institution may be written alike in zh and ja."""
_OPENED = regex.compile(r"[\"'“”„‟«»‹›‘’「『《〈（(\[{*_]\s*$")
_CLOSED = regex.compile(r"^[\s.,!?…;:。！？،؟।]*[\"'“”«»‹›‘’」』》〉）)\]}*_]")
_GLOSS = regex.compile(r"""[\s.,!?…。！？،؟।"'“”«»‹›‘’」』》〉]*[(（\[]([^()（）\[\]]*)[)）\]]""")


@dataclass(frozen=True, slots=True)
class Params:
    """How long a passage must be to be reported; two Chinese characters count as a word."""

    min_words: int = 4
    """Words in a script that the target language does not have."""
    min_words_same_script: int = 5
    """Words that stand alike in the source, where both languages are written in one script."""
    min_words_sentence: int = 2
    """Words of a whole sentence; one more where both languages are written in one script."""
    min_words_heading: int = 6
    """Words of a whole line, other than the headline, that capitalises nearly all of them, as English headings do."""
    max_quoted_words: int = 8
    """Up to so many words between quotation marks or brackets are a title, a motto or a gloss."""
    max_title_words: int = 7
    """Up to so many words that begin with a capital inside a sentence are a title."""
    sure_language: float = 0.6
    """Certainty, 0-1, of the detector that a passage is in another language than the source."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of the target in the source language, and where the source has it."""

    target: Span
    source: Span | None
    own: str
    """Its words in the source's script."""
    words: int
    whole: bool
    """It is the whole segment."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each passage; passages end with their sentence."""
    copies = Copies(doc.pair.source.text)
    for segment in doc.pair.target.segments:
        passages = _passages(doc, copies, segment.span)
        if passages and _in_third_language(doc, segment.span):  # ACC006's
            continue
        for passage in passages:
            if _left_over(doc, passage, segment.span, params):
                yield _finding(doc, passage)


def _in_third_language(doc: Prepared, segment: Span) -> bool:
    lang = wrong_language(segment.of(doc.pair.target.text), doc.pair.target.lang)
    return lang is not None and lang != doc.pair.source.lang


def _passages(doc: Prepared, copies: Copies, segment: Span) -> list[_Passage]:
    text, source, target = doc.pair.target.text, doc.pair.source.lang, doc.pair.target.lang
    copied = copies.of(text, segment)
    spans = [copy.here for copy in copied] if share_scripts(source, target) else []
    foreign = foreign_runs(text, segment, source, target)
    spans += [run for run in foreign if not any(run.overlaps(span) for span in spans)]
    return [_passage(doc, segment, span, copied) for span in sorted(spans)]


def _passage(doc: Prepared, segment: Span, span: Span, copied: list[Copy]) -> _Passage:
    text = doc.pair.target.text
    there = [copy.there for copy in copied if copy.here.overlaps(span)]
    source = Span(there[0].start, max(there[0].end, there[-1].end)) if there else None
    if source is not None and len(source) > 2 * len(span):
        source = max(there, key=len)
    inside = [word for word in plain_words(text, segment) if span.contains(word)]
    whole = 5 * sum(map(len, inside)) >= 4 * sum(map(len, plain_words(text, segment)))
    own = in_source_script(span.of(text), doc.pair.source.lang, doc.pair.target.lang)
    return _Passage(span, source, own, counted_words(own), whole)


def _left_over(doc: Prepared, passage: _Passage, segment: Span, params: Params) -> bool:
    """Whether a passage has been left untranslated rather than kept on purpose."""
    text = doc.pair.target.text
    shared = share_scripts(doc.pair.source.lang, doc.pair.target.lang)
    least = params.min_words_same_script if shared else params.min_words
    if shared and not _CASED.search(passage.own):
        least += _NO_CAPITALS
    if passage.words < (params.min_words_sentence + shared if passage.whole else least):
        return False
    short = passage.words <= params.max_quoted_words
    if not passage.whole and ((short and _set_off(text, passage.target)) or _glossed(text, passage)):
        return False
    return _running(doc, passage, segment, params, shared) and _is_source_language(doc, passage, params, shared)


def _set_off(text: str, span: Span) -> bool:
    """Whether marks or brackets stand around the span."""
    before, after = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 4]
    return bool(_OPENED.search(before) and _CLOSED.match(after))


def _glossed(text: str, passage: _Passage) -> bool:
    """Whether a translation of the passage stands in brackets behind it."""
    gloss = _GLOSS.match(text, passage.target.end)
    return bool(gloss) and 2 * counted_words(gloss[1]) >= passage.words


def _running(doc: Prepared, passage: _Passage, segment: Span, params: Params, shared: bool) -> bool:
    """Whether a passage is running text: in scripts with capitals not only names, and not a title."""
    own = passage.own
    if not _CASED.search(own):
        return True
    lower = [word for word in own.split() if word.islower()]
    longer = [word for word in lower if len(word) >= _LETTERS]
    if passage.whole:
        heading = bool(lower) and (passage.words >= params.min_words_heading or _is_headline(doc, segment))
        return (len(lower) >= 1 + shared and bool(longer)) or (heading and _reads_as(own, doc.pair.source.lang))
    title = own[0].isupper() and passage.target.start > segment.start and passage.words <= params.max_title_words
    return len(lower) >= 3 and len(longer) >= 2 and not title


def _is_headline(doc: Prepared, segment: Span) -> bool:
    return any(s.span == segment and s.kind is SegmentKind.HEADLINE for s in doc.pair.target.segments)


def _reads_as(text: str, lang: str) -> bool:
    """Whether a line of capitalised words is in `lang` and not a list of names."""
    guess = detect(text.lower())
    return guess.lang == lang and guess.confidence >= 0.5


def _is_source_language(doc: Prepared, passage: _Passage, params: Params, shared: bool) -> bool:
    """Whether a passage may be in the source language; where scripts differ it can be in no other of the two."""
    if not shared:
        return True
    guess = detect(passage.target.of(doc.pair.target.text))
    if guess.lang == doc.pair.source.lang:
        return True
    return guess.confidence < params.sure_language and guess.lang != doc.pair.target.lang


def _finding(doc: Prepared, passage: _Passage) -> Finding:
    bead = doc.bead_at(Side.TARGET, passage.target.start)
    source = passage.source or (None if bead is None else doc.bead_span(bead, Side.SOURCE))
    surface = passage.target.of(doc.pair.target.text)
    what = "This sentence" if passage.whole else "This passage"
    return RULE.finding(
        f"{what} has been left in the language of the source.",
        source=[] if source is None else [source],
        target=[passage.target],
        term=" ".join(fold(surface).split()),
        rendering=" ".join(fold(surface).split()),
        evidence={"words": passage.words, "whole_sentence": passage.whole, "word_for_word": passage.source is not None},
        confidence=1.0 if passage.whole and passage.source else 0.9,
    )


EXAMPLES = (
    Example(
        "uk",
        "en",
        "Міська рада ухвалила бюджет у вівторок. Кошти підуть на ремонт доріг і шкіл. Голосували всі депутати.",
        "The city council passed the budget on Tuesday. Кошти підуть на ремонт доріг і шкіл. All deputies voted.",
        ("Кошти підуть на ремонт доріг і шкіл",),
    ),
    Example(
        "de",
        "en",
        "Der Rat stimmte am Montag zu. Das Parlament entscheidet im Herbst über den Vertrag. Dann tritt er in Kraft.",
        "The council agreed on Monday. Das Parlament entscheidet im Herbst über den Vertrag. It then takes effect.",
        ("Das Parlament entscheidet im Herbst über den Vertrag",),
    ),
    Example(
        "en",
        "ar",
        "The minister visited the port on Sunday. Work will resume next month, but the workers have not been paid yet.",
        "زار الوزير الميناء يوم الأحد. وسيستأنف العمل الشهر المقبل، but the workers have not been paid yet.",
        ("but the workers have not been paid yet",),
    ),
    Example(
        "fr",
        "en",
        "Le journal Le Monde a publié l'enquête lundi. La devise « Liberté, Égalité, Fraternité » orne la façade. "
        "Les élus de La France insoumise ont protesté.",
        "The newspaper Le Monde published the investigation on Monday. The motto “Liberté, Égalité, Fraternité” adorns "
        "the façade. Councillors from La France insoumise protested.",
    ),
    Example(
        "en",
        "zh",
        "The app TikTok and the series Game of Thrones were named in the report. The hashtag is #BlackLivesMatter.",
        "报告提到了应用程序TikTok和剧集《权力的游戏》（Game of Thrones）。话题标签是#BlackLivesMatter。",
    ),
    Example(
        "zh",
        "en",
        "他提出了“人类命运共同体”的理念。会议于周五结束。",
        "He put forward the idea of a “community with a shared future for mankind” (人类命运共同体). "
        "The meeting ended on Friday.",
    ),
)

RULE = Rule(
    code="ACC002",
    name="untranslated",
    summary="A sentence or a long passage is still in the source language.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    whole=frozenset({Side.TARGET}),
    examples=EXAMPLES,
)
