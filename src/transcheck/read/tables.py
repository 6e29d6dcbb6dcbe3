"""Tables on disk: the rows of a CSV or TSV with their line numbers, and glossaries kept in such tables.

A glossary table has a header. Columns, in any order:
- two or more language columns, headed by ISO 639-1 codes (`en`, `ar`), or `source` and `target`, whose languages
  then come from the options; the first language column is the source of the entry;
- `status` (preferred, admitted, superseded, forbidden): of the renderings in the row, preferred if empty;
- `id`: rows with one id are one term; without the column, rows with one source form are;
- `kind` (person, place, organisation, name, title) and `note`.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from transcheck.errors import InputError, UsageError
from transcheck.model.terms import Glossary, Kind, Term, TermForm, TermStatus
from transcheck.read.raw import MAX_CONTAINER_BYTES, read_bytes
from transcheck.text.langs import parse_lang

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")  # parse_lang looks long for what was meant by others
PLAIN_COLUMNS = ("id", "status", "kind", "note")
M = TypeVar("M", bound=StrEnum)
Row = tuple[int, dict[str, str] | InputError]
"""1-based line on which the row ends, and its cells by folded column name or what is wrong with them."""


def read_glossary(path: Path, source_lang: str | None = None, target_lang: str | None = None) -> Glossary:
    """The glossary in a CSV or TSV file.

    Raises InputError with path:line for a line that cannot be understood, UsageError if `source` or `target`
    columns are used and their language was not given.
    """
    header, rows = read_table(path)
    langs = _language_columns(path, header, {"source": source_lang, "target": target_lang})
    terms: dict[str, Term] = {}
    for line, cells in rows:
        if isinstance(cells, InputError):
            raise cells
        term = _term(f"{path}:{line}", cells, langs)
        known = terms.get(term.id)
        terms[term.id] = term if known is None else _merged(known, term)
    if not terms:
        raise InputError("the glossary has no terms", path=str(path), hint="a header and one line a rendering")
    return Glossary(tuple(terms.values()), str(path))


def merge(glossaries: Sequence[Glossary]) -> Glossary:
    """All terms of several glossaries, in their order."""
    sources = [glossary.source for glossary in glossaries if glossary.source]
    terms = tuple(term for glossary in glossaries for term in glossary.terms)
    return Glossary(terms, ", ".join(sources) or None)


def read_table(path: Path) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Header (stripped, lower case, `-` and spaces as `_`) and rows of a CSV or TSV; blank rows are left out.

    The delimiter is a tab in .tsv and .tab, else what the header has most of: comma, semicolon or tab.
    A row of another width is an error in its place. Raises InputError for a file without a header; quotes that do
    not close are an error in place of the last row.
    """
    text = read_utf8(path)
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = "\t" if path.suffix.lower() in (".tsv", ".tab") else max(",;\t", key=first.count)
    lines = _rows(path, text, delimiter)
    _, names = next(lines, (0, []))
    if isinstance(names, InputError):
        raise names
    header = tuple(name.strip().lower().replace("-", "_").replace(" ", "_") for name in names)
    if not header:
        raise InputError("the table is empty", path=str(path), hint="the first line must name the columns")
    if repeated := next((name for i, name in enumerate(header) if name and name in header[:i]), None):
        hint = "leave one of them"
        raise InputError(f"the column {repeated!r} stands twice in the header", path=f"{path}:1", hint=hint)
    return header, ((line, _cells(path, line, header, values)) for line, values in lines)


def read_utf8(path: Path) -> str:
    """The text of a UTF-8 file, without its byte order mark. Raises InputError where it cannot be had."""
    data = read_bytes(path, MAX_CONTAINER_BYTES)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", path=str(path), hint="save it as UTF-8") from error


@cache
def base_lang(code: str) -> str | None:
    """The ISO 639-1 code in `en`, `EN-gb` or `zh_Hans`, or None if it is no language code."""
    try:
        return parse_lang(code) if _TAG.fullmatch(code.strip()) else None
    except UsageError:
        return None


def _rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str] | InputError]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for values in reader:
            if any(value.strip() for value in values):
                yield reader.line_num, values
    except csv.Error as error:
        hint = "a quotation mark inside a quoted cell is doubled"
        where = f"{path}:{reader.line_num}"
        yield reader.line_num, InputError(f"cannot be read as a table: {error}", path=where, hint=hint)


def _cells(path: Path, line: int, header: Sequence[str], values: list[str] | InputError) -> dict[str, str] | InputError:
    if isinstance(values, InputError):
        return values
    if len(values) != len(header):
        return InputError(
            f"this line has {len(values)} cells and the header {len(header)}",
            path=f"{path}:{line}",
            hint="put a cell that holds the delimiter between quotation marks",
        )
    return {name: value.strip() for name, value in zip(header, values, strict=True) if name}


def _language_columns(path: Path, header: Sequence[str], given: Mapping[str, str | None]) -> dict[str, str]:
    """Language by column name, in order of the header."""
    langs: dict[str, str] = {}
    for name in header:
        if name in given:
            lang = given[name]
            if lang is None:
                message = f"the language of the column {name!r} is not known"
                hint = f"head it by a language code, or give --{name}-lang"
                raise UsageError(message, path=f"{path}:1", hint=hint)
            langs[name] = lang
        elif name and name not in PLAIN_COLUMNS:
            code = base_lang(name)
            if code is None:
                hint = f"columns are language codes, source, target, {', '.join(PLAIN_COLUMNS)}"
                raise InputError(f"unknown column {name!r}", path=f"{path}:1", hint=hint)
            langs[name] = code
    if len(langs) < 2:
        raise InputError("the table needs two language columns", path=f"{path}:1", hint="for example: en,ar,status")
    return dict(sorted(langs.items(), key=lambda item: item[0] != "source"))


def _term(where: str, cells: Mapping[str, str], langs: Mapping[str, str]) -> Term:
    status = _member(where, "status", cells, TermStatus, TermStatus.PREFERRED)
    kind = _member(where, "kind", cells, Kind, Kind.NAME)
    source, *others = langs
    if not cells[source]:
        raise InputError(f"the column {source!r} is empty", path=where)
    forms = [TermForm(cells[source], langs[source], TermStatus.ADMITTED)]
    forms += [TermForm(cells[name], langs[name], status) for name in others if cells[name]]
    if len(forms) == 1:
        raise InputError(f"the line has no rendering of {cells[source]!r}", path=where)
    return Term(cells.get("id") or cells[source], kind, tuple(forms), cells.get("note", ""))


def _merged(one: Term, other: Term) -> Term:
    forms = dict.fromkeys((*one.forms, *other.forms))
    return Term(one.id, one.kind, tuple(forms), one.note or other.note)


def _member(where: str, name: str, cells: Mapping[str, str], kind: type[M], default: M) -> M:
    value = cells.get(name, "").lower()
    if not value:
        return default
    if value not in list(kind):
        allowed = ", ".join(kind)
        raise InputError(f"unknown {name} {value!r}", path=where, hint=f"one of {allowed}")
    return kind(value)
