"""Findings that are accepted: by a suppression with its reason, or by a baseline. They are marked, never dropped."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from transcheck.config.schema import Config, Suppression
from transcheck.config.scope import Scope
from transcheck.model.findings import Finding
from transcheck.model.text import ArticlePair, Span
from transcheck.model.usage import Place
from transcheck.text.fold import fold

BASELINE = "baseline"
"""What `Finding.suppressed` says where a baseline holds the finding; else it is the reason of a suppression."""


def suppressed(
    findings: Iterable[Finding], config: Config, accepted: Container[str], pair: ArticlePair | None = None
) -> tuple[Finding, ...]:
    """The findings, each marked if a suppression or the fingerprints of a baseline accept it.

    `pair` is the pair that they are of; None for findings across pairs, whose spans are occurrences.
    """
    return tuple(_marked(finding, config, accepted, pair) for finding in findings)


def _marked(finding: Finding, config: Config, accepted: Container[str], pair: ArticlePair | None) -> Finding:
    first = next((s for s in matching(finding, config, pair) if not s.expired), None)
    if first is not None:
        return replace(finding, suppressed=first.reason)
    return replace(finding, suppressed=BASELINE) if finding.fingerprint in accepted else finding


def matching(finding: Finding, config: Config, pair: ArticlePair | None = None) -> Iterator[Suppression]:
    """The suppressions that fit a finding, in the order of the file, expired ones too."""
    if not config.suppressions:
        return
    scope = Scope.of_finding(finding) if pair is None else Scope.of_pair(pair)
    for suppression in config.suppressions:
        if scope.within(suppression.languages, suppression.paths, config.folder) and _fits(suppression, finding, pair):
            yield suppression


def _fits(suppression: Suppression, finding: Finding, pair: ArticlePair | None) -> bool:
    source, target = (pair.source.text, pair.target.text) if pair else ("", "")
    return (
        suppression.rule in (None, finding.rule)
        and suppression.fingerprint in (None, finding.fingerprint)
        and _says(suppression.term, finding.term, finding.source, source)
        and _says(suppression.rendering, finding.rendering, finding.target[:1], target)
    )


def _says(wanted: str | None, key: str, spans: Sequence[Span], text: str) -> bool:
    """Whether the finding's key, or one of the places it names, is what the suppression has."""
    if wanted is None:
        return True
    surfaces = (span.text if isinstance(span, Place) else span.of(text) for span in spans)
    return _plain(wanted) in {_plain(key), *map(_plain, surfaces)}


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
