"""Remembers what was found out about the document that is being looked at."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

D = TypeVar("D")
T = TypeVar("T")


def of_latest(make: Callable[[D], T]) -> Callable[[D], T]:
    """`make`, which remembers its result for the last document (by identity): the rules ask for it in turn."""
    known: list[tuple[D, T]] = []

    @wraps(make)
    def found(doc: D) -> T:
        if not known or known[0][0] is not doc:
            known[:] = [(doc, make(doc))]
        return known[0][1]

    return found
