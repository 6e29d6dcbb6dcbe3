"""Names where the other side is written without spaces: the counterpart of a word is a stretch of linked pieces."""

from dataclasses import replace

from transcheck.link.names_parts import LINKED, Pairing, Part
from transcheck.link.names_words import Words
from transcheck.model.align import Aligned
from transcheck.model.text import Side, Span
from transcheck.text.same_name import similarity
from transcheck.text.scripts import unspaced


def pairing(aligned: Aligned, source: Words, target: Words) -> Pairing:
    """What pairs the words of these two sides."""
    kind = UnspacedPairing if unspaced(source.lang) or unspaced(target.lang) else Pairing
    return kind(aligned, source, target)


class UnspacedPairing(Pairing):
    """Grows a counterpart over its neighbours that the same word is linked to."""

    def _part(self, anchor: int, other: int, bead: int, cosine: float) -> Part:
        part = super()._part(anchor, other, bead, cosine)
        if not unspaced(self.other.lang) or self.other.side is Side.SOURCE:
            return part
        spans, linked = self.other.spans, self._linked(anchor)
        first = last = other
        while first and linked.get(first - 1, 0.0) >= LINKED and spans[first - 1].end == spans[first].start:
            first -= 1
        while (
            last + 1 < len(spans) and linked.get(last + 1, 0.0) >= LINKED and spans[last + 1].start == spans[last].end
        ):
            last += 1
        span = Span(spans[first].start, spans[last].end)
        form = span.of(self.aligned.article(self.other.side).text)
        return replace(part, target=span, form=form, sound=similarity(self.source.texts[anchor], form))
