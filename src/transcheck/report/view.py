"""What a report is, and how a result is to be shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.result import Closing, PairResult


def _none(finding: Finding) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What reports say of a rule; reports do not know the rules themselves."""

    code: str
    name: str
    summary: str
    severity: Severity
    category: Category
    docs: str


@dataclass(frozen=True, slots=True)
class View:
    """What a report needs to know besides the results."""

    width: int = 100
    """Columns of the terminal."""
    color: bool = False
    verbose: bool = False
    """Everything: each pair's card, all findings in full."""
    batch: bool = False
    """Many pairs: the worst ones briefly, instead of one pair in full."""
    fails: Callable[[Finding], bool] = _none
    """Whether a finding alone makes the run fail."""
    baseline: bool = False
    """Whether the run compares with a baseline."""
    rules: tuple[RuleFacts, ...] = ()
    root: Path = field(default_factory=Path.cwd)
    """The repository, absolute: where the paths of machine-readable formats begin."""


Write = Callable[[str], object]
"""Takes the next piece of a report's text."""


class Report(Protocol):
    """Results come to it one by one; what it keeps of each is small."""

    def begin(self, signature: str) -> None:
        """Called once, before all others."""

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Called for every pair that was checked, in order, with why it fails the run."""

    def end(self, closing: Closing) -> None:
        """Called once, last."""


Maker = Callable[[Write, View], Report]
"""Starts a report: every module in `formats/` has one by the name of `Report`."""
