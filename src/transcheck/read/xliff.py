"""XLIFF 1.2 and 2.x: every `<file>` in it is an article with its translation, paired segment by segment.

Segments come from `<seg-source>` and `<mrk mtype="seg">` (1.2) or `<segment>` (2.x), else a unit is one segment. Left
out are notes, alternative translations, `translate="no"` and inline codes.
"""

from collections.abc import Iterator
from typing import Any

from transcheck.read.inline import inline_text
from transcheck.read.items import Bitext, Units
from transcheck.read.safe_xml import child, children, local

SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")


def read_xliff(root: Any) -> tuple[Bitext, ...]:
    """The bitexts under an `<xliff>` element, in order; files without a segment are left out."""
    found = (_file(file, root) for file in children(root, "file"))
    return tuple(bitext for bitext in found if bitext.units)


def _file(file: Any, root: Any) -> Bitext:
    return Bitext(
        name=file.get("original") or file.get("id") or "",
        source_lang=file.get("source-language") or root.get("srcLang"),
        target_lang=file.get("target-language") or root.get("trgLang"),
        units=tuple(pair for unit in _units(file) for pair in _pairs(unit) if any(pair)),
    )


def _units(file: Any) -> Iterator[Any]:
    """All units that are to be translated, groups opened, without recursion."""
    stack = [file]
    while stack:
        node = stack.pop()
        if node.get("translate") == "no":
            continue
        if local(node) in ("trans-unit", "unit"):
            yield node
        else:
            stack.extend(reversed(children(node, "body", "group", "trans-unit", "unit")))


def _pairs(unit: Any) -> Units:
    if local(unit) == "unit":
        segments = children(unit, "segment")
        return tuple((inline_text(child(s, "source")), inline_text(child(s, "target"))) for s in segments)
    target = child(unit, "target")
    sources = _marked(child(unit, "seg-source"))
    targets = _marked(target)
    if not sources or (target is not None and not targets and inline_text(target)):
        return ((inline_text(child(unit, "source")), inline_text(target)),)
    extra = (mid for mid in targets if mid not in sources)
    return tuple((sources.get(mid, ""), targets.get(mid, "")) for mid in (*sources, *extra))


def _marked(element: Any | None) -> dict[str, str]:
    """Text by id of the segments marked in `<seg-source>` or `<target>`; ids that repeat are told apart."""
    found: dict[str, str] = {}
    for mark in () if element is None else element.iter("{*}mrk"):
        if mark.get("mtype") == "seg":
            mid = mark.get("mid") or ""
            while mid in found:
                mid += "'"
            found[mid] = inline_text(mark)
    return found
