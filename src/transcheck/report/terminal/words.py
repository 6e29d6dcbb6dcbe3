"""Small phrases of the report."""

from collections import Counter
from collections.abc import Iterable

from transcheck.model.findings import Finding, Severity


def counted(number: int, noun: str) -> str:
    """`3 pairs`, `1 pair`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def by_severity(findings: Iterable[Finding]) -> str:
    """`1 critical, 2 major`, or `no findings`; suppressed ones are named apart."""
    findings = list(findings)
    counts = Counter(f.severity for f in findings if f.suppressed is None)
    hidden = sum(f.suppressed is not None for f in findings)
    return severities((counts[Severity.CRITICAL], counts[Severity.MAJOR], counts[Severity.MINOR]), hidden)


def severities(counts: tuple[int, int, int], suppressed: int = 0) -> str:
    """The same from counts of critical, major and minor findings."""
    named = zip(counts, reversed(Severity), strict=True)
    parts = [f"{count} {severity.value}" for count, severity in named if count]
    if suppressed:
        parts.append(f"{suppressed} suppressed")
    return ", ".join(parts) or "no findings"


def score(value: float | None) -> str:
    """A score with one decimal, `–` where there is none."""
    return "–" if value is None else f"{value:.1f}"
