"""Names in English lines by their capitals: the anchor of every name injection. The product's linker has no part in it.

A word is a name where it has a capital in the middle of a sentence, if no English text of the data writes it small, and
if it is no weekday, month, demonym or language. Lines in title case are left out, and so are words that stand at the
start of a sentence only. Limits: names that are also words (Ford, Reading in other case, Will) are never drawn, and a
word that is always a capital though no name (acronyms, brand words) is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

from transcheck.data import table
from transcheck.model.text import Span

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’-](?!s\b)\p{L}[\p{L}\p{M}]*)*")
_STARTS = '.!?:…"“”«»‘([—–-'
TITLE_CASE = 0.75
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december easter christmas islam christian muslim catholic god i "
    "rep sept sen gov mr mrs ms dr prof gen col lt sgt st jr sr european"
)
_CONTRACTED = regex.compile(r"['’](?:d|ll|m|ve|re|t)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one line of one text."""

    line: int
    span: Span
    """In the line."""
    text: str
    key: str
    """The English form: one key, one name in all languages."""
    person: bool


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Words that are written small somewhere."""
    return frozenset(word for text in texts for word in _WORD.findall(text) if word.islower())


@cache
def _no_names() -> frozenset[str]:
    demonyms = [form for forms in table("demonyms")["demonyms"].values() for form in forms.get("en", ())]
    endings = table("demonyms")["endings"]["en"]
    stems = {form[:-1] + end for form in demonyms if form.endswith("-") for end in endings}
    return frozenset(form.lower() for form in {*stems, *demonyms}) | frozenset(_CALENDAR.split())


def _capitals(line: str) -> list[tuple[Span, str, bool]]:
    """(span, word, whether at a start) of the words with a capital; nothing in a line in title case."""
    words = [(Span(*m.span()), m.group()) for m in _WORD.finditer(line)]
    long = [word for _, word in words if len(word) > 3]
    if len(long) > 2 and sum(word[0].isupper() for word in long) > TITLE_CASE * len(long):
        return []
    found = []
    for number, (span, word) in enumerate(words):
        start = not number or line[: span.start].rstrip()[-1:] in _STARTS
        if word[0].isupper():
            found.append((span, word, start))
    return found


def words(lines: Sequence[str], small: frozenset[str]) -> list[Name]:
    """The name words of an article, in order of the text."""
    capitals = [(number, *item) for number, line in enumerate(lines) for item in _capitals(line)]
    sure = {word for _, _, word, start in capitals if not start}
    kept = [
        (line, span, word)
        for line, span, word, _ in capitals
        if word in sure and word.lower() not in small and word.lower() not in _no_names()
        if len(word) > 2 and not _CONTRACTED.search(word)
    ]
    people = _people(kept, lines)
    return [Name(line, span, word, word, word in people) for line, span, word in kept]


def _people(kept: list[tuple[int, Span, str]], lines: Sequence[str]) -> frozenset[str]:
    """Words of names of exactly two words: most are people, as common words are already out."""
    return frozenset(word for run in _runs(kept, lines) if len(run) == 2 for _, _, word in run if not word.isupper())


def _runs(kept: list[tuple[int, Span, str]], lines: Sequence[str]) -> list[list[tuple[int, Span, str]]]:
    runs: list[list[tuple[int, Span, str]]] = []
    for item in kept:
        last = runs[-1][-1] if runs else None
        joined = last and last[0] == item[0] and lines[item[0]][last[1].end : item[1].start] in (" ", "-")
        if joined:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def whole(found: Sequence[Name], lines: Sequence[str]) -> list[Name]:
    """Name words that follow each other as one name each."""
    by_place = {(name.line, name.span): name for name in found}
    out = []
    for run in _runs([(n.line, n.span, n.text) for n in found], lines):
        names = [by_place[line, span] for line, span, _ in run]
        span = Span(names[0].span.start, names[-1].span.end)
        key = " ".join(n.key for n in names)
        out.append(Name(names[0].line, span, span.of(lines[names[0].line]), key, any(n.person for n in names)))
    return out


def english_texts(data: Path) -> list[str]:
    """English texts of the data from which `vocabulary` is drawn."""
    return [path.read_text("utf-8") for path in sorted((data / "ntrex").glob("*.en.txt"))]
