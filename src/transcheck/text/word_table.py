"""Words of a table that stand whole, begin a longer word, or are followed by others without a space."""

from collections.abc import Mapping
from typing import TypeVar

V = TypeVar("V")
_UNSPACED = "\u1100"


def looked_up(word: str, exact: Mapping[str, V], stems: Mapping[str, V], longest: int) -> V | None:
    """What the folded `word` is: whole, by its longest stem, or in Chinese, Japanese and Korean, which write on without
    a space, by its longest beginning of at most `longest` signs; None if the tables have none."""
    if word in exact:
        return exact[word]
    for cut in range(len(word), 1, -1):
        if (found := stems.get(word[:cut])) is not None:
            return found
    if word[0] < _UNSPACED:
        return None
    return next((exact[word[:cut]] for cut in range(min(len(word), longest), 0, -1) if word[:cut] in exact), None)
