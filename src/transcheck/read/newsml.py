"""NewsML-G2: metadata by way of `newsmlg2`, the IPTC's own library; the text, inline, as XHTML, NITF or plain.

The library folds white space and drops inline elements, so the text is taken from the XML itself.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from transcheck.errors import InputError, InternalError
from transcheck.read.blocks import blocks, html_fragment
from transcheck.read.items import Entry, Item, held, relations
from transcheck.read.markup import Extract, titled
from transcheck.read.nitf import read_nitf
from transcheck.read.safe_xml import XML_LANG, children, local

ROOTS = frozenset({"newsItem", "newsMessage"})
_KINDS = {"person": "person", "organisation": "organisation", "geoArea": "place", "poi": "place"}


def read_newsml(root: Any, path: str) -> tuple[Entry, ...]:
    """The news items under `root`; one that should have text and has none is an error in its place."""
    elements = [root] if local(root) == "newsItem" else list(root.iter("{*}newsItem"))
    return tuple(held(partial(_item, element, path)) for element in elements)


def _item(element: Any, path: str) -> Item | None:
    try:
        from NewsMLG2 import NewsItem
    except ImportError:
        hint = "install transcheck again, or pip install newsmlg2"
        raise InternalError("the package newsmlg2 is missing", path=path, hint=hint) from None
    # The library would load each catalog anew, and print about those that it does not have; nothing here needs them.
    for reference in children(element, "catalogRef", "catalog"):
        element.remove(reference)
    try:
        news = NewsItem(xmlelement=element)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        hint = "check it against the schema"
        raise InputError(f"no valid NewsML-G2 item: {error}", path=path, hint=hint) from None
    if _code(_value(news, "itemmeta", "itemclass", "qcode")) not in ("", "text", "composite"):
        return None
    text, lang = _content(element, path)
    links = ((_value(link, "rel") or _value(link, "reluri"), _target(link)) for link in _all(news, "itemmeta", "link"))
    originals, translations = relations(links)
    tags = (_value(entry, "tag") for entry in _all(news, "contentmeta", "language"))
    return Item(
        text=text,
        lang=next(filter(None, tags), "") or lang or element.get(XML_LANG),
        ids=(element.get("guid"),) if element.get("guid") else (),
        originals=originals,
        translations=translations,
        names=tuple(dict.fromkeys(_names(news))),
    )


def _content(element: Any, path: str) -> tuple[Extract, str | None]:
    """The text of the first rendition that has some, under its headline, and the language tag beside it."""
    headline = Extract()
    for line in element.iterfind("{*}contentMeta/{*}headline"):
        blocks(line, headline)
        break
    for rendition in element.iterfind("{*}contentSet/*"):
        body, lang = Extract(), rendition.get(XML_LANG)
        inner = next((node for node in rendition if local(node)), None)
        if local(rendition) == "inlineData":
            words = rendition.text or ""
            is_html = "html" in (rendition.get("contenttype") or "")
            body = html_fragment(words, path) if is_html else Extract(words.strip())
        elif inner is not None and local(inner) == "nitf":
            body = read_nitf(inner, path).text
        elif inner is not None:
            blocks(inner, body)
            lang = lang or inner.get(XML_LANG)
        if body.text:
            return titled(" ".join(headline.text.split()), body), lang
    raise InputError("the news item has no text", path=path, hint="it belongs into contentSet, as inlineXML")


def _names(news: Any) -> Iterator[tuple[str, str]]:
    for subject in _all(news, "contentmeta", "subject"):
        if kind := _KINDS.get(_code(_value(subject, "type"))):
            for name in _all(subject, "name"):
                if words := " ".join(str(name).split()):
                    yield kind, words


def _target(link: Any) -> str | None:
    return _value(link, "residref") or _value(link, "href")


def _code(qcode: str | None) -> str:
    return (qcode or "").rpartition(":")[2]


def _all(item: Any, *names: str) -> list[Any]:
    """The elements at the end of a path; the library gives an empty object in place of an empty array."""
    for name in names:
        item = getattr(item, name, None)
    return list(item) if hasattr(item, "__iter__") else []


def _value(item: Any, *names: str) -> str | None:
    for name in names:
        item = getattr(item, name, None)
    return item if isinstance(item, str) else None
