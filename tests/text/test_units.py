import pytest

from transcheck.text.units import units_after


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" miles away", "mile"),
        ("-pound hog", "pound"),
        (" кг веса", "kilogram"),
        ("公里", "kilometre"),
        (' ק"מ', "kilometre"),
    ],
)
def test_unit_after_a_number(text: str, name: str) -> None:
    assert name in {unit.name for unit in units_after(text)}


def test_conversion() -> None:
    (mile,), (kilometre,) = units_after(" miles"), units_after(" km")
    assert mile.to(10, kilometre) == pytest.approx(16.09, abs=0.01)


def test_temperatures() -> None:
    fahrenheit = next(u for u in units_after(" fahrenheit"))
    celsius = next(u for u in units_after(" celsius"))
    assert fahrenheit.to(212, celsius) == pytest.approx(100)
    assert celsius.to(0, fahrenheit) == pytest.approx(32)
