"""Clean human translations through the gate's own batch run: what should be silence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchlib.data import article, documents
from benchlib.output import say
from transcheck.batch import RunOptions, run
from transcheck.model.findings import Finding, Severity
from transcheck.model.request import PairRequest
from transcheck.model.result import BatchResult, PairResult
from transcheck.model.text import Side, Span

AROUND = 60
"""Characters shown on either side of a finding."""


@dataclass(slots=True)
class Clean:
    """Findings of one language over all its articles."""

    articles: int = 0
    failures: int = 0
    rules: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def rate(self, least: Severity = Severity.MINOR) -> float:
        """Findings of that severity or above, an article."""
        found = sum(count for (_, severity), count in self.rules.items() if severity.rank >= least.rank)
        return found / max(self.articles, 1)


def requests(ntrex: Path, langs: tuple[str, str], docs: int | None) -> list[PairRequest]:
    """One request an article, from the first language into the second."""
    source, target = langs
    return [
        PairRequest(
            f"{name}.{source}-{target}", article(ntrex, name, source), article(ntrex, name, target), source, target
        )
        for name in documents(ntrex)[:docs]
    ]


def checked(wanted: Sequence[PairRequest]) -> BatchResult:
    """The run that `transcheck gate` makes of these pairs with the defaults."""
    return run(wanted, RunOptions(warn=say))


def counted(result: BatchResult, only: frozenset[str]) -> Clean:
    """Live findings by rule and severity; only the named rules, all if none is named."""
    clean = Clean(len(result.pairs), len(result.failures))
    for pair in result.pairs:
        clean.rules.update((finding.rule, finding.severity) for finding in live(pair, only))
    return clean


def live(pair: PairResult, only: frozenset[str]) -> Iterator[Finding]:
    """The findings that are not suppressed, of the rules wanted."""
    for finding in pair.findings:
        if finding.suppressed is None and (not only or finding.rule in only):
            yield finding


def listing(pair: PairResult, finding: Finding) -> str:
    """One finding with its passages, the spans in 【】, so that a person can judge it."""
    lines = [f"{pair.pair.id}  {finding.rule} {finding.severity.value}  {finding.message}"]
    for side, spans in ((Side.SOURCE, finding.source), (Side.TARGET, finding.target)):
        text = pair.pair.side(side).text
        lines += [f"    {side.value}: {_passage(text, span)}" for span in spans[:3]]
    if finding.expected:
        lines.append(f"    expected: {finding.expected}")
    return "\n".join(lines)


def _passage(text: str, span: Span) -> str:
    parts = (text[max(0, span.start - AROUND) : span.start], span.of(text), text[span.end : span.end + AROUND])
    before, inside, after = (" ".join(part.split("\n")) for part in parts)
    return f"{before}【{inside}】{after}"
