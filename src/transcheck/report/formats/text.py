"""The report for people, drawn for a terminal."""

from transcheck.model.result import BatchResult
from transcheck.report.view import View


def render(result: BatchResult, view: View) -> str:
    """Score card and findings of one pair, or a table of many and the findings of those that need a look."""
    from transcheck.report.terminal.report import draw  # imports rich

    return draw(result, view)
