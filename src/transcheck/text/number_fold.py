"""Folds a text so that numbers of every script look alike, and maps each folded character back."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from transcheck.model.text import Span

# One form for letters that news spells two ways; U+060C and U+3001 stand between digits like a comma.
_SAME = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ی",
        "ي": "ی",
        "ك": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "ё": "е",
        "ґ": "г",
        **dict.fromkeys("’ʼ‘´`′", "'"),
        **dict.fromkeys("“”„‟″״", '"'),
        "،": ",",
        **dict.fromkeys("−‐‑", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009\u2007", " "),
    }
)


# Hindi nukta letters as one code point; the combining nukta itself is dropped.
_NUKTA = {
    "\u0958": "क",
    "\u0959": "ख",
    "\u095a": "ग",
    "\u095b": "ज",
    "\u095c": "ड",
    "\u095d": "ढ",
    "\u095e": "फ",
    "\u095f": "य",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; character i of `text` stands for [starts[i], starts[i] + 1) of the original."""

    text: str
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original span of folded characters [start, end), not empty."""
        return Span(self.starts[start], self.starts[end - 1] + 1)

    def index(self, offset: int) -> int:
        """The first folded character at or after an original offset."""
        return bisect_left(self.starts, offset)


@lru_cache(maxsize=8192)
def _fold_char(char: str, turkish: bool) -> str:
    """One character for `char`, or '' where it is dropped."""
    if char == "\u093c" or _dropped(char):
        return ""
    char = _NUKTA.get(char, char)
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    if turkish and char in "Iİ":
        return "ı" if char == "I" else "i"
    if 0xFF01 <= ord(char) <= 0xFF5E:
        char = chr(ord(char) - 0xFEE0)
    lowered = char.lower()
    return (lowered if len(lowered) == 1 else lowered[0]).translate(_SAME)


def _dropped(char: str) -> bool:
    """Vowel points, tatweel and format characters: they change nothing in a number word."""
    if char in "ـ\u200c\u200d\u00ad":
        return True
    category = unicodedata.category(char)
    if category == "Cf":
        return True
    return category == "Mn" and ("\u0591" <= char <= "\u05c7" or "\u064b" <= char <= "\u065f" or char == "\u0670")


def fold(text: str, lang: str) -> Folded:
    """`text` with ASCII digits, lower case, without vowel points and joiners; one letter for one, never longer.

    Spaces of every width become a plain one; nukta letters are decomposed and lose their nukta in data and text alike.
    """
    turkish = lang == "tr"
    chars: list[str] = []
    starts: list[int] = []
    for offset, char in enumerate(text):
        if folded := _fold_char(char, turkish):
            chars.append(folded)
            starts.append(offset)
    return Folded("".join(chars), tuple(starts))
