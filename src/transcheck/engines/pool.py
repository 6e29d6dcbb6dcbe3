"""Checks pairs in several processes; the outcomes are the same, in the same order, as in one.

Each worker reads, encodes and judges whole chunks of pairs. The sentence cache is shared on disk. A worker that dies
takes its chunk with it: those pairs are checked again one by one, so that only the pair that kills is lost.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import NamedTuple

from transcheck.engines import local
from transcheck.engines.setup import Models, Outcome, Progress, RunOptions, make_models
from transcheck.engines.stages import Clock
from transcheck.model.request import PairRequest
from transcheck.model.result import PairFailure

CHUNK = 25
"""Pairs that a worker takes at once: enough sentences to fill batches, few enough to share out evenly."""


class Done(NamedTuple):
    """What a worker sends back."""

    outcomes: list[Outcome]
    stages: dict[str, float]
    warnings: list[str]


_models: Models | None = None
"""A worker's own, made once."""


def check(
    requests: Sequence[PairRequest], options: RunOptions, clock: Clock, progress: Progress | None = None
) -> Iterator[Outcome]:
    """What becomes of each pair, in the order asked for. A worker's death is an outcome of the pair that caused it."""
    chunks = deque(requests[at : at + CHUNK] for at in range(0, len(requests), CHUNK))
    done = 0
    warned: set[str] = set()
    pool = _Pool(options)
    try:
        running: deque[tuple[Sequence[PairRequest], Future[Done]]] = deque()
        while chunks or running:
            while chunks and len(running) < 2 * options.jobs:  # some ahead, never all: results are large
                chunk = chunks.popleft()
                running.append((chunk, pool.submit(chunk)))
            chunk, future = running.popleft()
            try:
                found = future.result()
            except BrokenProcessPool:
                # Which of the running chunks killed its worker cannot be told: all are done again, one pair at a time.
                chunk = [request for lost in (chunk, *(other for other, _ in running)) for request in lost]
                running.clear()
                pool.restart()
                found = _one_by_one(chunk, pool)
            clock.add(found.stages)
            for warning in found.warnings:
                if warning not in warned:
                    options.warn(warning)
                warned.add(warning)
            done += len(chunk)
            if progress:
                progress("check", done, len(requests))
            yield from found.outcomes
    finally:
        pool.stop()


def _one_by_one(requests: Sequence[PairRequest], pool: "_Pool") -> Done:
    result = Done([], {}, [])
    clock = Clock()
    for request in requests:
        try:
            found = pool.submit([request]).result()
        except BrokenProcessPool:
            pool.restart()
            what = "internal failure: the process that checked this pair died (killed, or out of memory)"
            result.outcomes.append(PairFailure(request.id, str(request.target), what, "try fewer --jobs", 4))
            continue
        result.outcomes.extend(found.outcomes)
        result.warnings.extend(found.warnings)
        clock.add(found.stages)
    return result._replace(stages=clock.stages)


class _Pool:
    """Worker processes that can be replaced when they die."""

    def __init__(self, options: RunOptions) -> None:
        self._options = replace(options, warn=print)  # a worker gathers its warnings; see `_work`
        self._jobs = options.jobs
        self._start()

    def _start(self) -> None:
        # Forking a process that has threads (torch, numpy) may hang it: workers start afresh.
        context = multiprocessing.get_context("spawn")
        self._executor = ProcessPoolExecutor(self._jobs, context, _begin)

    def submit(self, chunk: Sequence[PairRequest]) -> "Future[Done]":
        return self._executor.submit(_work, tuple(chunk), self._options)

    def restart(self) -> None:
        self.stop()
        self._start()

    def stop(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """In a worker: an interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(chunk: tuple[PairRequest, ...], options: RunOptions) -> Done:
    """In a worker: checks a chunk."""
    global _models
    warnings: list[str] = []
    options = replace(options, warn=warnings.append)
    clock = Clock()
    if _models is None:
        _models = make_models(options)
    return Done(list(local.check(chunk, _models, options, clock)), clock.stages, warnings)
