"""Whether two quantities of the same value are in different units or currencies."""

from transcheck.data import table
from transcheck.model.terms import Quantity

_OTHER_MATTERS = ("year", "date", "time", "code", "ordinal", "percent", "weekday", "relative")
_UNCLEAR = ("temperature",)
"""Dimensions whose units are mostly left unsaid: 30 degrees."""


def other_unit(a: Quantity, b: Quantity) -> bool:
    """Whether the two have the same value and name different currencies, or different units of one dimension."""
    if a.value != b.value or a.role in _OTHER_MATTERS or b.role in _OTHER_MATTERS:
        return False
    if not a.units or not b.units or set(a.units) & set(b.units):
        return False
    kinds = [{_kind(unit) for unit in x.units} for x in (a, b)]
    if len(kinds[0]) != 1 or kinds[0] != kinds[1] or next(iter(kinds[0])) in _UNCLEAR:
        return False
    return not {_size(unit) for unit in a.units} & {_size(unit) for unit in b.units}


def _kind(unit: str) -> str:
    if unit in table("currencies"):
        return "currency"
    return next((dimension for dimension, units in table("units").items() if unit in units), "")


def _size(unit: str) -> object:
    """What makes two units the same: a kilometre, and a kilometre an hour."""
    return next((units[unit]["factor"] for units in table("units").values() if unit in units), unit)
