"""Takes off what clings to a noun: Arabic and Hebrew proclitics, Slavic case endings, Korean particles."""

from functools import cache, lru_cache

from transcheck.data import table
from transcheck.text.fold import fold


@cache
def _affixes(lang: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Folded prefixes and suffixes, and the length that a stem needs."""
    found = table("affixes").get(lang, {"prefixes": [], "suffixes": [], "stem": 1})
    prefixes, suffixes = (tuple(dict.fromkeys(map(fold, found[part]))) for part in ("prefixes", "suffixes"))
    return prefixes, suffixes, found["stem"]


@cache
def _swallowing(lang: str) -> tuple[tuple[str, str], ...]:
    """Prefixes in which the article is written without its first letter, and the article: للعراق of العراق."""
    pairs = table("affixes").get(lang, {}).get("swallowing", ())
    return tuple((fold(prefix), fold(article)) for prefix, _, article in (pair.partition(" ") for pair in pairs))


@lru_cache(maxsize=65536)
def bare_forms(word: str, lang: str) -> tuple[str, ...]:
    """All folded forms that `word` may be once affixes are off, itself first, then longest first.

    Two words may be the same noun if they share a form. Languages without a table give the folded word alone.
    """
    folded = fold(word)
    prefixes, suffixes, room = _affixes(lang)
    starts = [folded] + [folded[len(p) :] for p in prefixes if folded.startswith(p) and len(folded) - len(p) >= room]
    starts += [article + folded[len(p) :] for p, article in _swallowing(lang) if folded.startswith(p)]
    ends = [form[: -len(s)] for form in starts for s in suffixes if form.endswith(s) and len(form) - len(s) >= room]
    forms = starts + ends
    first, *rest = dict.fromkeys(forms)
    return (first, *sorted(rest, key=len, reverse=True))


def unprefixed(word: str, lang: str) -> list[str]:
    """The folded word, and what remains of it without each prefix, however short."""
    folded = fold(word)
    return [folded] + [folded[len(p) :] for p in _affixes(lang)[0] if folded.startswith(p)]


@lru_cache(maxsize=65536)
def stem(word: str, lang: str) -> str:
    """The folded word without its longest ending (prefixes stay); one form for all cases of a regular noun."""
    folded = fold(word)
    _, suffixes, room = _affixes(lang)
    endings = (s for s in suffixes if folded.endswith(s) and len(folded) - len(s) >= room)
    longest = max(endings, key=len, default="")
    return folded[: len(folded) - len(longest)]


def may_be_same(first: str, second: str, lang: str) -> bool:
    """Whether two words can be one noun in two inflections."""
    return not set(bare_forms(first, lang)).isdisjoint(bare_forms(second, lang))


@lru_cache(maxsize=65536)
def clings(word: str, name: str, lang: str) -> bool:
    """Whether `word` is `name`, even a name shorter than a stem, behind a proclitic or before a particle."""
    folded, bare = fold(word), fold(name)
    prefixes, suffixes, room = _affixes(lang)
    if len(bare) >= min(2, room - 1) and folded.startswith(bare) and folded[len(bare) :] in suffixes:
        return True
    return len(bare) >= 2 and folded.endswith(bare) and folded[: len(folded) - len(bare)] in prefixes
