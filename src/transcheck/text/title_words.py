"""The words of which titles of treaties, laws and resolutions are built: heads, links, and what only describes."""

from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck.data import table
from transcheck.text.affixes import bare_forms, stem
from transcheck.text.fold import fold

CASED = frozenset({"en", "fr", "es", "de", "tr", "ru", "uk"})
"""Languages whose capital letters show where a title is."""
PACKED = frozenset({"zh", "ja", "ko"})
"""Languages whose titles are matched character by character: no spaces, or spaces that come and go."""
COMPOUNDING = frozenset({"de", "ko"})
"""Languages that write name and head as one word (Klimaschutzgesetz, 정전협정)."""
MIN_COMPOUND = {"de": 3, "ko": 2}


@dataclass(frozen=True, slots=True)
class TitleWords:
    """One language's row of `title_words.toml`, folded."""

    order: str
    links: frozenset[str]
    generic: frozenset[str]
    number_words: frozenset[str]
    scopes: frozenset[str]
    definite: tuple[str, ...]
    heads: dict[str, frozenset[str]]
    """Groups by folded form, every inflection that can be listed included."""


@cache
def title_words(lang: str) -> TitleWords:
    """The title words of `lang`; empty sets for a language without a row."""
    row = table("title_words").get(lang, {})
    heads: dict[str, set[str]] = {}
    for group, lemmas in row.get("heads", {}).items():
        for lemma in lemmas:
            for form in _inflections(lemma, lang, row.get("endings") or [""]):
                heads.setdefault(form, set()).add(group)
    return TitleWords(
        row.get("order", "last"),
        frozenset(map(fold, row.get("links", ()))),
        frozenset(form for word in row.get("generic", ()) for form in (fold(word), stem(word, lang))),
        frozenset(map(fold, row.get("number_words", ()))),
        frozenset(form for word in row.get("scopes", ()) for form in (fold(word), stem(word, lang))),
        tuple(map(fold, row.get("definite", ()))),
        {form: frozenset(groups) for form, groups in heads.items()},
    )


def _inflections(lemma: str, lang: str, endings: list[str]) -> set[str]:
    forms = {fold(lemma + ending) for ending in endings}
    return forms | {stem(lemma, lang)} if lang in ("ru", "uk") else forms


@lru_cache(maxsize=65536)
def head_groups(word: str, lang: str) -> frozenset[str]:
    """The groups of instruments that `word` names, in any inflection or with clitics; empty for other words."""
    heads = title_words(lang).heads
    groups: frozenset[str] = frozenset()
    for form in bare_forms(word, lang):
        groups |= heads.get(form, frozenset())
    return groups


@lru_cache(maxsize=65536)
def compound(word: str, lang: str) -> tuple[str, frozenset[str]] | None:
    """The folded name and the head's groups of a word such as Klimaschutzgesetz, or None."""
    if lang not in COMPOUNDING:
        return None
    heads = title_words(lang).heads
    for form in bare_forms(word, lang):
        for size in range(MIN_COMPOUND[lang], len(form)):
            if form[size:] in heads:
                return form[:size], heads[form[size:]]
    return None


def is_generic(word: str, lang: str) -> bool:
    """Whether a word describes an instrument without naming it, or only links words."""
    words = title_words(lang)
    forms = {*bare_forms(word, lang), stem(word, lang)}
    return not forms.isdisjoint(words.generic) or fold(word) in words.links


def is_definite(word: str, lang: str) -> bool:
    """Whether a head noun carries an article, so that it is "the treaty" and no name follows."""
    words, folded = title_words(lang), fold(word)
    return any(folded.startswith(article) and folded[len(article) :] in words.heads for article in words.definite)
