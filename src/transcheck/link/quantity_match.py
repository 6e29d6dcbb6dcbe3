"""Whether two numbers of a source and its translation say the same, and how surely."""

from itertools import product

from transcheck.text.numeral import Numeral

_DAYS = ("weekday", "relative")
_EXACT = 1e-6
_ROUNDING = 0.05
_CONVERSION = 0.08


def similarity(a: Numeral, b: Numeral) -> float:
    """How well a number of the source (a) and one of the translation (b) agree.

    0-1: 1 for the same value, less for a rounded one or another reading, 0 where the two differ."""
    if a.role in _DAYS or b.role in _DAYS:
        return float(a.role == b.role and a.value == b.value)
    best = max((_pair(a, b, x, y) for x in a.values for y in b.values), default=0.0)
    if _day_and_measure(a, b) or _day_and_measure(b, a):
        return 0.0
    if best <= 0:
        return 0.6 if converted(a, b) else 0.0
    if (a.role == "month") == (b.role == "month"):
        return best
    # A month may be written as a number (10/02), but any small number is not a month.
    other = b if a.role == "month" else a
    return best if other.role == "date" else 0.0


def _day_and_measure(a: Numeral, b: Numeral) -> bool:
    """The first of October is not one year."""
    if a.role != "date" or b.role not in ("cardinal", "percent", "money"):
        return False
    return b.role != "cardinal" or bool(b.units and all(unit.name != "day" for unit in b.units))


def _pair(a: Numeral, b: Numeral, x: float, y: float) -> float:
    if abs(x - y) <= _EXACT * max(1.0, abs(x), abs(y)):
        return 1.0 if (x, y) == (a.values[0], b.values[0]) else 0.9
    if "percent" in (a.role, b.role) and _as_share(a, b, x, y):
        return 0.8
    if "time" in (a.role, b.role) and _as_quarter_hour(x, y):
        return 0.8
    if "year" in (a.role, b.role) or "code" in (a.role, b.role) or "month" in (a.role, b.role):
        return 0.0
    return 0.7 if _rounded(a, b, x, y) else 0.0


def _as_quarter_hour(x: float, y: float) -> bool:
    """Half past is 30 minutes, a quarter 15, a quarter to 45."""
    share, minutes = sorted((x, y))
    return 0 < share < 1 and minutes in (60 * share, 60 - 60 * share)


def _as_share(a: Numeral, b: Numeral, x: float, y: float) -> bool:
    """Half is 50 per cent, a third is 33."""
    if 0 < x < 1 and b.role == "percent":
        return abs(100 * x - y) < 0.7
    return 0 < y < 1 and a.role == "percent" and abs(100 * y - x) < 0.7


def _rounded(a: Numeral, b: Numeral, x: float, y: float) -> bool:
    """Whether the translation (b) rounds or cuts the source (a): 1.47 million, 1.5 million. It cannot know it finer."""
    if min(x, y) <= 0 or abs(x - y) > _ROUNDING * max(x, y):
        return False
    fine, coarse = x, y
    if significant(fine) <= significant(coarse):
        return False
    marked = b.approximate
    if not marked and (significant(fine) < 3 or (fine < 1000 and fine == int(fine))):
        return False
    step = 10.0 ** (magnitude(fine) - significant(coarse) + 1)
    return abs(coarse - fine) <= step


def significant(value: float) -> int:
    """How many significant digits a value is written with, at least 1."""
    return len(f"{value:.10g}".replace(".", "").split("e")[0].strip("0")) or 1


def magnitude(value: float) -> int:
    """The power of ten of the first digit."""
    return int(f"{abs(value):e}".split("e")[1])


def converted(a: Numeral, b: Numeral) -> bool:
    """Whether the two are one measure in different units: 10 miles, 16 km; two decades, 20 years.

    Newspapers round what they convert, so the values may differ by 8 per cent, or by half of one.
    """
    for x, y in product(a.units, b.units):
        if x.dimension != y.dimension or x.name == y.name:
            continue
        for here, there in product(a.values, b.values):
            slack = max(_CONVERSION * abs(there), 0.5 if abs(there) > 4 else 0.1 * abs(there))
            if abs(x.to(here, y) - there) <= slack:
                return True
    return False
