"""Where reports and messages go: reports whole or not at all, messages to standard error."""

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size

from transcheck.cli.options import Color
from transcheck.errors import UsageError

FILE_WIDTH = 100
"""Columns of a text report that goes to a file or a pipe."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A format and the file its report goes to; None is standard output."""

    format: str
    path: Path | None

    def color(self, when: Color) -> bool:
        """Whether to colour the report."""
        if when is not Color.AUTO:
            return when is Color.ALWAYS
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return self.path is None and not plain and sys.stdout.isatty()

    def width(self) -> int:
        """Columns to draw in."""
        if self.path is None and (sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()):
            return get_terminal_size((FILE_WIDTH, 24)).columns
        return FILE_WIDTH


def destinations(formats: Sequence[str], output: Path | None) -> list[Destination]:
    """One destination for each `NAME` or `NAME:FILE`. Raises UsageError where two would share a place."""
    found = []
    for value in formats:
        name, _, file = value.partition(":")
        found.append(Destination(name, Path(file) if file else output))
    paths = [None if d.path is None else d.path.absolute() for d in found]
    if len(set(paths)) < len(paths):
        raise UsageError("two reports would go to one place", hint="give each its file: --format json:out.json")
    for destination in found:
        _check(destination.path)
    return found


def _check(path: Path | None) -> None:
    if path is None:
        return
    if path.is_dir():
        raise UsageError("the output is a folder", path=str(path), hint="name a file")
    if not path.parent.is_dir():
        raise UsageError("the folder of the output does not exist", path=str(path), hint="make it first")
    if not os.access(path if path.exists() and not path.is_file() else path.parent, os.W_OK):
        raise UsageError("the output cannot be written", path=str(path), hint="choose another place")


def write(text: str, path: Path | None) -> None:
    """Writes a report as UTF-8: to a file by way of a temporary one beside it, or to standard output."""
    if path is None:
        _to_stdout(text)
        return
    try:
        _replace(text, path)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", path=str(path)) from error


def _replace(text: str, path: Path) -> None:
    if path.exists() and not path.is_file():
        path.write_text(text, "utf-8", "replace", "\n")  # a device or a pipe cannot be replaced
        return
    path = path.resolve()  # a link stays a link
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        # mkstemp makes files for the owner alone; a report gets the rights that any new file would have.
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _to_stdout(text: str) -> None:
    stream = sys.stdout
    # A terminal shows its own encoding; a program that reads us gets UTF-8, whatever the locale says.
    encoding = stream.encoding if stream.isatty() else "utf-8"
    try:
        stream.buffer.write(text.encode(encoding, "replace"))
        stream.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough; the interpreter must not complain again when it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(message: str) -> None:
    """One line on standard error."""
    from transcheck.report.terminal.display import plain

    print(f"transcheck: {plain(message)}", file=sys.stderr)
