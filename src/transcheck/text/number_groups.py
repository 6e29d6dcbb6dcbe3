"""What neighbouring numbers tell about each other: days beside months, ends of ranges, fractions."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transcheck.text.number_calendars import beside_month, other_dates
from transcheck.text.number_compose import Run
from transcheck.text.number_context import context
from transcheck.text.number_lexicon import Lexicon, Sort
from transcheck.text.number_roles import Reading

_LONGEST_GAP = 20
_LARGEST_DENOMINATOR = 20
_LONGEST_MONTH = 31


def grouped(text: str, runs: Sequence[Run], read: Sequence[Reading | None], lex: Lexicon) -> list[Reading | None]:
    """The readings of the runs, corrected by their neighbours; None for what is no number of its own."""
    dated = other_dates(text, runs, _beside_months(text, runs, list(read)))
    return _fractions(text, runs, _ranges(text, runs, dated, lex), lex)


def _beside_months(text: str, runs: Sequence[Run], read: list[Reading | None]) -> list[Reading | None]:
    """Days beside month names are dates; a month's name is sure only beside digits or when it is nothing else."""
    result = list(read)
    for i in range(len(runs) - 1):
        if not beside_month(text, runs[i], runs[i + 1]):
            continue
        for month, other in ((i, i + 1), (i + 1, i)):
            first, second = result[month], result[other]
            if first is None or second is None or not runs[other].digits or runs[month].sort is not Sort.MONTH:
                continue
            result[month] = replace(first, weak=False)
            if second.role in ("cardinal", "ordinal") and second.values[0] <= _LONGEST_MONTH:
                result[other] = replace(second, role="date")
    return result


def _ranges(text: str, runs: Sequence[Run], read: list[Reading | None], lex: Lexicon) -> list[Reading | None]:
    """20-30 million is 20 million to 30 million; 2014-15 ends in 2015."""
    result = list(read)
    for i, (a, b) in enumerate(pairwise(runs)):
        first, second = result[i], result[i + 1]
        gap = text[a.end : b.start]
        if first is None or second is None or len(gap) > _LONGEST_GAP:
            continue
        if b.scaled and not a.scaled and context(lex.lang).between.fullmatch(gap):
            more = tuple(value * b.scaled for value in first.values)
            result[i] = replace(first, values=first.values + more)
        if second.role == "percent" and first.role == "cardinal" and context(lex.lang).between.fullmatch(gap):
            result[i] = replace(first, role="percent")
        if first.role == "percent" and second.role == "cardinal" and gap in ("-", "–") and a.digits and b.digits:
            # Written before the range: %90-70.
            result[i + 1] = replace(second, role="percent")
        if first.role == "year" and b.digits and second.values[0] < 100 and gap.strip() in ("-", "–", "/"):
            century = first.values[0] // 100 * 100
            result[i + 1] = replace(second, values=(*second.values, century + second.values[0]))
    return result


def _fractions(text: str, runs: Sequence[Run], read: list[Reading | None], lex: Lexicon) -> list[Reading | None]:
    """三分之二: the part after the sign over the part before it."""
    sign = lex.option("fraction_of")
    result = list(read)
    for i, (a, b) in enumerate(pairwise(runs)):
        first, second = result[i], result[i + 1]
        if not sign or text[a.end : b.start].strip() != sign or first is None or second is None:
            continue
        if not 1 < first.values[0] <= _LARGEST_DENOMINATOR:
            continue
        result[i] = None
        value = round(second.values[0] / first.values[0], 10)
        result[i + 1] = replace(second, values=(value,), weak=True)
    return result
