"""How much of each segment, source or target, the word links explain: what is low on both sides says something else."""

import math
from collections import Counter
from dataclasses import dataclass

from transcheck.model.align import Aligned
from transcheck.model.text import SegmentKind, Side
from transcheck.text.latest import of_latest
from transcheck.text.words import is_mark

USUAL_LINK, USUAL_WEIGHT = 0.45, 30.0
"""Mean link score a word, and how many words it counts for: short articles say little of their own."""

MOST_EITHER, MOST_BOTH = 0.66, 1.01
"""Explained shares, of the better explained side and of both together, up to which two sentences are unrelated: on the
even-numbered ntrex articles, ar zh ru ja -> en and en -> fa de, replaced sentences lie below and human ones above, as
do the free renderings of the corpora (lowest 1.02, ja-en)."""

MOST_ALIKE = 0.5
"""Similarity of two sentences by their own vectors from which they are related however freely the words are rendered:
of replaced sentences of ntrex 2% lie above (ar zh fr -> en, en -> he hi), of human renderings with few links most."""

DISTANT, MOST_EITHER_DISTANT, MOST_BOTH_DISTANT = 0.1, 0.8, 1.25
"""Below this similarity, which one in seven thousand human renderings of ntrex has, the two have nothing in common:
stray links count for less then."""

MOST_SHARED = 0.5
"""The first share where the two share their bead with others, whose words theirs are linked to."""


@dataclass(frozen=True, slots=True)
class Unrelated:
    """A source sentence (segment index) and what stands in its place in the target."""

    source: int
    target: int
    explained: float
    """Of the better explained of the two; 1 is usual."""


class Kinship:
    """Explained shares of one pair's segments; 1 is usual in this pair, 0 means that no word has a link."""

    def __init__(self, doc: Aligned) -> None:
        self._doc = doc
        self._known: dict[tuple[Side, int], tuple[float, float]] = {}
        self._folded = {side: [word.of(doc.article(side).text).casefold() for word in doc.words(side)] for side in Side}
        self._counts = {side: Counter(self._folded[side]) for side in Side}
        self._usual = {side: self._mean_link(side) for side in Side}

    def _mean_link(self, side: Side) -> float:
        linked = weight = 0.0
        for bead in self._doc.beads:
            if len(bead.source) == len(bead.target) == 1:
                more = self._sums(side, bead.side(side)[0])
                linked, weight = linked + more[0], weight + more[1]
        return (linked + USUAL_LINK * USUAL_WEIGHT) / (weight + USUAL_WEIGHT)

    def _sums(self, side: Side, segment: int) -> tuple[float, float]:
        """Sum of the best link scores of the segment's words and sum of their weights: rare words weigh more."""
        if (side, segment) not in self._known:
            self._known[side, segment] = self._summed(side, segment)
        return self._known[side, segment]

    def _summed(self, side: Side, segment: int) -> tuple[float, float]:
        doc = self._doc
        folded, counts = self._folded[side], self._counts[side]
        linked = total = 0.0
        for w in doc.word_range(side, doc.article(side).segments[segment].span):
            if is_mark(folded[w]):
                continue
            weight = 1.0 / math.sqrt(counts[folded[w]])
            linked += weight * max((link.score for link in doc.links_of(side, w)), default=0.0)
            total += weight
        return linked, total

    def explained(self, side: Side, segment: int) -> float:
        """Mean link score of the segment's words over what is usual; 1.0 for a segment without words."""
        linked, total = self._sums(side, segment)
        return linked / total / self._usual[side] if total else 1.0

    def usual(self, side: Side) -> float:
        """Mean link score, 0-1, of a word of that side in sentences that pair one to one."""
        return self._usual[side]

    def least(self, bead: int, side: Side) -> tuple[float, int] | None:
        """The share and index of the bead's least explained sentence on that side, None where there is none."""
        segments = self._doc.article(side).segments
        kept = [s for s in self._doc.beads[bead].side(side) if segments[s].kind is SegmentKind.SENTENCE]
        return min(((self.explained(side, s), s) for s in kept), default=None)

    def unrelated(self) -> list["Unrelated"]:
        """Source and target sentences that stand in each other's place and say different things, in text order."""
        found = (self._unrelated(bead) for bead in range(len(self._doc.beads)))
        here, there = ({segments[n] for segments in self._doc.moved} for n in (0, 1))
        return [pair for pair in found if pair and pair.source not in here and pair.target not in there]

    def _unrelated(self, bead: int) -> "Unrelated | None":
        here = self._doc.beads[bead]
        there = self.least(bead, Side.TARGET)
        # Taken out of its bead, the pair may not leave sentences of one side alone.
        if there is None or (here.source and (len(here.source) == 1) != (len(here.target) == 1)):
            return None
        alone = max(len(here.source), len(here.target)) == 1
        if alone and here.source and here.similarity >= MOST_ALIKE:
            return None
        own = self.least(bead, Side.SOURCE) if here.source else self._beside(bead)
        distant = alone and bool(here.source) and here.similarity < DISTANT
        either, both = (MOST_EITHER_DISTANT, MOST_BOTH_DISTANT) if distant else (MOST_EITHER, MOST_BOTH)
        if own is None or max(own[0], there[0]) > (either if alone else MOST_SHARED) or own[0] + there[0] > both:
            return None
        return Unrelated(own[1], there[1], max(own[0], there[0]))

    def _beside(self, bead: int) -> tuple[float, int] | None:
        """The least explained source sentence of a neighbouring bead that has one too many."""
        beads = self._doc.beads
        near = [b for b in (bead - 1, bead + 1) if 0 <= b < len(beads) and len(beads[b].source) > len(beads[b].target)]
        return min((least for b in near if (least := self.least(b, Side.SOURCE))), default=None)


@of_latest
def kinship_of(doc: Aligned) -> Kinship:
    """The kinship of `doc`, which the rules that ask for it in turn share."""
    return Kinship(doc)
