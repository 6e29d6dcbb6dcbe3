"""Quantities of the two sides that do not answer each other, each difference once, and what kind of difference it is.

Several rules share these: one reports dates, another magnitudes, and none what another reports.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from transcheck.errors import InternalError
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Mention, Quantity
from transcheck.model.text import Side, Span
from transcheck.text.kinship import kinship_of
from transcheck.text.latest import of_latest
from transcheck.text.number_format import format_plain
from transcheck.text.number_units import other_unit
from transcheck.text.other_calendars import HIJRI
from transcheck.text.renumbered import renumbered

LEAST, LEAST_FIGURE = 0.25, 0.3
"""Two different numbers of one bead answer each other where each is at least so sure to lack its own counterpart, and
one of them so sure as the second: a small number in words is compared with figures only."""
CLOSED = 0.9
"""How sure a difference in a closed table is, months and weekdays: neither name stands on the other side."""

UNEXPLAINED = 0.5
"""Explained share (1 is usual) below which a sentence that shares its bead has no counterpart: deleted sentences with
numbers (even-numbered ntrex articles, ar ru zh -> en) all lie below 0.51, most below 0.3."""

SHARED_SIGN = 30
"""Characters within which two numbers may share one sign of percent."""


DATE_WIDTH = 8
"""Characters between the month and the year of one date: July 26th, 2020."""


class Sort(StrEnum):
    """What kind of difference it is; one rule each."""

    NUMBER = "number"
    DATE = "date"
    """Days, months, weekdays, yesterday and tomorrow."""
    MAGNITUDE = "magnitude"
    """The same digits with another power of ten."""
    UNIT = "unit"
    """The same value in another unit or currency."""
    DETAIL = "detail"
    """Percentages, years, ordinals, times of day."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference; a number that stands on one side only has None on the other."""

    sort: Sort
    source: Quantity | None
    target: Quantity | None
    bead: int
    confidence: float
    """0-1."""

    @property
    def one(self) -> Quantity:
        """The source's quantity, or the target's where there is none."""
        found = self.source or self.target
        if found is None:
            raise InternalError("a fault without a quantity on either side")
        return found


@dataclass(frozen=True, slots=True)
class _Lone:
    """A quantity without counterpart."""

    quantity: Quantity
    confidence: float


def faults(doc: Prepared, sort: Sort) -> Iterator[Fault]:
    """The differences of one sort, in order of the beads; numbers on one side only come last in each bead.

    Those of one side have every confidence down to 0: the caller says from where on they matter.
    """
    return (fault for fault in _all(doc) if fault.sort is sort)


def certain(doc: Prepared, sort: Sort, least: float, *, one_sided: bool) -> Iterator[Fault]:
    """The differences of one sort: pairs, and if `one_sided` what stands on one side only from that certainty on."""
    for fault in faults(doc, sort):
        if (fault.source and fault.target) or (one_sided and fault.confidence >= least):
            yield fault


@of_latest
def _all(doc: Prepared) -> tuple[Fault, ...]:
    return tuple(_faults(doc))


def _faults(doc: Prepared) -> Iterator[Fault]:
    links = _related(doc, doc.of_kind(Kind.QUANTITY))
    for bead in sorted({link.bead for link in links}):
        here = [link for link in links if link.bead == bead]
        yield from _other_kinds(doc, here)
        alone = [link for link in here if link.source is None or link.target is None]
        sources = _lone([(link, link.source) for link in alone])
        targets = _lone([(link, link.target) for link in alone])
        for a, b in _pairs(doc, sources, targets):
            sources.remove(a)
            targets.remove(b)
            sure = CLOSED if _closed(a.quantity, b.quantity) else max(a.confidence, b.confidence)
            yield Fault(_sort(a.quantity, b.quantity), a.quantity, b.quantity, bead, sure)
        if all(doc.beads[bead].side(side) for side in Side):
            # Where a whole sentence is missing, that is another finding.
            for x in _kept(doc, bead, Side.SOURCE, sources):
                yield Fault(_sort(x.quantity), x.quantity, None, bead, x.confidence)
            for x in _kept(doc, bead, Side.TARGET, _not_completed(targets, here)):
                yield Fault(_sort(x.quantity), None, x.quantity, bead, x.confidence)


def _related(doc: Prepared, links: Sequence[Link]) -> list[Link]:
    """Links that touch no sentence whose place is taken by an unrelated one: that is one error, and not in a number.

    Nor an instrument that the two sides number differently: TTL005 says so.
    """
    replaced = [
        (doc.article(side).segments[segment].span, side)
        for pair in kinship_of(doc).unrelated()
        for side, segment in ((Side.SOURCE, pair.source), (Side.TARGET, pair.target))
    ]
    replaced += [(x.source.span, Side.SOURCE) for x in renumbered(doc)]
    replaced += [(x.target.span, Side.TARGET) for x in renumbered(doc)]
    return [
        link
        for link in links
        if not any(
            mention and span.overlaps(mention.span)
            for span, where in replaced
            for mention in ((link.source,) if where is Side.SOURCE else (link.target,))
        )
    ]


def _lone(links: Sequence[tuple[Link, Mention | None]]) -> list[_Lone]:
    return [_Lone(mention, link.confidence) for link, mention in links if isinstance(mention, Quantity)]


def _kept(doc: Prepared, bead: int, side: Side, lone: Sequence[_Lone]) -> list[_Lone]:
    """What stands on one side only and must not; a whole date may take the place of a weekday or "yesterday".

    A number that went with its sentence, or came with one, is part of that omission or addition.
    """
    whole_date = any(x.quantity.key.startswith("month:") for x in lone)
    kept = [x for x in lone if not (whole_date and x.quantity.role in ("date", "year"))]
    return [x for x in kept if len(doc.beads[bead].side(side)) == 1 or not _without(doc, side, x.quantity)]


def _not_completed(targets: Sequence[_Lone], links: Sequence[Link]) -> list[_Lone]:
    """Without years that a translator put to a date which both sides have: 7月26日, July 26, 2020."""
    dated = [x.target.span for x in links if x.source and x.target and x.target.key.startswith("month:")]
    return [x for x in targets if x.quantity.role != "year" or not any(_beside(x.quantity, span) for span in dated)]


def _beside(year: Quantity, month: Span) -> bool:
    return max(year.span.start - month.end, month.start - year.span.end) <= DATE_WIDTH


def _without(doc: Prepared, side: Side, quantity: Quantity) -> bool:
    """Whether the sentence of the quantity seems to have no counterpart in its bead."""
    segment = doc.article(side).segment_at(quantity.span.start)
    return segment is not None and kinship_of(doc).explained(side, segment) < UNEXPLAINED


def _other_kinds(doc: Prepared, links: Sequence[Link]) -> Iterator[Fault]:
    """The same value in another unit, or a percentage on one side only."""
    for link in links:
        a, b = link.source, link.target
        if not isinstance(a, Quantity) or not isinstance(b, Quantity):
            continue
        if other_unit(a, b):
            yield Fault(Sort.UNIT, a, b, link.bead, link.confidence)
        elif a.value == b.value and link.confidence >= CLOSED and _percent_lost(doc, links, a, b):
            yield Fault(Sort.DETAIL, a, b, link.bead, link.confidence)


def _percent_lost(doc: Prepared, links: Sequence[Link], a: Quantity, b: Quantity) -> bool:
    """Whether one is a percentage and the other a bare figure, which shares no sign with the next: 12.57 y 13.32%."""
    if {a.role, b.role} != {"percent", "cardinal"}:
        return False
    side, bare = (Side.SOURCE, a) if a.role == "cardinal" else (Side.TARGET, b)
    if not any(c.isdecimal() for c in bare.span.of(doc.article(side).text)):
        return False
    beside = [link.source if side is Side.SOURCE else link.target for link in links]
    return not any(
        isinstance(x, Quantity) and x.role == "percent" and abs(x.span.start - bare.span.end) <= SHARED_SIGN
        for x in beside
    )


def _pairs(doc: Prepared, sources: Sequence[_Lone], targets: Sequence[_Lone]) -> list[tuple[_Lone, _Lone]]:
    """Unmatched numbers that seem to stand for each other, likeliest first, each used once."""
    ranked = sorted(
        (-_likeness(doc, a, b), i, j)
        for i, a in enumerate(sources)
        for j, b in enumerate(targets)
        if min(a.confidence, b.confidence) >= LEAST and _comparable(a.quantity, b.quantity) and _sure(doc, a, b)
    )
    used_sources: set[int] = set()
    used_targets: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_sources and j not in used_targets:
            used_sources.add(i)
            used_targets.add(j)
            pairs.append((sources[i], targets[j]))
    return pairs


def _sure(doc: Prepared, a: _Lone, b: _Lone) -> bool:
    """Whether the two can be told from numbers that each side rightly has alone.

    A name that stands on the other side too, or that may be another word (می, mars), must be linked to its rendering.
    """
    unsure, surer = sorted((a.confidence, b.confidence))
    codes = a.quantity.role == b.quantity.role == "code"
    if surer < LEAST_FIGURE and not codes:
        return False
    if unsure >= LEAST_FIGURE:
        return True
    if _closed(a.quantity, b.quantity):
        return _linked(doc, a.quantity, b.quantity)
    return _same_size(a.quantity, b.quantity)


def _linked(doc: Prepared, a: Quantity, b: Quantity) -> bool:
    return any(span.overlaps(b.span) for span in doc.projected(Side.SOURCE, a.span))


def _table(quantity: Quantity) -> str:
    """The closed table that the quantity is from: month, weekday, relative; '' for a number."""
    return quantity.key.partition(":")[0] if ":" in quantity.key else ""


def _closed(a: Quantity, b: Quantity) -> bool:
    return _table(a) == _table(b) != ""


def _comparable(a: Quantity, b: Quantity) -> bool:
    """Codes are compared with codes, months with months of the calendar, anything else with anything else."""
    return _table(a) == _table(b) and (a.role == "code") == (b.role == "code") and _one_calendar(a, b)


def _one_calendar(a: Quantity, b: Quantity) -> bool:
    """Whether two months can be compared: of Ramadan without a year nobody knows the Gregorian month."""
    alone = [x.value > HIJRI and "|" not in x.key for x in (a, b) if _table(x) == "month"]
    return all(alone) or not any(alone)


def _same_size(a: Quantity, b: Quantity) -> bool:
    """Whether two values have as many digits: a slip of one digit, not another number altogether."""
    return len(format_plain(a.value)) == len(format_plain(b.value))


def _likeness(doc: Prepared, a: _Lone, b: _Lone) -> float:
    x, y = a.quantity, b.quantity
    digits = set(format_plain(x.value)) & set(format_plain(y.value))
    return 2.0 * _linked(doc, x, y) + 1.0 * (x.role == y.role) + len(digits) / 10 + min(a.confidence, b.confidence)


_DATES = ("date", "weekday", "relative")
_EITHER = ("percent", "ordinal", "time")


def _sort(a: Quantity, b: Quantity | None = None) -> Sort:
    roles = {a.role} | ({b.role} if b else set())
    if roles & set(_DATES):
        return Sort.DATE
    if roles == {"year"} or roles & set(_EITHER):
        # A four-figure number looks like a year: 1550 warheads.
        return Sort.DETAIL
    if b is not None and a.value != b.value and significant_digits(a.value) == significant_digits(b.value):
        return Sort.MAGNITUDE
    return Sort.NUMBER


def significant_digits(value: float) -> str:
    """The significant digits of a value: 28 of 2.8 and of 2.8 billion."""
    return f"{value:.9e}".split("e")[0].replace(".", "").rstrip("0")
