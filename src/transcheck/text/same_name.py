"""Whether two names are one name in two scripts: what the tables of sounds say, and what was learned from pairs.

Weights and scale come from `scripts/calibrate_sounds`: a logistic regression on pairs and near misses of six languages,
stretched so that right pairs score as they do by `phonetic.similarity` alone, on which the thresholds were chosen. They
are those of an earlier table: on today's the script prints 0.512, 0.209, 0.160, too low, since the names it rates are
names that the table was learned from. Two names in one script are compared by sound alone. A name of several words is
as sure as its words, in whatever order: the family name stands first or last. A Korean or Chinese family name has
spellings that no sound tells (이 Lee, 陈 Tan): `surnames` in `data/sounds.toml`.
"""

from functools import cache, lru_cache

import regex

from transcheck.data import table
from transcheck.text import phonetic
from transcheck.text.phonetic import script
from transcheck.text.transliteration import carried, latin_letters

LEAST = 0.35
"""Similarity of sound below which what was learned is not asked."""
SOUND, CARRIED, BIAS = 0.5, 0.205, 0.2
LEFT = 0.1
"""What a word that is left over takes from names of several words."""
WORDS, SIGNS = 4, 4
"""Words of a name that are tried in every order; signs of a Korean or Chinese name with its family name."""
_WORD = regex.compile(r"[^\s·・,]+")


@lru_cache(maxsize=262144)
def similarity(first: str, second: str) -> float:
    """How alike two names are, 0-1; 1 = one can be the other's transliteration."""
    whole = _heard(first, second)
    if script(first) == script(second):
        return whole
    ours, theirs = _WORD.findall(first), _WORD.findall(second)
    if not ours or not theirs or max(len(ours), len(theirs)) > WORDS or len(ours) == len(theirs) == 1:
        return whole
    if script(first) == "latin":
        ours, theirs = theirs, ours
    if min(len(ours), len(theirs)) > 1:
        return max(whole, _by_words(ours, theirs))
    joined = [_heard(a, b) for a in _turned(ours) for b in _turned(theirs)]
    return max(whole, *joined, _by_surname(ours[0], theirs) if len(ours) == 1 else 0.0)


def sounds_like(first: str, second: str, least: float) -> float:
    """`similarity` where it is at least `least`, otherwise 0; quick where the two have little in common."""
    if len(_WORD.findall(first)) + len(_WORD.findall(second)) > 2:
        found = similarity(first, second)
    else:
        sound = phonetic.sounds_like(first, second, min(least, LEAST))
        found = _learned(first, second, sound) if sound else 0.0
    return found if found >= least else 0.0


def _heard(first: str, second: str) -> float:
    return _learned(first, second, phonetic.similarity(first, second))


def _learned(first: str, second: str, sound: float) -> float:
    odds = carried(first, second) if sound >= LEAST else None
    return sound if odds is None else min(1.0, max(0.0, SOUND * sound + CARRIED * odds + BIAS))


def _turned(words: list[str]) -> list[str]:
    """The words in every rotation."""
    return [" ".join(words[n:] + words[:n]) for n in range(len(words))]


def _by_words(ours: list[str], theirs: list[str]) -> float:
    """Each word with the one most like it, the surest first: their mean by length, less what is left over (but for
    particles: of, de, bin)."""
    rated = {(i, j): _heard(a, b) for i, a in enumerate(ours) for j, b in enumerate(theirs)}
    total, letters = 0.0, 0
    for i, j in sorted(rated, key=lambda at: (-rated[at], at)):
        if ours[i] and theirs[j]:
            weight = len(ours[i]) + len(theirs[j])
            total += rated[i, j] * weight
            letters += weight
            ours[i] = theirs[j] = ""
    return max(0.0, total / letters - LEFT * sum(word != "" and not word.islower() for word in ours + theirs))


def _by_surname(name: str, theirs: list[str]) -> float:
    """A Korean or Chinese name and Latin words, one of which is a spelling of its family name: 1 for that, and how
    alike the rest is."""
    known = _surnames(script(name))
    size = next((n for n in (2, 1) if name[:n] in known), 0)
    if not 0 < size < len(name) <= SIGNS:
        return 0.0
    family = next((word for word in theirs if latin_letters(word) in known[name[:size]]), None)
    if family is None:
        return 0.0
    given = [word for word in theirs if word != family]
    return (size + (len(name) - size) * _heard(name[size:], " ".join(given))) / len(name)


@cache
def _surnames(title: str) -> dict[str, frozenset[str]]:
    """Family names of a script, and how each is spelled in Latin letters, folded."""
    found: dict[str, str] = table("sounds")["surnames"].get(title, {})
    return {name: frozenset(forms.lower().split()) for names, forms in found.items() for name in names.split()}
