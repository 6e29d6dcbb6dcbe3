"""Takes off what clings to a noun: Arabic and Hebrew proclitics, Slavic case endings, Korean particles."""

from functools import lru_cache

from transcheck.data import table
from transcheck.text.fold import fold


@lru_cache(maxsize=65536)
def bare_forms(word: str, lang: str) -> tuple[str, ...]:
    """All folded forms that `word` may be once affixes are off, itself first, then longest first.

    Two words may be the same noun if they share a form. Languages without a table give the folded word alone.
    """
    folded = fold(word)
    affixes = table("affixes").get(lang)
    if affixes is None:
        return (folded,)
    room = affixes["stem"]
    starts = [folded] + [
        folded[len(p) :] for p in affixes["prefixes"] if folded.startswith(p) and len(folded) - len(p) >= room
    ]
    forms = starts + [
        form[: -len(s)]
        for form in starts
        for s in affixes["suffixes"]
        if form.endswith(s) and len(form) - len(s) >= room
    ]
    first, *rest = dict.fromkeys(forms)
    return (first, *sorted(rest, key=len, reverse=True))


@lru_cache(maxsize=65536)
def stem(word: str, lang: str) -> str:
    """The folded word without its longest ending (prefixes stay); one form for all cases of a regular noun."""
    folded = fold(word)
    affixes = table("affixes").get(lang)
    if affixes is None:
        return folded
    endings = (s for s in affixes["suffixes"] if folded.endswith(s) and len(folded) - len(s) >= affixes["stem"])
    longest = max(endings, key=len, default="")
    return folded[: len(folded) - len(longest)]


def may_be_same(first: str, second: str, lang: str) -> bool:
    """Whether two words can be one noun in two inflections."""
    return not set(bare_forms(first, lang)).isdisjoint(bare_forms(second, lang))
