"""How much of a passage the other side renders, measured by word links."""

from dataclasses import dataclass

import regex

from transcheck.model.align import Aligned, WordLink
from transcheck.model.text import Side, Span

NO_SCORE, FULL_SCORE = 0.2, 0.5
"""Cosines of a link: up to the first it says nothing (chance links look so), from the second it counts in full."""
OUTWEIGHS = 0.5
"""Strength of a link above which its word ends a stretch without links sooner than it lengthens it."""
_HAN = regex.compile(r"[\p{Han}\p{Katakana}]")
_HIRAGANA = regex.compile(r"\p{Hiragana}")
_MAX_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Coverage:
    """Content of a passage, in letters of its content words (short words count little)."""

    weight: float
    """All of it."""
    linked: float
    """What has a link to the other side."""
    inside: float
    """What has a link into the passage asked for."""

    @property
    def share(self) -> float:
        """0-1: how much of the passage has a rendering at all."""
        return self.linked / self.weight if self.weight else 0.0

    @property
    def share_inside(self) -> float:
        """0-1: how much of the passage is rendered inside the passage asked for."""
        return self.inside / self.weight if self.weight else 0.0


def word_weight(word: str) -> float:
    """What a word counts: its letters beyond two, up to six; a Han or Katakana character two, Hiragana little."""
    han = len(_HAN.findall(word))
    if han:
        return 2.0 * min(han, _MAX_LETTERS // 2)
    if _HIRAGANA.search(word):
        return 0.3 * len(word)
    letters = sum(1 for c in word if c.isalnum())
    return float(min(_MAX_LETTERS, letters) - 2) if letters > 2 else 0.5 * min(letters, 1)


def strength(link: WordLink) -> float:
    """0-1: how much a link counts."""
    return min(1.0, max(0.0, (link.score - NO_SCORE) / (FULL_SCORE - NO_SCORE)))


def far_end(side: Side, link: WordLink) -> int:
    """The word on the other side that a link of a word on `side` leads to."""
    return link.target if side is Side.SOURCE else link.source


def coverage(aligned: Aligned, side: Side, span: Span, within: Span | None = None) -> Coverage:
    """How much of `span` on `side` has word links, and how much of it links into `within` on the other side."""
    text = aligned.article(side).text
    words, opposite = aligned.words(side), aligned.words(side.other)
    weight = linked = inside = 0.0
    for index in aligned.word_range(side, span):
        worth = word_weight(words[index].of(text))
        links = aligned.links_of(side, index)
        weight += worth
        linked += worth * max((strength(link) for link in links), default=0.0)
        if within is not None:
            entering = [strength(link) for link in links if within.overlaps(opposite[far_end(side, link)])]
            inside += worth * max(entering, default=0.0)
    return Coverage(weight, linked, inside)


def largest_gap(aligned: Aligned, side: Side, span: Span) -> float:
    """0-1: the largest share of the content of `span` that stands together without links.

    A stretch ends where words with links outweigh those without: a chance link inside it does not cut it in two.
    """
    text, words = aligned.article(side).text, aligned.words(side)
    run = largest = weight = 0.0
    for index in aligned.word_range(side, span):
        worth = word_weight(words[index].of(text))
        linked = max((strength(link) for link in aligned.links_of(side, index)), default=0.0)
        weight += worth
        run = max(0.0, run + worth * (1.0 - linked / OUTWEIGHS))
        largest = max(largest, run)
    return largest / weight if weight else 0.0


def rendering(aligned: Aligned, side: Side, span: Span) -> Span | None:
    """From the first to the last word of the other side that `span` is linked to, without far outliers."""
    opposite = aligned.words(side.other)
    ends = sorted(
        far_end(side, link)
        for word in aligned.word_range(side, span)
        for link in aligned.links_of(side, word)
        if strength(link) > 0
    )
    if not ends:
        return None
    cut = len(ends) // 10
    kept = ends[cut : len(ends) - cut]
    return Span(opposite[kept[0]].start, opposite[kept[-1]].end)
