"""The outcome as Markdown: GitHub's job summary, or a comment on a merge request."""

from transcheck.model.findings import Finding
from transcheck.model.result import Closing, PairResult
from transcheck.report.digest import Digest, Line, Row
from transcheck.report.digest import line as digested
from transcheck.report.located import Locator
from transcheck.report.shown import cut, markdown
from transcheck.report.view import View, Write

MOST_BYTES = 1_000_000
"""GitHub takes 1 MiB of a step; what is over is only counted."""
MOST_FAILURES = 100


class Report:
    """Keeps a few words a pair and writes them at the end, the worst pair first."""

    def __init__(self, write: Write, view: View) -> None:
        self._write = write
        self.view = view
        self.digest = Digest(view)
        self.signature = ""
        self.room = MOST_BYTES

    def begin(self, signature: str) -> None:
        """Keeps the signature for the end."""
        self.signature = signature

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Keeps the pair's few words."""
        self.digest.add(result, breaches)

    def end(self, closing: Closing) -> None:
        """Writes outcome, counts, what could not be read, then the articles."""
        self._some([self._head(closing)])
        self._some([f"- {markdown(line)}\n" for line in closing.across])
        self._some(_rules(closing, self.view), "\n| rule | findings |\n|---|---|\n")
        failures = [f"- {markdown(f'{f.id}: {f.error}')}\n" for f in closing.failures[:MOST_FAILURES]]
        self._some(failures, f"\n### {len(closing.failures)} not checked\n")
        across = [_across(finding, self.view) for finding in closing.batch_findings if finding.suppressed is None]
        self._some(across, "\n### Across articles\n")
        self._some([f"- {markdown(f'{u.where}: {u.what}')}\n" for u in closing.unused], "\n### Settings without use\n")
        rows = [row for row in self.digest.worst_first() if row.found or row.breaches]
        for number, row in enumerate(rows):
            if not self._some([_row(row)]):
                self._write(f"\n… and {len(rows) - number} more articles\n")
                break
        self._write(f"\n<sub>{markdown(cut(self.signature, 1_000))}</sub>\n" if self.signature else "")

    def _some(self, parts: list[str], title: str = "") -> bool:
        """Writes a part of the report if there is any, and room for it."""
        text = title + "".join(parts) if parts else ""
        size = len(text.encode("utf-8", "replace"))
        if size > self.room:
            return False
        self.room -= size
        self._write(text)
        return True

    def _head(self, closing: Closing) -> str:
        failing = sum(bool(row.breaches) for row in self.digest.rows)
        if closing.exit_code == 0:
            word = "✅ passed" if closing.breaches is not None else "checked"
        elif closing.breaches:
            word = f"❌ failed: {failing} of {len(self.digest.rows)}" if failing else "❌ failed"
        else:
            word = "❌ not passed"
        counts = closing.summary
        found = ", ".join(f"{count} {severity.value}" for severity, count in counts.findings.items() if count)
        hidden = f", {counts.suppressed} suppressed" if counts.suppressed else ""
        facts = f"{counts.pairs} pairs, {counts.words:,} source words, {found or 'no findings'}{hidden}"
        return f"## transcheck: {word}\n\n{facts}\n"


def _rules(closing: Closing, view: View) -> list[str]:
    names = {rule.code: rule.name for rule in view.rules}
    ordered = sorted(closing.summary.by_rule.items(), key=lambda item: (-item[1], item[0]))
    return [f"| {code} {names.get(code, '')} | {count} |\n" for code, count in ordered]


def _row(row: Row) -> str:
    score = "" if row.scores.overall is None else f", {row.scores.overall:.1f}"
    sign = "❌" if row.breaches else "⚠️" if row.matters else "✅"
    head = f"\n### {sign} {markdown(row.path or row.id)} ({row.source_lang}→{row.target_lang}{score})\n"
    reasons = "".join(f"{markdown(reason)}  \n" for reason in row.breaches)
    lines = "".join(map(_line, row.lines))
    more = f"- … and {row.found - len(row.lines)} more\n" if row.found > len(row.lines) else ""
    return f"{head}{reasons}\n{lines}{more}"


def _line(line: Line) -> str:
    where = f" {markdown(line.where)}" if line.where else ""
    expected = f" → **{markdown(line.expected)}**" if line.expected else ""
    return f"- **{line.severity.value}** {line.rule}{where} {markdown(line.message)}{expected}\n"


def _across(finding: Finding, view: View) -> str:
    return _line(digested(finding, Locator(view.root), view))
