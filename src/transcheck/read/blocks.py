"""The words in a piece of HTML, XHTML or NITF: paragraphs, headings and list items, no scripts, pictures or tables."""

import html
import re
from typing import Any

from transcheck.errors import InputError
from transcheck.read.markup import Extract
from transcheck.read.raw import SPLIT

MAX_ELEMENTS = 100_000
"""Of HTML in one article, which has some hundreds."""
MAX_CHARACTERS = 4_000_000
"""Of HTML in one article: twice the text that it may have."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"})
_BLOCKS = _HEADINGS | frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "blockquote",
        "bq",
        "block",
        "q-block",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "pre",
        "address",
        "hr",
        "body",
        "body.content",
        "body.head",
        "html",
        "fieldset",
        "form",
        "details",
        "summary",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "figure",
        "figcaption",
        "svg",
        "math",
        "object",
        "video",
        "audio",
        "canvas",
        "select",
        "button",
        "table",
        "media",
        "head",
        "nav",
        "nitf-table",
        "note",
        "fn",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\x00"
"""Stands for <br> while white space is collapsed; no parser lets this character through."""


def blocks(root: Any, found: Extract) -> None:
    """Appends the paragraphs of an lxml element to `found`, without recursion, however deep it is nested."""
    words: list[str] = []
    heading = False

    def flush() -> None:
        text = _SPACE.sub(" ", "".join(words)).replace(_BREAK, "\n")
        found.add("\n".join(line.strip(" ") for line in text.split("\n")), heading=heading)
        words.clear()

    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        name = local_name(node)
        if leaving:
            if name in _BLOCKS:
                flush()
                heading = False
        elif name is None:
            words.append(entity(node))
        elif name == "br":
            words.append(_BREAK)
        elif name not in _SKIPPED:
            if name in _BLOCKS:
                flush()
                heading = name in _HEADINGS
            words.append(node.text or "")
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            continue
        if node is not root and node.tail:
            words.append(node.tail)
    flush()


def local_name(node: Any) -> str | None:
    """The element's name without its namespace, in lower case; None for comments, entities and the like."""
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else None


def entity(node: Any) -> str:
    """The character that an unresolved `&nbsp;` or `&eacute;` stands for; '' for other nodes and other entities."""
    text = node.text or ""
    character = html.unescape(text) if text.startswith("&") else ""
    return "" if character == text else character


def html_fragment(source: str, path: str | None = None) -> Extract:
    """The text of an HTML fragment. Raises InputError where it is nested so deep that a part would be lost."""
    from lxml import etree
    from lxml import html as parsers

    found = Extract()
    if len(source) > MAX_CHARACTERS:
        raise InputError(f"HTML of more than {MAX_CHARACTERS:,} characters (the limit)", path=path, hint=SPLIT)
    # No entity of HTML expands to more than two characters, so `huge_tree` only lets it be nested deeper.
    parser = parsers.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = parsers.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return found  # nothing in it
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError("the HTML is nested too deep", path=path, hint="give the article's text")
    if root.xpath("count(//*)") > MAX_ELEMENTS:
        raise InputError(f"HTML of more than {MAX_ELEMENTS:,} elements (the limit)", path=path, hint=SPLIT)
    blocks(root, found)
    return found
