"""What one composed number is: a percentage, a sum of money, a year, an hour, part of a name."""

from dataclasses import dataclass

import regex

from transcheck.data import table
from transcheck.text.cjk_numbers import named_after
from transcheck.text.number_compose import Run
from transcheck.text.number_context import Context, context
from transcheck.text.number_lexicon import Lexicon, Sort
from transcheck.text.other_calendars import era_year, persian_year

_WINDOW = 28
_CODE = regex.compile(
    r"(?:^|.*[^\p{L}\p{M}])(?:\p{Lu}[\p{L}\p{M}]*-|[\p{Lu}]+|\p{Lu}\p{L}{1,3}(?<=\p{Latin}))$", regex.DOTALL
)
_CODE_AFTER = regex.compile(r"-?\p{Lu}{1,3}(?![\p{L}\d])")
_CLOCK_BEFORE, _CLOCK_AFTER = regex.compile(r".*\d:$", regex.DOTALL), regex.compile(r":\d\d(?!\d)")
_ADDRESS = regex.compile(r"(?:.*[\s\W])?(?:www\.|https?://|[@#])[^\s]*$", regex.DOTALL)
_WORD_SORTS = (Sort.WEAK, Sort.ORDINAL, Sort.FRACTION, Sort.OFFSET)


@dataclass(frozen=True, slots=True)
class Reading:
    """The values, role and standing of a run."""

    values: tuple[float, ...]
    role: str
    weak: bool
    approximate: bool


def read_run(
    text: str, original: str, starts: tuple[int, ...], run: Run, lex: Lexicon, dates: dict[int, str]
) -> Reading | None:
    """What the run is, from what stands around it in the folded and in the original text."""
    around = context(lex.lang)
    before, after = text[max(0, run.start - _WINDOW) : run.start], text[run.end : run.end + _WINDOW]
    if run.sort is Sort.SIGN:
        return None
    if run.sort in (Sort.MONTH, Sort.OTHER_MONTH):
        return _month(text, original, starts, run, lex)
    if run.start in dates:
        return Reading(run.values, dates[run.start], False, False)
    if not run.digits:
        return _in_words(text[run.start : run.end], before, after, run, lex, around)
    begin = starts[run.start]
    end = starts[run.end - 1] + 1
    if _is_code(original[max(0, begin - 40) : begin], original[end : end + 6], run):
        values = run.values
        if values[0] < 100 and values[0] == int(values[0]):
            # SS19 is the spring and summer of 2019.
            values = (*values, 2000 + values[0])
        literal = run.atoms[0].literal
        return Reading(values, "code", literal is not None and literal.code, False)
    event = named_after(text[run.start : run.end], run.values[0], lex.lang) if lex.unspaced else ()
    return _in_digits(before, after, run, lex, around, event)


def _month(text: str, original: str, starts: tuple[int, ...], run: Run, lex: Lexicon) -> Reading:
    """Sure where the name is long and written as a name; beside digits it becomes sure later."""
    word = original[starts[run.start] : starts[run.end - 1] + 1]
    long = len(word) > 3 and word.lower() not in (lex.option("other_sense") or "").split()
    cased = word[0].lower() != word[0].upper()
    return Reading(
        run.values, "month", not long or (cased and bool(lex.option("month_capitals")) and word.islower()), False
    )


def _is_code(before: str, after: str, run: Run) -> bool:
    literal = run.atoms[0].literal
    if literal is None or run.start != run.atoms[0].start:
        return False
    if _CLOCK_BEFORE.match(before) or _CLOCK_AFTER.match(after):
        return False
    if literal.code or _ADDRESS.match(before):
        return True
    return bool(_CODE.match(before)) or (len(run.atoms) == 1 and bool(_CODE_AFTER.match(after)) and not _unit(after))


def _unit(after: str) -> bool:
    return after.lstrip("-")[:2].lower() in (
        "m",
        "bn",
        "b",
        "k",
        "t",
        "c",
        "f",
        "gm",
        "kg",
        "km",
        "pm",
        "am",
        "mw",
        "gw",
    )


def _in_words(form: str, before: str, after: str, run: Run, lex: Lexicon, around: Context) -> Reading:
    weak = run.sort in _WORD_SORTS or (len(run.atoms) == 1 and run.sort is Sort.SCALE)
    if run.atoms[-1].sort is Sort.SCALE and run.scaled < 100 and run.values[0] == run.scaled:
        # Une quarantaine, un десяток, a dozen: about so many.
        weak = True
    weak = weak or around.vague_before.match(before) is not None
    if lex.glued and not lex.unspaced and all(char in _sino(lex) for char in form):
        # 구조 is "rescue" far oftener than nine trillion.
        weak = True
    elif lex.option("counters"):
        weak = weak or around.counter.match(after) is None
    role = "ordinal" if run.sort is Sort.ORDINAL else "cardinal"
    values = run.values
    if run.sort in (Sort.WEAK, Sort.ORDINAL) and len(values) == 1 and 20 <= values[0] <= 90 and values[0] % 10 == 0:
        values = (values[0], 1900 + values[0])
    elif values[0] in range(20, 100, 10) and around.decade_before.match(before):
        values = (values[0], 1900 + values[0], 2000 + values[0])
    if role == "cardinal":
        role, values = _measured(before, after, values, lex, around)
    # 十月 is October, though ten alone is a scale word.
    weak = (weak and role not in ("month", "date")) or around.century_before.match(before) is not None
    alone = len(run.atoms) == 1
    unsure = alone and (run.atoms[0].stripped or values[0] in (lex.option("unsure") or ()))
    return Reading(values, role, weak or unsure, _approximate(before, after, around))


def _sino(lex: Lexicon) -> str:
    return " " + "".join([*lex.option("digit").values(), *lex.option("scale").values()])


def _in_digits(before: str, after: str, run: Run, lex: Lexicon, around: Context, event: tuple[float, ...]) -> Reading:
    values = run.values
    approximate = _approximate(before, after, around)
    if not run.scaled:
        values = _letters(before, after, values, lex, around)
    minute = run.end - run.start == 2 and regex.match(r".*\d:$", before, regex.DOTALL) is not None
    if around.band.match(after):
        return Reading((*values, values[0] + _band(values[0])), "cardinal", True, True)
    if (year := era_year(before, values[0])) is not None:
        return Reading((year, values[0]), "year", False, approximate)
    role, values = _measured(before, after, values, lex, around, minute)
    if role != "cardinal" or run.scaled:
        return Reading(values, role, False, approximate)
    if event:
        return Reading(event, role, True, approximate)
    plain = len(run.atoms) == 1 and run.end - run.start == len(str(int(values[0]))) and values[0] == int(values[0])
    if plain and (decade := _decade(before, after, values, around)):
        # "The 2000s" is as often "the beginning of this century".
        return Reading(decade, "year", values[0] == 2000, approximate)
    if plain and 1000 <= values[0] <= 2100:
        persian = persian_year(values[0]) if lex.option("solar_years") else ()
        return Reading(persian or values, "year", bool(persian), approximate)
    if around.century_before.match(before):
        return Reading(values, "ordinal", True, approximate)
    if around.ordinal.match(after):
        role = "ordinal"
    return Reading(values, role, around.vague_before.match(before) is not None and not plain, approximate)


def _band(value: float) -> float:
    """Ten of 60, a hundred of 1500."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _letters(before: str, after: str, values: tuple[float, ...], lex: Lexicon, around: Context) -> tuple[float, ...]:
    letter = around.scale_letter.match(after)
    if not letter:
        return values
    # Outside English a lone m or t is a metre or a tonne.
    sum_of_money = around.currency_before.match(before) is not None
    if len(letter[1]) == 1 and letter[1] != "k" and not lex.option("scale_letters") and not sum_of_money:
        return values
    scale = float(table("numbers/common")["scale_letters"][letter[1]])
    return (*(value * scale for value in values), *values)


def _decade(before: str, after: str, values: tuple[float, ...], around: Context) -> tuple[float, ...]:
    value = values[0]
    if before.endswith("'") and value < 100:
        return (value, 1900 + value, 2000 + value)
    if value % 10 or not (around.decade.match(after) or around.decade_before.match(before)):
        return ()
    if 10 <= value <= 90:
        return (value, 1900 + value, 2000 + value)
    if not 1000 <= value <= 2100:
        return ()
    short = (value % 100,) if value >= 1900 and value % 100 else ()
    # "The 1800s" is the 19th century.
    return (value, *short) if value % 100 else (value, value // 100 + 1)


def _measured(
    before: str, after: str, values: tuple[float, ...], lex: Lexicon, around: Context, minute: bool = False
) -> tuple[str, tuple[float, ...]]:
    """Percent, money or time, with the further readings that these allow."""
    tenths = lex.option("tenths")
    if tenths and after.startswith(str(tenths)):
        return "percent", (values[0] * 10, *values)
    if around.basis_points.match(after):
        # A hundredth of a percentage point: 80 of them are 0.8.
        return "percent", (values[0], round(values[0] / 100, 10), *values[1:])
    if around.percent.match(after) or around.percent_before.match(before):
        return "percent", values
    if lex.glued:
        if regex.match(r" ?[月월](?!間|间|간)", after) and values[0] in range(1, 13):
            return "month", values
        if regex.match(r".*[月월] ?$", before) and regex.match(r" ?[日号號일](?!間|间|간)", after) and values[0] <= 31:
            return "date", values
    if minute and values[0] < 60:
        return "time", values
    if _is_hour(before, after, around) and values[0] < 25:
        hours = [int(v) for v in values if v == int(v)] or [int(values[0])]
        return "time", (*values, *(float((h + 12) % 24) for h in hours))
    if around.currency.match(after) or around.currency_before.match(before):
        return "money", values
    return "cardinal", values


def _is_hour(before: str, after: str, around: Context) -> bool:
    if regex.match(r":\d{2}(?!\d)", after):
        return True
    return around.hour.match(after) is not None or around.hour_before.match(before) is not None


def _approximate(before: str, after: str, around: Context) -> bool:
    return around.approximate_before.match(before) is not None or around.approximate.match(after) is not None
