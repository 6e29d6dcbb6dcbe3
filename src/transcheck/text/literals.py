"""Numbers written in digits: grouping, decimals, and every reading that the conventions of news allow."""

import re
from dataclasses import dataclass, replace

_LITERAL = re.compile(r"\d(?:\d|[.,'٫٬](?=\d)| (?=\d{3}(?!\d)))*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'٬ ])\d{3})(?:\1\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}|\d{1,2},\d{3}")
_DECIMAL = re.compile(r"\d+[.,٫٬]\d+")


@dataclass(frozen=True, slots=True)
class Literal:
    """Digits at [start, end) of the folded text."""

    start: int
    end: int
    values: tuple[float, ...]
    """Readings, likeliest first; empty when the digits are no single number."""
    parts: tuple["Literal", ...] = ()
    """The same digits read as several numbers (15.30 as hour and minute)."""
    code: bool = False
    """Digits of a name, a telephone number, an address."""

    def shifted(self, by: int) -> "Literal":
        """The same literal `by` characters further on."""
        parts = tuple(part.shifted(by) for part in self.parts)
        return Literal(self.start + by, self.end + by, self.values, parts, self.code)


def readings(digits: str, decimal: str) -> tuple[float, ...]:
    """The values that a stretch of digits and separators can have, likeliest first; () if none.

    `decimal` is the sign before decimals in the language's own style. 1.234 is read both ways, 1.23 and 1.234.567 one.
    """
    signs = re.sub(r"\d", "", digits)
    if not signs:
        return (float(digits),)
    found: list[float] = []
    last = signs[-1]
    if _GROUPED.fullmatch(digits) or _INDIAN.fullmatch(digits):
        found.append(_plain(digits, ""))
    if _DECIMAL.fullmatch(digits):
        found.append(_plain(digits, last))
    elif len(set(signs)) == 2 and signs.count(last) == 1 and last in ".,٫":
        whole = digits[: digits.rindex(last)]
        if _GROUPED.fullmatch(whole) or _INDIAN.fullmatch(whole):
            found.append(_plain(digits, last))
    # A leading nought is never the first group; the language's own decimal sign is read so first.
    if len(found) == 2 and (digits.startswith("0") or last == "٫"):
        return (found[1],)
    if len(found) == 2 and last == decimal:
        found.reverse()
    return tuple(found)


def _plain(digits: str, decimal: str) -> float:
    kept = "".join("." if c == decimal else c for c in digits if c.isdigit() or c == decimal)
    return float(kept)


def _split(text: str, start: int) -> tuple[Literal, ...]:
    return tuple(
        Literal(start + m.start(), start + m.end(), (float(m[0]),)) for m in re.finditer(r"\d+", text) if len(m[0]) < 16
    )


def literals(text: str, decimal: str) -> list[Literal]:
    """All literals of a folded text, in order, not overlapping."""
    found: list[Literal] = []
    for match in _LITERAL.finditer(text):
        for start, piece in _pieces(match[0], match.start()):
            telephone = match[0].startswith("0") and " " in match[0]
            literal = _literal(piece, start, decimal)
            found.append(replace(literal, code=True) if telephone else literal)
    return found


def _pieces(digits: str, start: int) -> list[tuple[int, str]]:
    """Cut at spaces that do not group thousands."""
    if " " not in digits or re.fullmatch(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,٫]\d+)?", digits):
        return [(start, digits)]
    return [(start + m.start(), m[0]) for m in re.finditer(r"[^ ]+", digits)]


def _literal(digits: str, start: int, decimal: str) -> Literal:
    end = start + len(digits)
    values = readings(digits, decimal)
    code = len(digits) > 1 and digits[0] == "0" and digits.isdigit()
    signs = re.sub(r"\d", "", digits)
    if not signs:
        return Literal(start, end, values if len(digits) < 16 else (), (), code or len(digits) >= 16)
    parts: tuple[Literal, ...] = ()
    clock = re.fullmatch(r"(\d{1,2})[.,٫](\d{2})", digits)
    if not values or " " in signs or clock or (signs == "," and len(values) == 1 and decimal != ","):
        parts = _split(digits, start)
    return Literal(start, end, values, parts)
