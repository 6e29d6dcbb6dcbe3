"""Cuts quotations at the borders of sentences: a long quotation is linked sentence by sentence."""

from dataclasses import dataclass, replace

from transcheck.model.align import Aligned
from transcheck.model.terms import Quote
from transcheck.model.text import Side, Span
from transcheck.text.quotation import find_quotes, quote_key


@dataclass(frozen=True, slots=True)
class Part:
    """What of a quotation lies in one sentence; the whole quotation where it lies in one."""

    bead: int
    quote: Quote


def quote_parts(aligned: Aligned, side: Side) -> tuple[Part, ...]:
    """The quotations of that side, cut at the borders of sentences, in text order."""
    return tuple(part for quote in find_quotes(aligned.article(side)) for part in _cut(aligned, side, quote))


def _cut(aligned: Aligned, side: Side, quote: Quote) -> list[Part]:
    article = aligned.article(side)
    first = article.segment_at(quote.content.start)
    parts: list[Part] = []
    for segment in article.segments[first or 0 :]:
        if segment.span.start >= quote.content.end:
            break
        span, content = _common(segment.span, quote.span), _common(segment.span, quote.content)
        bead = aligned.bead_at(side, segment.span.start)
        if bead is None or content is None or span is None or not any(c.isalnum() for c in content.of(article.text)):
            continue
        parts.append(Part(bead, replace(quote, span=span, content=content, key=quote_key(content.of(article.text)))))
    return parts


def _common(one: Span, two: Span) -> Span | None:
    start, end = max(one.start, two.start), min(one.end, two.end)
    return Span(start, end) if end > start else None
