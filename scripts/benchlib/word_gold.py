"""Gold for word alignment and the alignment error rate (Och and Ney 2003)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchlib.data import rows
from transcheck.model.text import Span

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """Tokens of both sides, sure links, and sure or possible links."""

    source: list[str]
    target: list[str]
    sure: frozenset[Pair]
    possible: frozenset[Pair]


def word_gold(path: Path) -> list[GoldSentence]:
    """The sentences of one file: `i-j` is sure, `ipj` possible."""
    found = []
    for row in rows(path):
        links = row["alignments"].split()
        sure = frozenset(_pair(link, "-") for link in links if "p" not in link)
        possible = frozenset(_pair(link, "p") for link in links if "p" in link)
        found.append(GoldSentence(row["src_tokens"].split(" "), row["tgt_tokens"].split(" "), sure, sure | possible))
    return found


def _pair(link: str, sign: str) -> Pair:
    source, target = link.split(sign)
    return int(source), int(target)


def owners(words: Iterable[Span], tokens: Sequence[str]) -> list[list[int]]:
    """For each of our words in the tokens joined by spaces: the gold tokens it shares characters with."""
    spans, at = [], 0
    for token in tokens:
        spans.append(Span(at, at + len(token)))
        at += len(token) + 1
    return [[k for k, span in enumerate(spans) if span.overlaps(word)] for word in words]


class Tally(NamedTuple):
    """Links found, those of them that are sure and possible, and sure links in the gold."""

    found: int = 0
    sure: int = 0
    possible: int = 0
    gold: int = 0

    def plus(self, found: set[Pair], gold: GoldSentence) -> "Tally":
        """With one more sentence."""
        return Tally(
            self.found + len(found),
            self.sure + len(found & gold.sure),
            self.possible + len(found & gold.possible),
            self.gold + len(gold.sure),
        )

    def figures(self) -> dict[str, float]:
        """Alignment error rate, precision and recall, in percent."""
        return {
            "aer": 100 * (1 - (self.sure + self.possible) / max(self.found + self.gold, 1)),
            "precision": 100 * self.possible / max(self.found, 1),
            "recall": 100 * self.sure / max(self.gold, 1),
        }
