"""Error injection on clean translations of `ntrex`: recall by kind, findings an article on the clean ones."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from benchlib.clean import listing, live
from benchlib.injected import Injected, Pair, text_of
from benchlib.injection_run import Copy, Outcome, outcomes, run_pairs
from transcheck.model.findings import Severity
from transcheck.model.result import PairResult


class HasPair(Protocol):
    """What injections draw from: at least the pair."""

    @property
    def pair(self) -> Pair:
        """The clean pair."""


D = TypeVar("D", bound=HasPair)
Inject = Callable[[D, random.Random], Injected | None]


def copies(docs: Sequence[D], kinds: Mapping[str, Inject[D]], seed: int) -> list[Copy]:
    """One copy a kind and article that allows it; the draw depends on seed, kind, languages and article."""
    found = []
    for doc in docs:
        for kind, inject in kinds.items():
            langs = f"{doc.pair.source_lang}-{doc.pair.target_lang}"
            injected = inject(doc, random.Random(f"{seed}:{kind}:{langs}:{doc.pair.id}"))
            if injected is not None:
                found.append(Copy(doc.pair, kind, injected))
    return found


def spread(docs: Sequence[D], count: int | None) -> list[D]:
    """`count` articles at even distances, so that no newspaper is preferred; all without a count."""
    if count is None or count >= len(docs):
        return list(docs)
    return [docs[at * len(docs) // count] for at in range(count)]


def clean_results(docs: Sequence[HasPair]) -> dict[str, PairResult]:
    """The clean pairs as checked."""
    return run_pairs([(doc.pair.id, doc.pair, text_of(doc.pair.target)) for doc in docs])


def measured(
    docs: Sequence[D],
    kinds: Mapping[str, Inject[D]],
    rules: Mapping[str, tuple[str, ...]],
    seed: int,
    clean: Mapping[str, PairResult],
) -> list[Outcome]:
    """Injects and runs."""
    return outcomes(copies(docs, kinds, seed), clean, rules)


def figures(found: Sequence[Outcome], kinds: Sequence[str]) -> dict[str, Any]:
    """Per kind: copies, those found, recall."""
    every, hit = Counter(o.copy.kind for o in found), Counter(o.copy.kind for o in found if o.hits)
    return {
        kind: {"injected": every[kind], "found": hit[kind], "recall": hit[kind] / every[kind]}
        for kind in kinds
        if every[kind]
    }


def clean_figures(
    clean: Mapping[str, PairResult], family: str = "", least: Severity = Severity.MINOR
) -> dict[str, Any]:
    """Findings an article on the clean pairs, of the rules that begin with `family`, and by rule."""
    counts = Counter(
        f.rule
        for pair in clean.values()
        for f in live(pair, frozenset())
        if f.rule.startswith(family) and f.severity.rank >= least.rank
    )
    articles = max(len(clean), 1)
    return {
        "articles": len(clean),
        "findings": sum(counts.values()) / articles,
        "rules": {rule: counts[rule] / articles for rule in sorted(counts)},
    }


def misses(found: Sequence[Outcome]) -> str:
    """Every copy whose error was not found, for a person."""
    return "\n".join(f"missed: {o.copy.kind}: {o.copy.pair.id}: {o.copy.injected.what}" for o in found if not o.hits)


def findings_listing(clean: Mapping[str, PairResult], family: str) -> str:
    """The findings on clean pairs, for a person."""
    return "\n".join(
        listing(pair, f) for pair in clean.values() for f in live(pair, frozenset()) if f.rule.startswith(family)
    )


def direction(lang: str, name: str) -> tuple[str, str]:
    """The language pair of a direction: x-en or en-x."""
    return (lang, "en") if name == "x-en" else ("en", lang)


def wilson(hits: int, count: int) -> tuple[float, float]:
    """95% interval of a share (Wilson 1927)."""
    if not count:
        return 0.0, 1.0
    z = 1.96
    share, scale = hits / count, 1 + z * z / count
    middle = (share + z * z / (2 * count)) / scale
    half = z * (share * (1 - share) / count + z * z / (4 * count * count)) ** 0.5 / scale
    return max(0.0, middle - half), min(1.0, middle + half)
