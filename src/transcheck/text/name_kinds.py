"""What kind of thing a name is, by the words in it and beside it; and words that describe what a name has named."""

from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck.data import table
from transcheck.model.terms import Kind
from transcheck.text.affixes import bare_forms
from transcheck.text.fold import fold
from transcheck.text.known_names import words
from transcheck.text.scripts import unspaced
from transcheck.text.variants import country

_KINDS = {"organisations": Kind.ORGANISATION, "places": Kind.PLACE, "people": Kind.PERSON}
_PACKED = frozenset({"zh", "ja", "ko"})
"""Languages in which the word is written on to the name."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """One language's row of `name_kinds.toml`, folded."""

    kinds: dict[str, Kind]
    """The kind that a word tells, by any of its forms without affixes."""
    endings: tuple[tuple[str, Kind], ...]
    """The same of what a name may end in, where words are written together; longest first."""
    where: frozenset[str]
    """Prepositions before a place."""


@cache
def _kind_words(lang: str) -> KindWords:
    row = table("name_kinds").get(lang, {})
    listed = [(word, told) for kind, told in _KINDS.items() for word in row.get(kind, "").split()]
    kinds: dict[str, Kind] = {}
    for word, kind in listed:
        for form in bare_forms(word, lang):
            kinds.setdefault(form, kind)
    kinds |= {fold(word): kind for word, kind in reversed(listed)}
    packed = lang in _PACKED or unspaced(lang)
    endings = sorted(((fold(w), k) for w, k in listed if packed), key=lambda one: -len(one[0]))
    return KindWords(kinds, tuple(endings), frozenset(map(fold, row.get("where", "").split())))


@lru_cache(maxsize=16384)
def told_by(word: str, lang: str) -> Kind | None:
    """The kind of thing that a word stands for, in any inflection: ministry, city, president; None if it tells none."""
    kinds = _kind_words(lang).kinds
    return next((kinds[form] for form in bare_forms(word, lang) if form in kinds), None)


def _in_name(name: str, lang: str) -> Kind | None:
    """The kind that the words of a name tell: bodies before places, for the bodies of places have both."""
    found = [told_by(word, lang) for word in words(name)]
    folded = fold(name)
    found += [kind for ending, kind in _kind_words(lang).endings if folded.endswith(ending) and folded != ending][:1]
    return next((kind for kind in (Kind.ORGANISATION, Kind.PLACE) if kind in found), None)


def kind_of(name: str, lang: str, before: str = "", after: str = "") -> Kind | None:
    """The kind of a name with the words before and after it, None where nothing tells it."""
    if country(name, lang):
        return Kind.PLACE
    own = _in_name(name, lang)
    if own is not None:
        return own
    if Kind.PERSON in {told_by(word, lang) for word in (*words(name)[:1], before, after) if word}:
        return Kind.PERSON
    if _acronym(name):
        return Kind.ORGANISATION
    one = len(words(name)) == 1
    return Kind.PLACE if one and fold(before) in _kind_words(lang).where else None


def _acronym(name: str) -> bool:
    return len(name) > 1 and name.isalpha() and all(c.isupper() and c.lower() != c for c in name)
