"""Annotations for GitHub Actions: workflow commands, one a finding. The job summary is the format `markdown`."""

from transcheck.model.findings import Finding, Severity
from transcheck.model.result import Closing, PairFailure, PairResult
from transcheck.model.text import Side
from transcheck.report.located import Locator, Spot, of_failure
from transcheck.report.shown import cut, name, sentence, without_commands
from transcheck.report.terminal.display import plain
from transcheck.report.view import View, Write

LONGEST = 1_000
"""Code points of a message."""


class Report:
    """Errors are what fails the run, warnings and notices what else was found; suppressed findings are left out."""

    def __init__(self, write: Write, view: View) -> None:
        self.write = write
        self.view = view

    def begin(self, signature: str) -> None:
        """Writes nothing."""

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Writes the pair's findings, and that its score is too low where no finding says so."""
        locator = Locator(self.view.root, result)
        self._findings(result.findings, locator)
        if breaches and not any(map(self.view.fails, result.findings)):
            place = Spot(locator.file(Side.TARGET), None, "")
            self.write(command("error", "transcheck", "; ".join(breaches), place))

    def _findings(self, findings: tuple[Finding, ...], locator: Locator) -> None:
        for finding in findings:
            if finding.suppressed is None:
                places = locator.places(finding)
                title = f"{finding.rule} {finding.name} ({finding.severity.value})"
                self.write(
                    command(self._level(finding), title, sentence(finding, locator), places[0] if places else None)
                )

    def _level(self, finding: Finding) -> str:
        if self.view.fails(finding):
            return "error"
        return "notice" if finding.severity is Severity.MINOR else "warning"

    def end(self, closing: Closing) -> None:
        """Writes findings across pairs, what could not be read, and settings without use."""
        self._findings(closing.batch_findings, Locator(self.view.root))
        for breach in closing.across:
            self.write(command("error", "transcheck", breach, None))
        for failure in closing.failures:
            place = of_failure(failure, self.view.root)
            self.write(command("error", "transcheck: not checked", _said(failure), place))
        for unused in closing.unused:
            self.write(command("notice", f"transcheck: unused {unused.kind}", f"{unused.where}: {unused.what}", None))


def command(level: str, title: str, message: str, place: Spot | None) -> str:
    """A workflow command on a line of its own, in which nothing else can be taken for one."""
    properties = {"title": title}
    if place is not None and place.path:
        properties["file"] = place.path
        if region := place.region:
            properties |= {"line": str(region.line), "endLine": str(region.end_line)}
            if region.line == region.end_line:  # columns of several lines are not shown
                properties |= {"col": str(region.column16), "endColumn": str(region.end_column16)}
    spelled = ",".join(f"{key}={_escaped(name(value), ':,')}" for key, value in properties.items())
    return f"::{level} {spelled}::{_escaped(plain(cut(message, LONGEST)))}\n"


def _said(failure: PairFailure) -> str:
    hint = f" ({failure.hint})" if failure.hint else ""
    return f"{failure.path or failure.id}: {failure.error}{hint}"


def _escaped(text: str, besides: str = "") -> str:
    """`text` with the signs of workflow commands as %XX."""
    for sign in "%\r\n" + besides:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return without_commands(text)
