"""ninjs, the IPTC's news in JSON: 1.x with `headline` and `body_*`, 2.x and 3.x with `headlines` and `bodies`.

Keys are compared without case and underscores (versions differ in them). The item's languages are linked by
`associations[].rel`, `altIds[].role`, or Superdesk's `translated_from` and `translation_id`: docs/formats.md.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from transcheck.errors import InputError
from transcheck.read.blocks import html_fragment
from transcheck.read.items import Entry, Item, held, relations
from transcheck.read.markup import Extract, titled
from transcheck.read.raw import SPLIT

MAX_VALUES = 500_000
"""About: commas in text count too. An item has some hundreds; a value may take 20 times its bytes in memory."""
SUFFIXES = (".json", ".ninjs")
_MEDIA = frozenset({"picture", "photo", "image", "graphic", "audio", "video", "animation", "planning", "event"})
_IDS = ("uri", "guid", "id", "itemid", "newsitemid")
_NAMES = {
    "person": ("people", "persons", "person"),
    "place": ("places", "place"),
    "organisation": ("organisations", "organisation", "organizations"),
}
_HTML = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|span|em|strong|a|b|i)\b[^<>]*>", re.I)
Json = Mapping[str, Any]


def read_ninjs(data: bytes, path: str) -> tuple[Entry, ...]:
    """The items in a file: one, or those of a JSON array.

    Empty where the JSON is something else than ninjs. Raises InputError for what is not JSON; an item without a
    body is an error in its place.
    """
    if data.count(b",") > MAX_VALUES:
        raise InputError(f"JSON of more than {MAX_VALUES:,} values (the limit)", path=path, hint=SPLIT)
    try:
        value = json.loads(data)
    except RecursionError:
        raise InputError("the JSON is nested too deep", path=path, hint="give one ninjs item") from None
    except UnicodeDecodeError:
        raise InputError("the JSON is not UTF-8", path=path, hint="save it as UTF-8") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        why = getattr(error, "msg", error)
        where = f"{path}:{line}" if line else path
        raise InputError(f"not valid JSON: {why}", path=where, hint="the file is damaged or cut off") from None
    found = [_folded(entry) for entry in (value if isinstance(value, list) else [value])]
    if not any(_is_ninjs(entry) for entry in found):
        return ()
    return tuple(held(partial(_item, entry, path)) if _is_ninjs(entry) else None for entry in found)


def _folded(value: object) -> Json:
    """The object with keys in one spelling; empty for what is no object."""
    return {_key(key): item for key, item in value.items()} if isinstance(value, dict) else {}


def _key(name: str) -> str:
    return name.lower().replace("_", "")


def _is_ninjs(item: Json) -> bool:
    return any(key in ("headline", "headlines", "bodies") or key.startswith("body") for key in item)


def _item(item: Json, path: str) -> Item | None:
    if str(item.get("type", "text")).lower() in _MEDIA:
        return None
    body = _body(item, path)
    if not body.text:
        raise InputError("the ninjs item has no body", path=path, hint="it needs body_html, body_text or bodies")
    text = titled(_headline(item), body)
    originals, translations = relations(_relations(item))
    ids = tuple(dict.fromkeys(str(item[key]) for key in _IDS if item.get(key)))
    alternatives = tuple(value for role, value in _alternatives(item) if not any(relations([(role, value)])))
    return Item(
        text=text,
        lang=_string(item.get("language")) or None,
        ids=tuple(dict.fromkeys((*ids, *alternatives))),
        originals=originals,
        translations=translations,
        story=_string(item.get("translationid")),
        names=tuple(_names(item)),
    )


def _headline(item: Json) -> str:
    entries = [_folded(entry) for entry in _entries(item.get("headlines"))]
    main = [entry for entry in entries if _string(entry.get("role")) in ("", "main", "headline", "title")]
    values = [_string(item.get("headline")), *(_string(entry.get("value")) for entry in main or entries)]
    value = next((value for value in values if value), "")
    return " ".join((html_fragment(value).text if _HTML.search(value) else value).split())


def _body(item: Json, path: str) -> Extract:
    """The fullest text: marked up if there is such a rendition, for its paragraphs and headings, else plain."""
    renditions = [(kind, value) for kind, value in _renditions(item) if value.strip()]
    marked = [value for kind, value in renditions if "html" in kind or "xml" in kind or _HTML.search(value)]
    for value in marked:
        if (found := html_fragment(value, path)).text:
            return found
    return Extract(next((value for _, value in renditions if value not in marked), "").strip())


def _renditions(item: Json) -> Iterator[tuple[str, str]]:
    """The content type, as far as it is told, and the text of every body."""
    for key, value in item.items():
        if key.startswith("body") and isinstance(value, str):
            yield key.removeprefix("body"), value
    for entry in map(_folded, _entries(item.get("bodies"))):
        yield f"{entry.get('contenttype', '')} {entry.get('role', '')}".lower(), _string(entry.get("value"))


def _relations(item: Json) -> Iterator[tuple[object, object]]:
    if origin := item.get("translatedfrom"):
        yield "translatedFrom", origin
    for name, entry in _associations(item):
        target = next((entry[key] for key in _IDS if entry.get(key)), None)
        yield entry.get("rel") or entry.get("name") or name, target
    yield from _alternatives(item)


def _associations(item: Json) -> Iterator[tuple[str, Json]]:
    """Name (1.x, where they are an object) and folded body of every association."""
    found = item.get("associations")
    pairs = found.items() if isinstance(found, dict) else ((("", entry)) for entry in _entries(found))
    for name, entry in pairs:
        yield str(name), _folded(entry)


def _alternatives(item: Json) -> Iterator[tuple[str, str]]:
    """Role and value of the alternative ids."""
    found = item.get("altids")
    if isinstance(found, dict):
        yield from ((str(role), _string(value)) for role, value in found.items() if _string(value))
    for entry in map(_folded, _entries(found)):
        if value := _string(entry.get("value")):
            yield _string(entry.get("role")), value


def _names(item: Json) -> Iterator[tuple[str, str]]:
    for kind, keys in _NAMES.items():
        for key in keys:
            for entry in map(_folded, _entries(item.get(key))):
                if name := " ".join(_string(entry.get("name")).split()):
                    yield kind, name


def _entries(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
