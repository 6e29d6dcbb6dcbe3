"""Whether two quantities of the same value are in different units or currencies."""

from transcheck.data import table
from transcheck.model.terms import Quantity

_OTHER_MATTERS = ("year", "date", "time", "code", "ordinal", "percent", "weekday", "relative")
_CURRENCY = "currency"
_UNCLEAR = ("temperature",)
"""Dimensions whose units are mostly left unsaid: 30 degrees."""
_ROUGHLY = 0.1
"""Units that differ by at most this share replace each other in round measures."""


def other_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the two have the same value and name different currencies, or different units of one dimension."""
    if a.value != b.value or a.role in _OTHER_MATTERS or b.role in _OTHER_MATTERS:
        return False
    ours, theirs = _by_kind(a), _by_kind(b)
    shared = set(ours) & set(theirs) - set(_UNCLEAR)
    if _CURRENCY in shared:
        # A word near a sum may look like a unit: 2 billion invested in.
        shared = {_CURRENCY}
    return bool(shared) and not any(_about_equal(kind, ours[kind], theirs[kind]) for kind in shared)


def _about_equal(kind: str, ours: set[object], theirs: set[object]) -> bool:
    """Whether the sides can mean one unit, or units that news takes for each other: a hundred yards, 100 metres."""
    if kind == _CURRENCY:
        return bool(ours & theirs)
    sizes = [(x, y) for x in ours for y in theirs if isinstance(x, int | float) and isinstance(y, int | float)]
    return any(abs(x - y) <= _ROUGHLY * max(x, y) for x, y in sizes)


def _by_kind(quantity: Quantity) -> dict[str, set[object]]:
    """What makes two units the same, by dimension: a kilometre, and a kilometre an hour, have one size."""
    found: dict[str, set[object]] = {}
    for unit in quantity.units:
        if unit in table("currencies"):
            found.setdefault(_CURRENCY, set()).add(unit)
        for dimension, units in table("units").items():
            if unit in units:
                found.setdefault(dimension, set()).add(units[unit]["factor"])
    return found
