"""The text of a segment in XLIFF and TMX: what stands in it less the codes of the document's markup."""

import re
from typing import Any

from transcheck.read.blocks import entity
from transcheck.read.safe_xml import local

_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "cp", "sm", "em", "sub"})
"""Elements that stand for native code, with all that is in them; others (g, mrk, pc, hi) wrap text that is kept."""
_SPACE = re.compile(r"[ \t\r\n]+")


def inline_text(element: Any | None) -> str:
    """The segment's text on one line, without white space at its ends; '' for None."""
    words: list[str] = []
    stack: list[Any] = [] if element is None else [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            words.append(node)
            continue
        if node is not element and node.tail:
            stack.append(node.tail)
        name = local(node)
        if not name:
            words.append(entity(node))
        elif name in _CODES:
            words.append(" " if _is_break(node) else "")
        else:
            stack.extend(reversed(node))
            words.append(node.text or "")
    return _SPACE.sub(" ", "".join(words)).strip()


def _is_break(node: Any) -> bool:
    return (node.get("ctype") or node.get("subType") or node.get("type")) in ("lb", "x-lb", "xlf:lb")
