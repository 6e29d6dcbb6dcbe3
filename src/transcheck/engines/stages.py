"""Seconds a stage, for messages and benches."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class Clock:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._inside: list[float] = []
        """Seconds that stages within each stage under way have taken: they are not counted twice."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the block under `name`; a stage within it counts for itself only."""
        start = time.perf_counter()
        self._inside.append(0.0)
        try:
            yield
        finally:
            seconds = time.perf_counter() - start
            self.add({name: seconds - self._inside.pop()})
            if self._inside:
                self._inside[-1] += seconds

    def add(self, stages: Mapping[str, float]) -> None:
        """Adds what another clock counted."""
        for name, seconds in stages.items():
            self.stages[name] = self.stages.get(name, 0.0) + seconds
