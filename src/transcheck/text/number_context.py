"""What stands around a number and tells what it is: percent signs, currencies, hours, days, decades."""

from dataclasses import dataclass
from functools import cache

import regex

from transcheck.data import table
from transcheck.text.number_fold import fold
from transcheck.text.number_lexicon import lexicon

_SPACE = r"[ \-]?"


@dataclass(frozen=True, slots=True)
class Context:
    """Compiled patterns of one language; `*_before` end at the number, the others begin at its end."""

    percent: regex.Pattern[str]
    percent_before: regex.Pattern[str]
    basis_points: regex.Pattern[str]
    currency: regex.Pattern[str]
    currency_before: regex.Pattern[str]
    hour: regex.Pattern[str]
    hour_before: regex.Pattern[str]
    afternoon: regex.Pattern[str]
    approximate: regex.Pattern[str]
    approximate_before: regex.Pattern[str]
    between: regex.Pattern[str]
    """All that may stand between the ends of a range."""
    century_before: regex.Pattern[str]
    decade_before: regex.Pattern[str]
    vague_before: regex.Pattern[str]
    counter: regex.Pattern[str]
    ordinal: regex.Pattern[str]
    decade: regex.Pattern[str]
    scale_letter: regex.Pattern[str]
    band: regex.Pattern[str]
    """Makes a number a band: 60票台 is from 60 to 70 votes."""


def _any(words: frozenset[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


@cache
def context(lang: str) -> Context:
    """The patterns of an ISO 639-1 language."""
    lex, common = lexicon(lang), table("numbers/common")
    loose = lex.glued
    edge = "" if loose else r"(?![\p{L}\p{M}])"
    left = "" if loose else r"(?<![\p{L}\p{M}])"
    words = {key: f"(?:{_any(found)})" for key, found in lex.listed.items()}
    signs = f"(?:{_any(frozenset(common['currency']))})"
    article = common["before_currency"]

    def after(body: str) -> regex.Pattern[str]:
        return regex.compile(rf"{_SPACE}{article}(?:{body}){edge}")

    def before(body: str, gap: str = " ?") -> regex.Pattern[str]:
        return regex.compile(rf"(?:^|.*{left})(?:{body}){gap}$", regex.DOTALL)

    hour_edge = "(?!間|间|钟|간)" if loose else edge
    vague = lex.option("vague_before")
    return Context(
        percent=regex.compile(rf"{_SPACE}(?:[%٪‰]|(?:ال|ב)?{words['percent']}{edge})"),
        basis_points=regex.compile(rf"{_SPACE}{words['basis_points']}{edge}"),
        percent_before=before(f"%|{words['percent_before']}"),
        currency=after(words["currency"]),
        currency_before=regex.compile(rf".*{signs} ?$", regex.DOTALL),
        hour=regex.compile(rf"{_SPACE}(?:{words['hour']}|{words['pm']}|{words['am']}){hour_edge}"),
        hour_before=before(f"{words['hour']}|{words['pm']}|{words['am']}") if lex.option("hour_first") else _NEVER,
        afternoon=regex.compile(rf"{_SPACE}{words['pm']}{edge}"),
        approximate=after(words["approximate"]),
        approximate_before=before(words["approximate"], r"[ -]?(?:[$€£]|[\p{L}\p{M}]+ )?"),
        between=regex.compile(rf"\s?(?:[-–—~～〜]|{words['range']})\s?(?:{words['approximate']}\s)?(?:[$€£])?"),
        century_before=before(words["century_before"], "[ -]?(?:ال|ה-?)?[ -]?"),
        decade_before=before(words["decade_before"], "[ -]?(?:ال|ה-?|los |les )?[ -]?"),
        vague_before=regex.compile(rf".*[{vague}]$", regex.DOTALL) if vague else _NEVER,
        counter=_counter(lex.option("counters"), lex.unspaced),
        ordinal=regex.compile(common["ordinal_after"]),
        decade=regex.compile(common["decade_after"]),
        band=regex.compile(lex.option("band") or r"(?!)"),
        scale_letter=regex.compile(rf" ?({_any(frozenset(common['scale_letters']))})(?![\p{{L}}\p{{M}}\d])"),
    )


@cache
def _relative_year(lang: str) -> regex.Pattern[str]:
    lex = lexicon(lang)
    left, edge = ("", "") if lex.glued else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
    words = _any(lex.listed["relative_year"]).replace(r"\*", r"[\p{L}\p{M}]*").replace(r"\ ", r"[ -]")
    return regex.compile(rf"{left}(?:{words}){edge}")


def tells_year(text: str, lang: str) -> bool:
    """Whether a text tells a year from the day of writing or from another year: last year, year on year."""
    return _relative_year(lang).search(fold(text, lang).text) is not None


_NEVER = regex.compile(r"(?!)")


def _counter(counters: str | None, single: bool) -> regex.Pattern[str]:
    if not counters:
        return regex.compile("")
    return regex.compile(f"[多余餘几]?[{regex.escape(counters)}]" if single else rf"\s?(?:{counters})")
