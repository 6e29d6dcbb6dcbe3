"""How likely one name was carried into Latin letters from another script: learned odds of letter groups.

`data/transliteration.tsv` says how much likelier two groups of letters stand for each other than by chance; it is
learned by `scripts/calibrate_sounds` (a joint source-channel model, Li, Zhang and Su 2004), and the best way through
both names is found as in an edit distance. Scripts: Arabic, Cyrillic, Devanagari, Hangul, Hebrew, kana, Han (by the
Mandarin readings of the signs). Not covered: two names in one script.
"""

from functools import cache, lru_cache

import regex
from anyascii import anyascii

from transcheck.data import rows
from transcheck.text.phonetic import letters, script

LONE = -7.0
"""Log odds of a letter that no learned group explains."""
OTHER = -5.0
"""Of one letter for another that never stands for it."""
LONGEST = 3
"""Letters of a group."""
LETTERS = 2
"""The least that a name has: a letter by itself is told by its sound."""
NEVER = -1e9
FEWEST, UNKNOWN = 3, -2.0
INSIDE, TELLING = 0.7, 4
"""Log odds a letter from which a name of so many letters stands inside another."""
SHORT, SOURCE = 4.0, 0.8
"""Letters added to a name's length, so that short names are not surer than they can be, and what a letter of the other
script counts beside a Latin one."""
Groups = dict[str, dict[str, float]]
_KEPT = regex.compile(r"[^a-z]")


@cache
def _groups(title: str) -> Groups:
    """Letters of a script to Latin ones and their log odds."""
    found: Groups = {}
    for row in rows("transliteration"):
        if row["script"] == title:
            found.setdefault(row["from"], {})[row["to"]] = float(row["odds"])
    return found


@lru_cache(maxsize=65536)
def latin_letters(name: str) -> str:
    """The Latin letters of a name, as the table has them."""
    return str(_KEPT.sub("", anyascii(name).lower()))


@lru_cache(maxsize=262144)
def carried(first: str, second: str) -> float | None:
    """The log odds a letter that one of the names is the other's transliteration, about -2 to 2; None where both are in
    Latin letters, neither is, one is a single letter, or there is no table for the script."""
    titles = script(first), script(second)
    if (titles[0] == "latin") == (titles[1] == "latin"):
        return None
    name, latin = (second, first) if titles[0] == "latin" else (first, second)
    groups = _groups(titles[1] if titles[0] == "latin" else titles[0])
    ours, theirs = letters(name, script(name)), latin_letters(latin)
    if not groups or min(len(ours), len(theirs)) < LETTERS:
        return None
    return _best(ours, theirs, groups) / (SHORT + max(len(theirs), SOURCE * len(ours)))


@lru_cache(maxsize=16384)
def within(name: str, latin: str) -> float:
    """The log odds a letter, as `carried`, that the Latin name stands somewhere inside the other one (words that lost
    their space, a longer form); -2 where that cannot be told: in one script, or under three Latin letters."""
    groups, theirs = _groups(script(name)), latin_letters(latin)
    if script(latin) != "latin" or not groups or len(theirs) < FEWEST:
        return UNKNOWN
    return _best(letters(name, script(name)), theirs, groups, inside=True) / (SHORT + len(theirs))


def _best(name: str, latin: str, groups: Groups, *, inside: bool = False) -> float:
    """The best sum of odds over all ways to cut both into groups, or the Latin name and a stretch of the other; written
    out, since it runs often."""
    table = [_alone(latin, groups.get("", {}))]
    for i in range(1, len(name) + 1):
        wider = [(size, groups.get(name[i - size : i], {}), table[i - size]) for size in range(1, min(i, LONGEST) + 1)]
        row: list[float] = [0.0] if inside else []
        for j in range(len(row), len(latin) + 1):
            best = row[j - 1] + LONE if j else NEVER
            for size, known, before in wider:
                for taken in range(min(j, LONGEST) + 1):
                    odds = known.get(latin[j - taken : j])
                    if odds is None:
                        if size > 1 or taken > 1:
                            continue
                        odds = OTHER if taken else LONE
                    best = max(best, before[j - taken] + odds)
            row.append(best)
        table.append(row)
    return max(row[-1] for row in table) if inside else table[-1][-1]


def _alone(latin: str, known: dict[str, float]) -> list[float]:
    """The odds of each beginning of a Latin name with nothing on the other side."""
    row = [0.0]
    for letter in latin:
        row.append(row[-1] + max(known.get(letter, LONE), LONE))
    return row
