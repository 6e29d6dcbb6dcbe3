"""SARIF 2.1.0, for code hosts that show findings in the changed lines; suppressed ones are marked as such."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote

from transcheck.model.codec import Json, dumps
from transcheck.model.findings import Finding, Severity
from transcheck.model.result import Closing, PairFailure, PairResult
from transcheck.report.located import Locator, Spot, of_failure
from transcheck.report.shown import sentence
from transcheck.report.terminal.display import plain
from transcheck.report.view import RuleFacts, View, Write

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
"""What GitHub takes; the file says how many more there were."""
MOST_RELATED = 20
LEVEL = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note"}
ROOT = "%SRCROOT%"
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


class Report:
    """One run; its results are written as they come, what is only known at the end follows them."""

    def __init__(self, write: Write, view: View) -> None:
        self.write = write
        self.view = view
        self.results = self.left_out = 0
        self.places = {rule.code: number for number, rule in enumerate(view.rules)}

    def begin(self, signature: str) -> None:
        """Writes the tool and its rules."""
        import transcheck  # only for its version; the package itself imports this module

        driver = {
            "name": "transcheck",
            "version": transcheck.__version__,
            "rules": [_rule(rule) for rule in self.view.rules],
        }
        head = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "properties": {"signature": signature}}
        self.write(f'{{\n"$schema": {dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n')
        self.write("".join(f"{dumps(key)}: {dumps(value, None)},\n" for key, value in head.items()))
        self.write('"results": [')

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Writes the pair's findings."""
        locator = Locator(self.view.root, result)
        for finding in result.findings:
            self._result(finding, locator, result.pair.id)

    def end(self, closing: Closing) -> None:
        """Writes findings across pairs, and what could not be checked as notifications."""
        for finding in closing.batch_findings:
            self._result(finding, Locator(self.view.root), "")
        notifications = [self._notification(failure) for failure in closing.failures]
        if self.left_out:
            text = f"{self.left_out} more findings do not fit: SARIF readers take {MOST_RESULTS}"
            notifications.append({"level": "warning", "message": {"text": text}})
        invocation = {
            "executionSuccessful": not closing.failures,
            "exitCode": closing.exit_code,
            "toolExecutionNotifications": notifications,
        }
        self.write(f'\n],\n"invocations": {dumps([invocation], None)}\n}}]\n}}\n')

    def _result(self, finding: Finding, locator: Locator, pair: str) -> None:
        if self.results == MOST_RESULTS:
            self.left_out += 1
            return
        first, *others = locator.places(finding) or (None,)
        result: Json = {"ruleId": finding.rule}
        if finding.rule in self.places:
            result["ruleIndex"] = self.places[finding.rule]
        result |= {
            "level": LEVEL[finding.severity],
            "message": {"text": _message(sentence(finding, locator))},
            "locations": [{"physicalLocation": _physical(first)}] if first and first.path else [],
            "partialFingerprints": {"transcheck/v1": finding.fingerprint},
            "properties": {
                "pair": pair,
                "severity": finding.severity.value,
                "category": finding.category.value,
                "confidence": round(finding.confidence, 3),
            },
        }
        related = [place for place in others if place is not None and place.path][:MOST_RELATED]
        if related:
            result["relatedLocations"] = [
                {"id": number, "physicalLocation": _physical(place), "message": {"text": _message(plain(place.text))}}
                for number, place in enumerate(related, 1)
            ]
        if finding.suppressed is not None:
            accepted = {"kind": "external", "status": "accepted", "justification": plain(finding.suppressed)}
            result["suppressions"] = [accepted]
        if self.view.baseline:
            result["baselineState"] = "unchanged" if finding.suppressed == "baseline" else "new"
        self.write(f"{',' if self.results else ''}\n{dumps(result, None)}")
        self.results += 1

    def _notification(self, failure: PairFailure) -> Json:
        hint = f" ({failure.hint})" if failure.hint else ""
        found: Json = {"level": "error", "message": {"text": _message(plain(f"{failure.id}: {failure.error}{hint}"))}}
        if failure.path:
            found["locations"] = [{"physicalLocation": _physical(of_failure(failure, self.view.root))}]
        return found


def _rule(rule: RuleFacts) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.docs.partition("\n\n")[0] or rule.summary},
        "help": {"text": rule.docs or rule.summary},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {"tags": ["translation", rule.category.value]},
    }


def _physical(place: Spot) -> Json:
    found: Json = {"artifactLocation": _artifact(place.path)}
    if region := place.region:
        found["region"] = {
            "startLine": region.line,
            "startColumn": region.column16,
            "endLine": region.end_line,
            "endColumn": region.end_column16,
        }
    return found


def _artifact(path: str) -> Json:
    encoded = quote(path.encode("utf-8", "replace"))
    if PurePosixPath(path).is_absolute():
        return {"uri": f"file://{encoded}"}
    # Without a slash before it, what looks like a scheme would be one.
    return {"uri": f"./{encoded}" if ":" in path.partition("/")[0] else encoded, "uriBaseId": ROOT}


def _message(text: str) -> str:
    """Text in which no `[link](1)` is one."""
    return _LINK.sub(r"\\[", text)
