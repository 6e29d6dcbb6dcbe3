"""Whether the other side has room for a passage: letters expected against letters found."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from transcheck.data import table
from transcheck.model.align import Aligned
from transcheck.model.terms import Link, Mention, Quote
from transcheck.model.text import Side, Span

_MIN_LETTERS = 20
_MIN_BEADS = 5


def letters(text: str) -> int:
    """Letters and digits in `text`."""
    return sum(map(str.isalnum, text))


@dataclass(frozen=True, slots=True)
class Room:
    """Letters of every bead on one side and on the other, and how many of the other one of this is worth."""

    text: str
    here: tuple[int, ...]
    there: tuple[int, ...]
    ratio: float

    def wanted(self, span: Span) -> float:
        """Letters that a rendering of `span` should have on the other side."""
        return self.ratio * letters(span.of(self.text))

    def spare(self, bead: int) -> float:
        """Letters that the other side of `bead` has beyond what renders this side."""
        return self.there[bead] - self.ratio * self.here[bead]

    def shortfall(self, bead: int, span: Span) -> float:
        """How much too short the other side of `bead` is, in lengths of the rendering that `span` should have there.

        About 0 where everything is rendered, about 1 where `span` is not, negative where there are words to spare.
        """
        wanted = self.wanted(span)
        return -self.spare(bead) / wanted if wanted else 0.0


def lengths(aligned: Aligned, space: Room, links: Sequence[Link]) -> dict[Mention, float]:
    """Letters of the direct quotations that render each direct one of the source, by what all that they render need.

    Source quotations that nothing direct renders are left out. 1.0 is what is expected.
    """
    ours: dict[Mention, list[Quote]] = {}
    theirs: dict[Quote, list[Mention]] = {}
    for link in links:
        if isinstance(link.target, Quote) and link.target.direct and isinstance(link.source, Quote):
            theirs.setdefault(link.target, []).append(link.source)
            if link.source.direct:
                ours.setdefault(link.source, []).append(link.target)
    text = aligned.article(Side.TARGET).text
    found: dict[Mention, float] = {}
    for source, targets in ours.items():
        sharing = {s: None for t in targets for s in theirs[t] if isinstance(s, Quote)}
        wanted = sum(space.wanted(s.content) for s in sharing)
        have = sum(letters(t.content.of(text)) for t in targets)
        found[source] = have / wanted if wanted else 1.0
    return found


def room(aligned: Aligned, side: Side) -> Room:
    """The lengths seen from `side`; the ratio is the article's median bead, or what is usual if it is short."""
    beads = range(len(aligned.beads))
    here = tuple(letters(aligned.bead_text(b, side)) for b in beads)
    there = tuple(letters(aligned.bead_text(b, side.other)) for b in beads)
    usual = _usual_ratio(aligned.article(side).lang, aligned.article(side.other).lang)
    ratios = [t / h for h, t in zip(here, there, strict=True) if h >= _MIN_LETTERS and t]
    ratio = median([*ratios, usual]) if len(ratios) >= _MIN_BEADS else usual
    return Room(aligned.article(side).text, here, there, ratio)


def _usual_ratio(here: str, there: str) -> float:
    lengths: dict[str, float] = table("relative_length")["letters"]
    return lengths.get(there, 1.0) / lengths.get(here, 1.0)
