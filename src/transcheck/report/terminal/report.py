"""The whole text report: one pair in full, or a batch by its worst."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from transcheck.model.findings import Finding, Severity
from transcheck.model.result import BatchResult, PairResult, Verdict
from transcheck.report.terminal import across, summary
from transcheck.report.terminal.card import card
from transcheck.report.terminal.display import isolated, plain
from transcheck.report.terminal.findings import FindingDrawer
from transcheck.report.terminal.styles import LABEL
from transcheck.report.terminal.words import by_severity, counted
from transcheck.report.view import View

NARROWEST, WIDEST = 40, 160
"""Columns between which a report is drawn, whatever the terminal says."""
BREACHES_SHOWN = 20
"""Pairs named as failing the run; more are only counted."""
CARD = 78
"""Columns of a score card, which has no use for more."""


def draw(result: BatchResult, view: View) -> str:
    """The report as text; '' for a single pair that could not be read, of which only the message is left to say."""
    if not result.pairs and len(result.failures) == 1:
        return ""
    file = io.StringIO()
    console = _console(view, file)
    if len(result.pairs) == 1 and not result.failures:
        _one(result.pairs[0], console, view)
    else:
        _many(result, console, view)
    _verdict(view, len(result.failures), console)
    if result.signature:
        console.print(Text(f"signature: {plain(result.signature)}", LABEL))
    return "\n".join(line.rstrip(" ") for line in file.getvalue().split("\n"))


def _console(view: View, file: io.StringIO) -> Console:
    return Console(
        file=file,
        width=min(max(view.width, NARROWEST), WIDEST),
        color_system="standard" if view.color else None,
        force_terminal=view.color,
        no_color=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _one(pair: PairResult, console: Console, view: View) -> None:
    console.print(card(pair, min(CARD, console.width)))
    if not pair.findings:
        console.print(Text("No findings.", "green"))
    console.print()
    _findings(pair, pair.findings, console, view)


def _many(result: BatchResult, console: Console, view: View) -> None:
    if result.pairs:
        summary.table(result, console, view.verbose)
    for pair in summary.worst_first(result.pairs):
        shown = tuple(finding for finding in pair.findings if view.verbose or _matters(pair, finding))
        if shown:
            console.rule(Text(f" {isolated(pair.pair.id)} · {by_severity(pair.findings)} "), style=LABEL, align="left")
            _findings(pair, shown, console, view)
    if result.batch_findings:
        console.rule(Text(" across articles "), style=LABEL, align="left")
    for finding in result.batch_findings:
        across.draw(finding, console, view.verbose)
    hidden = sum(len(p.findings) for p in result.pairs) - sum(_matters(p, f) for p in result.pairs for f in p.findings)
    if hidden and not view.verbose:
        console.print(Text(f"{counted(hidden, 'minor finding')} of passing pairs not shown (-v shows all)", LABEL))
    summary.failures(result.failures, console)
    summary.totals(result, console)


def _matters(pair: PairResult, finding: Finding) -> bool:
    """Whether a batch report shows the finding without being asked for everything."""
    if finding.suppressed is not None:
        return False
    return pair.verdict is not Verdict.PASS or finding.severity is not Severity.MINOR


def _findings(pair: PairResult, findings: tuple[Finding, ...], console: Console, view: View) -> None:
    drawer = FindingDrawer(pair, console, view.verbose)
    for finding in findings:
        drawer.draw(finding)


def _verdict(view: View, unchecked: int, console: Console) -> None:
    if view.breaches is None:
        return
    if not view.breaches:
        if unchecked:
            console.print(Text(f"✗ not passed: {counted(unchecked, 'pair')} not checked", "bold red"))
        else:
            console.print(Text("✓ passed", "bold green"))
        return
    console.print(Text("✗ failed", "bold red"))
    shown = view.breaches if view.verbose else view.breaches[:BREACHES_SHOWN]
    for line in shown:
        console.print(Padding(Text(isolated(line)), (0, 0, 0, 2)))
    if hidden := len(view.breaches) - len(shown):
        console.print(Text(f"  … and {counted(hidden, 'more pair')}", LABEL))
