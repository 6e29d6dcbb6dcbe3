"""The report formats: each file here is one, named as `--format` names it, with a `render(result, view)`."""

import importlib
import pkgutil

from transcheck.errors import UsageError
from transcheck.report.view import Renderer


def names() -> tuple[str, ...]:
    """The names of all formats, without importing them."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__)))


def renderer(name: str) -> Renderer:
    """The renderer of a format. Raises UsageError for a name that is not one."""
    if name not in names():
        raise UsageError(f"unknown format {name!r}", hint=f"formats are {', '.join(names())}")
    render: Renderer = importlib.import_module(f"{__name__}.{name}").render
    return render
