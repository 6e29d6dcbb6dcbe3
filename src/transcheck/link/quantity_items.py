"""The numbers of a bead, as they wait to be linked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Quantity
from transcheck.model.text import Side, Span
from transcheck.text.numeral import Numeral
from transcheck.text.numerals import find_quantities

_GLOSS_DISTANCE = 25
_MONTH_DISTANCE = 8
TABLED = ("month", "weekday", "relative")
"""Roles whose values are names from a closed table."""
_DAY_SIGNS, _LASTING = tuple("日号號일"), tuple("間间간")
_LONGEST_MONTH = 31


@dataclass(slots=True)
class Item:
    """A number of one bead and what it has been linked to."""

    numeral: Numeral
    quantity: Quantity
    bead: int
    side: Side
    partner: "Item | None" = None
    score: float = 0.0
    unsure: bool = False
    """Often added by translators: a day for "on Friday", a sum or measure converted in brackets."""
    loosely: bool = False
    """Covered by conversion or by parts."""
    covered: bool = False
    """Supported by something that is no partner of its own: a repeated number, a sum of parts."""


@dataclass(slots=True)
class BeadNumbers:
    """The numbers of one bead by side."""

    source: list[Item] = field(default_factory=list)
    target: list[Item] = field(default_factory=list)

    def of(self, side: Side) -> list[Item]:
        """Those of one side."""
        return self.source if side is Side.SOURCE else self.target


def bead_numbers(aligned: Aligned, bead: int) -> BeadNumbers:
    """The numbers of bead `bead`, in text order on each side, none of them linked yet."""
    sides = BeadNumbers()
    for side in Side:
        article = aligned.article(side)
        for index in aligned.beads[bead].side(side):
            start = article.segments[index].span.start
            text = article.segment_text(index)
            numerals = find_quantities(text, article.lang)
            for n, numeral in enumerate(numerals):
                day = numeral.role == "date" or _is_day(text, numeral)
                item = _item(replace(numeral, role="date") if day else numeral, start, bead, side)
                item.unsure = (day and _lacks_month(numerals, n)) or _is_gloss(text, numerals, n)
                sides.of(side).append(item)
    return sides


def _is_gloss(text: str, numerals: Sequence[Numeral], n: int) -> bool:
    """88 million euros ($102 million): the second is for the reader's convenience."""
    if not n or not (numerals[n].role in ("money", "date", "year", "time") or numerals[n].units):
        return False
    between = text[numerals[n - 1].span.end : numerals[n].span.start]
    return len(between) <= _GLOSS_DISTANCE and any(c in between for c in "(（[")


def _is_day(text: str, numeral: Numeral) -> bool:
    """Whether the sign of a day follows: 21日 for "on Friday", or for 21 days; 21日間 is days only."""
    after = text[numeral.span.end : numeral.span.end + 2]
    return after[:1] in _DAY_SIGNS and after[1:] not in _LASTING and numeral.value <= _LONGEST_MONTH


def _lacks_month(numerals: Sequence[Numeral], n: int) -> bool:
    here = numerals[n].span
    beside = (x.span for x in numerals if x.role in ("month", "date") and x is not numerals[n])
    return not any(here.start - x.end <= _MONTH_DISTANCE and x.start - here.end <= _MONTH_DISTANCE for x in beside)


def _item(numeral: Numeral, start: int, bead: int, side: Side) -> Item:
    span = Span(numeral.span.start + start, numeral.span.end + start)
    role = "date" if numeral.role == "month" else numeral.role
    key = "|".join(f"{value:.12g}" for value in numeral.values)
    if numeral.role in TABLED:
        key = f"{numeral.role}:{key}"
    units = tuple(unit.name for unit in numeral.units) + numeral.currencies
    quantity = Quantity(Kind.QUANTITY, span, key, numeral.value, role, numeral.approximate, units)
    return Item(numeral, quantity, bead, side)
