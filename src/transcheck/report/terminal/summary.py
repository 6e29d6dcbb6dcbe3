"""The table of a batch, worst pair first, and what could not be read."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from transcheck.model.codec import summary
from transcheck.model.findings import Severity
from transcheck.model.result import BatchResult, PairFailure, PairResult, Verdict
from transcheck.report.terminal.display import isolated
from transcheck.report.terminal.styles import BORDER, LABEL, SEVERITY, SIGN, VERDICT
from transcheck.report.terminal.words import by_severity, counted, score

CLEAN_SHOWN = 20
"""Passing pairs without findings in the table; more are only counted."""


def worst_first(pairs: Sequence[PairResult]) -> list[PairResult]:
    """Failing pairs first, then by their most severe findings, then by score; the order given breaks ties."""
    order = list(Verdict)[::-1]

    def key(pair: PairResult) -> tuple[object, ...]:
        live = [f.severity for f in pair.findings if f.suppressed is None]
        counts = [-live.count(severity) for severity in reversed(Severity)]
        return order.index(pair.verdict), counts, 100.0 if pair.scores.overall is None else pair.scores.overall

    return sorted(pairs, key=key)


def table(result: BatchResult, console: Console, verbose: bool) -> None:
    """Prints one line a pair: verdict, languages, scores and counts of findings."""
    pairs = worst_first(result.pairs)
    clean = [pair for pair in pairs if pair.verdict is Verdict.PASS and not pair.findings]
    hidden = [] if verbose else clean[CLEAN_SHOWN:]
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    drawn.add_column("")
    drawn.add_column("pair", overflow="fold", ratio=1)
    for name in ("overall", "adequacy", "coverage", "consist."):
        drawn.add_column(name, justify="right", no_wrap=True)
    drawn.add_column("findings", no_wrap=False)
    for pair in pairs[: len(pairs) - len(hidden)]:
        drawn.add_row(*_row(pair))
    console.print(drawn)
    if hidden:
        console.print(Text(f"… and {len(hidden)} more that passed without findings", LABEL))


def _row(result: PairResult) -> tuple[Text, ...]:
    scores, pair = result.scores, result.pair
    worst = next((f.severity for f in result.findings if f.suppressed is None), None)
    return (
        Text(f"{SIGN[result.verdict]} {result.verdict.value}", VERDICT[result.verdict]),
        Text.assemble(isolated(pair.id), (f"  {pair.source.lang}→{pair.target.lang}", LABEL)),
        Text(score(scores.overall), BORDER[result.verdict]),
        Text(score(scores.adequacy)),
        Text(score(scores.coverage)),
        Text(score(scores.consistency)),
        Text(by_severity(result.findings), SEVERITY[worst] if worst else LABEL),
    )


def failures(found: Sequence[PairFailure], console: Console) -> None:
    """Prints what could not be read, and what to do about each."""
    if not found:
        return
    console.print(Text(f"{counted(len(found), 'pair')} not checked", "bold red"))
    for failure in found:
        where = f" {failure.path}:" if failure.path and failure.path != failure.id else ""
        line = Text.assemble(("✗ ", "red"), (isolated(failure.id), "bold"), isolated(f"{where} {failure.error}"))
        console.print(Padding(line, (0, 0, 0, 2)))
        if failure.hint:
            console.print(Padding(Text(isolated(failure.hint), LABEL), (0, 0, 0, 4)))
    console.print()


def totals(result: BatchResult, console: Console) -> None:
    """Prints the last line but one: what was looked at and what was found."""
    facts = summary(result)
    found = facts["findings"]
    parts = [f"{number} {name}" for name, number in found.items() if number]
    seconds = f"{facts['seconds']:.1f} s"
    text = f"{counted(facts['pairs'], 'pair')} · {counted(facts['words'], 'source word')} · {seconds} · "
    rules = ", ".join(f"{rule} {number}" for rule, number in facts["by_rule"].items())
    line = Text(text, LABEL) + Text(", ".join(parts) or "no findings", "bold")
    console.print(line.append(f"  ({rules})", LABEL) if rules else line)
