"""The table of treaties and laws: their official, short, admitted and wrong forms per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from transcheck.data import rows
from transcheck.text.fold import fold

_NOT_LANGUAGES = frozenset({"id", "kind", "covers", "source"})


class FormClass(StrEnum):
    """What a form is to its instrument; the value is its mark in `treaties.tsv`."""

    OFFICIAL = "="
    SHORT = ""
    ACRONYM = "^"
    ADMITTED = "~"
    WRONG = "!"


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One form of a title in one language."""

    text: str
    form_class: FormClass


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, law or resolution that the table knows."""

    id: str
    kinds: frozenset[str]
    """arms control, trade ...: several where it is as much one as the other."""
    covers: frozenset[str]
    """Instruments for which this one's title may stand ("START" for New START)."""
    forms: Mapping[str, tuple[TitleForm, ...]]
    """By language."""
    source: str


@cache
def instruments() -> Mapping[str, Instrument]:
    """All instruments by id, in order of the table."""
    return {
        row["id"]: Instrument(
            row["id"],
            frozenset(kind.strip() for kind in row["kind"].split(",")),
            frozenset(row["covers"].split()),
            {
                lang: tuple(_form(text) for text in cell.split("|"))
                for lang, cell in row.items()
                if lang not in _NOT_LANGUAGES and cell
            },
            row["source"],
        )
        for row in rows("treaties")
    }


def _form(text: str) -> TitleForm:
    mark = text[0]
    return TitleForm(text, FormClass.SHORT) if mark not in "=^~!" else TitleForm(text[1:], FormClass(mark))


@cache
def right_forms(instrument: str, lang: str) -> tuple[str, ...]:
    """The official, short, acronym and admitted forms, in that order; () where the table has none."""
    known = instruments().get(instrument)
    order = (FormClass.OFFICIAL, FormClass.SHORT, FormClass.ACRONYM, FormClass.ADMITTED)
    forms = known.forms.get(lang, ()) if known else ()
    return tuple(form.text for wanted in order for form in forms if form.form_class is wanted)


def related(first: str, second: str) -> bool:
    """Whether two ids are one instrument, or one's title may stand for the other."""
    table = instruments()
    return (
        first == second
        or (first in table and second in table[first].covers)
        or (second in table and first in table[second].covers)
    )


def resolution_number(key: str) -> int | None:
    """The number of the resolution that a mention's key stands for, or None for other instruments."""
    number = key.removeprefix("res_")
    return int(number) if number != key and number.isdecimal() else None


@cache
def known_as(title: str, lang: str) -> frozenset[str]:
    """The ids of the instruments that have exactly this title in `lang` among their right forms."""
    return _owners(lang).get(fold(title), frozenset())


@cache
def _owners(lang: str) -> Mapping[str, frozenset[str]]:
    owners: dict[str, set[str]] = {}
    for instrument in instruments().values():
        for form in instrument.forms.get(lang, ()):
            if form.form_class is not FormClass.WRONG:
                owners.setdefault(fold(form.text), set()).add(instrument.id)
    return {form: frozenset(ids) for form, ids in owners.items()}
