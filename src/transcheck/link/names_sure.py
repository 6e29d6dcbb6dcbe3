"""Which words of the two sides surely render each other: none of them can speak for another name of its sentence."""

from collections import Counter

from transcheck.link.names_parts import Part
from transcheck.link.names_seen import NAMED
from transcheck.link.names_words import Words
from transcheck.model.align import Aligned, WordLink
from transcheck.model.text import Side
from transcheck.text.fold import fold
from transcheck.text.same_name import similarity
from transcheck.text.variants import country
from transcheck.text.words import is_mark

LINKED, CLEAR = 0.35, 0.75
"""A word linked so well (LINKED) to one that sounds so much alike (CLEAR) is rendered by it."""
USUAL = 0.5
"""Link from which two words that are paired elsewhere, or known to the tables, render each other."""
Sure = dict[int, frozenset[int]]
"""Word of one side to those of the other side that it surely goes with."""


def sure_pairs(
    aligned: Aligned, sides: tuple[Words, Words], chances: dict[Side, tuple[float, ...]], parts: list[Part]
) -> dict[Side, Sure]:
    """For either side, the names whose counterpart is certain."""
    source, target = sides
    usual = Counter((part.key, fold(part.form)) for part in parts)
    found: dict[Side, dict[int, set[int]]] = {side: {} for side in Side}
    for link in aligned.word_links:
        named = max(chances[Side.SOURCE][link.source], chances[Side.TARGET][link.target])
        if named >= NAMED and link.score >= LINKED and _sure(link, source, target, usual):
            found[Side.SOURCE].setdefault(link.source, set()).add(link.target)
            found[Side.TARGET].setdefault(link.target, set()).add(link.source)
    return {side: {word: frozenset(others) for word, others in words.items()} for side, words in found.items()}


def _sure(link: WordLink, source: Words, target: Words, usual: Counter[tuple[str, str]]) -> bool:
    first, second = source.texts[link.source], target.texts[link.target]
    if is_mark(first) or is_mark(second):
        return False
    if similarity(first, second) >= CLEAR:
        return True
    if link.score < USUAL:
        return False
    if usual[source.keys[link.source], fold(second)] > 1:
        return True
    code = country(first, source.lang)
    return code is not None and code == country(second, target.lang)
