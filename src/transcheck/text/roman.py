"""Roman numerals, which French, Spanish, Russian and others use for centuries, congresses and monarchs."""

import regex

_ROMAN = regex.compile(
    r"(?<![\p{L}\p{N}])(?P<roman>X{0,3}(?:IX|IV|V?I{0,3}))(?=(?:e|er|ème|º|\.|-[\p{Ll}]{1,3})?(?![\p{L}\p{N}]))"
)
# Cyrillic letters that are typed for the Latin ones.
_LATIN = str.maketrans("ХІСМ", "XICM")
_VALUES = {"I": 1, "V": 5, "X": 10}


def roman_numerals(text: str) -> list[tuple[int, int, int]]:
    """Start, end and value of each Roman numeral from II to XXXIX in `text` (not folded)."""
    found = []
    for match in _ROMAN.finditer(text.translate(_LATIN)):
        digits = match["roman"]
        if len(digits) > 1 or digits in ("V", "X"):
            found.append((match.start(), match.end(), roman_value(digits)))
    return found


def roman_value(digits: str) -> int:
    """The value of Roman digits up to X: XIX is 19."""
    values = [_VALUES[digit] for digit in digits]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
