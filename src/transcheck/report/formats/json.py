"""The JSON of the contract, for programs; written pair by pair, the same text as if it were written at once."""

from transcheck.model.codec import Json, dumps, encode_head, encode_pair, encode_tail
from transcheck.model.result import Closing, PairResult
from transcheck.report.view import View, Write


class Report:
    """One JSON object; nothing of it depends on the view."""

    def __init__(self, write: Write, view: View) -> None:
        self.write = write
        self.pairs = 0

    def begin(self, signature: str) -> None:
        """Writes schema, tool and signature."""
        self.write("{\n" + _members(encode_head(signature)) + ',\n  "pairs": [')

    def pair(self, result: PairResult, breaches: tuple[str, ...]) -> None:
        """Writes one pair."""
        self.write(f"{',' if self.pairs else ''}\n    {_indented(dumps(encode_pair(result)), 4)}")
        self.pairs += 1

    def end(self, closing: Closing) -> None:
        """Writes the findings across pairs, failures and counts."""
        self.write(("\n  " if self.pairs else "") + "],\n" + _members(encode_tail(closing)) + "\n}\n")


def _members(values: Json) -> str:
    """The members of an object, indented, without its brackets."""
    return dumps(values)[2:-2]


def _indented(text: str, columns: int) -> str:
    """JSON text further to the right; a line break is never inside a string."""
    return text.replace("\n", "\n" + " " * columns)
