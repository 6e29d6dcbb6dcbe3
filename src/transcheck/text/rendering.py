"""How much of a source sentence the word links carry over, and whether its bead has room for it."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.data import table
from transcheck.model.align import Aligned
from transcheck.model.text import Side
from transcheck.text.words import is_mark

USUAL_LINK, USUAL_WEIGHT = 0.45, 30.0
"""Mean link score a word, and how many words of an article it counts for: short articles say little of their own."""
RATIO_WEIGHT = 300.0
"""The same for the usual ratio of letters."""
LOOSE = 1.2
"""Up to so many times the usual length a neighbouring sentence's rendering has nothing to spare."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against a rendering of one sentence that shares its bead with others."""

    rendered: float
    """Mean link score of its words; 1 is usual in this article."""
    others: float
    """The same for the other sentences of the bead."""
    room: float
    """Log ratio of the bead's target letters to those that all of its sentences need."""
    room_without: float
    """The same without the sentence: about 0 where the others alone fill the target."""


class Usual:
    """What is usual in one pair: link scores, letters."""

    def __init__(self, doc: Aligned) -> None:
        self.doc = doc
        text = doc.pair.source.text
        self._folded = [word.of(text).casefold() for word in doc.source_words]
        self._counts = Counter(self._folded)
        ones = [b for b in range(len(doc.beads)) if all(len(doc.beads[b].side(side)) == 1 for side in Side)]
        self.link = self._usual_link([w for b in ones for w in self.words(doc.beads[b].source)])
        """Mean link score of a word."""
        here = sum(self.letters(Side.SOURCE, doc.beads[b].source) for b in ones)
        there = sum(self.letters(Side.TARGET, doc.beads[b].target) for b in ones)
        lengths: dict[str, float] = table("relative_length")["letters"]
        expected = lengths.get(doc.pair.target.lang, 1.0) / lengths.get(doc.pair.source.lang, 1.0)
        self.ratio = (there + RATIO_WEIGHT * expected) / (here + RATIO_WEIGHT)
        """Target letters a source letter."""

    def _usual_link(self, words: Sequence[int]) -> float:
        weights = self.weights(words)
        prior = USUAL_WEIGHT * (sum(weights) / len(weights) if weights else 1.0)
        return (self.linked(words) + USUAL_LINK * prior) / (sum(weights) + prior)

    def words(self, segments: Sequence[int]) -> list[int]:
        """The words of these source segments, marks left out."""
        article = self.doc.pair.source
        return [
            w
            for s in segments
            for w in self.doc.word_range(Side.SOURCE, article.segments[s].span)
            if not is_mark(self.doc.source_words[w].of(article.text))
        ]

    def weights(self, words: Sequence[int]) -> list[float]:
        """What each of these source words counts: the less the oftener it stands in the article."""
        return [1.0 / math.sqrt(self._counts[self._folded[w]]) for w in words]

    def linked(self, words: Sequence[int]) -> float:
        """Sum of the best link scores of these source words, 0 without a link, by their weights."""
        best = (max((link.score for link in self.doc.links_of(Side.SOURCE, w)), default=0.0) for w in words)
        return sum(score * weight for score, weight in zip(best, self.weights(words), strict=True))

    def rendered(self, words: Sequence[int]) -> float:
        """Mean link score of these source words; 1 is usual."""
        return self.linked(words) / sum(self.weights(words)) / self.link if words else 0.0

    def letters(self, side: Side, segments: Sequence[int]) -> int:
        """Letters and digits of these segments."""
        article = self.doc.article(side)
        return sum(character.isalnum() for s in segments for character in article.segment_text(s))

    def spare(self, bead: int) -> float:
        """Target letters of a bead beyond what its source may need; 0 outside the article."""
        if not 0 <= bead < len(self.doc.beads):
            return 0.0
        here = self.doc.beads[bead]
        needed = LOOSE * self.ratio * self.letters(Side.SOURCE, here.source)
        return max(0.0, self.letters(Side.TARGET, here.target) - needed)

    def signs(self, bead: int, segment: int, left: Sequence[int]) -> Signs:
        """What speaks for and against a rendering of one of the source segments `left` in a bead."""
        here = self.doc.beads[bead]
        rest = [s for s in left if s != segment]
        found = math.log(self.letters(Side.TARGET, here.target) + 1)
        needed = self.ratio * self.letters(Side.SOURCE, left)
        without = self.ratio * self.letters(Side.SOURCE, rest)
        return Signs(
            rendered=self.rendered(self.words([segment])),
            others=self.rendered(self.words(rest)),
            room=found - math.log(needed + 1),
            room_without=found - math.log(without + 1),
        )
