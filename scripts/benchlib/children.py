"""Times commands in processes of their own, with the peak memory of each."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile

_STAGE = re.compile(r"^transcheck: ([a-z ]+): ([0-9.]+) s$", re.M)
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ru_maxrss."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One command that has run."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds in user and system mode, all threads."""
    peak: float
    """Largest resident set, MB (10^6 bytes)."""
    code: int
    stages: Mapping[str, float]
    """Seconds a stage, as `-v` reports them."""
    errors: str

    def figures(self) -> dict[str, object]:
        """For a frozen result; what no stage holds is start-up, collecting the pairs and writing the report."""
        rest = self.wall - sum(self.stages.values())
        stages = {**self.stages, "start and report": rest} if self.stages else {}
        return {"wall_s": self.wall, "cpu_s": self.cpu, "peak_mb": self.peak, "exit": self.code, "stages_s": stages}


def timed(command: Sequence[str], cache: str | None = None) -> Timed:
    """Runs `command` to its end with the given TRANSCHECK_CACHE.

    The kernel hands a child the peak of the process that started it: measure before this one grows.
    """
    environment = dict(os.environ, **({"TRANSCHECK_CACHE": cache} if cache else {}))
    with TemporaryFile("w+", encoding="utf-8") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read()
    stages = {name: float(seconds) for name, seconds in _STAGE.findall(said)}
    cpu = usage.ru_utime + usage.ru_stime
    return Timed(wall, cpu, usage.ru_maxrss * _UNIT / 1e6, process.returncode, stages, said)


def best(command: Sequence[str], runs: int) -> float:
    """Least wall seconds of several runs."""
    return min(timed(command).wall for _ in range(runs))
