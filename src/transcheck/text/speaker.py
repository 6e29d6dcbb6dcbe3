"""Who is quoted: the cue of speech beside a quotation, and the words beside the cue that name the speaker."""

from dataclasses import dataclass
from itertools import dropwhile, takewhile

import regex

from transcheck.model.text import Article, Span
from transcheck.text.speech import (
    Cue,
    CueKind,
    cues,
    is_hearer,
    is_pronoun,
    is_stop,
    speech,
    that_after,
    verb_last,
    word_spans,
)

REACH = 90
"""Characters before or after a quotation in which its cue may stand."""
MAX_GAP = 6
"""Words that may stand between a quotation and its cue: `said`, `said the minister on Monday`."""
MAX_SPEAKER = 7
"""Words in the name of a speaker, with office and honorifics."""
_CLAUSE_END = regex.compile(r"[.;!?。；！？؛؟।\n\"“”„«»「」『』]")
_BREAK = regex.compile(r"[.,;:!?،؛؟。，、：；！？।—–\n()\"“”„«»「」『』]")
_LEAD = regex.compile(r"[\s,،，.。!?！？\-–—\p{Cf}]*")
_ADJACENT_BEFORE = regex.compile(r"(?:[\s\p{Cf}]*[:：,،，][\s\p{Cf}]*|[\s\p{Cf}]*)\Z")
_VERB_FIRST = ("ar", "he")
_LEADING_PARTICLE = regex.compile(r"(?:などと|と|って|이라고|라고|라며|고)\s*")
_TRAILING_PARTICLE = regex.compile(r"(?:は|が|も|氏は|氏が|은|는|이|가|도|께서|에)\Z")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue of speech near a quotation."""

    cue: Span
    speaker: Span | None
    adjacent: bool
    """The cue governs the quotation: a colon, a comma or nothing but `that` or the speaker stands between them."""
    noun: bool = False
    """The cue says what the words stand in (a statement, remarks), and only by the way whose they are."""


def attribution_before(article: Article, at: int) -> Attribution | None:
    """The cue that introduces a quotation opening at `at`: in its sentence, or in one that ends with a colon."""
    text = article.text
    floor = _floor(article, at)
    region = Span(max(floor, at - REACH), at)
    last_end = max((m.end() for m in _CLAUSE_END.finditer(text, region.start, region.end)), default=region.start)
    region = Span(last_end, at)
    found = list(cues(text, article.lang, region))
    if not found:
        return None
    cue = found[-1]
    gap = text[cue.span.end : at]
    colon = gap.rstrip().endswith((":", "："))
    adjacent = cue.kind is not CueKind.NOUN and (colon or _governs(article, cue, at))
    if cue.kind is CueKind.NOUN and colon:
        adjacent = True
    if not adjacent and len(word_spans(text, Span(cue.span.end, at))) > MAX_GAP:
        return None
    clause = Span(region.start, at)
    return Attribution(cue.span, speaker_beside(article, cue, clause), adjacent, noun=cue.kind is CueKind.NOUN)


def attribution_after(article: Article, opened: int, at: int) -> Attribution | None:
    """The cue that follows a quotation opened at `opened` and closed at `at`: within its clause, a few words off."""
    text = article.text
    lead = _LEAD.match(text, at)
    start = lead.end() if lead else at
    end = min(len(text), start + REACH)
    stop = _CLAUSE_END.search(text, start, end)
    region = Span(start, stop.start() if stop else end)
    for cue in cues(text, article.lang, region):
        words = len(word_spans(text, Span(start, cue.span.start)))
        if words > MAX_GAP or cue.kind is CueKind.NOUN:
            break
        joined = words == 0 or _resumed(article.lang, text[start : cue.span.start])
        if not (joined or _separated(text, at, start) or verb_last(article.lang)):
            break
        speaker = speaker_beside(article, cue, region)
        return Attribution(cue.span, speaker or _topic_before(article, opened), adjacent=True)
    return None


def _topic_before(article: Article, opened: int) -> Span | None:
    """The topic that stands before a quotation whose verb comes after it: 大臣は「…」と述べた."""
    if not verb_last(article.lang):
        return None
    floor = _floor(article, opened)
    breaks = [m.end() for m in _BREAK.finditer(article.text, floor, opened)]
    words = word_spans(article.text, Span(breaks[-1] if breaks else floor, opened))
    return _run(article, words[-MAX_SPEAKER:])


def _separated(text: str, at: int, start: int) -> bool:
    """Whether a comma, dash or full stop, inside or outside the mark, sets the quotation off from what follows."""
    inside = text[max(0, at - 2) : max(0, at - 1)]
    return bool(regex.search(r"[,،，!?！？–—-]", text[at:start])) or inside in (",", "，", "!", "?", "？", "！", "。")


def _resumed(lang: str, between: str) -> bool:
    """Whether the words between a quotation and its cue only point back at it: هذا ما قالته, c'est ce que dit."""
    return between.strip().casefold().replace("’", "'") in speech(lang).get("resuming", ())


def _floor(article: Article, at: int) -> int:
    """Where the sentence before the quotation may begin: its own, or the one before if that ends with a colon."""
    index = article.segment_at(at)
    if index is None:
        return max(0, at - REACH)
    start = article.segments[index].span.start
    if at - start <= 1 and index and article.segment_text(index - 1).rstrip().endswith((":", "：")):
        return article.segments[index - 1].span.start
    return start


def _governs(article: Article, cue: Cue, at: int) -> bool:
    """Whether nothing but a comma or a word for `that` stands between the cue and the opening mark."""
    text = article.text
    rest = Span(cue.span.end, at)
    if _ADJACENT_BEFORE.fullmatch(text, rest.start, rest.end):
        return True
    that = that_after(text, article.lang, rest)
    words = word_spans(text, rest)
    return that is not None and len(words) <= MAX_SPEAKER and words[-1:] == [that]


def speaker_beside(article: Article, cue: Cue, clause: Span) -> Span | None:
    """The words beside the cue that name the speaker, or None where none can be told, as with a pronoun."""
    left, right = _left(article, cue, clause), _right(article, cue, clause)
    if cue.kind is CueKind.SOURCE:
        words = left if verb_last(article.lang) else right
    elif article.lang in _VERB_FIRST:
        words = right or left
    else:
        words = left or right
    return _run(article, words)


def _right(article: Article, cue: Cue, clause: Span) -> list[Span]:
    """The words after the cue up to punctuation, the word for `that` or the next cue."""
    text, lang = article.text, article.lang
    stop = _BREAK.search(text, cue.span.end, clause.end)
    rest = Span(cue.span.end, min(stop.start() if stop else clause.end, cue.span.end + REACH))
    that = that_after(text, lang, rest)
    later = next(cues(text, lang, rest), None)
    ends = [rest.end, *(s.start for s in (that, later.span if later else None) if s is not None)]
    return word_spans(text, Span(rest.start, min(ends)))


def _left(article: Article, cue: Cue, clause: Span) -> list[Span]:
    """The words before the cue from punctuation or the cue before it: of `quoted Peskov as saying`, `Peskov as`."""
    text = article.text
    area = Span(max(clause.start, cue.span.start - REACH), cue.span.start)
    breaks = [m.end() for m in _BREAK.finditer(text, area.start, area.end)]
    breaks += [c.span.end for c in cues(text, article.lang, area)]
    return word_spans(text, Span(max(breaks, default=area.start), area.end))[-MAX_SPEAKER:]


def _run(article: Article, words: list[Span]) -> Span | None:
    """From the first word that is no hearer up to the first that ends a name; None if a pronoun stands there."""
    lang, text = article.lang, article.text
    rest = list(dropwhile(lambda w: is_hearer(w.of(text), lang), words[: MAX_SPEAKER + 1]))
    kept = list(takewhile(lambda w: not is_stop(w.of(text), lang), rest))[:MAX_SPEAKER]
    if not kept:
        return None
    span = _without_particles(article, Span(kept[0].start, kept[-1].end))
    return None if span is None or is_pronoun(span.of(text), lang) else span


def _without_particles(article: Article, span: Span) -> Span | None:
    """The name without the quotative particle before it and the topic or subject particle after it (ja, ko)."""
    if article.lang not in ("ja", "ko"):
        return span
    leading = _LEADING_PARTICLE.match(article.text, span.start, span.end)
    start = leading.end() if leading else span.start
    trailing = _TRAILING_PARTICLE.search(article.text, start, span.end)
    end = trailing.start() if trailing else span.end
    return Span(start, end) if end > start else None
