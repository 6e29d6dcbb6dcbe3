"""Currencies beside sums, and quantities that differ in them."""

import pytest

from transcheck.data import table
from transcheck.model.terms import Kind, Quantity
from transcheck.model.text import Span
from transcheck.text.number_units import other_unit
from transcheck.text.numerals import find_numerals

SUMS = [
    ("en", "$5 million", "dollar"),
    ("en", "5 million Canadian dollars", "dollar"),
    ("ar", "10 مليارات يورو", "euro"),
    ("ru", "3 млрд рублей", "rouble"),
    ("uk", "12 млн гривень", "hryvnia"),
    ("fr", "88 millions d'euros", "euro"),
    ("de", "300 Pfund", "pound_or_lira"),
    ("he", "20 ש״ח", "shekel"),
    ("hi", "615 करोड़ रुपये", "rupee"),
    ("fa", "۲۰ هزار تومان", "toman"),
    ("tr", "40 avro", "euro"),
    ("es", "9 pesos", "peso"),
    ("zh", "3亿美元", "dollar"),
    ("ja", "5億円", "yen"),
    ("ko", "12억 원", "won"),
]


@pytest.mark.parametrize(("lang", "text", "name"), SUMS)
def test_currency_of_a_sum(lang: str, text: str, name: str) -> None:
    assert [n.currencies for n in find_numerals(text, lang)] == [(name,)]


def quantity(value: float, *units: str, role: str = "cardinal") -> Quantity:
    return Quantity(Kind.QUANTITY, Span(0, 1), str(value), value, role, False, units)


@pytest.mark.parametrize(
    ("source", "target", "differ"),
    [
        (quantity(5, "euro"), quantity(5, "dollar"), True),
        (quantity(20, "mile"), quantity(20, "kilometre"), True),
        (quantity(2, "dollar", "inch"), quantity(2, "euro"), True),
        (quantity(5, "pound", "pound_or_lira"), quantity(5, "pound"), False),
        (quantity(20, "mile"), quantity(32, "kilometre"), False),
        (quantity(20, "mile"), quantity(20), False),
        (quantity(30, "celsius"), quantity(30, "fahrenheit"), False),
        (quantity(20, "kilometre"), quantity(20, "kmh"), False),
        (quantity(20, "day", role="date"), quantity(20, "year", role="date"), False),
    ],
)
def test_same_value_in_another_unit(source: Quantity, target: Quantity, differ: bool) -> None:
    assert other_unit(source, target) is differ


def test_no_currency_is_called_as_a_unit() -> None:
    units = {name for dimension in table("units").values() for name in dimension}
    assert not units & set(table("currencies"))
