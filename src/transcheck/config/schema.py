"""What can be configured, with its defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from transcheck.model.findings import Severity
from transcheck.rules.registry import RuleSetting

EMBEDDED = "embedded"


class FailOn(StrEnum):
    """The least severity of a finding that makes a run fail."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    NEVER = "never"

    def reached_by(self, severity: Severity) -> bool:
        """Whether a finding of this severity makes the run fail."""
        return self is not FailOn.NEVER and severity.rank >= Severity(self.value).rank


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run; options on the command line win over them."""

    fail_on: FailOn | None = None
    """`fail-on`: minor, major, critical or never; None leaves it to the command (`gate`: major, `score`: never)."""
    min_score: float | None = None
    """`min-score`: 0-100; a pair whose overall score is below it makes the run fail."""
    encoder: str = EMBEDDED
    """`encoder`: "embedded", the hub name of a transformers encoder, or a folder that holds one."""
    source_lang: str | None = None
    """`source-lang`: ISO 639-1 code of all sources, instead of detecting it."""
    target_lang: str | None = None
    """`target-lang`: the same for all translations."""
    glossary: tuple[Path, ...] = ()
    """`glossary`: glossary files, relative to the configuration file."""
    cache: bool = True
    """`cache`: keep the encoder's vectors on disk for the next run."""
    ner: str | None = None
    """`ner`: hub name or folder of a transformers token-classification model; its names are extra evidence."""
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    """`[rules.CODE]`: enabled, severity, and the rule's own parameters (see `transcheck rules explain CODE`)."""
