"""Finds cues of speech: verbs of saying, `according to`, `in a statement:`; from the table `data/speech.toml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from math import ceil
from typing import Any

import regex

from transcheck.data import table
from transcheck.model.text import Span

_UNSPACED_LANGS = ("ja", "zh")
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’\u200c][\p{L}\p{M}\p{N}]+)*")
_UNSPACED_CHAR = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}々ー]")
_KATAKANA_RUN = regex.compile(r"[\p{Katakana}ー]+")
_HAN = regex.compile(r"[\p{Han}々]")
_HIRAGANA = regex.compile(r"\p{Hiragana}")
_HAN_PER_WORD, _HIRAGANA_PER_WORD = 2, 3
_MARKS = "[\u064b-\u065f\u0670\u0640]*"
_POINTED = regex.compile(_MARKS[:-1])
_SAME_LETTERS = {c: f"[{group}]" for group in ("اأإآٱ", "يىی", "كک", "هة") for c in group}


class CueKind(Enum):
    """What a cue is in its sentence."""

    VERB = 1
    NOUN = 2
    """What a quotation may stand in, before a colon: statement, letter."""
    SOURCE = 3
    """`according to` and its kin; the speaker follows it, in ja, ko, tr, hi stands before it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of speech in a text."""

    span: Span
    kind: CueKind
    bare: bool
    """Reported speech may follow without a word for `that`."""


def speech(lang: str) -> dict[str, Any]:
    """The language's part of the table, {} for a language that it does not know."""
    found = table("speech").get(lang, {})
    return dict(found)


@lru_cache(maxsize=4096)
def counted_words(text: str) -> int:
    """Words in `text`; two Han characters, three Hiragana or a run of Katakana count as one word."""
    spaced = sum(1 for m in _WORD.finditer(text) if not _UNSPACED_CHAR.match(m.group()))
    unspaced = len(_HAN.findall(text)) / _HAN_PER_WORD + len(_HIRAGANA.findall(text)) / _HIRAGANA_PER_WORD
    return spaced + len(_KATAKANA_RUN.findall(text)) + ceil(unspaced)


def word_spans(text: str, span: Span) -> list[Span]:
    """The words inside `span`, by white space and punctuation."""
    return [Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end)]


def cues(text: str, lang: str, span: Span) -> Iterator[Cue]:
    """Cues of speech inside `span`, in text order, longest form first."""
    pattern = _pattern(lang, _POINTED.search(text, span.start, span.end) is not None)
    if pattern is None:
        return
    bare = _bare(lang)
    for match in pattern.finditer(text, span.start, span.end):
        if match.lastgroup == "NONE":
            continue
        kind = CueKind[str(match.lastgroup)]
        at = Span(match.start(match.lastgroup), match.end(match.lastgroup))
        yield Cue(at, kind, kind is CueKind.VERB and bool(bare and bare.fullmatch(at.of(text))))


def that_after(text: str, lang: str, span: Span) -> Span | None:
    """The first word for `that` inside `span`; of one that is written on to the next word, its own letters only."""
    pattern = _that(lang)
    match = pattern.search(text, span.start, span.end) if pattern else None
    return Span(match.start(1), match.end(1)) if match else None


def is_stop(word: str, lang: str) -> bool:
    """Whether the name of a speaker ends before `word`."""
    return word.casefold() in _folded(lang, "stop")


def is_pronoun(word: str, lang: str) -> bool:
    """Whether `word` stands for a speaker without naming one."""
    return word.casefold() in _folded(lang, "pronouns")


def is_hearer(word: str, lang: str) -> bool:
    """Whether `word` names whom the speaker spoke to."""
    return word.casefold() in _folded(lang, "hearers")


def verb_last(lang: str) -> bool:
    """Whether the verb of saying closes its clause, after the speaker: ja, ko, tr, hi."""
    return bool(speech(lang).get("before")) or lang == "hi"


@cache
def _folded(lang: str, key: str) -> frozenset[str]:
    return frozenset(w.casefold() for form in speech(lang).get(key, ()) for w in form.split()[:1])


@cache
def _pattern(lang: str, pointed: bool) -> regex.Pattern[str] | None:
    """The cues of `lang`, for text with or without Arabic vowel signs: to allow for them takes three times as long."""
    entry = speech(lang)
    if not entry:
        return None
    groups = [("SOURCE", entry["sources"]), ("VERB", entry["verbs"]), ("NOUN", entry["nouns"])]
    groups = [("NONE", entry["within"]), *groups] if "within" in entry else groups
    branches = "|".join(f"(?P<{name}>{_alternatives(forms)})" for name, forms in groups)
    source = _bounded(branches, lang)
    return regex.compile(source if pointed else source.replace(_MARKS, ""), regex.IGNORECASE)


@cache
def _bare(lang: str) -> regex.Pattern[str] | None:
    forms = speech(lang).get("bare")
    return regex.compile(_alternatives(forms), regex.IGNORECASE) if forms else None


@cache
def _that(lang: str) -> regex.Pattern[str] | None:
    forms = speech(lang).get("that")
    if not forms:
        return None
    whole = [f for f in forms if not f.endswith("*")]
    joined = [f[:-1] for f in forms if f.endswith("*")]
    branches = [rf"{_alternatives(whole)}(?![\p{{L}}\p{{M}}])"] if whole else []
    branches += [rf"{_letters(f)}(?=[\p{{L}}“«„\"״])" for f in joined]
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])({'|'.join(branches)})", regex.IGNORECASE)


def _bounded(branches: str, lang: str) -> str:
    """Word boundaries for spaced scripts, with the clitics that are written on to a verb; Korean nouns take endings."""
    if lang in _UNSPACED_LANGS:
        return branches
    if lang == "ko":
        return rf"(?:{branches})"
    letters = speech(lang).get("letters", "")
    clitics = f"[{letters}]{{0,2}}" if letters else ""
    return rf"(?<![\p{{L}}\p{{M}}]){clitics}(?:{branches})(?![\p{{L}}\p{{M}}])"


def _alternatives(forms: list[str]) -> str:
    return "(?:" + "|".join(_letters(f) for f in sorted(forms, key=len, reverse=True)) + ")"


def _letters(form: str) -> str:
    """A pattern for one form: `*` any letters, `?` one; Arabic script with or without vowel signs and hamza."""
    out = []
    for char in form:
        if char == "*":
            out.append(r"[\p{L}\p{M}]*")
        elif char == "?":
            out.append(r"\p{L}")
        elif char == " ":
            out.append(r"[\s\u200c]+")
        elif "\u0600" <= char <= "\u06ff" and not "\u064b" <= char <= "\u0652":
            out.append(_SAME_LETTERS.get(char, char) + _MARKS)
        elif not "\u064b" <= char <= "\u0652":
            out.append(regex.escape(char))
    return "".join(out)
