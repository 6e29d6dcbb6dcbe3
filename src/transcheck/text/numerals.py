"""Finds the numbers in a text of any of the project's languages: digits of every script, words, dates, codes."""

from dataclasses import replace

from transcheck.model.text import Span
from transcheck.text.currencies import currencies
from transcheck.text.literals import Literal
from transcheck.text.number_atoms import atoms
from transcheck.text.number_compose import Run, compose
from transcheck.text.number_dates import dated_literals
from transcheck.text.number_fold import Folded, fold
from transcheck.text.number_groups import grouped
from transcheck.text.number_lexicon import Sort, lexicon
from transcheck.text.number_measures import measured
from transcheck.text.number_roles import Reading, read_run
from transcheck.text.numeral import Numeral
from transcheck.text.roman import roman_numerals
from transcheck.text.units import units_after
from transcheck.text.weekdays import find_days


def find_numerals(text: str, lang: str) -> tuple[Numeral, ...]:
    """The numbers of `text` in order, with spans into it; `lang` is an ISO 639-1 code. Never raises on any text.

    A date gives its day, month and year one by one, a time its hour and (unless 0) its minute, a range its two ends.
    """
    folded = fold(text, lang)
    lex = lexicon(lang)
    found, dates = dated_literals(folded.text, str(lex.option("decimal") or "."))
    runs = list(compose(folded.text, atoms(folded.text, lex, found), lex))
    read = [read_run(folded.text, text, folded.starts, run, lex, dates) for run in runs]
    read = grouped(folded.text, runs, read, lex)
    numerals = [
        numeral
        for run, item in zip(runs, read, strict=True)
        if item and item.values and not (item.role == "time" and item.values == (0.0,))
        for numeral in _numerals(folded, run, item)
    ]
    numerals += [
        Numeral(Span(start, end), (float(value),), "ordinal", digits=False, weak=True)
        for start, end, value in roman_numerals(text)
    ]
    numerals.sort(key=lambda numeral: numeral.span)
    return tuple(measured(folded, numerals, lex))


def find_quantities(text: str, lang: str) -> tuple[Numeral, ...]:
    """The numbers and the named days of `text` in order; the three of سه شنبه (Tuesday) is no number."""
    folded = fold(text, lang)
    days = [
        Numeral(folded.span(day.start, day.end), (day.value,), day.role, digits=False, weak=False)
        for day in find_days(folded, text, lang)
    ]
    numbers = [x for x in find_numerals(text, lang) if x.digits or not any(d.span.overlaps(x.span) for d in days)]
    return tuple(sorted([*numbers, *days], key=lambda numeral: numeral.span))


def _clock(part: Literal, whole: Literal, item: Reading) -> tuple[float, ...]:
    """The values of a part; the hour of 5.30pm may also be written as 17."""
    if item.role != "time" or part.start != whole.start:
        return part.values
    return (*part.values, (part.values[0] + 12) % 24)


def _numerals(folded: Folded, run: Run, item: Reading) -> list[Numeral]:
    """The run as one number, or a clock time with a point (5.30pm) as hour and minute."""
    whole = _numeral(folded, run, item)
    if item.role != "time" or len(whole.parts) != 2:
        return [whole]
    hour, minute = whole.parts
    read = [replace(hour, role="time", weak=False)]
    return read + ([replace(minute, role="time", weak=False)] if minute.value else [])


def _numeral(folded: Folded, run: Run, item: Reading) -> Numeral:
    literal = run.atoms[0].literal
    parts: tuple[Numeral, ...] = ()
    if literal and len(run.atoms) == 1 and literal.parts:
        parts = tuple(
            Numeral(folded.span(p.start, p.end), _clock(p, literal, item), "cardinal", True, True)
            for p in literal.parts
            if p.values
        )
    elif len(run.atoms) > 1 and any(atom.joined for atom in run.atoms) and run.digits:
        parts = tuple(
            Numeral(folded.span(a.start, a.end), a.values, "cardinal", True, True) for a in run.atoms if a.literal
        )
    if (
        len(run.atoms) > 1
        and run.atoms[-1].sort is Sort.SCALE
        and run.scaled >= 1000
        and run.stacks == [[item.values[0]]]
    ):
        # Six autres millions: the scale may stand apart on the other side.
        end = run.atoms[-2].end
        count = Numeral(folded.span(run.start, end), (item.values[0] / run.scaled,), "cardinal", run.digits, True)
        parts = (count, replace(count, span=folded.span(run.atoms[-1].start, run.end), values=(run.scaled,)))
    return Numeral(
        span=folded.span(run.start, run.end),
        values=tuple(dict.fromkeys(item.values)),
        role=item.role,
        digits=run.digits,
        weak=item.weak,
        approximate=item.approximate,
        units=units_after(folded.text[run.end : run.end + 30]),
        currencies=currencies(folded.text[max(0, run.start - 6) : run.start], folded.text[run.end : run.end + 40]),
        parts=parts,
    )
