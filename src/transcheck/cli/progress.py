"""Progress on a terminal, and none anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many of its steps are done, and of how many."""


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """A callback that draws on standard error while the block runs; None where nobody would see it.

    Each stage has its own bar, with its rate and the time it still needs.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description:<10}"),
        BarColumn(30),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {"reading": bars.add_task("reading", total=None, rate="")}

        def advance(stage: str, done: int, total: int) -> None:
            if "reading" in tasks:
                bars.remove_task(tasks.pop("reading"))
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total, rate="")
            task = tasks[stage]
            if done < bars.tasks[bars.task_ids.index(task)].completed:  # the next group begins anew
                bars.reset(task, total=total)
            speed = bars.tasks[bars.task_ids.index(task)].speed
            bars.update(task, completed=done, total=total, rate=f"{speed:.0f}/s" if speed else "")

        yield advance
