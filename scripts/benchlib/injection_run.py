"""Runs injected copies through the gate's own batch run and tells which errors were found.

A hit is a finding of one of the wanted rules which shares letters with the injected place (or, where something is
missing, with the source mention) and which the clean translation does not draw at that place. Every target passage that
a finding shows counts, as in `corpora/`: a drift is shown with its other occurrence. In the source the first counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchlib.clean import checked, live
from benchlib.injected import Injected, Pair, text_of
from benchlib.output import say
from transcheck.model.findings import Finding
from transcheck.model.request import PairRequest
from transcheck.model.result import PairResult
from transcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Copy:
    """One injected copy and what it is called."""

    pair: Pair
    kind: str
    injected: Injected


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a copy drew."""

    copy: Copy
    hits: tuple[Finding, ...]
    others: tuple[Finding, ...]
    """New findings of any rule elsewhere: collateral of the error, or noise."""


def run_pairs(wanted: Sequence[tuple[str, Pair, str]]) -> dict[str, PairResult]:
    """Results by id of (id, pair, target text); each source is written once."""
    with TemporaryDirectory() as folder:
        requests = []
        for number, (name, pair, target) in enumerate(wanted):
            source, other = Path(folder) / f"{pair.id}.source.txt", Path(folder) / f"{number}.target.txt"
            source.write_text(text_of(pair.source), "utf-8")
            other.write_text(target, "utf-8")
            requests.append(PairRequest(name, source, other, pair.source_lang, pair.target_lang))
        result = checked(requests)
    for failure in result.failures:
        say(f"failed: {failure.id}: {failure.error}")
    return {pair.pair.id: pair for pair in result.pairs}


def outcomes(
    copies: Sequence[Copy], clean: Mapping[str, PairResult], rules: Mapping[str, tuple[str, ...]]
) -> list[Outcome]:
    """Runs the copies; `rules` names for each kind the beginnings of the codes that may report it."""
    results = run_pairs([(f"{n}:{c.pair.id}:{c.kind}", c.pair, c.injected.target) for n, c in enumerate(copies)])
    found = []
    for number, copy in enumerate(copies):
        result = results.get(f"{number}:{copy.pair.id}:{copy.kind}")
        before = clean.get(copy.pair.id)
        if result is None or before is None:
            continue
        old = tuple(live(before, frozenset()))
        new = [f for f in live(result, frozenset()) if not _known(f, old, copy.injected)]
        hits = tuple(f for f in new if f.rule.startswith(rules[copy.kind]) and _there(f, copy.injected))
        found.append(Outcome(copy, hits, tuple(f for f in new if f not in hits)))
    return found


def _meet(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    wanted = tuple(others)
    return any(span.overlaps(other) for span in spans for other in wanted)


def _there(finding: Finding, injected: Injected) -> bool:
    if injected.at and _meet(finding.target, injected.at):
        return True
    # A rule that says "the source's name is missing" marks the source; the target span is then the sentence.
    return _meet(finding.source[:1], injected.source)


def _known(finding: Finding, old: Sequence[Finding], injected: Injected) -> bool:
    """Whether the clean translation draws this finding: the same rule, source place and rendering, or this place."""
    return any(
        other.rule == finding.rule
        and (
            (other.term == finding.term and other.rendering == finding.rendering and other.source == finding.source)
            or (
                bool(other.target)
                and _meet(other.target[:1], injected.was)
                and bool(finding.target)
                and _meet(finding.target[:1], injected.at)
            )
        )
        for other in old
    )
