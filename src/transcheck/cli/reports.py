"""All reports of a run at once: results go to each of them; one that cannot be written never stops the others."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial

from transcheck.cli.output import Destination, say
from transcheck.cli.sink import Sink
from transcheck.errors import TranscheckError
from transcheck.model.result import Closing, PairResult
from transcheck.report.formats import maker
from transcheck.report.view import Report, View


class Reports:
    """The reports of a run; each is written as results come and put in its place at the end."""

    def __init__(self, started: Sequence[tuple[Sink, Report]]) -> None:
        self._live = list(started)
        self._codes = [0]

    def begin(self, signature: str) -> None:
        """Starts every report."""
        self._each(lambda report: report.begin(signature))

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Hands on a pair and why it fails the run."""
        self._each(lambda report: report.pair(result, breaches))

    def end(self, closing: Closing) -> int:
        """Ends every report and puts it in its place; returns the exit code of what went wrong with them, or 0."""
        self._each(lambda report: report.end(closing))
        for sink, _ in self._live:
            self._tried(sink.commit)
        return max(self._codes)

    def _each(self, step: Callable[[Report], None]) -> None:
        self._live = [(sink, report) for sink, report in self._live if self._tried(partial(step, report))]

    def _tried(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except TranscheckError as error:
            say(f"error: {error}")
            self._codes.append(error.exit_code)
            return False
        return True


@contextmanager
def reports(destinations: Sequence[Destination], view: Callable[[Destination], View]) -> Iterator[Reports]:
    """The reports for these destinations; what is not ended when the block is left leaves no trace."""
    with ExitStack() as stack:
        started = []
        for destination in destinations:
            sink = stack.enter_context(Sink(destination.path, append=destination.append))
            started.append((sink, maker(destination.format)(sink.write, view(destination))))
        yield Reports(started)
