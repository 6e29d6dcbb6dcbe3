"""How alike two names sound, across scripts: letters to sets of possible sounds, then a weighted edit distance.

The tables are `data/sounds.toml`. Scripts that leave out short vowels pay little for vowels on the other side.
"""

import unicodedata
from functools import cache, lru_cache

import regex
from anyascii import anyascii

from transcheck.data import table
from transcheck.text.fold import fold

Sounds = tuple[str, ...]
"""One string of alternatives for each sound; "0" among them means that it may be silent."""

_VOWELS = frozenset("aeiou")
_NEAR = {
    frozenset(pair): cost
    for pairs, cost in (
        ("pb td kg fv sz SZ SC JC JZ ZC Ts Tz TC gx kx hx", 0.35),
        ("vw bv fp wu yi nm lr sS zZ zJ Jy kC gJ tT dz ts", 0.5),
    )
    for pair in pairs.split()
}
_SCRIPTS = (
    ("arabic", regex.compile(r"\p{Arabic}")),
    ("hebrew", regex.compile(r"\p{Hebrew}")),
    ("cyrillic", regex.compile(r"\p{Cyrillic}")),
    ("devanagari", regex.compile(r"\p{Devanagari}")),
    ("hangul", regex.compile(r"\p{Hangul}")),
    ("kana", regex.compile(r"[\p{Katakana}\p{Hiragana}]")),
    ("pinyin", regex.compile(r"\p{Han}")),
)
_UNVOWELLED = frozenset({"arabic", "hebrew"})
_WEAK_R = frozenset({"hangul", "kana", "pinyin"})
"""Scripts that carry names over by ear and write no r at the end of a syllable."""
_KEPT = regex.compile(r"[^\p{L}\p{M}']")


def script(name: str) -> str:
    """The table that reads `name`: arabic, hebrew, cyrillic, devanagari, hangul, kana, pinyin or latin."""
    return next((title for title, pattern in _SCRIPTS if pattern.search(name)), "latin")


@cache
def _groups(title: str) -> tuple[dict[str, str], int]:
    groups: dict[str, str] = dict(table("sounds")[title])
    return groups, max(map(len, groups))


def _letters(name: str, title: str) -> str:
    if title in ("kana", "pinyin", "latin"):
        return str(_KEPT.sub("", anyascii(name).lower()))
    folded = str(_KEPT.sub("", fold(name)))
    return unicodedata.normalize("NFD", folded) if title == "hangul" else folded


@lru_cache(maxsize=65536)
def sounds(name: str) -> Sounds:
    """The sounds of `name`; doubled letters count once, vowels in a row are kept."""
    title = script(name)
    groups, longest = _groups(title)
    letters = _letters(name, title)
    found: list[str] = []
    at = 0
    while at < len(letters):
        for size in range(min(longest, len(letters) - at), 0, -1):
            group = letters[at : at + size]
            if group in groups:
                if group == "x" and title == "latin":
                    found += ["kg", "sz"]
                elif groups[group] == "x" and size > 1 and title != "latin":
                    found += ["k", "s"]
                elif not found or found[-1] != groups[group] or groups[group][0] in _VOWELS:
                    found.append(groups[group])
                at += size
                break
        else:
            at += 1
    return tuple(found)


@lru_cache(maxsize=16384)
def _swap(first: str, second: str) -> float:
    """Cost of one sound for another, 0-1."""
    left, right = set(first) - {"0"}, set(second) - {"0"}
    if left & right:
        return 0.0
    if left & _VOWELS and right & _VOWELS:
        return 0.3
    return min((_NEAR.get(frozenset((a, b)), 1.0) for a in left for b in right), default=1.0)


def _drop(sound: str, vowel: float, r: float = 1.0) -> float:
    """Cost of a sound that the other side does not have; `vowel` and `r` are the costs of those."""
    if "0" in sound:
        return 0.15
    if sound[0] in _VOWELS:
        return vowel
    if sound == "r":
        return r
    return 0.6 if sound[0] in "hyw" else 1.0


def _distance(first: Sounds, second: Sounds, costs: tuple[tuple[float, float], tuple[float, float]]) -> float:
    drops = [_drop(sound, *costs[1]) for sound in second]
    row = [0.0]
    for drop in drops:
        row.append(row[-1] + drop)
    for left in first:
        drop = _drop(left, *costs[0])
        new = [row[0] + drop]
        for j, right in enumerate(second, 1):
            new.append(min(row[j] + drop, new[-1] + drops[j - 1], row[j - 1] + _swap(left, right)))
        row = new
    return row[-1]


def _costs(other: str) -> tuple[float, float]:
    """What a vowel and an r cost to drop where the other side is in that script: little if it does not write them."""
    return (0.12 if other in _UNVOWELLED else 0.4), (0.3 if other in _WEAK_R else 1.0)


@lru_cache(maxsize=262144)
def similarity(first: str, second: str) -> float:
    """How alike two names sound, 0-1; 1 = one can be the other's transliteration."""
    a, b = sounds(first), sounds(second)
    if not a or not b:
        return 0.0
    costs = _costs(script(second)), _costs(script(first))
    weight = max(sum(_drop(s, 0.4) for s in a), sum(_drop(s, 0.4) for s in b), 1.0)
    return max(0.0, 1.0 - _distance(a, b, costs) / weight)
