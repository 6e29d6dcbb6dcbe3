"""Where a quotation may be rendered although no word links lead there: free renderings and moved ones."""

from transcheck.link.quotes_coverage import coverage
from transcheck.link.quotes_length import Room, letters
from transcheck.link.quotes_parts import Part
from transcheck.model.align import Aligned
from transcheck.model.text import Side, Span
from transcheck.text.quotation_marks import Marked, marked_passages
from transcheck.text.speech import counted_words

SPARE, SPARE_SHARE = 1.0, 0.5
"""A neighbouring bead holds a rendering that moved if it has this much of its length to spare, half of what its own
source is worth, and as much in words without links."""
FREE_COVERED, FREE_LENGTH = 0.35, 0.3
"""A passage between marks may be a free rendering if at most this share of it is linked to words outside the quotation,
and it has this much of the length that is wanted."""

MAX_NAME = 5
"""Words of a name between marks, of a ship or a film, whose words need not be linked."""


def roomy_neighbour(aligned: Aligned, space: Room, part: Part, side: Side) -> Span | None:
    """The neighbouring bead's text on the other side, where it is much too long for its own counterpart."""
    far = side.other
    wanted = SPARE * space.wanted(part.quote.content)
    for bead in (part.bead + 1, part.bead - 1):
        if not 0 <= bead < len(aligned.beads):
            continue
        area = aligned.bead_span(bead, far)
        if area is None or space.spare(bead) < max(wanted, SPARE_SHARE * space.ratio * space.here[bead]):
            continue
        if (1.0 - coverage(aligned, far, area).share) * space.there[bead] >= wanted:
            return area
    return None


def in_its_place(aligned: Aligned, part: Part, side: Side) -> Span | None:
    """The short passage between marks that has the same place among as many on the other side: a name in its script.

    Only where every mark of both sides of the bead has its partner there.
    """
    here, there = (_passages(aligned, part.bead, s) for s in (side, side.other))
    at = next((n for n, m in enumerate(here) if m.span.contains(part.quote.content)), None)
    if at is None or len(here) != len(there) or not all(m.closed for m in (*here, *there)):
        return None
    near, far = (aligned.article(s).text for s in (side, side.other))
    words = max(counted_words(here[at].content.of(near)), counted_words(there[at].content.of(far)))
    return there[at].span if words <= MAX_NAME else None


def _passages(aligned: Aligned, bead: int, side: Side) -> list[Marked]:
    """The passages between marks of one side of a bead, titles of works aside."""
    area, article = aligned.bead_span(bead, side), aligned.article(side)
    return [m for m in marked_passages(article.text, article.lang, [area]) if not m.title] if area else []


def unlinked_passage(aligned: Aligned, space: Room, part: Part, side: Side) -> Span | None:
    """A passage between marks in the same bead that nothing else is linked to: an idiom replaced by another one."""
    far = side.other
    wanted = FREE_LENGTH * space.wanted(part.quote.content)
    for passage in _passages(aligned, part.bead, far):
        if letters(passage.content.of(aligned.article(far).text)) < wanted:
            continue
        found = coverage(aligned, far, passage.content, part.quote.content)
        if found.share - found.share_inside <= FREE_COVERED:
            return passage.span
    return None
