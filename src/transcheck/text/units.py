"""The unit right after a number, and conversion between units of one dimension."""

from dataclasses import dataclass
from functools import cache

import regex

from transcheck.data import table
from transcheck.text.number_fold import fold
from transcheck.text.word_table import looked_up

_TOKEN = regex.compile(r"[ \-–'.]{0,2}((?:[°º]?[\p{L}\p{M}²]+(?:[\"'/״][\p{L}\p{M}]+)*))")

_LONGEST = 6
"""Signs of the longest unit in Chinese, Japanese and Korean."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or of time."""

    dimension: str
    name: str
    factor: float
    """How many of the dimension's first unit one of it is; meaningless for temperatures."""

    def to(self, value: float, other: "Unit") -> float:
        """`value` of this unit in `other`, a unit of the same dimension."""
        if self.dimension != "temperature" or self.name == other.name:
            return value * self.factor / other.factor
        return value * 1.8 + 32 if self.name == "celsius" else (value - 32) / 1.8


@cache
def _words() -> tuple[dict[str, tuple[Unit, ...]], dict[str, tuple[Unit, ...]]]:
    exact: dict[str, tuple[Unit, ...]] = {}
    stems: dict[str, tuple[Unit, ...]] = {}
    for dimension, units in table("units").items():
        for name, entry in units.items():
            unit = Unit(dimension, name, float(entry["factor"]))
            for word in entry["words"].split():
                folded = fold(word.rstrip("*"), "").text
                kept = stems if word.endswith("*") else exact
                kept[folded] = (*kept.get(folded, ()), unit)
    return exact, stems


def units_after(text: str) -> tuple[Unit, ...]:
    """The units that the beginning of `text` (folded, from the end of a number) can name; () if none.

    The second word counts too where the first is an adjective (20 quadratische Meilen, 650-pound, 30 долгих лет).
    """
    at = 0
    for _ in range(2):
        match = _TOKEN.match(text, at)
        if match is None:
            return ()
        if found := looked_up(match[1], *_words(), _LONGEST):
            return found
        at = match.end()
    return ()
