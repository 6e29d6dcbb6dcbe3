"""The style memory of `gate`: read before a batch, written after it."""

from pathlib import Path

from transcheck.cli.output import check_writable, say, write
from transcheck.errors import UsageError
from transcheck.model.terms import Glossary
from transcheck.model.usage import Usage


def remembered(path: Path | None, *, updating: bool) -> tuple[Glossary, ...]:
    """What people decided in the memory, as a glossary; () without a memory.

    Raises InputError for a bad line, UsageError where there is no such file, unless the run is `updating` it.
    """
    if path is None:
        return ()
    if not updating and not path.exists():  # a mistyped name must not look like a memory that is kept to
        raise UsageError("there is no such memory", path=str(path), hint="make it with --update-memory")
    from transcheck.glossary.memory import decided
    from transcheck.read.memory import read_memory

    return (decided(read_memory(path), str(path)),)


def to_update(path: Path | None) -> Path:
    """The memory's file. Raises UsageError if none was named, or it cannot be written."""
    if path is None:
        raise UsageError("there is no memory to update", hint="name its file: --memory style.tsv")
    check_writable(path)
    return path


def remember(path: Path, usage: Usage, *, quiet: bool) -> None:
    """Adds what the articles agree on to the memory, and unless `quiet` says how much that is."""
    from transcheck.glossary.memory import dumps, updated
    from transcheck.read.memory import read_memory

    before = read_memory(path)
    after = updated(before, usage)
    write(dumps(after), path)
    if quiet:
        return
    added = len(after) - len(before)
    proposed = "1 rendering" if added == 1 else f"{added} renderings"
    say(f"note: {path}: {proposed} proposed; those that shall decide need the status preferred")
