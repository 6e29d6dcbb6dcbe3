"""TMX: units in two languages or more, read as one article and its translation."""

from dataclasses import dataclass
from typing import Any

from transcheck.errors import InputError
from transcheck.read.inline import inline_text
from transcheck.read.items import Bitext
from transcheck.read.safe_xml import XML_LANG, child, children
from transcheck.read.tables import base_lang

SUFFIXES = (".tmx",)


@dataclass(frozen=True, slots=True)
class Memory:
    """The units of a TMX file."""

    source_lang: str | None
    """The header's `srclang`, None where it is missing or `*all*`."""
    units: tuple[dict[str, str], ...]
    """Text by language code, in order; of two variants in one language the first counts."""


def read_tmx(root: Any) -> Memory:
    """The memory under a `<tmx>` element; variants in no known language are left out."""
    header, body = child(root, "header"), child(root, "body")
    units = []
    for unit in () if body is None else children(body, "tu"):
        texts: dict[str, str] = {}
        for variant in children(unit, "tuv"):
            lang = base_lang(variant.get(XML_LANG) or variant.get("lang") or "")
            if lang and (text := inline_text(child(variant, "seg"))):
                texts.setdefault(lang, text)
        units.append(texts)
    source = "" if header is None else header.get("srclang") or ""
    return Memory(base_lang(source), tuple(units))


def bitext(memory: Memory, source_lang: str | None, target_lang: str | None, path: str) -> Bitext:
    """The bitext in the languages given, else in those that the file leaves no doubt about.

    Raises InputError where the languages have to be given, or are not in the file.
    """
    langs = list(dict.fromkeys(lang for unit in memory.units for lang in unit))
    there = ", ".join(sorted(langs))
    for option, lang in (("--source-lang", source_lang), ("--target-lang", target_lang)):
        if lang is not None and lang not in langs:
            raise InputError(f"no segments in {lang!r}, only in {there or 'no language'}", path=path, hint=option)
    source = source_lang or (memory.source_lang if memory.source_lang in langs else None)
    others = [lang for lang in langs if lang not in (source, target_lang)]
    if source is None and target_lang is not None and len(others) == 1:
        source = others.pop()
    target = target_lang or (others[0] if source and len(others) == 1 else None)
    if source is None or target is None or source == target:
        message = f"which language is translated into which? here are {there or 'none'}"
        raise InputError(message, path=path, hint="give --source-lang and --target-lang")
    pairs = ((unit.get(source, ""), unit.get(target, "")) for unit in memory.units)
    return Bitext("", source, target, tuple(pair for pair in pairs if any(pair)))
