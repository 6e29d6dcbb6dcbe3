"""How alike two names sound, across scripts: letters to sets of possible sounds, then a weighted edit distance.

The tables are `data/sounds.toml`. Scripts that leave out short vowels pay little for vowels on the other side.
"""

import unicodedata
from functools import cache, lru_cache
from itertools import accumulate

import regex
from anyascii import anyascii

from transcheck.data import table
from transcheck.text.fold import fold

Sounds = tuple[str, ...]
"""One string of alternatives for each sound; "0" among them means that it may be silent."""
_Cheap = tuple[float, float]

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


@lru_cache(maxsize=65536)
def script(name: str) -> str:
    """The table that reads `name`: arabic, hebrew, cyrillic, devanagari, hangul, kana, pinyin or latin."""
    return next((title for title, pattern in _SCRIPTS if pattern.search(name)), "latin")


@cache
def _groups(title: str) -> tuple[dict[str, str], int]:
    groups: dict[str, str] = dict(table("sounds")[title])
    return groups, max(map(len, groups))


def letters(name: str, title: str) -> str:
    """The letters of `name`, folded, that the tables of the script `title` read; Latin ones of Han signs and kana."""
    if title in ("kana", "pinyin", "latin"):
        return str(_KEPT.sub("", anyascii(name).lower()))
    folded = str(_KEPT.sub("", fold(name)))
    return unicodedata.normalize("NFD", folded) if title == "hangul" else folded


@lru_cache(maxsize=65536)
def sounds(name: str) -> Sounds:
    """The sounds of `name`; doubled letters count once, vowels in a row are kept."""
    title = script(name)
    groups, longest = _groups(title)
    read = letters(name, title)
    found: list[str] = []
    at = 0
    while at < len(read):
        for size in range(min(longest, len(read) - at), 0, -1):
            group = read[at : at + size]
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


@cache  # of pairs of rows of a small table
def _swap(first: str, second: str) -> float:
    """Cost of one sound for another, 0-1."""
    left, right = set(first) - {"0"}, set(second) - {"0"}
    if left & right:
        return 0.0
    if left & _VOWELS and right & _VOWELS:
        return 0.3
    return min((_NEAR.get(frozenset((a, b)), 1.0) for a in left for b in right), default=1.0)


@cache
def _drop(sound: str, vowel: float, r: float = 1.0) -> float:
    """Cost of a sound that the other side does not have; `vowel` and `r` are the costs of those."""
    if "0" in sound:
        return 0.15
    if sound[0] in _VOWELS:
        return vowel
    if sound == "r":
        return r
    return 0.6 if sound[0] in "hyw" else 1.0


class _Swaps(dict[str, float]):
    """Costs of one sound for each other, as they are asked for."""

    def __init__(self, sound: str) -> None:
        self._sound = sound

    def __missing__(self, other: str) -> float:
        self[other] = _swap(self._sound, other)
        return self[other]


_swaps = cache(_Swaps)


def _distance(first: Sounds, second: Sounds, costs: tuple[_Cheap, _Cheap]) -> float:
    """The least cost of turning one into the other; written out, since nothing runs more often."""
    drops = [_drop(sound, *costs[1]) for sound in second]
    row = [0.0, *accumulate(drops)]
    for left in first:
        drop = _drop(left, *costs[0])
        swaps = _swaps(left)
        before = row[0]
        last = before + drop
        new = [last]
        for j, right in enumerate(second):
            swapped = before + swaps[right]
            before = row[j + 1]
            last += drops[j]
            if before + drop < last:
                last = before + drop
            if swapped < last:
                last = swapped
            new.append(last)
        row = new
    return row[-1]


@lru_cache(maxsize=65536)
def _cheap(other: str) -> _Cheap:
    """What a vowel and an r cost to drop beside `other`: little where its script does not write them."""
    found = script(other)
    return (0.12 if found in _UNVOWELLED else 0.4), (0.3 if found in _WEAK_R else 1.0)


@lru_cache(maxsize=65536)
def _weight(name: Sounds) -> float:
    return sum(_drop(sound, 0.4) for sound in name)


class _Cheapest(dict[str, float]):
    """The least that one sound can cost beside `name`, as it is asked for."""

    def __init__(self, name: Sounds, cheap: _Cheap) -> None:
        self._name, self._cheap = frozenset(name), cheap

    def __missing__(self, sound: str) -> float:
        swaps = _swaps(sound)
        self[sound] = min(_drop(sound, *self._cheap), *(swaps[other] for other in self._name))
        return self[sound]


_cheapest = lru_cache(maxsize=4096)(_Cheapest)
_ROUNDING = 1e-9


@lru_cache(maxsize=262144)
def similarity(first: str, second: str) -> float:
    """How alike two names sound, 0-1; 1 = one can be the other's transliteration."""
    a, b = sounds(first), sounds(second)
    if not a or not b:
        return 0.0
    return max(0.0, 1.0 - _distance(a, b, (_cheap(second), _cheap(first))) / max(_weight(a), _weight(b), 1.0))


def sounds_like(first: str, second: str, least: float) -> float:
    """`similarity` where it is at least `least`, otherwise 0; quick where the two have little in common."""
    a, b = sounds(first), sounds(second)
    if not a or not b:
        return 0.0
    # Each sound of the first is dropped or becomes a sound of the second, wherever that stands.
    cheapest = _cheapest(b, _cheap(second))
    most = 1.0 - sum([cheapest[sound] for sound in a]) / max(_weight(a), _weight(b), 1.0)
    if most < least - _ROUNDING:
        return 0.0
    found = similarity(first, second)
    return found if found >= least else 0.0
