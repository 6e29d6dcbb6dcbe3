"""What the neighbours of a quotation mark say about it: that it opens, closes, or is no quotation mark at all."""

from enum import Enum
from functools import cache

import regex

from transcheck.data import table

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー々]")
_LETTERS_BEFORE = regex.compile(r"[\p{L}\p{M}]+\Z")
_LETTERS_AFTER = regex.compile(r"[\p{L}\p{M}]+")
_FEET_BEFORE = regex.compile(r"\d\s?['′’]\s?\d{1,2}(?:[½¼¾]|\.\d)?\Z")
_OPENS_AFTER = regex.compile(r"[\s\p{Ps}\p{Pd}\p{Cf}/:=،,：，。、“‘„\"'«‚]")
_CLOSES_BEFORE = regex.compile(r"[\s\p{P}\p{Cf}|]")
_ENDS_AFTER = regex.compile(r"[.,;:!?،؛؟。，、।](?![\p{L}\p{N}.…])")
_POSSESSIVE = regex.compile(r"\s\p{Ll}")


class Shape(Enum):
    """What the neighbours of a mark say: it opens, it closes, it may do either, it stands inside a word."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3
    INSIDE = 4


@cache
def single_marks() -> str:
    """Marks that may be an apostrophe, a geresh or a foot sign."""
    return str(table("quotation_marks")["single"]["marks"])


def shape_of(text: str, lang: str, at: int) -> Shape:
    """Whether the mark at `at` opens, closes, may do either, or stands inside a word."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    left = not before or bool(_OPENS_AFTER.match(before))
    right = not after or bool(_CLOSES_BEFORE.match(after))
    if left and right:
        return _between_spaces_and_points(text, at, before, after)
    if left or right:
        unspaced = _UNSPACED.match(after if left else before) and not before.isspace() and not after.isspace()
        if unspaced and before not in ":：":
            return Shape.EITHER
        return Shape.OPEN if left else Shape.CLOSE
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return Shape.EITHER
    return Shape.OPEN if _after_clitic(text, lang, at) else Shape.INSIDE


def _between_spaces_and_points(text: str, at: int, before: str, after: str) -> Shape:
    """The shape of a mark that no letter touches: Arabic desks set spaces inside the marks (قال:" نعم ".)."""
    starts, ends = not before or before.isspace(), not after or after.isspace()
    if starts and not ends:
        return Shape.CLOSE if _ENDS_AFTER.match(text, at + 1) else Shape.OPEN
    if starts == ends or (ends and before in ":："):
        return Shape.EITHER
    return Shape.CLOSE


def possessive(text: str, lang: str, at: int, end: int) -> bool:
    """A plural possessive (the players' wives) inside single marks, with the real closing mark still to come."""
    if text[max(0, at - 1) : at] not in ("s", "S") or not _POSSESSIVE.match(text, at + 1):
        return False
    for match in regex.finditer("['’‘]", text, pos=at + 1, endpos=end):
        i = match.start()
        if quotes_nothing(text, lang, i, inside=True):
            continue
        return shape_of(text, lang, i) is not Shape.OPEN
    return False


def quotes_nothing(text: str, lang: str, at: int, *, inside: bool) -> bool:
    """Apostrophe, geresh, gershayim, feet or inches: a mark that quotes nothing."""
    char, before, after = text[at], text[max(0, at - 1) : at], text[at + 1 : at + 2]
    marks = table("quotation_marks")
    if char in marks["single"]["marks"] and char != "‚":
        return _apostrophe(before, after, inside=inside)
    if char not in marks["double"]["gershayim"]:
        return False
    if char in '"”' and before.isdigit():
        return bool(_FEET_BEFORE.search(text, max(0, at - 8), at)) or (char == '"' and not inside)
    return lang == "he" and _gershayim(text, lang, at)


def _apostrophe(before: str, after: str, *, inside: bool) -> bool:
    if before.isdigit() and not inside:
        return True
    if before.isalnum() and after.isalnum():
        return not (_UNSPACED.match(before) or _UNSPACED.match(after))
    return False


def _gershayim(text: str, lang: str, at: int) -> bool:
    before = _LETTERS_BEFORE.search(text, max(0, at - 20), at)
    after = _LETTERS_AFTER.match(text, at + 1)
    if not before or not after:
        return False
    return len(after.group()) < 2 or not _after_clitic(text, lang, at)


def _after_clitic(text: str, lang: str, at: int) -> bool:
    """Whether only letters that are written on to the next word stand before the mark: ש"לא"."""
    clitics = table("quotation_marks")["clitics"].get(lang, "")
    run = _LETTERS_BEFORE.search(text, max(0, at - 6), at)
    return bool(clitics and run and len(run.group()) <= 3 and all(c in clitics for c in run.group()))
