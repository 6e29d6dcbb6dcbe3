"""How usual the letters of a word are in a text."""

import math
from collections import Counter
from collections.abc import Iterable

from transcheck.text.fold import fold


class Letters:
    """How usual the letter sequences of a word are in one text: a slip often makes one that no other word has."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = Counter(fold(word) for word in words)
        self._threes: Counter[str] = Counter()
        self._twos: Counter[str] = Counter()
        for word in self._words:
            self._threes.update(_threes(word))
            self._twos.update(three[:2] for three in _threes(word))

    def usual(self, word: str) -> float:
        """Mean decimal logarithm of the likelihood of each letter after the two before it, the word itself left out."""
        folded = fold(word)
        own, starts = Counter(_threes(folded)), Counter(three[:2] for three in _threes(folded))
        if folded not in self._words:
            own, starts = Counter(), Counter()
        likely = [
            (self._threes[three] - own[three] + 0.1) / (self._twos[three[:2]] - starts[three[:2]] + 3.0)
            for three in _threes(folded)
        ]
        return sum(map(math.log10, likely)) / max(len(likely), 1)


def _threes(word: str) -> list[str]:
    padded = f"  {word} "
    return [padded[at : at + 3] for at in range(len(padded) - 2)]
