"""Links the numbers of the two sides: inside each bead by value, then across neighbouring beads."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from transcheck.link.quantity_context import mark_said_otherwise, whole_of_share
from transcheck.link.quantity_items import TABLED, BeadNumbers, Item, bead_numbers
from transcheck.link.quantity_match import converted, similarity
from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Link
from transcheck.model.text import Side
from transcheck.text.numeral import Numeral

SMALL = 12.0
"""Numbers up to this are often left out, added or turned into a dual, 'both' or 'a pair' by good translators."""
_SAME = 0.8
"""Similarity from which two numbers have the same value."""
_REACH = 2
"""How many beads away a number may have moved."""


def link_quantities(aligned: Aligned) -> tuple[Link, ...]:
    """A link for every number of either side, in source order, then those with no source in target order.

    A link with both sides has the confidence of the match. In one with a single side, `confidence` says how sure it is
    that the other side lacks the number: 0 for mere hints ('both', ordinal words), high for figures that must survive.
    """
    beads = [bead_numbers(aligned, bead) for bead in range(len(aligned.beads))]
    for sides in beads:
        _match(sides.source, sides.target, least=_SAME)
        _cover_parts(sides)
        _match(sides.source, sides.target, articles=not (_lone_figures(sides.source) and _lone_figures(sides.target)))
    held = _held(aligned, beads)
    for distance in range(1, _REACH + 1):
        for first, second in zip(beads, beads[distance:], strict=False):
            _match(_distinct(first.source, held), _distinct(second.target, held), 0.8)
            _match(_distinct(second.source, held), _distinct(first.target, held), 0.8)
    mark_said_otherwise(aligned, beads)
    for sides in beads:
        _cover(sides)
    _cover_names(beads)
    links = list(_links(beads))
    return tuple(sorted(links, key=_place))


def _place(link: Link) -> tuple[bool, int]:
    if link.source is not None:
        return False, link.source.span.start
    return True, link.target.span.start if link.target else 0


def _free(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.partner is None and not item.covered]


def _distinct(items: Iterable[Item], held: set[int]) -> list[Item]:
    """Free numbers that mean something away from their sentence: a stray 2 does not."""
    return [
        item
        for item in _free(items)
        if (item.numeral.value > SMALL or item.numeral.role in ("percent", "money", *TABLED)) and id(item) not in held
    ]


def _held(aligned: Aligned, beads: Iterable[BeadNumbers]) -> set[int]:
    """Free names of days and months that word links join to another one in their own bead: that is their rendering."""
    held: set[int] = set()
    for sides in beads:
        for a, b in product(_free(sides.source), _free(sides.target)):
            if a.numeral.role == b.numeral.role in TABLED and _joined(aligned, a, b):
                held |= {id(a), id(b)}
    return held


def _joined(aligned: Aligned, a: Item, b: Item) -> bool:
    theirs = set(aligned.word_range(Side.TARGET, b.quantity.span))
    ours = aligned.word_range(Side.SOURCE, a.quantity.span)
    return any(link.target in theirs for word in ours for link in aligned.links_of(Side.SOURCE, word))


def _match(
    sources: list[Item], targets: list[Item], weight: float = 1.0, least: float = 0.1, articles: bool = False
) -> None:
    """Pair free items one to one, the best pairs first, then those that stand in the same order."""
    pairs = []
    for i, a in enumerate(_free(sources)):
        for j, b in enumerate(_free(targets)):
            score = similarity(a.numeral, b.numeral)
            if score >= least and (articles or not _article(a.numeral, b.numeral)):
                same_kind = (a.numeral.role == b.numeral.role) + (a.numeral.weak == b.numeral.weak)
                pairs.append((-score, -same_kind, abs(i - j), i, j, a, b))
    for score, _, _, _, _, a, b in sorted(pairs, key=lambda p: p[:5]):
        if a.partner is None and b.partner is None:
            a.partner, b.partner = b, a
            a.score = b.score = -score * weight


def _lone_figures(items: list[Item]) -> bool:
    return any(item.numeral.digits and item.numeral.value <= SMALL for item in _free(items))


def _article(a: Numeral, b: Numeral) -> bool:
    """A figure 1 and the word one, which may be no more than an article."""
    return a.value == b.value == 1 and a.digits != b.digits and "cardinal" in (a.role if b.digits else b.role,)


def _cover(sides: BeadNumbers) -> None:
    """Mark what another number of the bead supports: said twice, or converted beside the original."""
    for side, other in ((Side.SOURCE, Side.TARGET), (Side.TARGET, Side.SOURCE)):
        here, there = sides.of(side), sides.of(other)
        for item in _free(here):
            item.loosely = (
                _in_century(item, there)
                or whole_of_share(item, here)
                or (
                    not _has_rival(item, there)
                    and any(
                        converted(form, x.numeral)
                        for form in _with_units(item, here)
                        for x in (*there, *here)
                        if x is not item
                    )
                )
            )
            item.covered = item.loosely or any(
                similarity(item.numeral, x.numeral) >= _SAME and _same_table(item.numeral, x.numeral) for x in there
            )


def _same_table(a: Numeral, b: Numeral) -> bool:
    """Whether both are names of one kind, or neither is a name: the first of a month is no January."""
    return a.role == b.role if a.role in TABLED or b.role in TABLED else True


def _cover_names(beads: list[BeadNumbers]) -> None:
    """Mark ordinals that the other side has anywhere: Leo XIV is Leo in a headline, or has his number there."""
    for side, other in ((Side.SOURCE, Side.TARGET), (Side.TARGET, Side.SOURCE)):
        known = {item.numeral.value for sides in beads for item in sides.of(other) if item.numeral.role == "ordinal"}
        for sides in beads:
            for item in _free(sides.of(side)):
                if item.numeral.role == "ordinal" and item.numeral.value in known:
                    item.covered = True


def _has_rival(item: Item, there: list[Item]) -> bool:
    """Whether the other side has an unmatched figure in the very unit, so that no conversion explains this one."""
    own = {unit.name for unit in item.numeral.units}
    return any(x.numeral.digits and own & {unit.name for unit in x.numeral.units} for x in _free(there))


def _in_century(item: Item, there: list[Item]) -> bool:
    """20世纪30年代 is "the 1930s": the other side's year implies the century."""
    if not any(unit.name == "century" for unit in item.numeral.units):
        return False
    return any(x.numeral.role == "year" and x.numeral.value // 100 + 1 == item.numeral.value for x in there)


def _with_units(item: Item, here: list[Item]) -> Iterator[Numeral]:
    """The number with its own units, or with those of the sentence where it has none (4 inches, locally 10)."""
    if item.numeral.units or not item.numeral.digits:
        yield item.numeral
        return
    units = {unit for other in here if other is not item for unit in other.numeral.units if unit.dimension != "time"}
    yield replace(item.numeral, units=tuple(sorted(units, key=lambda unit: unit.name)))


def _cover_parts(sides: BeadNumbers) -> None:
    """Mark numbers whose other reading, as several numbers, stands on the other side, and those numbers too."""
    for side, other in ((Side.SOURCE, Side.TARGET), (Side.TARGET, Side.SOURCE)):
        there = sides.of(other)
        for item in _free(sides.of(side)):
            parts = item.numeral.parts
            found = [next((x for x in _free(there) if similarity(p, x.numeral) >= _SAME), None) for p in parts]
            if parts and all(found):
                item.covered = item.loosely = True
                for x in found:
                    if x is not None:
                        x.covered = x.loosely = True


def _links(beads: list[BeadNumbers]) -> Iterator[Link]:
    for sides in beads:
        for item in sides.source:
            if item.partner is not None:
                why = _why(item)
                yield Link(Kind.QUANTITY, item.quantity, item.partner.quantity, item.bead, round(item.score, 3), why)
        for item in (*sides.source, *sides.target):
            if item.partner is None:
                source = item.quantity if item.side is Side.SOURCE else None
                target = item.quantity if item.side is Side.TARGET else None
                confidence = _certainty(item)
                yield Link(Kind.QUANTITY, source, target, item.bead, confidence, _why_alone(item))


def _why(item: Item) -> str:
    if item.partner is not None and item.partner.bead != item.bead:
        return "the same value in a neighbouring sentence"
    return "the same value" if item.score >= 0.9 else "the same value, rounded or written as a share"


def _why_alone(item: Item) -> str:
    if item.covered:
        return "the value stands on the other side, there linked to another number"
    return "no number of this value in the aligned sentence or its neighbours"


def _certainty(item: Item) -> float:
    """How sure it is that an unlinked number has no counterpart."""
    numeral = item.numeral
    if numeral.role in TABLED:
        # Left out and put in freely; another name in its place is another matter.
        return 0.25 if item.covered or numeral.weak else 0.3
    if numeral.weak:
        return 0.0
    if item.unsure and not item.covered:
        return 0.35
    if item.covered:
        # Said twice here, once there; yet beside a figure that stands alone there it may be the wrong one.
        return 0.26 if numeral.digits and not item.loosely else 0.0
    if numeral.role == "code":
        return 0.25
    if numeral.role == "percent" and numeral.value == 100:
        # Hardly ever a figure: "100 percent certain".
        return 0.3
    small = numeral.value <= SMALL and numeral.role not in ("percent", "money")
    if not numeral.digits:
        if numeral.value > SMALL:
            return 0.6
        return 0.25 if numeral.value > 1 else 0.0
    return 0.3 if small else 0.9
