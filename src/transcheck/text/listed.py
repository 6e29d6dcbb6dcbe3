"""Where the names that a news item's metadata list stand in its text."""

from collections.abc import Iterator, Sequence

import regex

from transcheck.data import table
from transcheck.model.text import Span

MOST = 500
"""Names looked for; an item that lists more is no article."""
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")


def find_listed(text: str, lang: str, names: Sequence[tuple[str, str]]) -> Iterator[tuple[Span, str]]:
    """Every place of every name, with its kind, in order of the text; of names that overlap the longest counts.

    `names` are pairs of kind and name. A name is found as whole words, also behind a proclitic
    (Arabic, Hebrew) or with an ending (Slavic cases, Korean particles), which do not belong to the place.
    """
    kinds = {name: kind for kind, name in reversed(names[:MOST]) if len(name) > 1}
    if not kinds:
        return
    longest_first = sorted(kinds, key=lambda name: (-len(name), name))
    affixes = table("affixes").get(lang, {})
    before, after = (_optional(affixes.get(part, ())) for part in ("prefixes", "suffixes"))
    pattern = regex.compile("|".join(_bounded(name, before, after) for name in longest_first))
    for found in pattern.finditer(text):
        name = found[0]
        start = found.start()
        if name not in kinds:  # it stands behind a proclitic
            name = next(known for known in longest_first if name.endswith(known))
            start = found.end() - len(name)
        yield Span(start, found.end()), kinds[name]


def _optional(affixes: Sequence[str]) -> str:
    """A pattern for one of them or none."""
    longest_first = sorted(affixes, key=len, reverse=True)
    return f"(?:{'|'.join(map(regex.escape, longest_first))})?" if affixes else ""


def _bounded(name: str, before: str, after: str) -> str:
    words = str(regex.escape(name))
    if _UNSPACED.search(name):
        return words
    return rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){before}{words}(?={after}(?![\p{{L}}\p{{M}}\p{{N}}]))"
