"""Gold for sentence alignment, and the strict F1 of Vecalign's scorer."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchlib.data import UNSPACED, lines, rows

Bead = tuple[tuple[int, ...], tuple[int, ...]]
JOINED = 1 / 3
"""Chance that a run of lines is joined on one of the sides."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Two texts as lines and the beads between them."""

    source: list[str]
    target: list[str]
    beads: list[Bead]


class Counts(NamedTuple):
    """Of beads with both sides non-empty."""

    right: int
    found: int
    gold: int

    def __add__(self, other: "Counts") -> "Counts":  # type: ignore[override]
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1, 0-1."""
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return {"precision": precision, "recall": recall, "f1": f1}


def strict(found: Iterable[Bead], gold: Iterable[Bead]) -> Counts:
    """Beads that are found exactly; those with an empty side count on neither side."""
    predicted = {(tuple(a), tuple(b)) for a, b in found if a and b}
    wanted = {(tuple(a), tuple(b)) for a, b in gold if a and b}
    return Counts(len(predicted & wanted), len(predicted), len(wanted))


def text_berg(folder: Path) -> Gold:
    """Text+Berg dev, German and French."""

    def indices(value: str) -> tuple[int, ...]:
        return tuple(int(number) for number in value.split(",") if number)

    beads = [(indices(r["src_line_idx"]), indices(r["tgt_line_idx"])) for r in rows(folder / "dev.gold.tsv")]
    return Gold(lines(folder / "dev.de.txt"), lines(folder / "dev.fr.txt"), beads)


def rejoined(source: list[str], target: list[str], lang: str, seed: str) -> Gold:
    """Lines that translate each other, two or three neighbours joined on one side at random.

    The draw depends on the seed and the count of lines only. The first text is in `lang`, the second in English.
    """
    draw = random.Random(seed)
    gold = Gold([], [], [])
    at = 0
    while at < len(source):
        run = min(draw.choice((2, 3)), len(source) - at) if draw.random() < JOINED else 1
        on_source = draw.random() < 0.5
        ours, theirs = source[at : at + run], target[at : at + run]
        if on_source:
            ours = [("" if lang in UNSPACED else " ").join(ours)]
        else:
            theirs = [" ".join(theirs)]
        first, second = (
            range(len(done), len(done) + len(new)) for done, new in ((gold.source, ours), (gold.target, theirs))
        )
        gold.beads.append((tuple(first), tuple(second)))
        gold.source.extend(ours)
        gold.target.extend(theirs)
        at += run
    return gold
