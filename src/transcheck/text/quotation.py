"""Finds quotations in an article: between marks, between dashes, after a colon, and reported speech.

Scare quotes and quoted titles (the "New START" treaty, the film 'Dune') are not quotations; marks inside a quotation
belong to it.
"""

from collections.abc import Iterable, Sequence

import regex

from transcheck.model.terms import Kind, Quote
from transcheck.model.text import Article, Span
from transcheck.text.dialogue import find_dialogue
from transcheck.text.quotation_marks import Marked, marked_passages
from transcheck.text.quotation_pairs import is_mark
from transcheck.text.reported import find_reported
from transcheck.text.speaker import Attribution, attribution_after, attribution_before
from transcheck.text.speech import CueKind, counted_words, cues, speech, word_spans

SHORT = 3
"""Up to so many words between marks are a name, a title or a scare quote unless a verb of saying stands beside them."""
MIN_COLON_WORDS = 4
_COLON = regex.compile(r"(?<!\d)[:：](?!//)(?=\s|$|[^\s\d\p{P}])|[:：](?=\s)")
_SENTENCE_END = regex.compile(r"[.!?。！？…؟।]+[\s\p{P}]*\Z")
_TITLE_WORD = regex.compile(r"[\p{Lu}\p{Lt}\p{N}]")
_CASED = regex.compile(r"\p{Lu}|\p{Ll}")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
"""AI分野での is no word of capitals: scripts that may be written on to a foreign word."""
_COLON_REACH = 90
_TITLE_SHARE = 0.6


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Every quotation of the article in text order; direct ones never overlap, reported ones lie outside them."""
    passages = marked_in(article)
    spoken = [
        _quote(article, content, content, direct=True, speaker=said.speaker, cue=said.cue)
        for content, said in spoken_in(article)
    ]
    free = [m for m in passages if not any(q.span.overlaps(m.span) for q in spoken)]
    direct = spoken + [q for m in free if (q := _marked_quote(article, m)) is not None]
    direct += [q for q in _after_colons(article, passages) if not any(s.span.overlaps(q.span) for s in spoken)]
    reported = find_reported(article, [m.span for m in passages], direct)
    return tuple(sorted([*direct, *reported], key=lambda q: q.span))


def marked_in(article: Article) -> tuple[Marked, ...]:
    """All passages between quotation marks in text order: quotations, scare quotes and names; not 《titles》."""
    return tuple(m for m in marked_passages(article.text, article.lang, _paragraphs(article)) if not m.title)


def spoken_in(article: Article) -> tuple[tuple[Span, Attribution], ...]:
    """What dashes mark as speech, in text order, with who says it."""
    return tuple(find_dialogue(article, _paragraphs(article) or ()))


def quote_key(text: str) -> str:
    """The words of a quotation folded: what two quotations share when they say the same."""
    return " ".join(regex.findall(r"[\p{L}\p{N}\p{M}]+", text.casefold()))


def _paragraphs(article: Article) -> Sequence[Span] | None:
    blocks: dict[int, Span] = {}
    for segment in article.segments:
        known = blocks.get(segment.paragraph, segment.span)
        blocks[segment.paragraph] = Span(known.start, max(known.end, segment.span.end))
    return sorted(blocks.values()) or None


def _marked_quote(article: Article, passage: Marked) -> Quote | None:
    text = article.text
    if text.startswith(tuple(speech(article.lang).get("named", ())), passage.span.end):
        return None
    before = attribution_before(article, passage.span.start)
    after = attribution_after(article, passage.span.start, passage.span.end)
    attribution = _stronger(before, after)
    words = counted_words(passage.content.of(text))
    if words == 0 or not _is_quotation(passage.content.of(text), words, attribution):
        return None
    speaker = attribution.speaker if attribution else None
    cue = attribution.cue if attribution else None
    return _quote(article, passage.span, passage.content, direct=True, speaker=speaker, cue=cue)


def _stronger(before: Attribution | None, after: Attribution | None) -> Attribution | None:
    """The attribution beside the marks wins over one further off; of two, the one that introduces the quotation.

    Unless it names no more than what the words stand in: The union regrets that its remarks were left out: “Nobody
    asked us,” said Ms. Gillard.
    """
    if before and before.noun and after and after.speaker:
        return after
    for found in (before, after):
        if found and found.adjacent:
            return found
    return before or after


def _is_quotation(content: str, words: int, attribution: Attribution | None) -> bool:
    if attribution and attribution.adjacent:
        return True
    if words <= SHORT:
        return False
    return ends_sentence(content) or not title_cased(content)


def ends_sentence(content: str) -> bool:
    """Whether a sentence ends with the words of a quotation."""
    return bool(_SENTENCE_END.search(content))


def title_cased(content: str) -> bool:
    """Whether most words are capitalised, as in titles and names; never where most have no capitals at all."""
    words = [w.of(content) for w in word_spans(content, Span(0, len(content)))]
    alphabetic = [w for w in words if _CASED.match(w) and not _UNSPACED.search(w)]
    cased = [w for w in alphabetic if len(w) > 2]
    if 2 * len(alphabetic) < len(words):
        return False
    return bool(cased) and sum(1 for w in cased if _TITLE_WORD.match(w)) / len(cased) >= _TITLE_SHARE


def _quote(
    article: Article, span: Span, content: Span, *, direct: bool, speaker: Span | None, cue: Span | None
) -> Quote:
    return Quote(Kind.QUOTE, span, quote_key(content.of(article.text)), content, direct, speaker, cue)


def _after_colons(article: Article, passages: Sequence[Marked]) -> Iterable[Quote]:
    """Quotations that a cue and a colon introduce, without marks: to the end of their sentence."""
    for index in range(len(article.segments)):
        quote = _after_colon(article, index, passages)
        if quote:
            yield quote


def _after_colon(article: Article, index: int, passages: Sequence[Marked]) -> Quote | None:
    text, segment = article.text, article.segments[index].span
    colon = _COLON.search(text, segment.start, segment.end)
    if not colon or any(m.span.start <= colon.start() < m.span.end for m in passages):
        return None
    reach = Span(max(segment.start, colon.start() - _COLON_REACH), colon.start())
    found = [c for c in cues(text, article.lang, reach) if c.kind is not CueKind.SOURCE]
    if not found or not _introduces(text, found[-1].span, colon.start()):
        return None
    content = _content_after(article, index, colon.end())
    if content is None or any(m.span.overlaps(content) and m.span.start <= content.start + 1 for m in passages):
        return None
    attribution = attribution_before(article, colon.end())
    speaker = attribution.speaker if attribution else None
    return _quote(article, content, content, direct=True, speaker=speaker, cue=found[-1].span)


def _introduces(text: str, cue: Span, colon: int) -> bool:
    """Whether the cue may govern the colon: no other sentence or clause ends in between."""
    return not regex.search(r"[.;!?。；！？؛؟]", text[cue.end : colon])


def _content_after(article: Article, index: int, start: int) -> Span | None:
    """The rest of the sentence, or the next one where the colon ends it."""
    end = article.segments[index].span.end
    while start < end and article.text[start].isspace():
        start += 1
    if start >= end:
        return None
    if is_mark(article.text[start]) or counted_words(article.text[start:end]) < MIN_COLON_WORDS:
        return None
    return Span(start, end)
