"""How likely a source name without a rendering and a target name without a source are one name exchanged for another.

A logistic regression for all languages, fitted on every second article of NTREX, translated by people, with names
replaced; the weights are what `scripts/calibrate_names exchange` prints with `--pairs
zh-en,ar-en,ru-en,fa-en,fr-en,de-en,en-ar,en-ru`. Each of the two names comes with its own odds (`link/names_chance`).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

import regex

from transcheck.model.terms import Link
from transcheck.model.text import Span
from transcheck.text.phonetic import similarity as heard
from transcheck.text.same_name import similarity
from transcheck.text.transliteration import TELLING, within

MOST = 5.0
"""Log odds above which more say nothing."""
ALIKE = 0.4
"""Similarity of sound that any two names may have."""
READ = 0.75
"""Similarity of sound from which a letter of one script is one of another."""
CHANCE, SURE = 0.2, 0.8
"""Log odds a letter up to which one name is inside the other by chance, and from which more say nothing."""
SHORTEST, CERTAIN = 3, 1.0
"""Letters of a surname, and log odds a letter from which it surely is part of the other name (Kim of 김문수)."""
LIKE, WORD = 0.6, 2
"""Similarity from which two names of so many letters are no two names."""
MANY = 4
"""Words above which more say nothing."""
_GAP = regex.compile(r"[\s·・‐‑\-–’'.,()（）]+")


@dataclass(frozen=True, slots=True)
class Stands:
    """How the two names stand to each other in the text."""

    missing: float
    """The chance, 0-1, that the source's name has no rendering."""
    added: float
    """The chance that the target's name has no source."""
    linked: bool
    """The word alignment links the two."""
    loose: bool
    """It links the target's name to nothing at all."""
    known: bool
    """The article or the tables say how the source's name is rendered."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for an exchange. `WEIGHTS` is in this order."""

    missing: float
    """The log odds that the source's name has no rendering."""
    added: float
    """The log odds that the target's name has no source."""
    weaker: float
    """The lower of the two."""
    linked: float
    loose: float
    known: float
    expands: float
    """One may be the acronym of the other."""
    alike: float
    """How much more alike they sound, as wholes or in two of their words, than any two names may."""
    inside: float
    """How surely a word of the one in Latin letters stands inside the other."""
    words: float
    """Words of the source's name, up to four, in fours: several words may be a description, or be translated."""
    words_added: float
    """Those of the target's name."""

    def values(self) -> tuple[float, ...]:
        """In order."""
        return astuple(self)


WEIGHTS = (0.75, 0.98, 0.08, 1.56, 0.99, 0.96, -0.51, 0.01, -0.09, -0.36, -0.28, -1.97)
"""A weight a sign, in the order of `Signs`, then the bias."""


def stands(missing: Link, added: Link, linked: Sequence[Span]) -> Stands:
    """How a link without a target and one without a source stand to each other; `linked` are the source's words that
    the added name is linked to."""
    there = missing.source is not None and any(missing.source.span.overlaps(span) for span in linked)
    return Stands(missing.confidence, added.confidence, there, loose=not linked, known=bool(missing.official))


def signs(name: str, text: str, how: Stands) -> Signs:
    """The signs of a source's name and a target's."""
    lost, extra = (max(-MOST, min(MOST, _odds(chance))) for chance in (how.missing, how.added))
    ours, theirs = _split(name), _split(text)
    return Signs(
        missing=lost,
        added=extra,
        weaker=min(lost, extra),
        linked=float(how.linked),
        loose=float(how.loose),
        known=float(how.known),
        expands=float(_expands(name, text)),
        alike=max((max(0.0, similarity(a, b) - ALIKE) for a in _runs(ours) for b in _runs(theirs)), default=0.0),
        inside=max(0.0, min(SURE, _inside(ours, theirs)) - CHANCE),
        words=min(len(name.split()), MANY) / MANY,
        words_added=min(len(text.split()), MANY) / MANY,
    )


def _split(name: str) -> list[str]:
    return [word for word in _GAP.split(name) if word]


def _runs(words: list[str]) -> set[str]:
    """What may be one name: the words, two in a row written as one, and all of them."""
    pairs = ("".join(words[at : at + 2]) for at in range(len(words) - 1))
    return {run for run in (*words, *pairs, "".join(words)) if len(run) > 1}


def _inside(ours: list[str], theirs: list[str], least: int = TELLING) -> float:
    """The log odds a letter that a word of the name in Latin letters stands inside the other."""
    found = [within("".join(ours), word) for word in theirs if len(word) >= least]
    found += [within("".join(theirs), word) for word in ours if len(word) >= least]
    return max(found, default=0.0)


def resembles(name: str, text: str) -> bool:
    """Whether two words of the names, or the names as wholes, can be one name by their sounds."""
    ours, theirs = _split(name), _split(text)
    if _inside(ours, theirs, SHORTEST) >= CERTAIN:
        return True
    pairs = [(a, b) for a in _runs(ours) for b in _runs(theirs)]
    return any(similarity(a, b) >= LIKE or heard(a, b) >= READ for a, b in pairs if min(len(a), len(b)) >= WORD)


def exchanged(found: Signs) -> float:
    """The chance, 0-1, that the two are one name exchanged for another."""
    *weights, bias = WEIGHTS
    odds = bias + sum(weight * value for weight, value in zip(weights, found.values(), strict=True))
    return 1 / (1 + math.exp(-odds))


def initials(name: str, text: str) -> bool:
    """Whether one of the two is the initials of the other, in order: JE, Johnny English; U.S., United States."""
    return any(short == "".join(word[:1] for word in other) for short, other in _spelled(name, text))


def _spelled(name: str, text: str) -> Iterator[tuple[str, list[str]]]:
    """Each of the two that is one acronym, with the words of the other."""
    for short, other in ((name, text), (text, name)):
        if len(short.split()) == 1 and _acronyms(short):
            yield _acronyms(short)[0], [word for word in other.replace("-", " ").split() if word[:1].isupper()]


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.0001), 0.9999)
    return math.log(chance / (1 - chance))


def _expands(name: str, text: str) -> bool:
    """Whether one of the two has an acronym that may stand for the other: a name of several words (of which any may be
    translated), or one whose first letter it has (FWC, Florida's commission)."""
    short, other = (_acronyms(name), text) if _acronyms(name) else (_acronyms(text), name)
    if not short or _acronyms(other):
        return False
    return len(other.replace("-", " ").split()) > 1 or any(_starts(other, word) for word in short)


def _acronyms(name: str) -> list[str]:
    words = (word.replace(".", "") for word in name.replace("-", " ").split())
    return [word for word in words if len(word) > 1 and word.isupper()]


def _starts(name: str, acronym: str) -> bool:
    """Whether a letter of the acronym can be read as the name's first sound."""
    return any(similarity(name[:1], letter) >= READ for letter in acronym)
