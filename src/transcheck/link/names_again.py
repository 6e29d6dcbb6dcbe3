"""Judges names in doubt again, by how much more alike the two sides of their bead are without them.

Two logistic regressions, one a side, for all languages, on the odds that `link/names_chance` gives and the gain (see
`align/left_out`); the weights are what `scripts/calibrate_names ... again` prints.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transcheck.model.terms import Link, NameLink
from transcheck.model.text import Side, Span

SCALE = 20.0
"""Gains are a few hundredths."""
WEIGHTS = {Side.SOURCE: (0.81, 1.21, -0.56), Side.TARGET: (0.80, 1.14, -0.51)}
"""Of the log odds so far and of the scaled gain, and the bias."""
LIKELY = 0.6
"""Chance from which a name on one side only is judged again, whatever stands on the other."""
BOTH = -2.2
"""Log odds, of it and of the surest of the other side together, from which it is: with less no gain makes a finding."""
Doubt = tuple[int, Side, Span]
"""The bead, the side and the place of a name that may have no counterpart."""


def in_doubt(links: Sequence[Link]) -> list[Doubt]:
    """The names on one side only whose chance may matter, in order of the links: those that are likely to have no
    counterpart, and those that may be exchanged for one of the other side."""
    surest: dict[tuple[int, Side], float] = {}
    for link in links:
        for bead, side, _ in doubt_of(link):
            surest[bead, side] = max(surest.get((bead, side), 0.0), link.confidence)
    return [doubt for link in links for doubt in doubt_of(link) if _matters(doubt, link.confidence, surest)]


def _matters(doubt: Doubt, chance: float, surest: Mapping[tuple[int, Side], float]) -> bool:
    bead, side, _ = doubt
    facing = surest.get((bead, side.other))
    return chance >= LIKELY or (facing is not None and odds(chance) + odds(facing) >= BOTH)


def judged_again(links: Sequence[Link], gains: Sequence[float]) -> tuple[Link, ...]:
    """The links, the names on one side only with new chances; `gains` are those of `in_doubt`, in its order."""
    gained = dict(zip(in_doubt(links), gains, strict=True))
    found = ((link, next(doubt_of(link), None)) for link in links)
    return tuple(_again(link, gained[doubt]) if doubt in gained else link for link, doubt in found)


def _again(link: Link, gain: float) -> Link:
    return replace(link, confidence=chance(Side.SOURCE if link.source else Side.TARGET, link.confidence, gain))


def chance(side: Side, before: float, gain: float) -> float:
    """The chance, 0-1, that a name of `side` has no counterpart, from what was thought before and the gain."""
    first, second, bias = WEIGHTS[side]
    value = first * odds(before) + second * SCALE * gain + bias
    return round(1.0 / (1.0 + math.exp(-value)), 4)


def odds(chance: float) -> float:
    """The log odds."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))


def doubt_of(link: Link) -> Iterator[Doubt]:
    """The doubt of a name that one side only has; nothing for other links."""
    if isinstance(link, NameLink) and (link.source is None) != (link.target is None):
        mention, side = (link.source, Side.SOURCE) if link.source else (link.target, Side.TARGET)
        if mention:
            yield link.bead, side, mention.span
