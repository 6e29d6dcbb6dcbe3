"""How a result is to be shown."""

from collections.abc import Callable
from dataclasses import dataclass

from transcheck.model.result import BatchResult


@dataclass(frozen=True, slots=True)
class View:
    """What a renderer needs to know besides the result."""

    width: int = 100
    """Columns of the terminal."""
    color: bool = False
    verbose: bool = False
    """Everything: clean pairs, minor findings of passing pairs, evidence in full."""
    breaches: tuple[str, ...] | None = None
    """Why the run fails; () = it passes; None = nothing was asked to fail it."""


Renderer = Callable[[BatchResult, View], str]
"""Renders a result as one text that ends in a line break, or '' where there is nothing to say."""
