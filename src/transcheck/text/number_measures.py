"""What the numbers of a text say together: measures in two parts, halves after a unit, shares, ends of ranges."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from transcheck.text.number_fold import Folded, fold
from transcheck.text.number_lexicon import Lexicon, lexicon
from transcheck.text.numeral import Numeral

_SUBUNITS = {("foot", "inch"): 12, ("foot", ""): 12, ("metre", "centimetre"): 100, ("pound", "ounce"): 16}
_RANGE_GAP = 5
_NO_MEASURE = ("month", "date", "year")
_WHOLES = (2, 3, 4, 5, 10, 20, 100, 1000)
"""Of how many news counts shares: seven in ten, one in a thousand."""
_COUNTERS = ("个", "個")
"""Of months and hours, which stand after the half: 两个半月."""
_BEFORE = 12
"""Characters before the first number that a share's pattern may look at: her 10 kişiden 7'si."""


def measured(folded: Folded, numerals: Sequence[Numeral], lex: Lexicon) -> list[Numeral]:
    """The numerals with the readings and units that their neighbours give them."""
    result = _compound_measures(_shared_units(folded, list(numerals)))
    return _shares(folded, _halves(folded, result, lex), lex)


def _between(folded: Folded, a: Numeral, b: Numeral) -> str:
    return folded.text[folded.index(a.span.end) : folded.index(b.span.start)]


def _shared_units(folded: Folded, numerals: list[Numeral]) -> list[Numeral]:
    """The first end of a range has the unit of the second: 2 to 4 inches; the 27th of May none of what follows."""
    result = list(numerals)
    for i in range(len(result) - 2, -1, -1):
        a, b = result[i], result[i + 1]
        alone = a.role in _NO_MEASURE or b.role in _NO_MEASURE or not _between(folded, a, b).strip()
        if b.span.start - a.span.end <= _RANGE_GAP and not alone:
            result[i] = replace(a, units=a.units or b.units, currencies=a.currencies or b.currencies)
    return result


def _compound_measures(numerals: list[Numeral]) -> list[Numeral]:
    """6-foot-6 and 1 m 98 cm are also read as 6.5 feet and 1.98 metres; either part alone is then a hint."""
    result = list(numerals)
    for i in range(len(result) - 1):
        a, b = result[i], result[i + 1]
        if not a.digits or not b.digits or b.span.start - a.span.end > 12:
            continue
        for unit in a.units:
            for name in [other.name for other in b.units] or [""]:
                share = _SUBUNITS.get((unit.name, name))
                if share and b.value < share and (name or b.span.start - a.span.end <= 6):
                    values = (*a.values, a.value + b.value / share)
                    result[i] = replace(a, values=values, units=(unit,), weak=True)
                    result[i + 1] = replace(b, weak=True)
    return result


def _halves(folded: Folded, numerals: list[Numeral], lex: Lexicon) -> list[Numeral]:
    """A half after the unit belongs to the number before it: 1年半, deux ans et demi, ثلاث سنوات ونصف."""
    result = list(numerals)
    for i in range(len(result) - 1):
        a, b = result[i], result[i + 1]
        if b.values != (0.5,) or a.value != int(a.value):
            continue
        gap = _between(folded, a, b)
        if (a.units or a.weak or gap in _COUNTERS) and _half_gap(lex.lang).fullmatch(gap):
            result[i] = replace(a, values=(a.value + 0.5, *a.values))
            result[i + 1] = replace(b, weak=True)
    return result


@cache
def _half_gap(lang: str) -> regex.Pattern[str]:
    """A unit, and the word that joins the half to it where the language parts words by spaces."""
    lex = lexicon(lang)
    if lex.glued:
        return regex.compile(r"\p{L}{1,3} ?")
    joins = "|".join(regex.escape(fold(word, lang).text) for word in str(lex.option("joins") or "").split())
    written_on = "|".join(map(regex.escape, ("و", "ו")))
    return regex.compile(rf"(?: [\p{{L}}\p{{M}}]+)? (?:(?:{joins}) |{written_on})") if joins else regex.compile(r"(?!)")


def _shares(folded: Folded, numerals: list[Numeral], lex: Lexicon) -> list[Numeral]:
    """Seven in ten, 10人中7人, 10 में से 7: the smaller number is also read as a share."""
    result = [_each(folded, numeral, lex.lang) for numeral in numerals]
    for option, part, whole in (("share_of", 0, 1), ("share_among", 1, 0)):
        pattern = _share_pattern(lex.lang, option)
        for i in range(len(result) - 1 if pattern else 0):
            few, all_ = result[i + part], result[i + whole]
            if all_.value not in _WHOLES or not 0 < few.value < all_.value:
                continue
            start = folded.index(result[i].span.start)
            around = folded.text[max(0, start - _BEFORE) : start] + "#" + _between(folded, result[i], result[i + 1])
            if pattern and pattern.fullmatch(around):
                result[i + part] = replace(few, values=(*few.values, round(few.value / all_.value, 10)))
    return result


def _each(folded: Folded, numeral: Numeral, lang: str) -> Numeral:
    """Jeder Fünfte, каждый пятый: an ordinal that is also read as a fifth."""
    pattern = _share_pattern(lang, "share_each")
    if pattern is None or numeral.role != "ordinal" or numeral.value not in _WHOLES:
        return numeral
    start = folded.index(numeral.span.start)
    if not pattern.fullmatch(folded.text[max(0, start - _BEFORE) : start]):
        return numeral
    return replace(numeral, values=(*numeral.values, round(1 / numeral.value, 10)))


@cache
def _share_pattern(lang: str, option: str) -> regex.Pattern[str] | None:
    source = lexicon(lang).option(option)
    return regex.compile(f".*(?:{fold(source, lang).text})", regex.DOTALL) if source else None
