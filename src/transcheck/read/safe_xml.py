"""XML from outside, parsed with nothing that could bite: no entities, no document types from elsewhere, no network."""

import re
from typing import Any

from transcheck.errors import InputError
from transcheck.read.raw import SPLIT

MAX_ELEMENTS = 500_000
"""A message of thousands of items has fewer; each costs some 100 bytes and a look."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_.:\-]+)["']""")


def parse_xml(data: bytes, path: str) -> Any:
    """The root element (lxml). Unknown entities stay in the tree as nodes.

    Raises InputError with path:line for what is not well-formed, declares entities, or is nested too deep.
    """
    from lxml import etree

    plain = data.replace(b"\0", b"")  # UTF-16 and UTF-32 read as ASCII
    if b"<!DOCTYPE" in plain and b"<!ENTITY" in plain:
        raise InputError("declares XML entities, which are not read", path=path, hint="save it without its DTD")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=_encoding(data),
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        where = f"{path}:{error.lineno}" if error.lineno else path
        hint = "save it again as UTF-8" if "ncod" in str(error) else "the file is damaged or cut off"
        raise InputError(f"not well-formed XML: {_reason(error)}", path=where, hint=hint) from None
    except (LookupError, ValueError) as error:
        raise InputError(f"not well-formed XML: {error}", path=path, hint="save it again as UTF-8") from None
    if root.xpath("count(//*)") > MAX_ELEMENTS:
        raise InputError(f"more than {MAX_ELEMENTS:,} XML elements (the limit)", path=path, hint=SPLIT)
    return root


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are and the declaration says otherwise: nothing else reads as UTF-8 by chance."""
    declared = _DECLARED.match(data)
    if declared is None or declared[1].lower() in (b"utf-8", b"utf8") or data.isascii():
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _reason(error: Exception) -> str:
    """The parser's message without its place, and without the rest of the text that it sometimes quotes."""
    message = str(error).partition("\n")[0]
    return re.sub(r"(?:, line \d+, column \d+)? *(?:\([^()]*, line \d+\))?$", "", message).strip() or "no element"


def children(element: Any, *names: str) -> list[Any]:
    """The child elements with these local names, whatever their namespace."""
    return [child for child in element if local(child) in names]


def child(element: Any, name: str) -> Any | None:
    """The first child element with this local name."""
    return next(iter(children(element, name)), None)


def local(node: Any) -> str:
    """The element's name without its namespace, as written; '' for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
