"""What the outside asks for: pairs of files to check."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from transcheck.model.result import PairFailure


@dataclass(frozen=True, slots=True)
class PairRequest:
    """One pair to read and check."""

    id: str
    source: Path
    target: Path
    source_lang: str | None = None
    """ISO 639-1 code, or None to have it detected."""
    target_lang: str | None = None
    references: tuple[Path, ...] = ()
    """Other translations of the same source, in the target language."""
    meta: dict[str, str] = field(default_factory=dict)
    """translator, system, date: free text from a manifest."""
    source_item: int | None = None
    """Place of the article, from 0, in a file that holds several; None where it holds one."""
    target_item: int | None = None
    """The same; where it and the file are those of the source, the file is bilingual and holds both sides."""


class Pairing(NamedTuple):
    """What a manifest or a folder asks for, and what is wrong with it."""

    requests: tuple[PairRequest, ...]
    failures: tuple[PairFailure, ...] = ()
    notes: tuple[str, ...] = ()
    """What the user should know and need not act on: columns that are not read, a direction that was assumed."""
