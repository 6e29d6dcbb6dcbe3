"""Finds the numbered parts of instruments: Article 5, глава VII, المادة الخامسة, 第九条, the Fifth Amendment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from transcheck.data import table
from transcheck.model.text import Span
from transcheck.text.fold import fold
from transcheck.text.numeral import Numeral
from transcheck.text.numerals import find_numerals
from transcheck.text.title_words import PACKED, word_forms
from transcheck.text.words import tokens

_LETTERED = {"I": 1.0, "V": 5.0, "X": 10.0}
_BETWEEN = frozenset(".№°º-‑'’(")
_PACKED_NUMBER = r"[\p{Nd}一二三四五六七八九十百千〇零]+"


@dataclass(frozen=True, slots=True)
class Provision:
    """A part of an instrument, or a law, that is named by a number."""

    span: Span
    number: Span
    groups: frozenset[str]
    """article, chapter, section ...: two languages' words can mean one thing if they share a group."""
    value: float


@dataclass(frozen=True, slots=True)
class _Words:
    nouns: dict[str, frozenset[str]]
    marks: frozenset[str]
    ordinal_before: bool
    number_before: bool


@cache
def _words(lang: str) -> _Words:
    row = table("provisions").get(lang, {})
    nouns: dict[str, set[str]] = {}
    for group, forms in row.get("nouns", {}).items():
        for form in forms:
            nouns.setdefault(fold(form), set()).add(group)
    return _Words(
        {form: frozenset(groups) for form, groups in nouns.items()},
        frozenset(map(fold, row.get("marks", ()))),
        row.get("ordinal_before", False),
        row.get("number_before", False),
    )


def provisions(text: str, lang: str) -> tuple[Provision, ...]:
    """The provisions of `text` in order, with spans into it; () for a language without a row in the table."""
    if lang in PACKED:
        return tuple(_packed(text, lang))
    words = [(t.span, t.span.of(text)) for t in tokens(text)]
    named = [(at, groups) for at, (_, word) in enumerate(words) if (groups := _groups(word, lang))]
    if not named:
        return ()
    numerals = find_numerals(text, lang)
    found = (_numbered(text, words, at, groups, numerals, lang) for at, groups in named)
    return tuple(provision for provision in found if provision)


def _groups(word: str, lang: str) -> frozenset[str]:
    if word == "§":
        return frozenset({"section", "paragraph"})
    nouns = _words(lang).nouns
    return frozenset().union(*(nouns.get(form, frozenset()) for form in word_forms(word, lang)))


def _numbered(
    text: str,
    words: Sequence[tuple[Span, str]],
    at: int,
    groups: frozenset[str],
    numerals: Sequence[Numeral],
    lang: str,
) -> Provision | None:
    noun, table_row = words[at][0], _words(lang)
    after = at + 1
    while after < len(words) and (words[after][1] in _BETWEEN or fold(words[after][1]) in table_row.marks):
        after += 1
    if after < len(words):
        span, word = words[after]
        number = next((n for n in numerals if n.span.overlaps(span) and n.span.start - span.start <= 4), None)
        if number and number.role not in ("money", "percent", "year", "date", "time"):
            return Provision(Span(noun.start, number.span.end), number.span, groups, number.value)
        if (word in _LETTERED and lang != "en") or word in ("V", "X"):
            return Provision(Span(noun.start, span.end), span, groups, _LETTERED[word])
    if "law" in groups or not table_row.ordinal_before:
        return None
    before = next((n for n in reversed(numerals) if n.span.end <= noun.start), None)
    if before is None or not _touches(text[before.span.end : noun.start]):
        return None
    if before.role == "ordinal" or (table_row.number_before and before.role == "cardinal"):
        return Provision(Span(before.span.start, noun.end), before.span, groups, before.value)
    return None


def _touches(between: str) -> bool:
    """Whether nothing but an ordinal's ending stands between the number and its word."""
    return len(between) <= 6 and " " in between and between.count(" ") == 1 and "," not in between


def _packed(text: str, lang: str) -> Iterator[Provision]:
    for match in _pattern(lang).finditer(text):
        number = Span(*match.span("number"))
        value = _value(match["number"], lang)
        if value is not None:
            yield Provision(Span(*match.span()), number, _words(lang).nouns[match["noun"]], value)


def _value(number: str, lang: str) -> float | None:
    if number.isdecimal():
        return float(int(number))
    return next((n.value for n in find_numerals(f"第{number}", lang)), None)


@cache
def _pattern(lang: str) -> regex.Pattern[str]:
    nouns = sorted(_words(lang).nouns, key=len, reverse=True)
    noun = "|".join(map(regex.escape, nouns))
    prefix = "제" if lang == "ko" else "第"
    bare = r"|(?<=憲法|憲法の|宪法)" if lang != "ko" else r"|(?<=헌법 )"
    return regex.compile(rf"(?:{prefix}\s*{bare})(?P<number>{_PACKED_NUMBER})\s*(?P<noun>{noun})")
