"""Finds the line of a key in TOML text, which `tomllib` does not tell."""

import re
import tomllib
from collections.abc import Sequence

_HEADER = re.compile(r"^\s*\[\[?\s*([^\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_ASSIGNMENT = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


def line_of(text: str, keys: Sequence[str]) -> int:
    """1-based line where `keys` (a dotted path) is set, else where its nearest parent is, else 1."""
    best, best_depth = 1, 0
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            found = table = _parts(header[1])
        elif assignment := _ASSIGNMENT.match(line):
            found = table + _parts(assignment[1])
        else:
            continue
        depth = _shared(found, keys)
        if depth > best_depth:
            best, best_depth = number, depth
    return best


def _parts(dotted: str) -> tuple[str, ...]:
    """`rules."NAM001"` as ("rules", "NAM001"); () if it is not a key after all."""
    try:
        value = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str] = []
    while isinstance(value, dict):
        [(key, value)] = value.items()
        parts.append(key)
    return tuple(parts)


def _shared(found: Sequence[str], keys: Sequence[str]) -> int:
    depth = 0
    for left, right in zip(found, keys, strict=False):
        if left != right:
            break
        depth += 1
    return depth
