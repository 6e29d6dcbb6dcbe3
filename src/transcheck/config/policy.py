"""When a run fails: the decision that `score` and `gate` share."""

from dataclasses import dataclass

from transcheck.config.schema import FailOn
from transcheck.model.findings import Finding
from transcheck.model.result import BatchResult, PairResult

EXIT_FAILED = 1


@dataclass(frozen=True, slots=True)
class Policy:
    """What makes a run fail."""

    fail_on: FailOn
    min_score: float | None = None

    def reached_by(self, finding: Finding) -> bool:
        """Whether this finding alone fails the run; suppressed ones never do."""
        return finding.suppressed is None and self.fail_on.reached_by(finding.severity)

    def breaches_of(self, pair: PairResult) -> tuple[str, ...]:
        """Why this pair fails the run, () if it does not. A pair too short to score has no score to be too low."""
        found = sum(self.reached_by(finding) for finding in pair.findings)
        reasons = []
        if found:
            reasons.append(f"{_findings(found)} of severity {self._severities()}")
        overall = pair.scores.overall
        if self.min_score is not None and overall is not None and overall < self.min_score:
            reasons.append(f"overall score {overall:.1f} is below {self.min_score:g}")
        return tuple(reasons)

    def breaches(self, result: BatchResult) -> tuple[str, ...]:
        """Why the run fails, a line a pair, () if it passes; failures to read are not counted here."""
        found = [(pair.pair.id, self.breaches_of(pair)) for pair in result.pairs]
        lines = [f"{pair_id}: {'; '.join(reasons)}" for pair_id, reasons in found if reasons]
        if across := sum(map(self.reached_by, result.batch_findings)):
            lines.append(f"across pairs: {_findings(across)} of severity {self._severities()}")
        return tuple(lines)

    def exit_code(self, result: BatchResult) -> int:
        """The exit code of the run: the highest of what its failures and its findings ask for."""
        failed = EXIT_FAILED if self.breaches(result) else 0
        return max([failed, *(failure.exit_code for failure in result.failures)])

    def _severities(self) -> str:
        return self.fail_on.value if self.fail_on is FailOn.CRITICAL else f"{self.fail_on.value} or above"


def _findings(number: int) -> str:
    return "1 finding" if number == 1 else f"{number} findings"
