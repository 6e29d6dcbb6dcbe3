"""Whether two names are one name in two scripts: what the tables of sounds say, and what was learned from pairs.

Weights and scale are printed by `scripts/calibrate_sounds`: a logistic regression on pairs and near misses of six
languages, stretched so that right pairs score as they do by `phonetic.similarity` alone, on which the thresholds were
chosen. Two names in one script are compared by sound alone.
"""

from functools import lru_cache

from transcheck.text import phonetic
from transcheck.text.transliteration import carried

LEAST = 0.35
"""Similarity of sound below which what was learned is not asked."""
SOUND, CARRIED, BIAS = 0.5, 0.205, 0.2


@lru_cache(maxsize=262144)
def similarity(first: str, second: str) -> float:
    """How alike two names are, 0-1; 1 = one can be the other's transliteration."""
    return _learned(first, second, phonetic.similarity(first, second))


def sounds_like(first: str, second: str, least: float) -> float:
    """`similarity` where it is at least `least`, otherwise 0; quick where the two have little in common."""
    sound = phonetic.sounds_like(first, second, min(least, LEAST))
    found = _learned(first, second, sound) if sound else 0.0
    return found if found >= least else 0.0


def _learned(first: str, second: str, sound: float) -> float:
    odds = carried(first, second) if sound >= LEAST else None
    return sound if odds is None else min(1.0, max(0.0, SOUND * sound + CARRIED * odds + BIAS))
