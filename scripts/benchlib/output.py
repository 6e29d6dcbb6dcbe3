"""Tables on standard output and frozen results as JSON."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any


def say(message: str) -> None:
    """One line of progress on standard error."""
    print(message, file=sys.stderr, flush=True)


def cell(value: object) -> str:
    """A value as it stands in a table; None is a dash."""
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns in line: the first to the left, the others to the right."""
    texts = [list(heads), *([cell(value) for value in row] for row in rows)]
    widths = [max(len(row[i]) for row in texts) for i in range(len(heads))]
    out = []
    for row in texts:
        cells = [
            row[0].ljust(widths[0]),
            *(value.rjust(width) for value, width in zip(row[1:], widths[1:], strict=True)),
        ]
        out.append("  ".join(cells).rstrip())
    out.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(out)


def write_json(result: Mapping[str, Any], path: Path | None) -> None:
    """Writes the result where --json says, if it does."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


def rounded(value: Any, digits: int = 4) -> Any:
    """`value` with every float in it rounded, for frozen results."""
    if isinstance(value, float):
        return round(value, digits)
    if isinstance(value, Mapping):
        return {key: rounded(item, digits) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item, digits) for item in value]
    return value


def _numbers(value: Any, path: str = "") -> Iterator[tuple[str, float]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _numbers(item, f"{path}/{key}" if path else str(key))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path, float(value)


def differences(frozen: Mapping[str, Any], result: Mapping[str, Any]) -> list[tuple[str, float, float, float]]:
    """Every number that both results hold and that is not the same: its path, frozen, now, change."""
    before = dict(_numbers(frozen))
    return [
        (path, before[path], now, now - before[path])
        for path, now in _numbers(result)
        if path in before and now != before[path]
    ]


def print_differences(path: Path, result: Mapping[str, Any]) -> None:
    """Prints what changed against the frozen result in `path`."""
    changed = differences(json.loads(path.read_text("utf-8")), result)
    print(f"\nAgainst {path.name}: " + ("no figure differs" if not changed else f"{len(changed)} figures differ"))
    if changed:
        print(table(("figure", "frozen", "now", "change"), changed))
