"""Text for logs and pages of a CI: what an article says must not be taken for a command, for markup or for more."""

import html
import re

from transcheck.model.findings import Finding
from transcheck.report.terminal.display import plain, visible

ZERO_WIDTH_SPACE = "\u200b"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~@:])")
_COMMAND = re.compile(r"^(\s*):(?=:)|(?<=##)(?=\w*\[)", re.MULTILINE)


def sentence(finding: Finding) -> str:
    """The message on one line, with what would be right."""
    expected = f" Expected: {plain(finding.expected)}" if finding.expected else ""
    return plain(finding.message).strip() + expected


def name(text: str) -> str:
    """A path or a title, its blanks kept, with nothing in it that moves a cursor or turns the writing direction."""
    return "".join(map(visible, text))


def without_commands(text: str) -> str:
    """`text` with every `::command` at the head of a line, and every `##[command]`, broken by an invisible sign."""
    return _COMMAND.sub(lambda match: f"{match[0]}{ZERO_WIDTH_SPACE}", text)


def markdown(text: str) -> str:
    """`text` on one line as Markdown that shows just that: no markup, no HTML, no mentions, no links."""
    return _MARKDOWN.sub(r"\\\1", html.escape(plain(text).strip(), quote=False))


def cut(text: str, most: int) -> str:
    """`text`, or its beginning with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
