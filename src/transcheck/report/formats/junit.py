"""JUnit XML: a test case a pair, failed if the pair fails the run, in error if it could not be checked."""

from collections import Counter
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from transcheck.model.findings import Finding
from transcheck.model.result import Closing, PairResult
from transcheck.model.text import Side
from transcheck.report.located import Locator, of_failure
from transcheck.report.shown import cut, sentence, without_commands
from transcheck.report.terminal.display import plain
from transcheck.report.view import View, Write

MOST_FINDINGS = 50
"""Findings told of a pair."""
LONGEST = 500
"""Code points told of a finding."""
WHOLE = "the whole run"


class Report:
    """Kept until the end, a few lines a pair: the counts stand in the first line."""

    def __init__(self, write: Write, view: View) -> None:
        self.write = write
        self.view = view
        self.cases: list[str] = []
        self.failed = self.errors = 0
        self._names: Counter[str] = Counter()

    def begin(self, signature: str) -> None:
        """Writes nothing yet."""

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Keeps the pair's test case."""
        locator = Locator(self.view.root, result)
        told = "\n".join(_lines(result.findings, locator))
        self._case(result.pair.id, locator.file(Side.TARGET), breaches, told)

    def end(self, closing: Closing) -> None:
        """Writes everything."""
        across = "\n".join(_lines(closing.batch_findings, Locator(self.view.root)))
        if closing.across or across:
            self._case(WHOLE, "", closing.across, across)
        for failure in closing.failures:
            hint = f" ({failure.hint})" if failure.hint else ""
            body = f"<error message={_attribute(failure.error + hint)}/>"
            self.cases.append(self._opened(failure.id, of_failure(failure, self.view.root).path) + body + "</testcase>")
            self.errors += 1
        counts = f'tests="{len(self.cases)}" failures="{self.failed}" errors="{self.errors}"'
        self.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self.write(f'<testsuites name="transcheck" {counts}>\n <testsuite name="transcheck" {counts}>\n')
        for case in self.cases:
            self.write(f"  {case}\n")
        self.write(" </testsuite>\n</testsuites>\n")

    def _case(self, name: str, path: str, breaches: tuple[str, ...], told: str) -> None:
        body = f"<system-out>{_text(told)}</system-out>" if told and not breaches else ""
        if breaches:
            self.failed += 1
            body = f"<failure message={_attribute('; '.join(breaches))}>{_text(told)}</failure>"
        self.cases.append(self._opened(name, path) + body + "</testcase>")

    def _opened(self, name: str, path: str) -> str:
        """The start of a test case under a name that no other has: readers drop doubles."""
        self._names[name] += 1
        while self._names[name] > 1:
            name = f"{name} ({self._names[name]})"
            self._names[name] += 1
        file = f" file={_attribute(path)}" if path else ""
        return f'<testcase classname="transcheck" name={_attribute(name)}{file}>'


def _lines(findings: tuple[Finding, ...], locator: Locator) -> Iterator[str]:
    for finding in findings[:MOST_FINDINGS]:
        places = locator.places(finding)
        region = places[0].region if places else None
        where = f"{places[0].path}:{region.line}:{region.column}: " if region else ""
        mark = f" [suppressed: {plain(finding.suppressed)}]" if finding.suppressed is not None else ""
        head = f"{plain(where)}{finding.severity.value} {finding.rule} {finding.name}: "
        yield head + cut(sentence(finding, locator), LONGEST) + mark
    if more := max(0, len(findings) - MOST_FINDINGS):
        yield f"and {more} more"


def _text(text: str) -> str:
    """Text for XML, lines kept."""
    safe = without_commands("\n".join(map(plain, text.split("\n"))))
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return quoteattr(without_commands(plain(text)))
