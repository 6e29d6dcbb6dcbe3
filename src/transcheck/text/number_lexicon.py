"""The number words of one language, from `data/numbers/<lang>.toml`, folded and ready to be looked up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from transcheck.data import table
from transcheck.errors import InternalError
from transcheck.text.number_fold import fold


class Sort(StrEnum):
    """What a word does in a number."""

    CARDINAL = "cardinal"
    SCALE = "scale"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    OFFSET = "offset"
    WEAK = "weak"
    MONTH = "month"
    OTHER_MONTH = "other_month"
    SIGN = "sign"
    """Words that mark a percentage: never part of the number (por ciento)."""
    JOIN = "join"
    FILLER = "filler"
    LITERAL = "literal"


Entry = tuple[Sort, float]
_SECTIONS = (
    # The first section that lists a form wins: a word that composes is worth more than one that only hints.
    Sort.SCALE,
    Sort.CARDINAL,
    Sort.FRACTION,
    Sort.ORDINAL,
    Sort.OFFSET,
    Sort.MONTH,
    Sort.OTHER_MONTH,
    Sort.WEAK,
)
LISTED = (
    "percent",
    "percent_before",
    "basis_points",
    "currency",
    "hour",
    "pm",
    "am",
    "approximate",
    "range",
    "century_before",
    "decade_before",
    "relative_year",
)


@dataclass(frozen=True)
class Lexicon:
    """Number words by form (a tuple of tokens), and the words that say what a number is."""

    lang: str
    entries: Mapping[tuple[str, ...], Entry]
    longest: int
    openers: frozenset[str]
    """First words of forms that have several."""
    listed: Mapping[str, frozenset[str]]
    """Markers by section; the words of a form are joined by spaces."""
    prefix: re.Pattern[str] | None
    suffix: re.Pattern[str] | None
    options: Mapping[str, Any]

    def option(self, name: str) -> Any:
        """A setting of the language's table, None where it has none."""
        return self.options.get(name)

    @property
    def unspaced(self) -> bool:
        """Whether the language writes without spaces."""
        return bool(self.options.get("unspaced"))

    @property
    def glued(self) -> bool:
        """Whether the words after a number are written on to it: Chinese, Japanese, Korean."""
        return self.unspaced or bool(self.options.get("glued"))


def _forms(lang: str, words: str) -> Iterable[tuple[str, ...]]:
    for form in words.split():
        folded = fold(form.replace("_", " "), lang).text
        yield tuple(re.split(r"[\s-]+", folded))


def _stems(data: Mapping[str, str]) -> Iterable[tuple[float, str]]:
    endings = data.get("endings", "").split()
    for value, stems in data.items():
        if value != "endings":
            yield float(value), " ".join(stem + ending for stem in stems.split() for ending in endings)


def _entries(lang: str, data: Mapping[str, Any]) -> dict[tuple[str, ...], Entry]:
    found: dict[tuple[str, ...], Entry] = {}
    for sort in _SECTIONS:
        pairs = [(float(value), words) for value, words in data.get(sort, {}).items()]
        if sort is Sort.ORDINAL:
            pairs += _stems(data.get("ordinal_stem", {}))
        for value, words in pairs:
            for form in _forms(lang, words):
                found.setdefault(form, (sort, value))
    for sort, key in ((Sort.JOIN, "joins"), (Sort.FILLER, "filler")):
        for form in _forms(lang, data.get(key, "")):
            found.setdefault(form, (sort, 0.0))
    for key in ("percent", "percent_before"):
        for form in _forms(lang, data.get(key, "")):
            found[form] = (Sort.SIGN, 0.0)
    for form in _forms(lang, data.get("half_after", "")):
        found[form] = (Sort.OFFSET, 0.5)
    return found


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of an ISO 639-1 language; an empty one for a language without a table."""
    try:
        data = table(f"numbers/{lang}")
    except FileNotFoundError:
        data = {}
    common = table("numbers/common")
    entries = _entries(lang, data)
    listed = {
        key: frozenset(" ".join(form) for form in _forms(lang, data.get(key, ""))) | frozenset(common.get(key, ()))
        for key in LISTED
    }
    return Lexicon(
        lang=lang,
        entries=entries,
        longest=max((len(form) for form in entries), default=1),
        openers=frozenset(form[0] for form in entries if len(form) > 1),
        listed=listed,
        prefix=_pattern(lang, data, "prefix"),
        suffix=_pattern(lang, data, "suffix"),
        options=data,
    )


def _pattern(lang: str, data: Mapping[str, Any], key: str) -> re.Pattern[str] | None:
    source = data.get(key)
    if not source:
        return None
    try:
        return re.compile(fold(source, lang).text)
    except re.error as error:
        raise InternalError(f"data/numbers/{lang}.toml: {key} is no regular expression: {error}") from error
