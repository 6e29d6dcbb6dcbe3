"""Results of a run: everything a report shows."""

from dataclasses import dataclass, field
from enum import StrEnum

from transcheck.model.align import Bead
from transcheck.model.findings import Finding
from transcheck.model.terms import Link
from transcheck.model.text import ArticlePair


class Verdict(StrEnum):
    """What the editor should do with the pair."""

    PASS = "pass"  # noqa: S105
    REVIEW = "review"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Metric:
    """A number with its interval (95%, where it can be had) and the signature that makes it reproducible."""

    name: str
    value: float
    signature: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """0-100 each; None where the article gives no ground for a score (see `notes`)."""

    overall: float | None
    adequacy: float | None
    coverage: float | None
    consistency: float | None
    metrics: tuple[Metric, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PairResult:
    """One scored pair."""

    pair: ArticlePair
    verdict: Verdict
    reasons: tuple[str, ...]
    beads: tuple[Bead, ...]
    scores: ScoreCard
    findings: tuple[Finding, ...]
    """Most severe first, then in target order."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PairFailure:
    """A pair that could not be read or checked."""

    id: str
    path: str | None
    error: str
    hint: str | None
    exit_code: int


@dataclass(frozen=True, slots=True)
class BatchResult:
    """All that a run of `score` or `gate` found out."""

    signature: str
    pairs: tuple[PairResult, ...]
    failures: tuple[PairFailure, ...] = ()
    batch_findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds a stage, for benches; not part of the JSON."""
