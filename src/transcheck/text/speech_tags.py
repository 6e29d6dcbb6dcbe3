"""What tells direct speech where marks do not: a clause that only says who speaks, and where a quotation opens.

    The market was always political, says Tarlo.    建筑帮不了死者，他说。    « Il y a », affirme-t-il

Such a clause, set off by commas or dashes after words or among them, gives the words as the speaker's own: languages
and desks differ in whether they put marks there too. `He said that ...` does not: it reports them.
"""

from collections.abc import Iterator

import regex

from transcheck.model.terms import Quote
from transcheck.model.text import Article, Span
from transcheck.text.quotation_pairs import is_mark
from transcheck.text.speech import CueKind, counted_words, cues, is_stop, speech, that_after, verb_last, word_spans

MAX_TAG = 9
"""Words of a clause that only says who speaks: the verb, a name with an office, a day."""
MAX_AFTER = 3
"""Words after its verb where other words stand before it: she told reporters, he said on Monday."""
MAX_CLAUSES = 24
"""Clauses of a sentence that are looked at: bounds the work on a text of nothing but commas."""
_BREAK = regex.compile(r"[,،，、]|(?<=\s)[—–―-](?=\s)|—")
_OPENS = regex.compile(r".*[.!?…。！？؟।:：][\s\p{Cf}]*", regex.DOTALL)
_MAY_OPEN = regex.compile(r".*[;；,،，(（—–―-][\s\p{Cf}]*", regex.DOTALL)


def speech_tag(article: Article, sentence: Span, spoken: Span) -> Span | None:
    """The clause of the sentence after the beginning of `spoken` that only says who speaks.

    Before it too in a language that has no word for `that`: 他说，… may be the speaker's own words.
    """
    either = not speech(article.lang).get("that", True)
    for clause in _clauses(article.text, sentence):
        placed = clause.start > spoken.start or (either and clause.end <= spoken.start)
        if placed and _only_attributes(article, clause):
            return clause
    return None


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """What stands between commas or dashes; not beside a quotation mark, whose quotation has that tag for its own."""
    breaks = [m for m, _ in zip(_BREAK.finditer(text, sentence.start, sentence.end), range(MAX_CLAUSES), strict=False)]
    starts = [sentence.start, *(m.end() for m in breaks)]
    ends = [*(m.start() for m in breaks), sentence.end]
    for start, end in zip(starts, ends, strict=True):
        before = text[sentence.start : start].rstrip().rstrip(",،，、—–―-").rstrip()
        if not is_mark(before[-1:]) and not is_mark(text[start:end].lstrip()[:1]):
            yield Span(start, end)


def _only_attributes(article: Article, clause: Span) -> bool:
    """Whether a verb of saying begins or all but ends the clause, which is short and has nothing that it reports."""
    text, lang = article.text, article.lang
    words = word_spans(text, clause)
    if not words or counted_words(clause.of(text)) > MAX_TAG or is_stop(words[0].of(text), lang):
        return False
    verbs = [c.span for c in cues(text, lang, clause) if c.kind is CueKind.VERB]
    if not verbs or that_after(text, lang, Span(verbs[0].end, clause.end)) is not None:
        return False
    return verbs[0].start <= words[0].start or len(word_spans(text, Span(verbs[-1].end, clause.end))) <= MAX_AFTER


def opens_statement(article: Article, quote: Quote) -> bool:
    """Whether a quotation begins where a statement may: its sentence, after a break, a verb of saying or `that`.

    A piece that a desk weaves into a sentence of its own (it would “seek to pass on the costs”) does not, nor one in
    small letters after a comma or dash. Where verbs close their clause, nothing tells by what stands before, and one
    with a verb of saying counts.
    """
    text, lang, at = article.text, article.lang, quote.span.start
    index = article.segment_at(at)
    before = Span(article.segments[index].span.start if index is not None else at, at)
    words = word_spans(text, before)
    if not words or _OPENS.fullmatch(text, before.start, before.end):
        return True
    if _MAY_OPEN.fullmatch(text, before.start, before.end) and not text[quote.content.start].islower():
        return True
    if verb_last(lang):
        return quote.cue is not None
    governed = any(c.span.end >= words[-1].end for c in cues(text, lang, before) if c.kind is not CueKind.SOURCE)
    return governed or that_after(text, lang, Span(words[-1].start, at)) == words[-1]
