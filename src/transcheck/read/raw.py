"""Bytes from disk, never more than a limit, and errors that say what stood in the way."""

from pathlib import Path

from transcheck.errors import InputError

MAX_FILE_BYTES = 8_000_000
"""An article, whose markup or encoding may take more room than its text."""
MAX_CONTAINER_BYTES = 16_000_000
"""A file of many articles, segments or rows: a message, a translation memory, a manifest."""
SPLIT = "split it into its articles"


def read_bytes(path: str | Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """The bytes of a file, not more than `limit`. Raises InputError where they cannot be had or are none."""
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            # Read one byte more than allowed, not the size on record: pipes and devices have none.
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError("no such file", path=name, hint="check the path") from None
    except IsADirectoryError:
        raise InputError(
            "a folder, not a file", path=name, hint="give a file; `transcheck gate` takes folders"
        ) from None
    except PermissionError:
        raise InputError("permission denied", path=name, hint="make the file readable") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"cannot be read: {why}", path=name, hint="check the path") from None
    if len(data) > limit:
        raise InputError(f"a file of more than {megabytes(limit)} (the limit)", path=name, hint=SPLIT)
    if not data:
        raise InputError("the file is empty", path=name, hint="give the article's text")
    return data


def megabytes(size: int) -> str:
    """A size in bytes for messages."""
    return f"{size / 1_000_000:.1f} MB"
