"""What the readers of news and of bilingual formats make of a file: items (one text each) and bitexts (two)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transcheck.errors import InputError
from transcheck.read.markup import Extract

Units = tuple[tuple[str, str], ...]
"""Pairs of a source segment and its translation, in order; '' where a side has none."""


@dataclass(frozen=True, slots=True)
class Item:
    """A news item: its text, and what its metadata say about it."""

    text: Extract
    lang: str | None = None
    """Language tag as the file gives it."""
    ids: tuple[str, ...] = ()
    """Everything that other items may call it by."""
    originals: tuple[str, ...] = ()
    """Ids of the items that it says it was translated from."""
    translations: tuple[str, ...] = ()
    """Ids of the items that it says are its translations."""
    story: str = ""
    """What all language versions of the story share (Superdesk's translation_id); '' if not given."""
    names: tuple[tuple[str, str], ...] = ()
    """Names that the metadata list, each with its kind: person, place or organisation."""


Entry = Item | InputError | None
"""A place in a file of several items: the item, what is wrong with it, or None for one that is no text (a picture)."""


def held(read: Callable[[], Item | None]) -> Entry:
    """What `read` returns, or the error that it ends in: one bad item must not lose the others of its file."""
    try:
        return read()
    except InputError as error:
        return error


@dataclass(frozen=True, slots=True)
class Bitext:
    """A text and its translation, paired segment by segment."""

    name: str
    """What the file calls it: the path of the original, or ''."""
    source_lang: str | None
    target_lang: str | None
    units: Units


_FROM = frozenset({"translatedfrom", "translationof", "istranslationof", "translationsource"})
_TO = frozenset({"translatedto", "translation", "hastranslation"})


def relations(pairs: Iterable[tuple[object, object]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """From pairs of a role and an id: ids of the originals, and ids of the translations.

    Roles are compared without case, punctuation and prefix: `irel:translatedFrom`, `translated_from` and
    `http://example.org/rel/translated-from` are one.
    """
    originals: dict[str, None] = {}
    translations: dict[str, None] = {}
    for role, value in pairs:
        if not isinstance(role, str) or not isinstance(value, str) or not value.strip():
            continue
        key = "".join(c for c in role.replace("/", ":").rpartition(":")[2].lower() if c.isalnum())
        if key in _FROM:
            originals[value.strip()] = None
        elif key in _TO:
            translations[value.strip()] = None
    return tuple(originals), tuple(translations)
