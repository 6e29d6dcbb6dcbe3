"""NITF: the headline in `hedline`, the text in `body.content`; a translation names its original in a `<meta>`."""

from collections.abc import Iterator
from typing import Any

from transcheck.errors import InputError
from transcheck.read.blocks import blocks
from transcheck.read.items import Item, relations
from transcheck.read.markup import Extract, titled
from transcheck.read.safe_xml import XML_LANG

SUFFIXES = (".nitf",)
_NAMES = {"person": "person", "org": "organisation", "location": "place"}
_LOCATION_PARTS = ("city", "country", "state", "region", "sublocation")


def read_nitf(root: Any, path: str) -> Item:
    """The item under an `<nitf>` element. Raises InputError where it has no text."""
    headline = Extract()
    for line in root.iterfind(".//{*}hedline/{*}hl1"):
        blocks(line, headline)
    body = Extract()
    content = root.find(".//{*}body.content")
    if content is not None:
        blocks(content, body)
    if not body.text:
        raise InputError("no text in the NITF body", path=path, hint="it belongs into body.content")
    metas = [(meta.get("name"), meta.get("content")) for meta in root.iterfind("{*}head/{*}meta")]
    originals, translations = relations(metas)
    wrapper = root.find("{*}body")
    return Item(
        text=titled(" ".join(headline.text.split()), body),
        lang=root.get(XML_LANG) or (None if wrapper is None else wrapper.get(XML_LANG)),
        ids=tuple(found.get("id-string") for found in root.iter("{*}doc-id") if found.get("id-string")),
        originals=originals,
        translations=translations,
        names=tuple(dict.fromkeys(_names(root))),
    )


def _names(root: Any) -> Iterator[tuple[str, str]]:
    for tag, kind in _NAMES.items():
        for element in root.iter(f"{{*}}{tag}"):
            parts = element.iterfind("*") if tag == "location" else ()
            places = [part for part in parts if part.tag.rpartition("}")[2] in _LOCATION_PARTS]
            for place in places or [element]:
                if name := " ".join("".join(place.itertext()).split()):
                    yield kind, name
