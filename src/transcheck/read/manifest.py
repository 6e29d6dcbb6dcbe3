"""Manifests: which article is the translation of which, as CSV, TSV or JSON lines.

Columns or keys: source and target (paths, relative to the manifest), and if wanted id, source_lang, target_lang,
reference (in JSON lines one path or a list), translator, system, date. Others are not read.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from transcheck.errors import InputError, UsageError
from transcheck.model.request import Pairing, PairRequest
from transcheck.model.result import PairFailure
from transcheck.read.tables import read_table, read_utf8
from transcheck.text.langs import parse_lang

SUFFIXES = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson")
META = ("translator", "system", "date")
COLUMNS = ("id", "source", "target", "source_lang", "target_lang", "reference", *META)


def read_manifest(path: Path, source_lang: str | None = None, target_lang: str | None = None) -> Pairing:
    """The pairs that a manifest lists; a row that cannot be used is a failure and the others stand.

    The languages are for rows that do not give theirs. Raises InputError for a manifest that cannot be read:
    missing, not UTF-8, a broken JSON line, a row of another width, no `source` or `target` column, no rows.
    """
    jsonl = path.suffix.lower() in (".jsonl", ".ndjson")
    builder = _Builder(path, source_lang, target_lang)
    rows = list(_json_rows(path) if jsonl else _table_rows(path))
    if not rows:
        raise InputError("the manifest lists no pairs", path=str(path), hint="one line a pair: source, target")
    for line, row in rows:
        builder.add(line, row)
    unknown = sorted({name for _, row in rows for name in row if name not in COLUMNS})
    notes = (f"{path}: not read: {', '.join(unknown)}",) if unknown else ()
    return Pairing(tuple(builder.requests), tuple(builder.failures), notes)


def _table_rows(path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    header, rows = read_table(path)
    for name in ("source", "target"):
        if name not in header:
            hint = f"the first line names the columns: {', '.join(COLUMNS)}"
            raise InputError(f"the manifest has no column {name!r}", path=f"{path}:1", hint=hint)
    yield from rows


def _json_rows(path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    for line, text in enumerate(read_utf8(path).split("\n"), start=1):
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except (ValueError, RecursionError) as error:
            message = "this line is not valid JSON"
            deep = isinstance(error, RecursionError)
            hint = getattr(error, "msg", "nested too deep" if deep else "a number has too many digits")
            raise InputError(message, path=f"{path}:{line}", hint=hint) from error
        if not isinstance(row, dict):
            hint = 'for example {"source": "a.ar.txt", "target": "a.en.txt"}'
            raise InputError("this line is not a JSON object", path=f"{path}:{line}", hint=hint)
        yield line, row


class _RowError(Exception):
    """What is wrong with one row, and what to do about it."""

    def __init__(self, message: str, hint: str = "mend this line of the manifest") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass
class _Builder:
    """Collects requests and failures row by row."""

    path: Path
    source_lang: str | None
    target_lang: str | None
    requests: list[PairRequest] = field(default_factory=list)
    failures: list[PairFailure] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def add(self, line: int, row: Mapping[str, object]) -> None:
        """Adds the request, or the failure, that a row stands for."""
        pair_id = str(row.get("id") or row.get("target") or f"{self.path.name}:{line}")
        try:
            if pair_id in self.lines:
                hint = "give every pair its own id"
                raise _RowError(f"the id {pair_id!r} stands in line {self.lines[pair_id]} already", hint)
            self.lines[pair_id] = line
            self.requests.append(self._request(pair_id, row))
        except _RowError as error:
            where = f"{self.path}:{line}"
            self.failures.append(PairFailure(pair_id, where, error.message, error.hint, InputError.exit_code))

    def _request(self, pair_id: str, row: Mapping[str, object]) -> PairRequest:
        return PairRequest(
            id=pair_id,
            source=self._file("source", row.get("source")),
            target=self._file("target", row.get("target")),
            source_lang=_lang("source_lang", row.get("source_lang")) or self.source_lang,
            target_lang=_lang("target_lang", row.get("target_lang")) or self.target_lang,
            references=tuple(self._file("reference", name) for name in _listed(row.get("reference"))),
            meta={key: str(row[key]) for key in META if row.get(key) not in (None, "")},
        )

    def _file(self, key: str, value: object) -> Path:
        if value is None or value == "":
            raise _RowError(f"{key!r} is empty")
        if not isinstance(value, str) or "\0" in value:
            raise _RowError(f"{key!r} must be a path, not {value!r}")
        return self.path.parent / value


def _listed(value: object) -> Sequence[object]:
    if value is None or value == "":
        return ()
    return value if isinstance(value, list) else (value,)


def _lang(key: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    try:
        return parse_lang(str(value))
    except UsageError as error:
        raise _RowError(f"{key!r}: {error.message}", error.hint or "use a code such as ar") from error
