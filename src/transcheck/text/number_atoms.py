"""Cuts a folded text into the atoms that numbers are composed of: literals, number words, scales, months."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from transcheck.text.cjk_numbers import cjk_atoms
from transcheck.text.literals import Literal
from transcheck.text.number_lexicon import Entry, Lexicon, Sort

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['\"״][\p{L}\p{M}]+)*")
_GAP = regex.compile(r"[ -]?|\n?(?!.)")
_SCALES = (Sort.CARDINAL, Sort.SCALE, Sort.ORDINAL)
_SHORTEST_START = 4


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a number at [start, end) of the folded text."""

    start: int
    end: int
    sort: Sort
    values: tuple[float, ...]
    lead: int = 0
    """Characters of a clitic before `start`: و in وعشرون."""
    stripped: bool = False
    """Found only after an ending was taken off."""
    joined: bool = False
    """A conjunction is written on to it: وعشرون."""
    literal: Literal | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def atoms(text: str, lex: Lexicon, literals: list[Literal]) -> list[Atom]:
    """All atoms of a folded text, in order, not overlapping."""
    found = [Atom(x.start, x.end, Sort.LITERAL, x.values, literal=x) for x in literals]
    found += _cjk(text, lex, literals) if lex.unspaced else _words(text, lex, literals)
    return sorted(found, key=lambda atom: atom.start)


def _cjk(text: str, lex: Lexicon, literals: list[Literal]) -> Iterator[Atom]:
    for start, end, (sort, value) in cjk_atoms(text, lex):
        if sort is Sort.LITERAL:
            literal = Literal(start, end, (value,))
            yield Atom(start, end, sort, (value,), literal=literal)
        else:
            yield Atom(start, end, sort, (value,))


def _words(text: str, lex: Lexicon, literals: list[Literal]) -> Iterator[Atom]:
    words = [_Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    ends = {literal.end for literal in literals}
    # 제9조 is Article 9, not nine trillion: after an ordinal's prefix no scale word follows.
    ordinal = tuple(str(lex.option("ordinal_prefix") or "\0").split())
    counted = {literal.end for literal in literals if text[: literal.start].endswith(ordinal)}
    i = 0
    while i < len(words):
        step = 1
        if words[i].start in counted:
            i += 1
            continue
        for n in range(min(_longest(words[i].text, lex), len(words) - i), 0, -1):
            run = words[i : i + n]
            if any(_GAP.fullmatch(text[a.end : b.start]) is None for a, b in pairwise(run)):
                continue
            if atom := _known(run, lex):
                yield atom
                step = n
                break
        else:
            yield from _inside(words[i], lex, words[i].start in ends)
        i += step


def _longest(word: str, lex: Lexicon) -> int:
    """Words that a form which starts with `word`, a clitic before it or not, may have."""
    if word in lex.openers:
        return lex.longest
    match = lex.prefix.match(word) if lex.prefix else None
    return lex.longest if match and word[match.end() :] in lex.openers else 1


def _known(run: list[_Word], lex: Lexicon) -> Atom | None:
    form = tuple(word.text for word in run)
    if entry := lex.entries.get(form):
        return _atom(run[0].start, run[-1].end, entry)
    if lex.prefix and (match := lex.prefix.match(form[0])) and match.end():
        bare = (form[0][match.end() :], *form[1:])
        if len(bare[0]) > 1 and (entry := lex.entries.get(bare)):
            joined = form[0].startswith(tuple(str(lex.option("joins") or "\0").split()))
            return _atom(run[0].start + match.end(), run[-1].end, entry, match.end(), joined=joined)
    if lex.suffix and (entry := _without_suffix(form, lex)):
        # yirmisi "twenty of them", نودی: a hint, and more only where it goes on (yirmi beş bin).
        return _atom(run[0].start, run[-1].end, entry, stripped=True)
    return None


def _without_suffix(form: tuple[str, ...], lex: Lexicon) -> Entry | None:
    last = form[-1]
    for cut in range(len(last) - 1, 0, -1):
        entry = lex.entries.get((*form[:-1], last[:cut]))
        if entry and lex.suffix and lex.suffix.fullmatch(last[cut:]):
            return entry
    return None


def _atom(start: int, end: int, entry: Entry, lead: int = 0, *, joined: bool = False, stripped: bool = False) -> Atom:
    return Atom(start, end, entry[0], (entry[1],), lead, stripped, joined)


def _inside(word: _Word, lex: Lexicon, after_literal: bool) -> Iterator[Atom]:
    """Numbers written as one word (zweihundertfünf), on to digits (82만), or as the start of a word (двухлетний)."""
    if lex.option("compound"):
        pieces = _segments(word.text, lex, after_literal)
        if pieces:
            at = word.start
            for text, (sort, value) in pieces:
                yield Atom(at, at + len(text), sort, (value,))
                at += len(text)
            return
    if lex.option("starts") and (value := _start_value(word.text, lex)):
        yield Atom(word.start, word.end, Sort.WEAK, (value,))


def _morpheme(text: str, lex: Lexicon) -> Entry | None:
    entry = lex.entries.get((text,))
    if entry and (entry[0] in _SCALES or entry[0] is Sort.JOIN or entry[0] is Sort.FRACTION):
        return entry
    for sort in (Sort.SCALE, "digit"):
        for value, chars in (lex.option(str(sort)) or {}).items():
            if len(text) == 1 and lex.glued and text in chars:
                return (Sort.SCALE if sort is Sort.SCALE else Sort.CARDINAL), float(value)
    return None


def _segments(text: str, lex: Lexicon, after_literal: bool) -> list[tuple[str, Entry]]:
    """The word cut into number morphemes, longest first; [] unless it is one number (in Korean with a counter)."""
    if not text:
        return []
    for cut in range(len(text), 0, -1):
        entry = _morpheme(text[:cut], lex)
        if entry is None:
            continue
        rest = text[cut:]
        if after_literal and entry[0] is not Sort.SCALE:
            continue
        if rest and (tail := _segments(rest, lex, after_literal)):
            return [(text[:cut], entry), *tail]
        if not rest or _ends_number(rest, lex, after_literal):
            return [(text[:cut], entry)]
    return []


def _ends_number(rest: str, lex: Lexicon, after_literal: bool) -> bool:
    if not lex.glued:
        return False
    return after_literal or bool(lex.suffix and lex.suffix.fullmatch(rest))


def _start_value(text: str, lex: Lexicon) -> float:
    total = 0.0
    while text:
        for cut in range(len(text) - 2, _SHORTEST_START - 1, -1):
            entry = lex.entries.get((text[:cut],))
            if entry and entry[0] in _SCALES:
                total += entry[1]
                text = text[cut:]
                break
        else:
            return total
    return total
