"""Seconds a stage, for messages and benches."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class Clock:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the block under `name`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.add({name: time.perf_counter() - start})

    def add(self, stages: Mapping[str, float]) -> None:
        """Adds what another clock counted."""
        for name, seconds in stages.items():
            self.stages[name] = self.stages.get(name, 0.0) + seconds
