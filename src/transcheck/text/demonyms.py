"""The name of a place and the word for its people in languages whose names take no cases: Florida, Floridians."""

from functools import cache, lru_cache

from transcheck.data import table
from transcheck.text.fold import fold

SHORTEST = 3
"""Letters of the stem that both words need: Rom-e, Rom-an."""


@cache
def _endings(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a place's name may end in behind the stem, and what its people and adjectives end in."""
    found = table("variants")["demonymic"].get(lang, {"places": [], "people": []})
    return frozenset(map(fold, found["places"])), frozenset(map(fold, found["people"]))


@lru_cache(maxsize=65536)
def one_place(first: str, second: str, lang: str) -> bool:
    """Whether one word may be derived from the other, or both from one place's name: Rome, Roman; India, the Indies."""
    a, b = fold(first), fold(second)
    places, people = _endings(lang)
    for size in range(min(len(a), len(b)), SHORTEST - 1, -1):
        ends = a[size:], b[size:]
        if a[:size] == b[:size] and not people.isdisjoint(ends) and people.union(places).issuperset(ends):
            return True
    return False
