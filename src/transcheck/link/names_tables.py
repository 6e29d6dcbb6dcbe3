"""What the tables of people, organisations and places say: which names stand in a text, and how they are rendered."""

from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck.data import rows, table
from transcheck.text.affixes import bare_forms, stem
from transcheck.text.fold import fold
from transcheck.text.scripts import unspaced
from transcheck.text.variants import country
from transcheck.text.words import tokens

TABLES = ("people", "organisations", "places")
SHORTEST = 2
"""Letters below which a form is not looked for: it would be found inside other words."""

MOST_IN_ROW = 4
"""Countries that headlines name in a row with one sign each."""
TELLING = 5
"""Rows beyond which a word (of, United, Mohammed) says nothing of the name that it stands in."""


@dataclass(frozen=True, slots=True)
class Known:
    """The forms of the tables in one language."""

    found: dict[str, frozenset[str]]
    """Folded form (words with one space between) to the rows that have it; the forms that are safe to look for."""
    forms: dict[str, tuple[str, ...]]
    """Row to its folded forms, wrong ones left out."""
    words: dict[str, frozenset[str]]
    """Folded word, and its stem, to the rows in which it is a word of a form; telling ones only."""


def spread(form: str) -> str:
    """The folded words of a name, one space between."""
    return " ".join(fold(token.span.of(form)) for token in tokens(form))


@cache
def known(lang: str) -> Known:
    """The tables in `lang`; empty for a language without a column."""
    found: dict[str, set[str]] = {}
    forms: dict[str, list[str]] = {}
    words: dict[str, set[str]] = {}
    for name in TABLES:
        for row in rows(name):
            key = f"{name}/{row['id']}"
            for text in filter(None, row.get(lang, "").split("|")):
                for part in text.strip("!?").split("~"):
                    plain = spread(part.strip("?"))
                    forms.setdefault(key, []).append(plain)
                    for word in plain.split():
                        words.setdefault(word, set()).add(key)
                        words.setdefault(stem(word, lang), set()).add(key)
                    safe = not text.startswith("?") and not part.startswith("?") and len(plain) > SHORTEST
                    if safe:
                        found.setdefault(plain, set()).add(key)
    return Known(
        {form: frozenset(keys) for form, keys in found.items()},
        {key: tuple(dict.fromkeys(listed)) for key, listed in forms.items()},
        {word: frozenset(keys) for word, keys in words.items() if len(keys) <= TELLING},
    )


@lru_cache(maxsize=65536)
def rows_of(word: str, lang: str) -> frozenset[str]:
    """The rows in which `word`, in any inflection, is a word of a form."""
    words = known(lang).words
    forms = (*bare_forms(word, lang), stem(word, lang))
    return frozenset().union(*(words.get(form, frozenset()) for form in forms))


@cache
def _seats() -> dict[str, frozenset[str]]:
    return {f"{name}/{row}": frozenset(found) for name, seats in table("seats").items() for row, found in seats.items()}


@lru_cache(maxsize=16384)
def stands_for(found: frozenset[str]) -> frozenset[str]:
    """The countries and rows that the names of these rows may stand for, as capitals do for governments."""
    return frozenset().union(*(_seats().get(row, frozenset()) for row in found))


@lru_cache(maxsize=16384)
def countries_in_row(word: str, lang: str) -> frozenset[str]:
    """The countries that a Korean, Japanese or Chinese word names with one sign each (한미일), particles left out."""
    if lang not in ("ko", "ja", "zh"):
        return frozenset()
    for form in bare_forms(word, lang):
        codes = [country(sign, lang) for sign in form]
        if 2 <= len(form) <= MOST_IN_ROW and all(codes):
            return frozenset(code for code in codes if code)
    return frozenset()


@lru_cache(maxsize=16384)
def may_belong(texts: tuple[str, ...], lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The countries and the rows of the tables that a name, or one of its words, may belong to."""
    codes = frozenset(code for text in texts if (code := country(text, lang)))
    codes = codes.union(*(countries_in_row(text, lang) for text in texts))
    if unspaced(lang):
        return codes, frozenset(r for form, found in known(lang).found.items() if form in texts[0] for r in found)
    return codes, frozenset().union(*(rows_of(text, lang) for text in texts))


@lru_cache(maxsize=16384)
def is_whole(word: str, lang: str) -> frozenset[str]:
    """The rows of the tables in which `word`, in any inflection, is a whole form, and its country."""
    found = known(lang).found
    rows = frozenset().union(*(found.get(form, frozenset()) for form in bare_forms(word, lang)))
    code = country(word, lang)
    return rows | {code} if code else rows


def tells(lang: str, key: str) -> bool:
    """Whether a word is one name's own: a single sign of a script without spaces stands in many names."""
    return len(key) > 1 or not unspaced(lang)
