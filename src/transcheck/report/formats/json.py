"""The JSON of the contract, for programs."""

from transcheck.model.codec import dumps
from transcheck.model.result import BatchResult
from transcheck.report.view import View


def render(result: BatchResult, view: View) -> str:
    """One JSON object; nothing of it depends on the view."""
    return dumps(result)
