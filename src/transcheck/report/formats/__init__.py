"""The report formats: each file here is one, named as `--format` names it, with a class `Report` (see `view`)."""

import importlib
import pkgutil

from transcheck.errors import UsageError
from transcheck.report.view import Maker


def names() -> tuple[str, ...]:
    """The names of all formats, without importing them."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__)))


def maker(name: str) -> Maker:
    """What starts a report of a format. Raises UsageError for a name that is not one."""
    if name not in names():
        raise UsageError(f"unknown format {name!r}", hint=f"formats are {', '.join(names())}")
    found: Maker = importlib.import_module(f"{__name__}.{name}").Report
    return found
