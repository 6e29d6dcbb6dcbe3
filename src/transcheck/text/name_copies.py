"""Words in Latin letters of a text in another script (MSNBC, Deptford) that the other side has with a slip.

Such a word is copied letter by letter, so what is nearly it and stands where it should is a slip of the pen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from transcheck.model.prepared import Prepared
from transcheck.model.text import Side, Span
from transcheck.text.fold import fold
from transcheck.text.foreign import share_scripts
from transcheck.text.variants import one_letter_off, same_form

SHORTEST = 4
"""Letters that the shorter of the two needs."""
_LATIN = regex.compile(r"[\p{Latin}\p{M}]+")


@dataclass(frozen=True, slots=True)
class Copied:
    """A word that should be the same on both sides."""

    source: Span
    target: Span


def slips(doc: Prepared) -> Iterator[Copied]:
    """In order of the text; none between languages that share a script, where every word is in these letters."""
    if share_scripts(doc.pair.source.lang, doc.pair.target.lang):
        return
    for bead in range(len(doc.beads)):
        source, target = _latin(doc, bead, Side.SOURCE), _latin(doc, bead, Side.TARGET)
        copied = source.keys() & target.keys()
        for name in source.keys() - copied:
            for word in target.keys() - copied:
                if _slip(name, word):
                    yield Copied(source[name], target[word])


def _latin(doc: Prepared, bead: int, side: Side) -> dict[str, Span]:
    """Folded words in Latin letters of one side of a bead."""
    span, text = doc.bead_span(bead, side), doc.pair.side(side).text
    words = _LATIN.finditer(text, span.start, span.end) if span else ()
    return {fold(m.group()): Span(*m.span()) for m in words if len(m.group()) >= SHORTEST}


def _slip(name: str, word: str) -> bool:
    """Whether the two differ by one letter, and not by a plural's or another ending."""
    return one_letter_off(name, word) and name[:-1] != word and word[:-1] != name and not same_form(name, word, "en")
