"""What kind of instrument a text says it speaks of: "the last bilateral disarmament treaty", договор о разоружении."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from transcheck.data import table
from transcheck.model.text import Span
from transcheck.text.fold import fold, fold_with_offsets
from transcheck.text.title_words import PACKED, compound, head_groups, title_words, word_forms
from transcheck.text.words import is_mark, tokens

DESCRIBED = frozenset({"treaty", "agreement", "convention", "protocol", "memorandum", "declaration"})
"""Groups of head nouns whose kinds are compared; a law may be about anything."""
_QUOTES = frozenset("\"'«»“”„‘’‹›״׳-‐‑–")
_FORWARD, _BACKWARD, _PACKED_REACH = 3, 2, 12
"""Words that may stand between a head noun and the phrase after it, and before it; signs in scripts without spaces."""
_STOPS = frozenset("，。、；：！？,.;:!?（）()")

Forms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase that says of what kind an instrument is."""

    phrase: Span
    whole: Span
    """With the head noun, or with the title that it is said of."""
    kind: str


@cache
def fits(kind: str) -> frozenset[str]:
    """The kinds of instruments in the table that this description may stand for."""
    return frozenset(table("title_kinds")[kind]["fits"])


@cache
def _phrases(lang: str) -> tuple[tuple[str, tuple[Forms, ...]], ...]:
    """Kind and the forms that each word of the phrase may have; the longest phrases first."""
    found = [
        (kind, tuple(word_forms(word, lang) for word in _words_of(phrase)))
        for kind, row in table("title_kinds").items()
        for phrase in row["phrases"].get(lang, ())
    ]
    return tuple(sorted(found, key=lambda item: -len(item[1])))


def _words_of(text: str) -> list[str]:
    return [word for token in tokens(text) if not is_mark(word := token.span.of(text))]


@cache
def _signs(lang: str) -> tuple[tuple[str, str], ...]:
    rows = table("title_kinds").items()
    return tuple((kind, fold(phrase)) for kind, row in rows for phrase in row["phrases"].get(lang, ()))


def kinds_named(text: str, lang: str) -> frozenset[str]:
    """All kinds whose phrases stand anywhere in `text`, near a head noun or not."""
    if lang in PACKED:
        folded = fold(text)
        return frozenset(kind for kind, phrase in _signs(lang) if phrase in folded)
    words = _content(text, lang)
    spots = ((kind, phrase, at) for kind, phrase in _phrases(lang) for at in range(len(words)))
    return frozenset(kind for kind, phrase, at in spots if _stands(words, at, phrase, lang))


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    text: str


def _content(text: str, lang: str) -> list[_Word]:
    """The words of `text` without marks and link words."""
    links = title_words(lang).links
    words = (_Word(t.span, t.span.of(text)) for t in tokens(text))
    return [word for word in words if not is_mark(word.text) and fold(word.text) not in links]


def _stands(words: Sequence[_Word], at: int, phrase: tuple[Forms, ...], lang: str) -> bool:
    window = words[at : at + len(phrase)]
    return len(window) == len(phrase) and all(
        not forms.isdisjoint(word_forms(word.text, lang)) for word, forms in zip(window, phrase, strict=True)
    )


def descriptions(text: str, lang: str, titles: Sequence[Span] = ()) -> tuple[Description, ...]:
    """The descriptions in one sentence, in order, the longest of those that overlap.

    `titles` are the spans of titles of which something may be said.
    """
    found = _packed(text, lang, titles) if lang in PACKED else _spaced(text, lang, titles)
    kept: list[Description] = []
    for one in sorted(set(found), key=lambda d: (-len(d.phrase), len(d.whole), d.phrase, d.whole)):
        if not any(one.phrase.overlaps(other.phrase) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda d: d.phrase))


def _spaced(text: str, lang: str, titles: Sequence[Span]) -> Iterator[Description]:
    words = _content(text, lang)
    for anchor in _anchors(words, lang, titles):
        inside = [i for i, word in enumerate(words) if anchor.overlaps(word.span)]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        for kind, phrase in _phrases(lang):
            starts = [*range(last + 1, last + 2 + _FORWARD)]
            if title_words(lang).order != "first":
                starts += range(max(0, first - len(phrase) - _BACKWARD), first)
            for at in starts:
                if not _stands(words, at, phrase, lang):
                    continue
                span = Span(words[at].span.start, words[at + len(phrase) - 1].span.end)
                if at > last and _joined(text, anchor.end, span.start, words[last + 1 : at], lang):
                    yield Description(span, Span(anchor.start, span.end), kind)
                elif span.end <= anchor.start and _joined(text, span.end, anchor.start, [], lang):
                    yield Description(span, Span(span.start, anchor.end), kind)
    for at, word in enumerate(words):
        for kind, phrase in _phrases(lang):
            if len(phrase) == 1 and compound(word.text, lang) and _stands(words, at, phrase, lang):
                yield Description(word.span, word.span, kind)


def _anchors(words: Sequence[_Word], lang: str, titles: Sequence[Span]) -> list[Span]:
    """The head nouns, and the titles."""
    heads = [word.span for word in words if head_groups(word.text, lang) & DESCRIBED]
    return [*(head for head in heads if not any(head.overlaps(title) for title in titles)), *titles]


def _joined(text: str, start: int, end: int, between: Sequence[_Word], lang: str) -> bool:
    """Whether no mark but quotes and hyphens, and no other head noun, stands there."""
    marks = [c for c in text[start:end] if not c.isspace() and not c.isalnum() and is_mark(c)]
    return all(c in _QUOTES for c in marks) and not any(head_groups(word.text, lang) for word in between)


def _packed(text: str, lang: str, titles: Sequence[Span]) -> Iterator[Description]:
    folded = fold_with_offsets(text)
    heads = sorted((h for h, g in title_words(lang).heads.items() if g & DESCRIBED), key=len, reverse=True)
    anchors = [*titles, *(folded.original(at, at + len(head)) for head in heads for at in _all(folded.text, head))]
    for kind, phrase in _signs(lang):
        for at in _all(folded.text, phrase):
            span = folded.original(at, at + len(phrase))
            after = [a for a in anchors if a.end > span.end and a.start - span.end <= _PACKED_REACH]
            anchor = min(after, key=lambda a: (a.start, -len(a)), default=None)
            if anchor and not _STOPS & set(text[span.end : anchor.start]):
                yield Description(span, Span(min(span.start, anchor.start), anchor.end), kind)


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
