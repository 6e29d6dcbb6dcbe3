"""Marks numbers that the other side says in another way: by a date, or as a multiple.

None of them is missed where it stands alone, but each is still compared with a number that stands alone on the other
side: 17年ぶり for "since 2008" is fine, "for the first time in 71 years" is not.
"""

from collections.abc import Sequence

from transcheck.link.quantity_items import BeadNumbers, Item
from transcheck.model.align import Aligned
from transcheck.model.text import Article, SegmentKind, Side
from transcheck.text.number_context import tells_year
from transcheck.text.numerals import find_numerals

_MULTIPLES = (2.0, 3.0, 4.0, 5.0, 10.0)
"""Doubled, tripled: what a figure may have been said to be. Halved is 2 turned round."""
_EXACT = 1e-6
_DECADE = 10.0


def mark_said_otherwise(aligned: Aligned, beads: Sequence[BeadNumbers]) -> None:
    """Sets `unsure` on free numbers that the other side of their bead implies."""
    now = next((year for side in Side if (year := _dated(aligned.article(side))) is not None), None)
    for bead, sides in enumerate(beads):
        for side, other in ((Side.SOURCE, Side.TARGET), (Side.TARGET, Side.SOURCE)):
            there = sides.of(other)
            for item in (x for x in sides.of(side) if x.partner is None):
                dated = (now is not None and _dates(item, there, now)) or _told(aligned, bead, other, item)
                item.unsure = item.unsure or dated or _multiple(item, there) or _vaguely(item, there)


def _dated(article: Article) -> float | None:
    """The year of the article's dateline."""
    for index, segment in enumerate(article.segments):
        if segment.kind is SegmentKind.DATELINE:
            for numeral in find_numerals(article.segment_text(index), article.lang):
                if numeral.role == "year":
                    return numeral.value
    return None


def _dates(item: Item, there: Sequence[Item], now: float) -> bool:
    """A year at most one from the article's own ("last year", 今年), or a span of years that ends in it."""
    numeral = item.numeral
    if numeral.role == "year":
        spans = [x.numeral.value for x in there if _in_years(x)]
        return any(abs(now - year) <= 1 or any(abs(now - year - n) <= 1 for n in spans) for year in numeral.values)
    years = [year for x in there if x.numeral.role == "year" for year in x.numeral.values]
    return _in_years(item) and any(abs(now - year - numeral.value) <= 1 for year in years)


def _told(aligned: Aligned, bead: int, side: Side, item: Item) -> bool:
    """A year that this side tells from another or from the day of writing: last year, 同比 (year on year)."""
    article = aligned.article(side)
    return item.numeral.role == "year" and any(
        tells_year(article.segment_text(index), article.lang) for index in aligned.beads[bead].side(side)
    )


def _in_years(item: Item) -> bool:
    return any(unit.name == "year" for unit in item.numeral.units)


def _vaguely(item: Item, there: Sequence[Item]) -> bool:
    """More than 30 years as "decades"."""
    vague = any(x.numeral.weak and x.numeral.value == _DECADE and not x.numeral.digits for x in there)
    return vague and _in_years(item) and item.numeral.value >= 2 * _DECADE


def _multiple(item: Item, there: Sequence[Item]) -> bool:
    """0.1 to 0.2 percent as "doubled to 0.2": the other side has the result, or the start, and the factor as a word."""
    value = item.numeral.value
    factors = {x.numeral.value for x in there if x.numeral.weak and x.numeral.value in _MULTIPLES}
    if not factors or not item.numeral.digits:
        return False
    products = {x.numeral.value * f**sign for x in there if x.numeral.digits for f in factors for sign in (1, -1)}
    return any(abs(value - x) <= _EXACT * abs(x) for x in products)


def whole_of_share(item: Item, here: Sequence[Item]) -> bool:
    """Whether it is the ten of a "seven in ten" that the other side has as 70 percent."""
    whole = item.numeral.value
    return any(
        x.partner is not None and abs(share * whole - x.numeral.value) <= _EXACT
        for x in here
        for share in x.numeral.values[1:]
    )
