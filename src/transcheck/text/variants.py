"""Whether two forms of a name in one language are one form: inflected, possessive, demonym, abbreviated."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from rapidfuzz.distance import OSA

from transcheck.data import table
from transcheck.text.affixes import bare_forms, clings, may_be_same, stem, unprefixed
from transcheck.text.fold import fold
from transcheck.text.phonetic import similarity
from transcheck.text.scripts import unspaced
from transcheck.text.territories import country_names, declined, may_start, own_names, territories


@cache
def _derived(lang: str) -> frozenset[str]:
    """What may follow a stem in a derived word (Iran, Iranian) or another case."""
    return frozenset(map(fold, table("variants")["derived"].get(lang, ())))


@cache
def _families(lang: str) -> dict[str, int]:
    families = table("variants")["families"].get(lang, ())
    return {fold(word): number for number, family in enumerate(families) for word in family.split()}


@lru_cache(maxsize=32768)
def _family(folded: str, lang: str) -> int | None:
    """The family of derived words that a word, with or without an ending, belongs to."""
    known = _families(lang)
    stems = (folded[: -len(ending)] for ending in _derived(lang) if ending and folded.endswith(ending))
    return next((known[form] for form in (folded, *stems) if form in known), None)


def inflects_adjectives(lang: str) -> bool:
    """Whether a country's or an institution's name and its adjective take many endings in this language."""
    return lang in table("variants")["inflecting"]["adjectives"]


def keeps_form(lang: str) -> bool:
    """Whether names stay as they are in this language, but for a plural or a possessive."""
    return lang in table("variants")["inflecting"]["keeping"]


def derives(word: str, lang: str) -> bool:
    """Whether `word` belongs to a country or to a family of derived words, which other languages inflect freely."""
    return _family(fold(word), lang) is not None or country(word, lang) is not None


@cache
def _countries(lang: str) -> dict[str, str]:
    """Folded name, demonym or stem (with a final -) to country: CLDR's names and the demonyms table."""
    found: dict[str, str] = {}
    for forms in (table("demonyms")["demonyms"], table("demonyms")["country_aliases"]):
        for code, languages in forms.items():
            for form in languages.get(lang, ()):
                found.setdefault(fold(form.strip("?!")), code)
    return {**territories(lang), **found}


@cache
def _endings(lang: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(e) for e in table("demonyms")["endings"].get(lang, ("",))))


@cache
def _country_starts(lang: str) -> frozenset[str]:
    """What the names of countries begin with: first words, in scripts without spaces first characters."""
    known = _countries(lang)
    return frozenset(name[:1] if unspaced(lang) else name.split(" ")[0] for name in known)


@lru_cache(maxsize=32768)
def may_start_country(word: str, lang: str) -> bool:
    """Whether a name of a country of several words may begin with `word`, behind a clitic or not."""
    starts = _country_starts(lang)
    if unspaced(lang):
        return fold(word)[:1] in starts
    return may_start(fold(word), lang) or any(start.split(" ")[0] in starts for start in unprefixed(word, lang))


@lru_cache(maxsize=32768)
def country(word: str, lang: str) -> str | None:
    """The ISO 3166 code of the country that `word` names or is an adjective or demonym of, or None."""
    known = _countries(lang)
    for form in bare_forms(word, lang):
        if form in known:
            return known[form]
        for ending in _endings(lang):
            stem = form[: len(form) - len(ending)] if form.endswith(ending) else ""
            if len(stem) > 1 and f"{stem}-" in known:
                return known[f"{stem}-"]
    return declined(word, lang)


@cache
def _named_countries(lang: str) -> regex.Pattern[str]:
    names = sorted(country_names(lang), key=lambda name: (-len(name), name))
    return regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, names))})(?!\w)")


def with_codes(text: str, lang: str) -> str:
    """The folded text with the codes of countries for their names: US and United States are one there."""
    return str(_named_countries(lang).sub(lambda found: country(found.group(), lang) or found.group(), fold(text)))


def only_derived(word: str, lang: str) -> bool:
    """Whether `word` is an adjective or demonym of a country, and no name of it."""
    if country(word, lang) is None or declined(word, lang):
        return False
    return country_names(lang).keys().isdisjoint(bare_forms(word, lang))


def names_country(name: str, lang: str) -> bool:
    """Whether a word of `name`, or all of it, is a country or its adjective."""
    words = name.split()
    return any(country(word, lang) for word in (*words, " ".join(words)))


def names_people(name: str, lang: str) -> bool:
    """Whether `name` has a country in it only as an adjective or demonym (the Russian minister), by CLDR's names."""
    words = name.split()
    parts = (*words, " ".join(words))
    own = territories(lang).keys()
    return names_country(name, lang) and not any(
        declined(part, lang) or not own.isdisjoint(bare_forms(part, lang)) for part in parts
    )


def _plain(word: str, lang: str) -> str:
    """The folded word without what never makes another spelling: hyphens, apostrophes, and the table's `same`."""
    folded = fold(word).replace("-", "").replace("'", "")
    for group in table("variants")["spellings"].get(lang, {}).get("same", ()):
        letters, _, one = group.partition(" ")
        folded = folded.replace(fold(letters), fold(one))
    return folded


@cache
def _fleeting(lang: str) -> tuple[tuple[str, str], ...]:
    """Ends of a word with a vowel that other cases drop, and without it."""
    pairs = table("variants")["inflecting"].get("fleeting", {}).get(lang, ())
    return tuple((fold(full), fold(short)) for full, _, short in (pair.partition(" ") for pair in pairs))


def _shortened(word: str, lang: str) -> Iterator[str]:
    """Stems of `word`, itself first, with the last vowel dropped as some cases do (Kubok, Kubk-a)."""
    yield word
    yield from (word[: -len(full)] + short for full, short in _fleeting(lang) if word.endswith(full))


@lru_cache(maxsize=65536)
def same_form(first: str, second: str, lang: str) -> bool:
    """Whether a careful editor would call these two words one rendering."""
    a, b = _plain(first, lang), _plain(second, lang)
    if a == b or a.replace(".", "") == b.replace(".", ""):
        return True
    if unspaced(lang) and (a in b or b in a):  # where a name ends is a guess there
        return True
    if any(may_be_same(x, y, lang) for x in _shortened(a, lang) for y in _shortened(b, lang)):
        return True
    if clings(a, b, lang) or clings(b, a, lang):
        return True
    if _one_country(first, second, lang):
        return True
    if (family := _family(a, lang)) is not None and family == _family(b, lang):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short) and long[len(short) :] in _derived(lang):
        return True
    return lang in table("variants")["inflecting"]["langs"] and _same_but_ending(a, b, lang)


def _one_country(first: str, second: str, lang: str) -> bool:
    """Whether both name one country, one of them perhaps as it calls itself: French Cameroun, the Cameroons."""
    nations = [country(word, lang) for word in (first, second)]
    if not any(nations):
        return False
    one, other = (nation or own_names().get(fold(word)) for nation, word in zip(nations, (first, second), strict=True))
    return one == other


def _same_but_ending(a: str, b: str, lang: str) -> bool:
    """Inflecting languages: a shared stem of four letters, then endings of the table (or none) on both sides."""
    endings = _derived(lang)
    if not endings:
        return False
    for size in range(min(len(a), len(b)), 3, -1):
        if a[:size] == b[:size] and (a[size:] in endings or not a[size:]) and (b[size:] in endings or not b[size:]):
            return True
    return False


@lru_cache(maxsize=65536)
def near(first: str, second: str) -> float:
    """How nearly two words are spelled alike, 0-1: by letters and by sound, whichever is higher; 1 = the same."""
    a, b = fold(first), fold(second)
    letters = OSA.normalized_similarity(a, b)
    return max(letters, similarity(first, second) * 0.98)


@lru_cache(maxsize=65536)
def slip(first: str, second: str) -> bool:
    """Whether one word may be a slip of the pen for the other: few letters differ for their length.

    Hangul counts by its letters, not by its syllables.
    """
    a, b = _letters(fold(first)), _letters(fold(second))
    longest = max(len(a), len(b))
    allowed = 0 if longest < 4 else 1 if longest < 6 else 2 if longest < 10 else 3
    return 0 < OSA.distance(a, b) <= allowed


@lru_cache(maxsize=65536)
def one_letter_off(first: str, second: str) -> bool:
    """Whether one letter is wrong, left out, doubled or changes places with its neighbour."""
    return OSA.distance(_letters(fold(first)), _letters(fold(second))) == 1


@lru_cache(maxsize=65536)
def near_spelling(first: str, second: str, lang: str) -> bool:
    """Whether two words, affixes on or off, are one letter apart at most, or what houses spell two ways."""
    if spelled_alike(first, second, lang):
        return True
    return any(a == b or one_letter_off(a, b) for a in bare_forms(first, lang) for b in bare_forms(second, lang))


def _letters(folded: str) -> str:
    return unicodedata.normalize("NFD", folded) if any("\uac00" <= c <= "\ud7a3" for c in folded) else folded


@lru_cache(maxsize=65536)
def slip_in_stem(first: str, second: str, lang: str) -> bool:
    """Whether one word is a slip for the other as it stands, or without case endings and particles."""
    return slip(first, second) or slip(stem(first, lang), stem(second, lang))


@cache
def _spellings(lang: str) -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """Replacements, longest first, that make admitted spellings one, and letters that may be left out."""
    found = table("variants")["spellings"].get(lang, {"alike": [], "silent": []})
    groups = ([fold(letters) for letters in group.split()] for group in found["alike"])
    changes = {letters: group[0] for group in groups for letters in group[1:]}
    return tuple(sorted(changes.items(), key=lambda c: (-len(c[0]), c))), frozenset(map(fold, found["silent"]))


def _sounded(folded: str, lang: str) -> str:
    changes, silent = _spellings(lang)
    for letters, one in changes:
        folded = folded.replace(letters, one)
    return folded[:1] + "".join(c for c in folded[1:] if c not in silent)


@lru_cache(maxsize=65536)
def spelled_alike(first: str, second: str, lang: str) -> bool:
    """Whether two forms differ only in what the houses of this language spell two ways for one sound.

    The same letters in another order are a slip, even where the letters that changed places may be left out.
    """
    left, right = ({_sounded(form, lang): form for form in bare_forms(word, lang)} for word in (first, second))
    return any(sorted(left[key]) != sorted(right[key]) or left[key] == right[key] for key in left.keys() & right.keys())


@lru_cache(maxsize=65536)
def same_stem(first: str, second: str, lang: str) -> bool:
    """Whether two forms, clitics off, share their beginning and differ by at most three letters at the end of each."""
    for a in bare_forms(first, lang):
        for b in bare_forms(second, lang):
            shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
            if shared >= 3 and max(len(a), len(b)) - shared <= 3:
                return True
    return False


def glued(first: str, second: str, lang: str) -> bool:
    """Whether one form, affixes off, is in the other with a word that lost its space: a slip, but not of the name."""
    return any(_holds(a, b) or _holds(b, a) for a in bare_forms(first, lang) for b in bare_forms(second, lang))


def _holds(long: str, short: str) -> bool:
    return len(short) >= 4 and len(long) - len(short) >= 3 and short in long
