"""GitLab's Code Quality report: a JSON array of issues. It knows no suppressions: suppressed findings are left out."""

from transcheck.model.codec import dumps
from transcheck.model.findings import Finding
from transcheck.model.result import Closing, PairResult
from transcheck.report.located import Locator, of_failure
from transcheck.report.shown import sentence
from transcheck.report.terminal.display import plain
from transcheck.report.view import View, Write

UNREADABLE = "not-checked"


class Report:
    """One issue a finding, and one for each pair that could not be checked."""

    def __init__(self, write: Write, view: View) -> None:
        self.write = write
        self.view = view
        self.issues = 0

    def begin(self, signature: str) -> None:
        """Opens the array."""
        self.write("[")

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Writes the pair's findings."""
        self._findings(result.findings, Locator(self.view.root, result))

    def end(self, closing: Closing) -> None:
        """Writes findings across pairs and what could not be checked."""
        self._findings(closing.batch_findings, Locator(self.view.root))
        for number, failure in enumerate(closing.failures):
            message = plain(f"{failure.id}: {failure.error}")
            place = of_failure(failure, self.view.root)
            line = place.region.line if place.region else 1
            self._issue(message, UNREADABLE, f"{UNREADABLE}-{number}-{failure.id}", "blocker", place.path, line)
        self.write("\n]\n" if self.issues else "]\n")

    def _findings(self, findings: tuple[Finding, ...], locator: Locator) -> None:
        for finding in findings:
            if finding.suppressed is None:
                places = locator.places(finding)
                path = places[0].path if places else ""
                line = places[0].region.line if places and places[0].region else 1
                name = f"{finding.rule} {finding.name}"
                self._issue(sentence(finding, locator), name, finding.fingerprint, finding.severity.value, path, line)

    def _issue(self, text: str, check: str, fingerprint: str, severity: str, path: str, line: int) -> None:
        issue = {
            "description": text,
            "check_name": check,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {"path": path, "lines": {"begin": line}},
        }
        self.write(f"{',' if self.issues else ''}\n {dumps(issue, None)}")
        self.issues += 1
