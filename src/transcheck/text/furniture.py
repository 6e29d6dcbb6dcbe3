"""Tells the lines that a site puts around an article, which are no part of what it says."""

from functools import cache

import regex

from transcheck.data import table
from transcheck.text.speech import counted_words

MOST_WORDS = 20
"""A longer line says something, however it begins."""


@cache
def _lines(lang: str) -> regex.Pattern[str]:
    known = table("furniture")
    lines = [*known["any"]["lines"], *known.get(lang, {}).get("lines", ())]
    return regex.compile(rf"[\W_]*(?:{'|'.join(lines)})", regex.IGNORECASE)


def is_furniture(text: str, lang: str) -> bool:
    """Whether a line points to other stories, invites, credits or is a note of the desk: "Read also: ..."."""
    return bool(_lines(lang).match(text)) and counted_words(text) <= MOST_WORDS
