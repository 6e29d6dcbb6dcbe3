"""Pairs of a name in another script and in Latin letters, to learn from: places of the world, and `names/`."""

import json
import random
from pathlib import Path

import regex

from benchlib.same_name import TYPES, half, pairs, rotations
from transcheck.text.phonetic import letters, script
from transcheck.text.transliteration import latin_letters

SCRIPTS = {
    "arabic": ("ar", "fa"),
    "cyrillic": ("ru", "uk"),
    "devanagari": ("hi",),
    "hangul": ("ko",),
    "hebrew": ("he",),
    "kana": ("ja",),
    "pinyin": ("zh",),
}
"""The languages of `names/` that each script has pairs of."""
WHOLE = ("pinyin", "kana", "hangul")
"""Scripts that write a name of several words as one."""
MOST, LONGEST = 24000, 18
OTHER_READING = ("JP", "KR", "KP")
"""Countries whose names in Chinese signs are not carried over by their Mandarin reading."""
CHINESE, SHARE = ("CN", "TW", "HK", "MO", "SG"), 0.1
"""Countries whose names are pinyin or nearly, soon learned, and the share of them among all places in Chinese signs."""
_HAN = regex.compile(r"[\p{Han}·]+")
Pair = tuple[str, str]


def place_pairs(cities: Path, title: str) -> list[Pair]:
    """Up to 24,000 pairs of place names, folded: alternate names in the script beside the place's own name."""
    far, near = set[Pair](), set[Pair]()
    for city in json.loads(cities.read_text("utf-8")).values():
        if script(city["name"]) == "latin" and not (title == "pinyin" and city["countrycode"] in OTHER_READING):
            found = near if title == "pinyin" and city["countrycode"] in CHINESE else far
            for other in city["alternatenames"]:
                if script(other) == title and (title != "pinyin" or _HAN.fullmatch(other)):
                    found.update(_words(regex.split(r"[(,،]", other)[0], city["name"], title))
    kept = _some(far, MOST)
    return kept + _some(near, int(SHARE * len(kept)))


def _some(pairs: set[Pair], most: int) -> list[Pair]:
    kept = sorted(pairs)
    random.Random(0).shuffle(kept)
    return kept[:most]


def known_pairs(data: Path, title: str) -> list[Pair]:
    """The pairs of `names/` in the half to learn from; parts of names twice, since they are surer than places."""
    found = []
    for lang in SCRIPTS[title]:
        for kind in TYPES:
            for name, english in pairs(data / "names" / f"{lang}.tsv", kind):
                if half(english) == "dev" and script(name) == title:
                    found += _full(name, english, title) if kind == "PER" else 2 * _folded(name, english, title)
    return found


def _full(name: str, english: str, title: str) -> list[Pair]:
    """A full name: its words one by one, or, where its script wrote it as one, beside every rotation of the words; what
    is the wrong order counts little, as a wrong pair does."""
    ours, theirs = name.split(), english.split()
    if len(ours) == 1:
        return [pair for turned in rotations(english) for pair in _folded(name, turned, title)]
    if len(ours) != len(theirs):
        theirs = english.replace("-", " ").split()
    if len(ours) != len(theirs):
        return []
    return [pair for a, b in zip(ours, theirs, strict=True) for pair in _folded(a, b, title)]


def _words(name: str, latin: str, title: str) -> list[Pair]:
    """The words of the two one by one, if they are as many; else the whole."""
    ours, theirs = name.split(), latin.replace("-", " ").split()
    if title in WHOLE or len(ours) != len(theirs):
        return _folded(name, latin, title)
    return [pair for a, b in zip(ours, theirs, strict=True) for pair in _folded(a, b, title)]


def _folded(name: str, latin: str, title: str) -> list[Pair]:
    ours, theirs = letters(name, title), latin_letters(latin)
    return [(ours, theirs)] if 1 < len(ours) <= LONGEST and 1 < len(theirs) <= LONGEST else []
