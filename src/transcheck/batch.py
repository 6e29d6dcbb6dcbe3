"""Many pairs: each is checked as it comes, and what concerns several of them is judged at the end."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from transcheck.engines import local, pool
from transcheck.engines.setup import Outcome, Progress, RunOptions, cache_folder, make_encoder, make_models, signature
from transcheck.engines.stages import Clock
from transcheck.model.request import PairRequest
from transcheck.model.result import BatchResult, PairFailure, PairResult

__all__ = ["Outcome", "Progress", "RunOptions", "Session", "cache_folder", "make_encoder", "run", "start"]


@dataclass
class Session:
    """A run under way: iterate over it once for what becomes of each pair, then look at the rest."""

    signature: str
    outcomes: Iterator[Outcome]
    clock: Clock = field(default_factory=Clock)
    """Seconds a stage so far."""

    def __iter__(self) -> Iterator[Outcome]:
        """The outcome of each pair, in the order asked for; nothing is kept of it here."""
        yield from self.outcomes


def start(requests: Sequence[PairRequest], options: RunOptions, progress: Progress | None = None) -> Session:
    """Begins to check all pairs. Raises UsageError for what concerns the whole run."""
    models = make_models(options)
    clock = Clock()
    if options.jobs > 1 and len(requests) > 1:
        outcomes = pool.check(requests, options, clock, progress)
    else:
        outcomes = local.check(requests, models, options, clock, progress)
    return Session(signature(models, options), outcomes, clock)


def run(requests: Sequence[PairRequest], options: RunOptions, progress: Progress | None = None) -> BatchResult:
    """Checks all pairs, in the order asked for, and keeps every result. Raises UsageError as `start` does."""
    began = time.perf_counter()
    session = start(requests, options, progress)
    results: list[PairResult] = []
    failures: list[PairFailure] = []
    for outcome in session:
        if isinstance(outcome, PairFailure):
            failures.append(outcome)
        else:
            results.append(outcome)
    seconds = time.perf_counter() - began
    return BatchResult(session.signature, tuple(results), tuple(failures), (), seconds, session.clock.stages)
