"""Pairs of a name in another script and in Latin letters, to learn from: places of the world, and `names/`."""

import json
import random
from pathlib import Path

import regex
from anyascii import anyascii

from benchlib.same_name import TYPES, half, pairs
from transcheck.text.phonetic import letters, script

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
MOST, LONGEST = 12000, 15
OTHER_READING = ("JP", "KR", "KP")
"""Countries whose names in Chinese signs are not carried over by their Mandarin reading."""
_LATIN = regex.compile(r"[^a-z]")
_HAN = regex.compile(r"[\p{Han}·]+")
Pair = tuple[str, str]


def place_pairs(cities: Path, title: str) -> list[Pair]:
    """Up to 12,000 pairs of place names, folded: alternate names in the script beside the place's own name."""
    found = set()
    for city in json.loads(cities.read_text("utf-8")).values():
        if script(city["name"]) == "latin" and not (title == "pinyin" and city["countrycode"] in OTHER_READING):
            for other in city["alternatenames"]:
                if script(other) == title and (title != "pinyin" or _HAN.fullmatch(other)):
                    found.update(_words(regex.split(r"[(,،]", other)[0], city["name"], title))
    kept = sorted(found)
    random.Random(0).shuffle(kept)
    return kept[:MOST]


def known_pairs(data: Path, title: str) -> list[Pair]:
    """The pairs of `names/` in the half to learn from, each twice: they are surer than places."""
    return 2 * [
        folded
        for lang in SCRIPTS[title]
        for kind in TYPES
        if kind != "PER"
        for name, english in pairs(data / "names" / f"{lang}.tsv", kind)
        if half(english) == "dev" and script(name) == title
        for folded in _folded(name, english, title)
    ]


def _words(name: str, latin: str, title: str) -> list[Pair]:
    """The words of the two one by one, if they are as many; else the whole."""
    ours, theirs = name.split(), latin.replace("-", " ").split()
    if title in WHOLE or len(ours) != len(theirs):
        return _folded(name, latin, title)
    return [pair for a, b in zip(ours, theirs, strict=True) for pair in _folded(a, b, title)]


def _folded(name: str, latin: str, title: str) -> list[Pair]:
    ours, theirs = letters(name, title), _LATIN.sub("", anyascii(latin).lower())
    return [(ours, theirs)] if 1 < len(ours) <= LONGEST and 1 < len(theirs) <= LONGEST else []
