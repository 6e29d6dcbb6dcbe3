"""What a language's script is like."""

import regex

from transcheck.data import table

_HAN = regex.compile(r"\p{Han}")


def cased(lang: str) -> bool:
    """Whether names stand out by capitals in this language."""
    return lang in table("casing")["scripts"]["cased"]


def unspaced(lang: str) -> bool:
    """Whether the language is written without spaces between words."""
    return lang in table("casing")["scripts"]["unspaced"]


def one_script(first: str, second: str) -> bool:
    """Whether names are copied letter by letter between the two languages: both are written in Latin letters."""
    return {first, second} <= set(table("casing")["scripts"]["latin"])


def has_han(text: str) -> bool:
    """Whether a Chinese sign stands in the text."""
    return _HAN.search(text) is not None
