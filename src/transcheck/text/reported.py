"""Finds reported speech: a verb of saying with `that` (أن, что, dass, と, 고 ...), or `according to`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from transcheck.model.terms import Kind, Quote
from transcheck.model.text import Article, Segment, Span
from transcheck.text.speaker import speaker_beside
from transcheck.text.speech import Cue, CueKind, counted_words, cues, speech, that_after, word_spans

MIN_WORDS = 3
MAX_CUES = 12
"""Cues of one sentence that are tried: bounds the work on a text without sentence ends."""
MAX_WORDS_TO_THAT = 9
"""Words that may stand between the verb and `that`: the speaker, the hearer, the day."""
_LEAD = regex.compile(r"[\s,،，:：]*")
_TRAIL = regex.compile(r"[\s.。!?！？।؟,،，;]*\Z")
_CLAUSE_END = regex.compile(r"[.;!?。；！？؛؟।]")


def find_reported(article: Article, marked: Sequence[Span], direct: Sequence[Quote]) -> Iterator[Quote]:
    """One piece of reported speech a sentence at most, where no direct quotation takes up the place or the cue.

    `marked` are all passages between marks in text order, quotations or not: a cue inside one reports nothing.
    """
    taken = {q.cue for q in direct}
    spans = sorted(q.span for q in direct)
    for segment in article.segments:
        inside = _overlapping(marked, segment.span)
        quote = _reported_in(article, segment, inside, _overlapping(spans, segment.span), taken)
        if quote is not None:
            yield quote


def _overlapping(spans: Sequence[Span], area: Span) -> Sequence[Span]:
    """Those of the ordered, disjoint `spans` that share something with `area`."""
    first = max(0, bisect_right(spans, area.start, key=lambda s: s.start) - 1)
    return spans[first : bisect_left(spans, area.end, key=lambda s: s.start)]


def _reported_in(
    article: Article, segment: Segment, marked: Sequence[Span], direct: Sequence[Span], taken: set[Span | None]
) -> Quote | None:
    for cue in islice(cues(article.text, article.lang, segment.span), MAX_CUES):
        if cue.kind is CueKind.NOUN or cue.span in taken or any(m.overlaps(cue.span) for m in marked):
            continue
        content = _content(article, cue, segment.span)
        if content is None or counted_words(content.of(article.text)) < MIN_WORDS:
            continue
        if any(d.overlaps(content) for d in direct):
            continue
        key = " ".join(regex.findall(r"[\p{L}\p{N}\p{M}]+", content.of(article.text).casefold()))
        speaker = speaker_beside(article, cue, segment.span)
        return Quote(Kind.QUOTE, content, key, content, direct=False, speaker=speaker, cue=cue.span)
    return None


def _content(article: Article, cue: Cue, sentence: Span) -> Span | None:
    """What is reported: after `that` to the end of the sentence, or before the verb where verbs come last."""
    text, entry = article.text, speech(article.lang)
    if cue.kind is CueKind.SOURCE:
        return _after_source(article, cue, sentence)
    if entry.get("before"):
        return _before_verb(article, cue, sentence)
    clause_end = _CLAUSE_END.search(text, cue.span.end, sentence.end)
    rest = Span(cue.span.end, clause_end.start() if clause_end else sentence.end)
    that = that_after(text, article.lang, rest)
    if that is not None and len(word_spans(text, Span(cue.span.end, that.start))) <= MAX_WORDS_TO_THAT:
        return _trimmed(text, Span(that.end, sentence.end))
    if cue.bare:
        return _trimmed(text, Span(cue.span.end, sentence.end))
    return None


def _before_verb(article: Article, cue: Cue, sentence: Span) -> Span | None:
    """In ja, ko the quotative particle must stand right before the verb; in tr the verb ends the sentence."""
    text = article.text
    if article.lang == "tr":
        return _trimmed(text, Span(sentence.start, cue.span.start)) if cue.span.end >= sentence.end - 2 else None
    head = text[sentence.start : cue.span.start].rstrip()
    particles = tuple(speech(article.lang)["that"])
    if not head.endswith(particles):
        return None
    topic = regex.match(r"[^、，,。]{1,40}?(?:[はが](?!、)|[은는이가] )[、，,]?\s*", head)
    start = sentence.start + (topic.end() if topic and len(head) - topic.end() > topic.end() // 2 else 0)
    return _trimmed(text, Span(start, sentence.start + len(head) - 1))


def _after_source(article: Article, cue: Cue, sentence: Span) -> Span | None:
    """The longer of what precedes `according to` and what follows the comma after the speaker."""
    text = article.text
    comma = regex.compile(r"[,،，、]").search(text, cue.span.end, sentence.end)
    before = _trimmed(text, Span(sentence.start, cue.span.start))
    after = _trimmed(text, Span(comma.end(), sentence.end)) if comma else None
    found = [s for s in (before, after) if s is not None]
    return max(found, key=len) if found else None


def _trimmed(text: str, span: Span) -> Span | None:
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    trail = _TRAIL.search(text, start, span.end)
    end = trail.start() if trail else span.end
    return Span(start, end) if end > start else None
