"""Number atoms of Chinese and Japanese, which write without spaces."""

from collections.abc import Iterator
from functools import cache

import regex

from transcheck.text.number_lexicon import Entry, Lexicon, Sort, lexicon


@cache
def _characters(lang: str) -> dict[str, Entry]:
    lex = lexicon(lang)
    found: dict[str, Entry] = {}
    for key, sort in (("digit", Sort.CARDINAL), ("scale", Sort.SCALE)):
        for value, chars in (lex.option(key) or {}).items():
            found.update((char, (sort, float(value))) for char in chars)
    return found


@cache
def _pattern(lang: str) -> regex.Pattern[str]:
    run = "".join(map(regex.escape, _characters(lang)))
    words = [form[0] for form, entry in lexicon(lang).entries.items() if entry[0] is Sort.WEAK and len(form) == 1]
    weak = "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))
    before = "|".join(map(regex.escape, lexicon(lang).listed["percent_before"] - {"%"})) or r"(?!)"
    return regex.compile(rf"(?P<skip>{before})|(?P<run>[{run}]+)|(?P<weak>{weak})")


def cjk_atoms(text: str, lex: Lexicon) -> Iterator[tuple[int, int, Entry]]:
    """Start, end and entry of each number character and hint; a run of bare digits (二〇一八, 九二) is one literal."""
    entries = _characters(lex.lang)
    for match in _pattern(lex.lang).finditer(text):
        if match.lastgroup == "weak":
            yield match.start(), match.end(), lex.entries[(match[0],)]
        elif match.lastgroup == "run":
            yield from _run(match.start(), match[0], entries)


def _run(start: int, run: str, entries: dict[str, Entry]) -> Iterator[tuple[int, int, Entry]]:
    digits = all(entries[char][0] is Sort.CARDINAL for char in run)
    if digits and len(run) > 1 and not _approximate([entries[char][1] for char in run]):
        value = float("".join(str(int(entries[char][1])) for char in run[:15]))
        yield start, start + len(run), (Sort.LITERAL, value)
        return
    for i, char in enumerate(run):
        sort, value = entries[char]
        # Of 三四, "three or four", each is a hint.
        yield start + i, start + i + 1, ((Sort.WEAK if digits and len(run) == 2 else sort), value)


def _approximate(digits: list[float]) -> bool:
    """Two digits that follow each other are about so many: 三四, 两三, 三两."""
    return len(digits) == 2 and abs(digits[0] - digits[1]) == 1


def named_after(form: str, value: float, lang: str) -> tuple[float, ...]:
    """What two or three bare digits may stand for in the name of an event; () if they are a number.

    九二共识 is the 1992 Consensus and 六四 the fourth of June, 九一一 the eleventh of September.
    """
    if not all(_characters(lang).get(char, (None,))[0] is Sort.CARDINAL for char in form):
        return ()
    if len(form) == 2:
        return (value, 1900 + value, 2000 + value)
    day = any(1 <= month <= 12 and 1 <= day <= 31 for month, day in (divmod(value, 10), divmod(value, 100)))
    return (value,) if len(form) == 3 and day and "0" not in str(int(value)) else ()
