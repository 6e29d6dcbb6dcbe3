"""Sentences omitted, added, left untranslated, replaced or negated in a clean translation.

Negations: in English, `not` is added after an auxiliary or taken away; in other languages that write it as a word, the
word is taken away where the English line has a negation too. Persian, Turkish, Japanese and Korean write it into the
verb, so that nothing is injected there.
"""

# ruff: noqa: E501 - a language is one line of the tables
import random
from collections.abc import Callable

import regex

from benchlib.inject_names import Named
from benchlib.inject_quotes import units
from benchlib.injected import Edit, Injected, edited, with_line, without_line
from transcheck.model.text import Span

LEAST = 8
"""Words of a sentence that is worth missing."""
_AUX = regex.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must)\b(?= \p{Ll})")
_NEGATED = regex.compile(r"\b(?:not|never|no|none|nobody|nothing|without|cannot|neither|nor|un\w+)\b|n['’]t\b", regex.I)
_NOT = {
    "en": r"(?<=\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|do|does|did)) not\b|(?<=\b(?:is|are|was|were|has|have|had|would|could|should|do|does|did))n['’]t\b",
    "ru": r"(?<=\s)не\s", "uk": r"(?<=\s)не\s", "de": r"\snicht\b", "es": r"(?<=\s)no\s", "ar": r"(?<=\s)(?:لم|لن|لا)\s",
    "he": r"(?<=\s)לא\s", "hi": r"\sनहीं(?=\s)", "fr": r"\spas\b", "zh": r"(?<!不)不(?=[会能是想要愿允同])|没(?=有)",
}  # fmt: skip


def _lines(doc: Named) -> list[int]:
    """Lines after the headline that are long enough on both sides."""
    pair = doc.pair
    return [
        n
        for n in range(1, len(pair.target))
        if units(pair.target[n], pair.target_lang) >= LEAST and units(pair.source[n], pair.source_lang) >= LEAST
    ]


def omitted(doc: Named, rng: random.Random) -> Injected | None:
    """A sentence is missing."""
    found = _lines(doc)
    if not found:
        return None
    line = rng.choice(found)
    return without_line(doc.pair, line, f"omitted: {doc.pair.source[line][:80]}")


def added(doc: Named, rng: random.Random) -> Injected | None:
    """A sentence of another article stands between two."""
    long = [text for text in doc.foreign if units(text, doc.pair.target_lang) >= LEAST]
    if not long or len(doc.pair.target) < 3:
        return None
    text = rng.choice(long)
    return with_line(doc.pair, rng.randrange(2, len(doc.pair.target)), text, f"added: {text[:80]}")


def untranslated(doc: Named, rng: random.Random) -> Injected | None:
    """A sentence stands in the source language."""
    found = _lines(doc)
    return _exchanged(doc, rng.choice(found), None, "untranslated") if found else None


def unrelated(doc: Named, rng: random.Random) -> Injected | None:
    """A sentence of another article, about as long, stands in a sentence's place."""
    found = _lines(doc)
    if not found:
        return None
    line = rng.choice(found)
    size = len(doc.pair.target[line])
    fitting = [text for text in doc.foreign if 0.7 * size <= len(text) <= 1.4 * size]
    return _exchanged(doc, line, rng.choice(fitting), "unrelated") if fitting else None


def _exchanged(doc: Named, line: int, text: str | None, what: str) -> Injected:
    new = doc.pair.source[line] if text is None else text
    span = Span(0, len(doc.pair.target[line]))
    return edited(doc.pair, [Edit(line, span, new)], f"{what}: {new[:80]}", (doc.pair.source_span(line),))


def negated(doc: Named, rng: random.Random) -> Injected | None:
    """A negation comes or goes."""
    lang = doc.pair.target_lang
    edits = []
    for line, text in enumerate(doc.pair.target):
        english = text if lang == "en" else doc.pair.source[line]
        negations = _NEGATED.findall(english)
        removed = list(regex.finditer(_NOT[lang], text)) if lang in _NOT and len(negations) == 1 else []
        if len(removed) == 1:
            edits.append((Edit(line, Span(*removed[0].span()), ""), f"negation taken away: {text[:80]}"))
        if lang == "en" and not negations and (aux := _AUX.search(text)):
            edits.append((Edit(line, Span(*aux.span()), aux.group() + " not"), f"negation added: {text[:80]}"))
    if not edits:
        return None
    edit, what = rng.choice(edits)
    return edited(doc.pair, [edit], what, (doc.pair.source_span(edit.line),))


KINDS: dict[str, Callable[[Named, random.Random], Injected | None]] = {
    "omitted": omitted,
    "added": added,
    "untranslated": untranslated,
    "unrelated": unrelated,
    "negated": negated,
}
