"""What a report on many pairs keeps of each: a few words a finding, no article."""

from dataclasses import dataclass

from transcheck.model.findings import Finding, Severity
from transcheck.model.result import PairResult, ScoreCard, Verdict
from transcheck.model.text import Side
from transcheck.report.located import Locator, Spot
from transcheck.report.shown import cut, message
from transcheck.report.terminal.display import plain
from transcheck.report.view import View

MOST_LINES = 2_000
"""Findings kept of a whole run; more are only counted."""
LONGEST = 300
"""Code points of a message."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in a few words."""

    severity: Severity
    rule: str
    where: str
    """line:column in the translation, or in the source if it says so, after the path where the finding is about several
    pairs; '' where there is none."""
    message: str
    expected: str
    """What would be right, '' where nobody knows."""
    fails: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One pair in a few words."""

    id: str
    path: str
    """Of the translation."""
    source_lang: str
    target_lang: str
    verdict: Verdict
    scores: ScoreCard
    counts: tuple[int, int, int]
    """Critical, major and minor findings that count."""
    suppressed: int
    breaches: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def matters(self) -> bool:
        """Whether it has something that somebody should look at."""
        return bool(self.breaches) or any(self.counts[:2])

    @property
    def low(self) -> bool:
        """Whether only its score asks for a look."""
        return not self.matters and self.verdict is not Verdict.PASS

    @property
    def found(self) -> int:
        """Findings that count."""
        return sum(self.counts)


class Digest:
    """Keeps a row a pair."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.rows: list[Row] = []
        self._room = MOST_LINES

    def add(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Keeps what is to be said of a pair."""
        locator = Locator(self.view.root, result)
        live = [finding for finding in result.findings if finding.suppressed is None]
        counts = [sum(f.severity is severity for f in live) for severity in reversed(Severity)]
        lines = tuple(line(f, locator, self.view) for f in live[: max(0, self._room)])
        self._room -= len(lines)
        self.rows.append(
            Row(
                id=result.pair.id,
                path=locator.file(Side.TARGET),
                source_lang=result.pair.source.lang,
                target_lang=result.pair.target.lang,
                verdict=result.verdict,
                scores=result.scores,
                counts=(counts[0], counts[1], counts[2]),
                suppressed=len(result.findings) - len(live),
                breaches=breaches,
                lines=lines,
            )
        )

    def worst_first(self) -> list[Row]:
        """Rows that fail the run first, then by verdict, findings and score; the order given breaks ties."""
        order = list(Verdict)[::-1]

        def key(row: Row) -> tuple[object, ...]:
            score = 100.0 if row.scores.overall is None else row.scores.overall
            return not row.breaches, order.index(row.verdict), [-count for count in row.counts], score

        return sorted(self.rows, key=key)


def line(finding: Finding, locator: Locator, view: View) -> Line:
    """A finding in a few words."""
    places = locator.places(finding)
    where = _where(places[0]) if places else ""
    if locator.pair is None and places:  # no heading above it names the file
        where = ":".join(filter(None, (places[0].path, where)))
    elif where and not finding.target:
        where = f"source {where}"
    told, expected = cut(message(finding, locator), LONGEST), cut(plain(finding.expected or ""), LONGEST)
    return Line(finding.severity, finding.rule, where, told, expected, view.fails(finding))


def _where(place: Spot) -> str:
    return f"{place.region.line}:{place.region.column}" if place.region else ""
