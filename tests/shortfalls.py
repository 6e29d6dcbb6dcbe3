"""What is known to fall short: tests/known_shortfalls.toml, read and written."""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

from corpus import Problem

PATH = Path(__file__).with_name("known_shortfalls.toml")
HEAD = """\
# Where transcheck falls short of its corpora today. Each entry must still be true: one that works again fails the tests
# until it is taken off. Rewrite with: scripts/test tests/test_corpora.py --write-shortfalls (reasons are kept).
"""
UNKNOWN = "not looked into yet"


def known() -> dict[Problem, str]:
    """Every known shortfall with its reason."""
    if not PATH.exists():
        return {}
    entries = tomllib.loads(PATH.read_text("utf-8")).get("shortfall", [])
    return {Problem(e["case"], e["rule"], e["kind"], e["text"]): e["reason"] for e in entries}


def write(problems: Iterable[Problem]) -> None:
    """Replaces the file by these problems; the reasons of those that were there already are kept."""
    reasons = known()
    parts = [HEAD]
    for problem in sorted(set(problems)):
        lines = [
            f"{key} = {_quoted(value)}"
            for key, value in (
                ("case", problem.case),
                ("rule", problem.rule),
                ("kind", problem.kind),
                ("text", problem.text),
                ("reason", reasons.get(problem, UNKNOWN)),
            )
        ]
        parts.append("\n[[shortfall]]\n" + "\n".join(lines) + "\n")
    PATH.write_text("".join(parts), "utf-8")


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
