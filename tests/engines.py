"""An engine for tests of the command line: no files are read and nothing is encoded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import samples
from transcheck.model.request import PairRequest
from transcheck.model.result import BatchResult


@dataclass
class Engine:
    """Stands in for transcheck.batch: answers every run with `result`, or raises `error`."""

    result: BatchResult = field(default_factory=samples.batch)
    error: BaseException | None = None
    requests: tuple[PairRequest, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)

    def run(self, requests: Sequence[PairRequest], options: dict[str, Any], progress: object = None) -> BatchResult:
        self.requests, self.options = tuple(requests), options
        if self.error is not None:
            raise self.error
        return self.result
