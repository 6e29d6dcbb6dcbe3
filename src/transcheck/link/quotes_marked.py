"""What stands between marks on either side, and how much of a quotation is rendered there."""

from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.link.quotes_coverage import Coverage, far_end, strength, word_weight
from transcheck.link.quotes_parts import Part
from transcheck.model.align import Aligned
from transcheck.model.text import Side, Span
from transcheck.text.quotation import marked_in, spoken_in
from transcheck.text.quotation_marks import MAX_PARAGRAPHS, Marked, double_marks, pairs_surely, unpaired_mark

MIN_NARROWED = 0.5
"""Share of a marked passage, 0-1, that must render a quotation for it to be what is left of its marks."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The passages between marks of one side, and its quotations after a colon."""

    lang: str
    text: str
    passages: tuple[Marked, ...]
    colons: tuple[Span, ...]
    dashes: tuple[Span, ...]
    """What is said in paragraphs that a dash opens."""

    def inside(self, aligned: Aligned, side: Side, span: Span) -> Coverage:
        """How much of `span` on the other side, which is `side`, is rendered between marks or dashes here."""
        return inside(aligned, side, span, [*(m.span for m in self.passages), *self.dashes])

    def around(self, span: Span) -> Marked | None:
        """The passage between marks that holds `span`."""
        return next((m for m in self.passages if m.span.contains(span)), None)

    def surely_around(self, span: Span) -> bool:
        """Whether `span` stands between two marks that can only belong together, or between dashes."""
        passage = self.around(span)
        if passage is None:
            return any(dashed.contains(span) for dashed in self.dashes)
        return pairs_surely(self.text, self.lang, passage)

    def unpaired_in(self, span: Span) -> bool:
        """Whether what is marked inside `span` is not sure: a mark without partner, or a passage of doubtful marks.

        A mark that was opened a few lines before and never closed may reach over it.
        """
        before = [m for m in self.passages if m.span.start < span.start]
        if before and not before[-1].closed and self.text.count("\n", before[-1].span.end, span.start) < MAX_PARAGRAPHS:
            return True
        doubtful = any(m.span.overlaps(span) and not pairs_surely(self.text, self.lang, m) for m in self.passages)
        return doubtful or unpaired_mark(self.text, self.lang, span, self.passages)


def marks_of(aligned: Aligned, side: Side, parts: Sequence[Part]) -> Marks:
    """What is marked on `side`, whose quotations are `parts`."""
    article = aligned.article(side)
    passages = marked_in(article)
    dashes = tuple(span for span, _ in spoken_in(article))
    known = [*(m.span for m in passages), *dashes]
    direct = [p.quote.content for p in parts if p.quote.direct]
    colons = tuple(content for content in direct if not any(span.contains(content) for span in known))
    return Marks(article.lang, article.text, passages, colons, dashes)


def inside(aligned: Aligned, side: Side, span: Span, areas: Sequence[Span]) -> Coverage:
    """How much of `span` on `side` has word links, and how much of it links into any of the other side's `areas`."""
    text = aligned.article(side).text
    words, opposite = aligned.words(side), aligned.words(side.other)
    weight = linked = within = 0.0
    for index in aligned.word_range(side, span):
        worth = word_weight(words[index].of(text))
        scores = [(strength(k), opposite[far_end(side, k)]) for k in aligned.links_of(side, index)]
        weight += worth
        linked += worth * max((score for score, _ in scores), default=0.0)
        entering = (score for score, word in scores if any(a.overlaps(word) for a in areas))
        within += worth * max(entering, default=0.0)
    return Coverage(weight, linked, within)


def narrowed(aligned: Aligned, side: Side, content: Span, far: Marks, area: Span) -> bool:
    """Whether a marked passage in `area` on the other side renders a part of `content`, in which there are no marks."""
    article = aligned.article(side)
    if next(double_marks(article.text, article.lang, content), None) is not None:
        return False
    within = (m.content for m in far.passages if m.span.overlaps(area))
    return any(inside(aligned, side.other, span, [content]).share_inside >= MIN_NARROWED for span in within)
