"""Finds negations by each language's table: words and endings that negate, and what may render one."""

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import regex

from transcheck.data import table
from transcheck.model.text import Span

_UNSPACED = frozenset({"zh", "ja"})
_KINDS = ("unless", "phrases", "plain", "weak", "answers")
"""Where two overlap, the earlier kind wins."""
_BETWEEN = regex.compile(r"(?: \p{L}{1,8})? ?")
"""What may stand between the two negations that make an affirmation: not to deny, no podía evitar."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word, ending or phrase of a sentence."""

    span: Span
    """In the article's text."""
    plain: bool
    """It negates a statement; otherwise it only may render a negation."""
    weak: bool = False
    """It has a negation in its meaning."""
    far: bool = False
    """It negates a whole clause and so answers a negation anywhere in its sentence: unless, if ... not."""


@cache
def _patterns(lang: str) -> dict[str, regex.Pattern[str]]:
    entry = table("negation").get(lang, {})
    before, after = ("", "") if lang in _UNSPACED else (r"(?<![\p{L}\p{M}\p{N}])", r"(?![\p{L}\p{M}\p{N}])")
    same = {ord(group[0]): f"(?:{'|'.join(group)})" for group in entry.get("same", "").split()}
    return {
        kind: regex.compile(f"{before}(?:{'|'.join(entry[kind])}){after}".translate(same), regex.IGNORECASE)
        for kind in _KINDS
        if kind in entry
    }


def negations(text: str, span: Span, lang: str) -> list[Cue]:
    """The cues in `span` of `text`, in order; none for a language without a table.

    A negation right before a word that has one in its meaning affirms (never to stop, nicht zu leugnen): neither is
    plain, for the other side may say it without any (will go on).
    """
    found: list[Cue] = []
    for kind, pattern in _patterns(lang).items():
        spans = (Span(*m.span()) for m in pattern.finditer(text, span.start, span.end))
        found += [
            Cue(s, kind == "plain", kind == "weak", kind == "unless")
            for s in spans
            if not any(s.overlaps(other.span) for other in found)
        ]
    found.sort(key=lambda cue: cue.span)
    undone = {a.span for a, b in pairwise(found) if _affirm(text, a, b)}
    return [replace(cue, plain=cue.plain and cue.span not in undone) for cue in found]


def _affirm(text: str, first: Cue, second: Cue) -> bool:
    """Whether two cues in a row undo each other."""
    return first.plain and second.weak and bool(_BETWEEN.fullmatch(text, first.span.end, second.span.start))


def is_joined(lang: str) -> bool:
    """Whether a negation is part of its verb's word, so that its link is the verb's."""
    return bool(table("negation").get(lang, {}).get("joined"))


def is_exact(lang: str) -> bool:
    """Whether a negation that is part of its verb's word is known so exactly that it may count by itself."""
    return bool(table("negation").get(lang, {}).get("exact"))


def stands_before(lang: str) -> bool:
    """Whether a negation stands right before the word that it negates."""
    return bool(table("negation").get(lang, {}).get("before"))
