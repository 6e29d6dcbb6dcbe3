"""Says what is wrong with a quantity: the parts of a finding that all rules on numbers share."""

from typing import TypedDict

from transcheck.model.findings import Evidence, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Quantity
from transcheck.model.text import Side, Span
from transcheck.text.calendar_names import calendar_name
from transcheck.text.number_faults import Fault, Sort, significant_digits
from transcheck.text.number_format import format_number, format_plain

CRITICAL_RATIO = 9.5
"""A value off by this factor or more is critical."""
_ALONE = 0.9
"""What stands on one side only may be said in another way that the tables do not know."""
_PLAIN = ("year", "date", "time", "code")


class Told(TypedDict):
    """Arguments of `Rule.finding`."""

    message: str
    source: list[Span]
    target: list[Span]
    term: str
    rendering: str
    expected: str | None
    evidence: Evidence
    confidence: float
    severity: Severity | None


def told(doc: Prepared, fault: Fault, what: str = "number") -> Told:
    """What a finding says of `fault`; `what` names the thing that is missing or added ("date")."""
    if fault.source and fault.target:
        return _differs(doc, fault, fault.source, fault.target)
    quantity = fault.one
    side = Side.SOURCE if fault.source else Side.TARGET
    text = _text(doc, side, quantity)
    there = doc.bead_span(fault.bead, Side.TARGET if fault.source else Side.SOURCE)
    sentence = [] if there is None else [there]
    missing = side is Side.SOURCE
    return Told(
        message=f"source has {text}, translation has no such {what} here"
        if missing
        else f"translation has {text}, source has no such {what} here",
        source=[quantity.span] if missing else sentence,
        target=sentence if missing else [quantity.span],
        term=quantity.key if missing else "",
        rendering="" if missing else quantity.key,
        expected=_expected(doc, quantity) if missing else None,
        evidence={
            "why": f"read as {_read(quantity)}, which nothing near by on the other side is",
            f"{side.value}_value": quantity.value,
            f"{side.value}_role": quantity.role,
        },
        confidence=fault.confidence * _ALONE,
        severity=None,
    )


def _differs(doc: Prepared, fault: Fault, a: Quantity, b: Quantity) -> Told:
    there, here = _text(doc, Side.SOURCE, a), _text(doc, Side.TARGET, b)
    if fault.sort is Sort.UNIT:
        there, here, expected = f"{there} ({_units(a)})", f"{here} ({_units(b)})", None
    elif a.value == b.value and "percent" in (a.role, b.role):
        there, here, expected = f"{there} ({_percent(a)})", f"{here} ({_percent(b)})", None
    else:
        expected = _expected(doc, a)
    return Told(
        message=f"source has {there}, translation has {here}"
        + (f"; {expected} expected" if expected and there != expected else ""),
        source=[a.span],
        target=[b.span],
        term=a.key,
        rendering=b.key,
        expected=expected,
        evidence={
            "why": f"read as {_read(a)} in the source and as {_read(b)} in the translation",
            "source_value": a.value,
            "target_value": b.value,
            "source_role": a.role,
            "target_role": b.role,
            "source_units": list(a.units),
            "target_units": list(b.units),
        },
        confidence=fault.confidence,
        severity=Severity.CRITICAL if _far_off(a, b) else Severity.MAJOR,
    )


def _read(quantity: Quantity) -> str:
    """How the number is understood: a person sees at once where that is the mistake."""
    if ":" in quantity.key:
        return calendar_name(quantity.key, "en") or quantity.key
    plain = quantity.role in _PLAIN and quantity.value == int(quantity.value)
    return format_plain(quantity.value) if plain else format_number(quantity.value, "en")


def _units(quantity: Quantity) -> str:
    return " or ".join(quantity.units).replace("_", " ")


def _percent(quantity: Quantity) -> str:
    return "percent" if quantity.role == "percent" else "not percent"


def _far_off(a: Quantity, b: Quantity) -> bool:
    if ":" in a.key:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    same_thing = a.role == b.role or significant_digits(a.value) == significant_digits(b.value)
    return low > 0 and high / low >= CRITICAL_RATIO and same_thing


def _text(doc: Prepared, side: Side, quantity: Quantity) -> str:
    return quantity.span.of(doc.article(side).text)


def _expected(doc: Prepared, quantity: Quantity) -> str | None:
    """How the target's language writes the source's number; None where it is a name or no whole number of days."""
    lang, value = doc.pair.target.lang, quantity.value
    if ":" in quantity.key:
        return calendar_name(quantity.key, lang)
    plain = quantity.role in _PLAIN or value < 1000
    text = format_plain(value) if plain and value == int(value) else format_number(value, lang)
    return _in_digits_of(text, doc.article(Side.TARGET).text)


def _in_digits_of(text: str, sample: str) -> str:
    """`text` with its digits in the script of the digits in `sample`, unchanged where there are none."""
    zero = next((ord(c) - int(c) for c in sample if c.isdecimal()), ord("0"))
    return "".join(chr(zero + ord(c) - ord("0")) if "0" <= c <= "9" else c for c in text)
