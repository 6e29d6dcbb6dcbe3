"""Baselines: a file, kept in git, of the findings that were there before and do not count.

JSON with one line a finding, so that a review shows what comes and goes. Only the fingerprints decide.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from transcheck.errors import ConfigError
from transcheck.model.codec import inert
from transcheck.model.findings import Finding

SCHEMA = "transcheck.baseline/1"
FILE_NAME = "transcheck-baseline.json"
LONGEST = 200
"""Characters of a message; it is there for people, not for matching."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding."""

    fingerprint: str
    rule: str
    pair: str
    """Id of the pair; '' for a finding across pairs."""
    message: str

    @classmethod
    def of(cls, finding: Finding, pair: str, message: str = "") -> "Entry":
        """The entry that accepts a finding; `message` says more than its own."""
        told = " ".join((message or finding.message).split())
        return cls(finding.fingerprint, finding.rule, pair, told[:LONGEST])


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a file accepts, by fingerprint."""

    path: Path | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def __contains__(self, fingerprint: object) -> bool:
        return fingerprint in self.entries


class Everything:
    """Accepts whatever is found: what a run that writes a baseline compares with."""

    def __contains__(self, fingerprint: object) -> bool:
        return True


def dumps(entries: Iterable[Entry]) -> str:
    """The text of a baseline file; the same entries in any order give the same text."""
    ordered = sorted(set(entries), key=lambda entry: (entry.pair, entry.rule, entry.fingerprint))
    lines = (json.dumps(asdict(entry), ensure_ascii=False) for entry in ordered)
    body = ",\n  ".join(map(inert, lines))
    return f'{{\n "schema": "{SCHEMA}",\n "findings": [' + (f"\n  {body}\n " if body else "") + "]\n}\n"


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises ConfigError where it cannot be read or is none."""
    try:
        text = path.read_text("utf-8-sig")
        data = json.loads(text)
    except FileNotFoundError as error:
        hint = "make it with --write-baseline"
        raise ConfigError("there is no such baseline", path=str(path), hint=hint) from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise ConfigError(f"this is not valid JSON: {error.msg}", path=place, hint=_AGAIN) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError("a baseline must be JSON in UTF-8", path=str(path), hint=_AGAIN) from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), list):
        raise ConfigError(f"this is no baseline: it has no {SCHEMA!r}", path=str(path), hint=_AGAIN)
    found = [_entry(item, number, path) for number, item in enumerate(data["findings"], 1)]
    return Baseline(path, {entry.fingerprint: entry for entry in found})


_AGAIN = "move it away and make another with --write-baseline"


def _entry(item: Any, number: int, path: Path) -> Entry:
    names = Entry.__slots__
    if not isinstance(item, dict) or not all(isinstance(item.get(name), str) for name in names):
        what = f"finding {number} of the baseline has not all of {', '.join(names)}"
        raise ConfigError(what, path=str(path), hint=_AGAIN)
    return Entry(**{name: item[name] for name in names})
