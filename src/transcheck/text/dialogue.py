"""Finds speech that dashes mark: a paragraph that a dash opens, with a verb of saying between dashes.

— Мы ждём, — сказал он. — Ответа нет.    —Esperamos —dijo—. No hay respuesta.

Without such a verb the dash may begin an item of a list, and is left alone.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from transcheck.model.text import Article, Span
from transcheck.text.speaker import Attribution, speaker_beside
from transcheck.text.speech import CueKind, cues, word_spans

MAX_BEFORE_VERB = 2
"""Words that may stand before the verb in a clause between dashes: `— он сказал`, `—le dijo`."""
MAX_DASHES = 24
"""Dashes of a paragraph that are looked at: bounds the work on a text of nothing but dashes."""
_OPENS = regex.compile(r"\s*(?:[—–―]\s*|-\s+)(?=\S)")
_DASH = regex.compile(r"(?<=[\s,.!?…])[—–―]|[—–―](?=[\s.,;:!?…])|(?<=\s)-(?=\s)")
_LEAD = regex.compile(r"[\s.,;:]*")
_TRAIL = regex.compile(r"[\s,;:]*\Z")


def find_dialogue(article: Article, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, Attribution]]:
    """What is said in each paragraph that a dash opens, piece by piece, with who says it."""
    for paragraph in paragraphs:
        opening = _OPENS.match(article.text, paragraph.start, paragraph.end)
        if opening:
            yield from _spoken(article, Span(opening.end(), paragraph.end))


def _spoken(article: Article, area: Span) -> Iterator[tuple[Span, Attribution]]:
    """The pieces between clauses with a verb of saying; dashes inside what is said (Москва — столица) cut nothing."""
    pieces = list(_pieces(article.text, area))
    said = [_attribution(article, piece) for piece in pieces[1:]]
    known = next((a for a in said if a), None)
    for spoken, run in groupby(zip(pieces, [None, *said], strict=True), key=lambda one: one[1] is None):
        together = list(run)
        if not spoken:
            known = together[-1][1] or known
        elif known:
            content = _trimmed(article.text, Span(together[0][0].start, together[-1][0].end))
            if content is not None:
                yield content, known


def _pieces(text: str, area: Span) -> Iterator[Span]:
    start = area.start
    for count, dash in enumerate(_DASH.finditer(text, area.start, area.end)):
        if count == MAX_DASHES:
            break
        yield Span(start, dash.start())
        start = dash.end()
    yield Span(start, area.end)


def _attribution(article: Article, piece: Span) -> Attribution | None:
    """Who says it, if a verb of saying begins the piece."""
    cue = next((c for c in cues(article.text, article.lang, piece) if c.kind is CueKind.VERB), None)
    if cue is None or len(word_spans(article.text, Span(piece.start, cue.span.start))) > MAX_BEFORE_VERB:
        return None
    return Attribution(cue.span, speaker_beside(article, cue, piece), adjacent=True)


def _trimmed(text: str, span: Span) -> Span | None:
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    trail = _TRAIL.search(text, start, span.end)
    end = trail.start() if trail else span.end
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None
