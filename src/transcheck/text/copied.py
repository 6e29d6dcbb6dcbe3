"""Finds what stands word for word in two texts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from transcheck.model.text import Span
from transcheck.text.fold import fold
from transcheck.text.words import is_mark, tokens

_SEED = 3
"""Words in a row, or characters of an unspaced script, that must agree before a passage is looked for."""
_PLACES = 50
"""Places of one seed that are tried: a seed that is more frequent tells nothing."""
_GAP = 2
"""Words that may differ inside a passage, on either side: a name transliterated, a date written out."""
_NO_WORDS = regex.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]++@[\w-]+\.\w[\w.-]*|[#@]\w+"
    r"|(?<![\w-])(?<!\w\.)[\w-]++(?:\.[\w-]++)*?\.(?:com|org|net|gov|info|eu)\b\S*"
)
"""Addresses, handles and hashtags stay as they are in every language."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One passage and its double in the other text."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class _Unit:
    folded: str
    span: Span


def plain_words(text: str, span: Span) -> list[Span]:
    """The words in `span`, addresses and hashtags left out; in unspaced scripts every character is one."""
    return [unit.span for unit in _units(text, span)]


def _units(text: str, span: Span) -> list[_Unit]:
    part = span.of(text)
    skipped = [Span(*m.span()) for m in _NO_WORDS.finditer(part)]
    units: list[_Unit] = []
    for token in tokens(part):
        surface = token.span.of(part)
        if is_mark(surface) or any(token.span.overlaps(s) for s in skipped):
            continue
        start = token.span.start + span.start
        if token.unspaced:
            units += [_Unit(fold(c), Span(at, at + 1)) for at, c in enumerate(surface, start)]
        else:
            units.append(_Unit(fold(surface), Span(start, start + len(surface))))
    return units


class Copies:
    """Looks for passages of other texts in `text`."""

    def __init__(self, text: str) -> None:
        self._units = _units(text, Span(0, len(text)))
        self._seeds: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i in range(len(self._units) - _SEED + 1):
            self._seeds[self._seed(self._units, i)].append(i)

    @staticmethod
    def _seed(units: Sequence[_Unit], at: int) -> tuple[str, ...]:
        return tuple(unit.folded for unit in units[at : at + _SEED])

    def of(self, text: str, span: Span) -> list[Copy]:
        """The passages of `text` in `span` that stand here too, in order; small gaps are bridged."""
        units = _units(text, span)
        runs: list[tuple[int, int, int]] = []
        for here, there, length in self._runs(units):
            if runs and (joined := self._joined(runs[-1], here, there, length)):
                runs[-1] = joined
            else:
                runs.append((here, there, length))
        return [Copy(*self._spans(units, *run)) for run in runs]

    def _runs(self, units: Sequence[_Unit]) -> Iterator[tuple[int, int, int]]:
        """(first unit there, first unit here, length) of runs that agree, greedily from the left."""
        at = 0
        while at <= len(units) - _SEED:
            places = self._seeds.get(self._seed(units, at), ())
            found = [(self._length(units, at, place), -place) for place in places[:_PLACES]]
            if not found:
                at += 1
                continue
            length, place = max(found)
            yield at, -place, length
            at += length

    def _length(self, units: Sequence[_Unit], at: int, place: int) -> int:
        length = _SEED
        while (
            at + length < len(units)
            and place + length < len(self._units)
            and units[at + length].folded == self._units[place + length].folded
        ):
            length += 1
        return length

    @staticmethod
    def _joined(last: tuple[int, int, int], here: int, there: int, length: int) -> tuple[int, int, int] | None:
        """The run from the beginning of `last` to the end of the next one, if little lies between them."""
        first, place, before = last
        gap, jump = here - first - before, there - place - before
        if 0 <= gap <= _GAP and 0 <= jump <= _GAP:
            return first, place, here - first + length
        return None

    def _spans(self, units: Sequence[_Unit], here: int, there: int, length: int) -> tuple[Span, Span]:
        last = min(there + length, len(self._units)) - 1
        return (
            Span(units[here].span.start, units[here + length - 1].span.end),
            Span(self._units[there].span.start, self._units[last].span.end),
        )


def is_copied(copies: Copies, text: str, span: Span) -> bool:
    """Whether most words of `span` stand word for word, in longer passages, in the text of `copies`."""
    words = plain_words(text, span)
    found = copies.of(text, span)
    covered = sum(any(copy.here.contains(w) for copy in found) for w in words)
    return bool(words) and 2 * covered > len(words)
