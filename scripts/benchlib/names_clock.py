"""Runs transcheck with a clock on all that concerns names: linking them, and the rules NAM.

Used as `python -m benchlib.names_clock score SOURCE TARGET -v`: after the run, one more line of stages, `names`, which
is part of the stages `link` and `judge`.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from transcheck import pipeline
from transcheck.link.names import link_names
from transcheck.rules.base import Rule
from transcheck.rules.registry import all_rules


class Clock:
    """Adds up the seconds in the functions that it wraps."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, action: Callable[..., Any]) -> Callable[..., Any]:
        """`action` under the clock; what it yields is taken out before the clock stops."""

        def timed(*given: Any) -> Any:
            start = time.perf_counter()
            found = action(*given)
            found = found if isinstance(found, tuple) else list(found)
            self.seconds += time.perf_counter() - start
            return found

        return timed


def main() -> None:
    """The command line of transcheck."""
    clock = Clock()
    pipeline.LINKERS = tuple(clock(each) if each is link_names else each for each in pipeline.LINKERS)
    rules = cast(dict[str, Rule[Any]], all_rules())
    for code, rule in rules.items():
        if code.startswith("NAM"):
            rules[code] = replace(rule, check=clock(rule.check))
    from transcheck.__main__ import main as command

    try:
        command()
    finally:
        print(f"transcheck: names: {clock.seconds:.4f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
