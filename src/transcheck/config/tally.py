"""What a run must remember of its pairs as they go by: counts, breaches, and what suppressed something."""

from collections import Counter
from collections.abc import Iterator, Sequence

from transcheck.config.baseline import Baseline, Entry
from transcheck.config.policy import Policy
from transcheck.config.schema import Config, Suppression
from transcheck.config.scope import Scope
from transcheck.config.suppress import BASELINE, matching
from transcheck.model.codec import count_words
from transcheck.model.findings import Finding, Severity
from transcheck.model.result import Closing, PairFailure, PairResult, Summary, Unused
from transcheck.report.located import Locator
from transcheck.report.shown import message

STALE_SHOWN = 20
"""Entries of the baseline that are named; more are only counted."""


class Tally:
    """Counts pair by pair; holds no article."""

    def __init__(
        self, policy: Policy, config: Config, baseline: Baseline, *, asked: bool = True, writing: bool = False
    ) -> None:
        self.policy = policy
        self.config = config
        self.baseline = baseline
        self.asked = asked
        """Whether anything may fail the run."""
        self.writing = writing
        """Whether a new baseline is to be written."""
        self.entries: list[Entry] = []
        """What it will hold."""
        self._pairs: set[str] = set()
        self._words = self._suppressed = 0
        self._severities: Counter[Severity] = Counter()
        self._rules: Counter[str] = Counter()
        self._breaches: list[str] = []
        self._used: set[str] = set()
        """Places of suppressions that fitted a finding."""
        self._reached: set[str] = set()
        """Places of suppressions whose languages and paths fitted a pair."""
        self._seen: set[str] = set()
        """Fingerprints that the baseline holds and the run found."""

    def pair(self, result: PairResult) -> tuple[str, ...]:
        """Counts a pair; returns why it fails the run, () if it does not."""
        self._pairs.add(result.pair.id)
        self._words += count_words(result.pair.source)
        self._findings(result.findings, result)
        scope = Scope.of_pair(result.pair)
        for s in self.config.suppressions:
            if s.where not in self._reached and scope.within(s.languages, s.paths, self.config.folder):
                self._reached.add(s.where)
        reasons = self.policy.breaches_of(result) if self.asked else ()
        if reasons:
            self._breaches.append(f"{result.pair.id}: {'; '.join(reasons)}")
        return reasons

    def _findings(self, findings: Sequence[Finding], result: PairResult | None) -> None:
        pair = result.pair if result else None
        locator = Locator(self.config.folder, result)
        for finding in findings:
            self._used.update(s.where for s in matching(finding, self.config, pair))
            if finding.fingerprint in self.baseline.entries:
                self._seen.add(finding.fingerprint)
            if self.writing and finding.suppressed in (None, BASELINE):
                self.entries.append(Entry.of(finding, pair.id if pair else "", message(finding, locator)))
            if finding.suppressed is None:
                self._severities[finding.severity] += 1
                self._rules[finding.rule] += 1
            else:
                self._suppressed += 1

    def close(self, failures: Sequence[PairFailure], across: Sequence[Finding] = (), seconds: float = 0.0) -> Closing:
        """What is known at the end; `across` are the findings across pairs."""
        self._findings(across, None)
        summary = Summary(
            pairs=len(self._pairs),
            findings={severity: self._severities[severity] for severity in reversed(Severity)},
            by_rule=dict(sorted(self._rules.items())),
            words=self._words,
            suppressed=self._suppressed,
            seconds=seconds,
        )
        beside = self.policy.breaches_across(across, summary) if self.asked else ()
        breaches = (*self._breaches, *beside)
        return Closing(
            summary=summary,
            breaches=breaches if self.asked else None,
            across=beside,
            exit_code=self.policy.exit_code(breaches, failures),
            failures=tuple(failures),
            batch_findings=tuple(across),
            unused=(*self._idle(), *self._stale()),
        )

    def kept(self, failures: Sequence[PairFailure]) -> list[Entry]:
        """What a new baseline holds: this run's findings, and the old entries of pairs that could not be checked."""
        lost = {failure.id for failure in failures}
        lost |= {""} if lost else set()  # a finding across pairs may have needed one of these
        return [*self.entries, *(entry for entry in self.baseline.entries.values() if entry.pair in lost)]

    def _idle(self) -> Iterator[Unused]:
        for suppression in self.config.suppressions:
            if suppression.expired and suppression.where in self._used:
                what = f"{_spelled(suppression)}: expired on {suppression.expires}"
                yield Unused("suppression", suppression.where, what)
            elif suppression.where in self._reached - self._used:
                yield Unused("suppression", suppression.where, f"{_spelled(suppression)}: suppresses nothing")

    def _stale(self) -> Iterator[Unused]:
        """Entries whose pair was checked and is now without the finding; of other pairs nothing is known."""
        checked = self._pairs | ({""} if len(self._pairs) > 1 else set())
        stale = [e for e in self.baseline.entries.values() if e.pair in checked and e.fingerprint not in self._seen]
        where = str(self.baseline.path)
        for entry in stale[:STALE_SHOWN]:
            yield Unused("baseline", where, f"{entry.rule} in {entry.pair or 'several pairs'}: no longer found")
        if more := len(stale) - STALE_SHOWN if len(stale) > STALE_SHOWN else 0:
            yield Unused("baseline", where, f"{more} more entries are no longer found")


def _spelled(suppression: Suppression) -> str:
    names = ("rule", "term", "rendering", "fingerprint")
    given = [f"{name} {value}" for name in names if (value := getattr(suppression, name)) is not None]
    return ", ".join([*given, *suppression.languages, *suppression.paths])
