"""The report for people, drawn for a terminal."""

from transcheck.report.view import Report as Started
from transcheck.report.view import View, Write


def Report(write: Write, view: View) -> Started:
    """One pair in full: score card and findings; of a batch the worst, briefly, or everything when verbose."""
    from transcheck.report.terminal.batch import BatchReport  # imports rich
    from transcheck.report.terminal.report import PairReport

    return BatchReport(write, view) if view.batch else PairReport(write, view)
