"""What is known of one number of a text."""

from dataclasses import dataclass

from transcheck.model.text import Span
from transcheck.text.units import Unit


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number of a text with every value it may have."""

    span: Span
    values: tuple[float, ...]
    """Readings, likeliest first, scale words applied."""
    role: str
    """As `Quantity.role` (weekday and relative from `find_quantities` only), and month.

    A month's value is 1-12, of the Hijri calendar 101-112.
    """
    digits: bool
    """Whether it is written in digits, at least in part."""
    weak: bool
    """A hint of a number (a decade, both, an ordinal word): it supports, and is never missed."""
    approximate: bool = False
    units: tuple[Unit, ...] = ()
    """The units that the word after it can name."""
    currencies: tuple[str, ...] = ()
    """The currencies that the sign or word beside it can name."""
    parts: tuple["Numeral", ...] = ()
    """The same characters read as several numbers."""

    @property
    def value(self) -> float:
        """The likeliest value."""
        return self.values[0]
