"""The names of countries, in every case of the languages that decline them: Китая, Саудовской Аравии."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from transcheck.data import table
from transcheck.text.affixes import bare_forms, may_be_same
from transcheck.text.fold import fold

SHORTEST = 4
"""Letters of a stem: shorter ones begin other words (Куба, куб)."""
START = 3
"""Letters by which the first word of a name of several is found."""


@cache
def territories(lang: str) -> Mapping[str, str]:
    """Folded name to ISO 3166 code; empty for a language that CLDR does not have."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(lang).territories
    except UnknownLocaleError:
        return MappingProxyType({})
    return MappingProxyType({fold(name): code for code, name in names.items() if code.isalpha()})


@cache
def country_names(lang: str) -> Mapping[str, str]:
    """The same with the names that CLDR does not give."""
    aliases = table("demonyms")["country_aliases"].items()
    more = {fold(name.strip("?!-")): code for code, forms in aliases for name in forms.get(lang, ())}
    return MappingProxyType({**more, **territories(lang)})


@cache
def own_names() -> Mapping[str, str]:
    """Folded name to code of what countries call themselves in their official languages: Cameroun, Deutschland."""
    from babel.languages import get_official_languages

    found: dict[str, str] = {}
    for code in territories("en").values():
        for lang in get_official_languages(code):
            found |= {name: code for name, other in territories(lang.split("_")[0]).items() if other == code}
    return MappingProxyType(found)


@cache
def _replaced(lang: str) -> tuple[str, ...]:
    """Last letters of a nominative that other cases replace."""
    return tuple(map(fold, table("variants")["inflecting"]["replaced"].get(lang, "").split()))


@cache
def _stems(lang: str) -> dict[str, str]:
    """Names of one word without the letter that other cases replace."""
    names = country_names(lang)
    cut = {name[:-1]: code for name, code in names.items() if name.endswith(_replaced(lang)) and " " not in name}
    return {stem: code for stem, code in cut.items() if len(stem) >= SHORTEST and stem not in names}


@cache
def _long(lang: str) -> dict[str, list[tuple[list[str], str]]]:
    """Names of several words, by the start of the first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name, code in country_names(lang).items():
        if " " in name:
            found.setdefault(name[:START], []).append((name.split(), code))
    return found


def may_start(folded: str, lang: str) -> bool:
    """Whether a name of several words, in some case, may begin with this word."""
    return bool(_replaced(lang)) and folded[:START] in _long(lang)


@lru_cache(maxsize=32768)
def declined(name: str, lang: str) -> str | None:
    """The code of the country that `name` is in another case than the nominative, None if it is none."""
    if not _replaced(lang):
        return None
    words = name.split()
    if len(words) == 1:
        return next((code for form in bare_forms(name, lang)[1:] if (code := _stems(lang).get(form))), None)
    for long, code in _long(lang).get(fold(name)[:START], ()):
        if len(long) == len(words) and all(may_be_same(a, b, lang) for a, b in zip(words, long, strict=True)):
            return code
    return None
