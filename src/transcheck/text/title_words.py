"""The words of which titles of treaties, laws and resolutions are built: heads, links, and what only describes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck.data import table
from transcheck.text.affixes import bare_forms
from transcheck.text.fold import fold
from transcheck.text.words import is_mark, tokens

CASED = frozenset({"en", "fr", "es", "de", "tr", "ru", "uk"})
"""Languages whose capital letters show where a title is."""
PACKED = frozenset({"zh", "ja", "ko"})
"""Languages whose titles are matched character by character: no spaces, or spaces that come and go."""
COMPOUNDING = frozenset({"de", "ko"})
"""Languages that write name and head as one word (Klimaschutzgesetz, 정전협정)."""
MIN_COMPOUND = {"de": 3, "ko": 2}


_PAPERS = frozenset({"declaration", "memorandum", "clause"})
MIN_STEM = 5
"""Shorter stems of heads are other words too (харт- of хартия); their cases are listed in the table."""


@dataclass(frozen=True, slots=True)
class TitleWords:
    """One language's row of `title_words.toml`, folded."""

    order: str
    links: frozenset[str]
    generic: frozenset[str]
    number_words: frozenset[str]
    scopes: frozenset[str]
    definite: tuple[str, ...]
    stand_ins: frozenset[str]
    pronouns: frozenset[str]
    drops_pronouns: bool
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
        frozenset(form for word in row.get("generic", ()) for form in (fold(word), title_stem(word, lang))),
        frozenset(map(fold, row.get("number_words", ()))),
        frozenset(form for word in row.get("scopes", ()) for form in (fold(word), title_stem(word, lang))),
        tuple(map(fold, row.get("definite", ()))),
        frozenset(map(fold, row.get("stand_ins", ()))),
        frozenset(map(fold, row.get("pronouns", ()))),
        row.get("drops_pronouns", False),
        {form: frozenset(groups) for form, groups in heads.items()},
    )


def _inflections(lemma: str, lang: str, endings: list[str]) -> set[str]:
    forms = {fold(lemma + ending) for ending in endings}
    shortest = title_stem(lemma, lang)
    return forms | {shortest} if len(shortest) >= MIN_STEM else forms


@cache
def _folded_suffixes(lang: str) -> tuple[str, ...]:
    """The language's endings as folding leaves them (й becomes и), the longest first."""
    suffixes = table("affixes").get(lang, {}).get("suffixes", ())
    return tuple(sorted({fold(suffix) for suffix in suffixes}, key=len, reverse=True))


@lru_cache(maxsize=65536)
def word_forms(word: str, lang: str) -> frozenset[str]:
    """All folded forms that `word` may be without clitics and endings, itself among them."""
    folded, room = fold(word), table("affixes").get(lang, {}).get("stem", 3)
    bare = (
        folded[: -len(suffix)]
        for suffix in _folded_suffixes(lang)
        if folded.endswith(suffix) and len(folded) - len(suffix) >= room
    )
    return frozenset((*bare_forms(word, lang), *bare))


@lru_cache(maxsize=65536)
def title_stem(word: str, lang: str) -> str:
    """The folded word without its longest ending: one form for the cases of a regular noun or adjective."""
    folded, room = fold(word), table("affixes").get(lang, {}).get("stem", 3)
    ends = (s for s in _folded_suffixes(lang) if folded.endswith(s) and len(folded) - len(s) >= room)
    longest = next(ends, "")
    return folded[: len(folded) - len(longest)]


@lru_cache(maxsize=65536)
def head_groups(word: str, lang: str) -> frozenset[str]:
    """The groups of instruments that `word` names, in any inflection or with clitics; empty for other words."""
    heads = title_words(lang).heads
    groups: frozenset[str] = frozenset()
    for form in sorted(word_forms(word, lang)):
        groups |= heads.get(form, frozenset())
    return groups


@lru_cache(maxsize=65536)
def compound(word: str, lang: str) -> tuple[str, frozenset[str]] | None:
    """The folded name and the head's groups of a word such as Klimaschutzgesetz, or None."""
    if lang not in COMPOUNDING:
        return None
    heads = title_words(lang).heads
    for form in sorted(word_forms(word, lang)):
        for size in range(MIN_COMPOUND[lang], len(form)):
            if form[size:] in heads:
                return form[:size], heads[form[size:]]
    return None


def is_generic(word: str, lang: str) -> bool:
    """Whether a word describes an instrument without naming it, or only links words."""
    words = title_words(lang)
    return not word_forms(word, lang).isdisjoint(words.generic) or fold(word) in words.links


def is_definite(word: str, lang: str) -> bool:
    """Whether a head noun carries an article, so that it is "the treaty" and no name follows."""
    words, folded = title_words(lang), fold(word)
    return any(folded.startswith(article) and folded[len(article) :] in words.heads for article in words.definite)


@cache
def loose_links() -> frozenset[str]:
    """Links that stand inside names but do not join a head to its name, of all languages."""
    return frozenset(map(fold, table("title_words")["loose"]))


def stands_in(text: str, before: str, lang: str) -> bool:
    """Whether something in `text` may stand for a title: a head noun, or a plain word such as document.

    Pronouns, and no word at all where the language drops pronouns, count if the sentences beside it, `before`, name
    an instrument.
    """
    words = title_words(lang)
    if lang in PACKED:
        return _has_sign(text, words.heads) or _has_sign(text, words.stand_ins) or _has_sign(before, words.heads)
    if _names_instrument(text, lang) or _has_word(text, words.stand_ins, lang):
        return True
    return (words.drops_pronouns or _has_word(text, words.pronouns, lang)) and _names_instrument(before, lang)


def _has_sign(text: str, signs: Iterable[str]) -> bool:
    """Single signs are parts of other words too often (土耳其, 合法)."""
    folded = fold(text)
    return any(sign in folded for sign in signs if len(sign) > 1)


def _words_in(text: str) -> Iterator[str]:
    return (word for token in tokens(text) if not is_mark(word := token.span.of(text)))


def _names_instrument(text: str, lang: str) -> bool:
    """Whether any head noun stands there, but for those that other documents go by as well (a communiqué)."""
    return any(head_groups(word, lang) - _PAPERS or compound(word, lang) for word in _words_in(text))


def _has_word(text: str, forms: frozenset[str], lang: str) -> bool:
    return any(not word_forms(word, lang).isdisjoint(forms) for word in _words_in(text))
