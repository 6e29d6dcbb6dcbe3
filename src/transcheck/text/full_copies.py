"""Full names that languages of one script copy word by word, one word of which has a slip: Thierry Guimabud."""

from collections.abc import Iterator, Sequence

from transcheck.model.terms import Link, NameLink
from transcheck.text.fold import fold
from transcheck.text.known_names import known_word, words
from transcheck.text.name_forms import Names
from transcheck.text.name_kinds import told_by
from transcheck.text.phonetic import script
from transcheck.text.respelled import respelled
from transcheck.text.variants import country, same_form, slip


def copied_otherwise(names: Names, letters: int) -> Iterator[Link]:
    """The words, of that many letters, that are nearly the source's, while every other word of the name is the same."""
    for whole in names.wholes:
        parts = [part for part in whole.parts if part.source and part.target]
        other = [part for part in parts if not names.kept(part)]
        if len(other) != 1 or len(parts) < 2 or not _in_order(parts) or not _person(names, whole):
            continue
        if _slipped(names, other[0], letters) and not _translated(names, whole, other[0]):
            yield other[0]


def _slipped(names: Names, part: Link, letters: int) -> bool:
    """Whether the rendering is the source's word with a slip inside, and no other language's form of it."""
    name, word = names.source(part), names.target(part)
    here, there = names.doc.pair.source.lang, names.doc.pair.target.lang
    inside = fold(name)[-2:] == fold(word)[-2:] and min(len(name), len(word)) >= letters
    if not inside or not slip(name, word) or not script(name) == script(word) == "latin":
        return False
    foreign = country(name, here) or country(word, there) or known_word(name, here) or known_word(word, there)
    return not foreign and not same_form(name, word, there) and not respelled(name, word)


def _translated(names: Names, whole: NameLink, part: Link) -> bool:
    """Whether a word of the name is translated with it: a country's name (Porto Rico), a kind of place (Estadio)."""
    here, there = names.doc.pair.source.lang, names.doc.pair.target.lang
    countries = country(names.source(whole), here) or country(names.target(whole), there)
    return bool(countries or told_by(names.source(part), here) or told_by(names.target(part), there))


def _in_order(parts: Sequence[Link]) -> bool:
    """Whether the words follow each other in one order on both sides, as those of a person's name do."""
    sides = ([p.source.span.start for p in parts if p.source], [p.target.span.start for p in parts if p.target])
    return sorted(range(len(parts)), key=sides[0].__getitem__) == sorted(range(len(parts)), key=sides[1].__getitem__)


def _person(names: Names, whole: NameLink) -> bool:
    """Whether every word of the name has a capital on both sides."""
    return all(word[:1].isupper() for word in (*words(names.source(whole)), *words(names.target(whole))))
