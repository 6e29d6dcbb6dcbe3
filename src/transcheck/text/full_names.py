"""Where words stand in people's full names: Wayde Sims and Will Wade are two people, however like the words are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from transcheck.model.terms import Kind, NameLink
from transcheck.model.text import ArticlePair, Span
from transcheck.text.fold import fold
from transcheck.text.known_names import words
from transcheck.text.scripts import unspaced

_FIRST, _LAST = "first", "last"


class FullNames:
    """The places of words in the linked full names of people in one translation."""

    def __init__(self, wholes: Sequence[NameLink], pair: ArticlePair) -> None:
        self._places: dict[str, set[str]] = defaultdict(set)
        for whole in wholes:
            if whole.kind is Kind.PERSON and (spans := _in_order(whole, pair)):
                self._places[fold(spans[0].of(pair.target.text))].add(_FIRST)
                self._places[fold(spans[-1].of(pair.target.text))].add(_LAST)

    def apart(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether one word is only ever a given name and the other only a family name, as far as full names tell."""
        ours, theirs = (set().union(*(self._places.get(fold(w), set()) for w in words)) for words in (first, second))
        return bool(ours and theirs) and ours.isdisjoint(theirs)


def _in_order(whole: NameLink, pair: ArticlePair) -> list[Span]:
    """The target's words of a name that has several, in one order on both sides and nothing between; else none."""
    parts = sorted(
        ((p.source.span.start, p.target.span) for p in whole.parts if p.source and p.target), key=lambda part: part[0]
    )
    spans = [span for _, span in parts]
    if len(spans) < 2 or spans != sorted(set(spans), key=lambda span: span.start):
        return []
    sides = ((whole.source, pair.source), (whole.target, pair.target))
    close = all(
        mention and (unspaced(article.lang) or len(words(mention.span.of(article.text))) == len(spans))
        for mention, article in sides
    )
    return spans if close else []
