"""Text for logs and pages of a CI: what an article says must not be taken for a command, for markup or for more."""

import html
import re

from transcheck.model.findings import Finding
from transcheck.report.located import Locator
from transcheck.report.terminal.display import plain, visible

QUOTED = 100
"""Code points of a quotation from the source."""
SAID = 30
"""Code points of the source's words by which a message is known to have them."""
STOPS = ".!?。！？"
ZERO_WIDTH_SPACE = "\u200b"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~@:])")
_COMMAND = re.compile(r"^(\s*):(?=:)|(?<=##)(?=\w*\[)", re.MULTILINE)


def message(finding: Finding, locator: Locator) -> str:
    """What is wrong, on one line; with the words of the source it is about, where the rule does not say them."""
    told = plain(finding.message).strip()
    words = plain(locator.source_text(finding)).strip()
    if not words or words[:SAID] in told:
        return told
    return f"{told.rstrip('.')}: “{cut(words, QUOTED)}”"


def sentence(finding: Finding, locator: Locator) -> str:
    """The same with what would be right."""
    told = message(finding, locator)
    if not finding.expected:
        return told
    return f"{told if told[-1:] in STOPS else told + '.'} Expected: {plain(finding.expected)}"


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
