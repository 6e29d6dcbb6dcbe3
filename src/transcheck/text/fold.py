"""Folds text for matching: case, diacritics, letter variants, width; every folded character knows where it was."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from transcheck.model.text import Span

# Letters that are one letter to a reader of names. Reasons: Arabic alef and yeh carriers and teh marbuta vary
# between houses; Persian and Arabic code points of kaf and yeh; Russian ё is optional; Turkish dotless i.
_VARIANTS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
        "ۀ": "ه", "ک": "ك", "ـ": None, "ё": "е", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
        "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "׳": "'", "״": '"', "“": '"',
        "”": '"', "„": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "·": "·", "・": "·",
        "•": "·", "‧": "·", "＝": "·", "゠": "·",
    }
)  # fmt: skip
_KEPT_MARKS = frozenset("\u3099\u309a")
"""Kana voicing marks change the letter (か / が), as do the marks of Indic scripts (category Mc, viramas)."""


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if "\uac00" <= character <= "\ud7a3":  # Hangul stays in syllables
        return character
    folded = unicodedata.normalize("NFKD", character.translate(_VARIANTS)).casefold().translate(_VARIANTS)
    kept = "".join(
        c
        for c in folded
        if unicodedata.category(c) not in ("Mn", "Cf", "Cc") or c in _KEPT_MARKS or "\u0900" <= c <= "\u0dff"
    )
    return unicodedata.normalize("NFC", kept) if len(kept) > 1 else kept


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters, the offset of the original one."""

    text: str
    offsets: tuple[int, ...]
    length: int
    """Of the original text."""

    def original(self, start: int, end: int) -> Span:
        """The span of the original text that gave `text[start:end]`; empty ranges give empty spans."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else self.length
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


_WORD = 32
"""Length up to which a text is taken for a word or name, which come again and again."""


def fold(text: str) -> str:
    """`text` without differences of case, diacritics, letter variants and width."""
    return fold_word(text) if len(text) <= _WORD else "".join(map(_fold_character, text))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """`fold` for a single word, remembered."""
    return "".join(map(_fold_character, word))


def fold_with_offsets(text: str) -> Folded:
    """The same, with the way back."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for folded in _fold_character(character):
            characters.append(folded)
            offsets.append(offset)
    return Folded("".join(characters), tuple(offsets), len(text))
