"""Finds passages in a script that their language is not written in."""

from functools import cache

import regex

from transcheck.model.text import Span
from transcheck.text.copied import plain_words
from transcheck.text.langs import languages

_GAP = 4
"""Names, acronyms and numbers that may stand in a row inside a passage."""


@cache
def _scripts(lang: str) -> tuple[str, ...]:
    known = languages().get(lang)
    return known.scripts if known else ()


@cache
def _letter(scripts: tuple[str, ...]) -> regex.Pattern[str] | None:
    return regex.compile("[" + "".join(rf"\p{{Script={s}}}" for s in scripts) + "]") if scripts else None


def _only(source: str, target: str) -> tuple[str, ...]:
    """Scripts that `source` has and `target` has not."""
    return tuple(s for s in _scripts(source) if s not in _scripts(target))


@cache
def _between(target: str) -> regex.Pattern[str]:
    """Words that may be part of a passage in another script than that of `target`."""
    return regex.compile(r"\p{N}.*" if "Latin" not in _scripts(target) else r"\p{N}.*|\p{Lu}.*", regex.DOTALL)


def share_scripts(source: str, target: str) -> bool:
    """Whether a text of one language can be taken for one of the other by its letters alone."""
    return not set(_scripts(source)).isdisjoint(_scripts(target))


def foreign_runs(text: str, span: Span, source: str, target: str) -> list[Span]:
    """Stretches of `span` in scripts that `source` has and `target` has not, from first to last word, in order.

    Numbers may stand inside a stretch, and capitalised words where the target has Latin letters: names, acronyms.
    """
    letter, between = _letter(_only(source, target)), _between(target)
    if letter is None or not letter.search(text, span.start, span.end):
        return []
    runs: list[tuple[int, int]] = []
    words = plain_words(text, span)
    gap = 0
    for number, word in enumerate(words):
        if letter.search(text, word.start, word.end):
            if runs and gap <= _GAP:
                runs[-1] = (runs[-1][0], number)
            else:
                runs.append((number, number))
            gap = 0
        else:
            gap += 1 if between.fullmatch(text, word.start, word.end) else _GAP + 1
    return [Span(words[first].start, words[last].end) for first, last in runs]


def in_source_script(text: str, source: str, target: str) -> str:
    """The words of `text` in scripts of `source` (only its own, where `target` shares none), other letters cut off."""
    letter = _letter(_scripts(source) if share_scripts(source, target) else _only(source, target))
    words = [word.of(text) for word in plain_words(text, Span(0, len(text)))]
    return " ".join(words if letter is None else filter(None, ("".join(letter.findall(w)) for w in words)))
