"""What stands between marks on either side, and how much of a quotation is rendered there."""

from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.link.quotes_coverage import Coverage, far_end, other, strength, word_weight
from transcheck.link.quotes_parts import Part
from transcheck.model.align import Aligned
from transcheck.model.text import Side, Span
from transcheck.text.quotation import marked_in
from transcheck.text.quotation_marks import Marked, pairs_surely, unpaired_mark


@dataclass(frozen=True, slots=True)
class Marks:
    """The passages between marks of one side, and its quotations after a colon."""

    lang: str
    text: str
    passages: tuple[Marked, ...]
    colons: tuple[Span, ...]

    def around(self, span: Span) -> Marked | None:
        """The passage between marks that holds `span`."""
        return next((m for m in self.passages if m.span.contains(span)), None)

    def surely_around(self, span: Span) -> bool:
        """Whether `span` stands between two marks that can only belong together."""
        passage = self.around(span)
        return passage is not None and pairs_surely(self.text, self.lang, passage)

    def unpaired_in(self, span: Span) -> bool:
        """Whether what is marked inside `span` is not sure: a mark without partner, or a passage of doubtful marks."""
        doubtful = any(m.span.overlaps(span) and not pairs_surely(self.text, self.lang, m) for m in self.passages)
        return doubtful or unpaired_mark(self.text, self.lang, span, self.passages)


def marks_of(aligned: Aligned, side: Side, parts: Sequence[Part]) -> Marks:
    """What is marked on `side`, whose quotations are `parts`."""
    article = aligned.article(side)
    passages = marked_in(article)
    direct = [p.quote.content for p in parts if p.quote.direct]
    colons = tuple(c for c in direct if not any(m.span.overlaps(c) for m in passages))
    return Marks(article.lang, article.text, passages, colons)


def inside(aligned: Aligned, side: Side, span: Span, areas: Sequence[Span]) -> Coverage:
    """How much of `span` on `side` has word links, and how much of it links into any of the other side's `areas`."""
    text = aligned.article(side).text
    words, opposite = aligned.words(side), aligned.words(other(side))
    weight = linked = within = 0.0
    for index in aligned.word_range(side, span):
        worth = word_weight(words[index].of(text))
        scores = [(strength(k), opposite[far_end(side, k)]) for k in aligned.links_of(side, index)]
        weight += worth
        linked += worth * max((score for score, _ in scores), default=0.0)
        entering = (score for score, word in scores if any(a.overlaps(word) for a in areas))
        within += worth * max(entering, default=0.0)
    return Coverage(weight, linked, within)
