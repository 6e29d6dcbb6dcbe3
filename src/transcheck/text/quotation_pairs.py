"""Which characters are quotation marks, what closes what each opens, and which a language uses."""

from dataclasses import dataclass
from functools import cache

import regex

from transcheck.data import table


@dataclass(frozen=True, slots=True)
class Pair:
    """What belongs to an opening mark."""

    close: str
    """The marks that may close it."""
    title: bool
    """It opens titles of works only."""
    langs: tuple[str, ...]
    """The languages in which it opens; () for all."""


@cache
def pairs() -> dict[str, Pair]:
    """What belongs to each mark that can open."""
    return {
        p["open"]: Pair(p["close"], p.get("title", False), tuple(p.get("langs", ())))
        for p in table("quotation_marks")["pair"]
    }


@cache
def mark_pattern() -> regex.Pattern[str]:
    """One quotation mark of any convention."""
    marks = {c for opener, pair in pairs().items() for c in opener + pair.close}
    return regex.compile("[" + regex.escape("".join(sorted(marks))) + "]")


def is_mark(char: str) -> bool:
    """Whether `char` is a quotation mark in some convention."""
    return len(char) == 1 and mark_pattern().match(char) is not None


def customary(lang: str) -> tuple[str, ...]:
    """The marks that may open a quotation in news written in `lang`, the usual one first; () if that is not known."""
    return tuple(table("quotation_marks")["customary"].get(lang, ()))
