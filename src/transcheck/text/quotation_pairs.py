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


def typed_marks(text: str) -> str:
    """`text`, as long as before, with a mark and a space for two characters that were typed for one: <<, ,, and ''.

    The space stands on the outer side, so that the mark is where the quotation begins or ends.
    """
    marks: dict[str, dict[str, str]] = table("quotation_marks")["typed"]
    if not any(pair in text for kind in marks.values() for pair in kind):
        return text
    opening, closing = marks["opening"] | marks["either"], marks["closing"] | marks["either"]
    opened: str = _typed(True).sub(lambda m: " " + opening[str(m.group())], text)
    closed: str = _typed(False).sub(lambda m: closing[str(m.group())] + " ", opened)
    return closed


@cache
def _typed(opening: bool) -> regex.Pattern[str]:
    """Pairs that open stand after white space and before a word, those that close stand the other way round."""
    marks = table("quotation_marks")["typed"]
    pairs = "|".join(regex.escape(p) for p in [*marks["opening" if opening else "closing"], *marks["either"]])
    if opening:
        return regex.compile(rf"(?<![^\s\p{{Ps}}\p{{Pd}}:])(?:{pairs})(?=\s?[\p{{L}}\p{{N}}])")
    return regex.compile(rf"(?<=[\p{{L}}.,!?…؟،]\s?)(?:{pairs})(?![\p{{L}}\p{{N}}'])")


def is_mark(char: str) -> bool:
    """Whether `char` is a quotation mark in some convention."""
    return len(char) == 1 and mark_pattern().match(char) is not None


def customary(lang: str) -> tuple[str, ...]:
    """The marks that may open a quotation in news written in `lang`, the usual one first; () if that is not known."""
    return tuple(table("quotation_marks")["customary"].get(lang, ()))
