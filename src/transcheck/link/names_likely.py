"""What makes a word likelier to be (part of) a name than the encoder thinks where it stands: tables and recurrence."""

from collections.abc import Iterable, Iterator
from functools import cache

from transcheck.link.names_tables import known
from transcheck.link.names_words import Words
from transcheck.model.align import Aligned
from transcheck.model.text import Span
from transcheck.text.affixes import bare_forms
from transcheck.text.scripts import cased, unspaced

LISTED = 0.95
"""The chance of the words of a whole name of the tables."""
SURE = 0.9
"""Chance of every word of a name from which the same letters elsewhere are that name too."""
LONGEST = 4
"""Words, or pieces, of a name of the tables."""
SHORTEST = 2
"""Signs of a name that is looked for elsewhere."""


def strengthened(aligned: Aligned, words: Words, chances: Iterable[float]) -> list[float]:
    """The chances (0-1 a word), raised where a table has the name or where it surely is one elsewhere."""
    found = list(chances)
    for at, end in _listed(words):
        found[at:end] = [max(chance, LISTED) for chance in found[at:end]]
    if not cased(words.lang):
        recurring = _by_letters(aligned, words, found) if unspaced(words.lang) else _by_key(words, found)
        for word, chance in recurring:
            found[word] = max(found[word], chance)
    return found


@cache
def _whole_forms(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the tables as the language writes them, and the words that they begin with."""
    forms = known(lang).found
    whole = frozenset(form.replace(" ", "") for form in forms) if unspaced(lang) else frozenset(forms)
    return whole, frozenset(form.split()[0] for form in forms)


def _listed(words: Words) -> Iterator[tuple[int, int]]:
    """Ranges of words that are a whole name of the tables."""
    forms, first = _whole_forms(words.lang)
    for at in range(len(words.texts)):
        if not unspaced(words.lang) and first.isdisjoint(bare_forms(words.texts[at], words.lang)):
            continue
        for end in range(at + 1, min(at + LONGEST, len(words.texts)) + 1):
            if any(form in forms for form in _forms(words, at, end)):
                yield at, end


def _forms(words: Words, at: int, end: int) -> Iterable[str]:
    """How the tables may write the words from `at` to `end`, without the clitics and endings of the ends."""
    if unspaced(words.lang):
        return ("".join(words.texts[at:end]),)
    if end - at == 1:
        return bare_forms(words.texts[at], words.lang)
    firsts, *others = (bare_forms(text, words.lang) for text in words.texts[at:end])
    return (" ".join((first, *(other[0] for other in others[:-1]), last)) for first in firsts for last in others[-1])


def _by_key(words: Words, chances: list[float]) -> Iterator[tuple[int, float]]:
    """Words that are a name for sure in most other places."""
    places: dict[str, list[int]] = {}
    for word, key in enumerate(words.keys):
        if key:
            places.setdefault(key, []).append(word)
    for where in places.values():
        usual = sorted(chances[word] for word in where)[len(where) // 2]
        if len(where) > 1 and usual >= SURE:
            yield from ((word, usual) for word in where)


def _by_letters(aligned: Aligned, words: Words, chances: list[float]) -> Iterator[tuple[int, float]]:
    """Pieces that together are written as a name that stands elsewhere, and end where pieces end."""
    text = aligned.article(words.side).text
    for name, chance in _runs(words, chances).items():
        at = text.find(name)
        while at >= 0:
            inside = aligned.word_range(words.side, Span(at, at + len(name)))
            if inside and words.spans[inside.start].start == at and words.spans[inside.stop - 1].end == at + len(name):
                yield from ((word, chance) for word in inside)
            at = text.find(name, at + len(name))


def _runs(words: Words, chances: list[float]) -> dict[str, float]:
    """Names of pieces side by side that are all sure, with the lowest chance of their pieces."""
    found: dict[str, float] = {}
    at = 0
    while at < len(words.texts):
        end = at
        while (
            end < len(words.texts)
            and chances[end] >= SURE
            and words.keys[end]
            and (end == at or words.spans[end].start == words.spans[end - 1].end)
        ):
            end += 1
        name = "".join(words.texts[at:end])
        if len(name) >= SHORTEST:
            found[name] = max(found.get(name, 0.0), min(chances[at:end]))
        at = max(end, at + 1)
    return found
