"""Sentences of a paragraph: sentencex, with its false splits mended and quotation marks kept with what they close."""

from collections.abc import Iterator
from functools import cache

import regex

from transcheck.data import table
from transcheck.model.text import Span
from transcheck.text.lines import columns, has_words, stripped
from transcheck.text.marks import Marks, find_marks

_UNREADABLE = regex.compile("[\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_SURROGATE = regex.compile("[\ud800-\udfff]")
_INITIAL = regex.compile(r"(?:^|[\s(\[«“\"'.‏‎־-])[\p{Lu}\p{Lo}]\.$")
_ORDINAL = regex.compile(r"(?<![\p{N}.,:])\d{1,2}\.$")
_MISSED = regex.compile(r"[。！？｡]++|(?:[!?؟][\"”»’]*+|\.[\"”»’]++|[\p{Ll}\p{Lo}\p{M}]{5}\.)\s++(?=\p{Nd})")
"""Ends that the library passes over, most of them before a digit; five letters are hardly an abbreviation."""
_WINDOW = 5_000
_STOP = regex.compile(r"(?<=[\p{L}\p{M}]{3})[.!?؟।]\s++(?=[\p{Lu}\p{Lo}])|[。！？]++")
_GERSHAYIM = regex.compile('(?<=[א-ת])"(?=[א-ת])')
_CLAUSE_MARKS = ",;:،؛，；：、"
_LONGEST_WHOLE_QUOTE = 80
"""Columns: a quotation no longer than this stays one segment; sentences inside longer ones are split."""


def sentences(text: str, span: Span, lang: str) -> Iterator[Span]:
    """The sentences of the paragraph `span` of `text`, without white space at their ends; every letter is in one."""
    paragraph = span.of(text)
    start = 0
    for cut in (*_cuts(paragraph, lang), len(paragraph)):
        found = stripped(text, Span(span.start + start, span.start + cut))
        if len(found):
            yield found
        start = cut


def _cuts(paragraph: str, lang: str) -> list[int]:
    """Offsets at which a sentence ends and another begins."""
    marks = find_marks(paragraph)
    quotes = marks.quotes
    short = [quote for quote in quotes if columns(quote.of(paragraph), _LONGEST_WHOLE_QUOTE) <= _LONGEST_WHOLE_QUOTE]
    whole_quotes = set(short)
    cuts = _proposed(paragraph, lang)
    for quote in quotes:
        if quote not in whole_quotes:
            inner = paragraph[quote.start + 1 : quote.end - 1]
            cuts |= {quote.start + 1 + cut for cut in _proposed(inner, lang)}
    kept: list[int] = []
    last_word = next((i for i in range(len(paragraph) - 1, -1, -1) if paragraph[i].isalnum()), -1)
    closed = 0
    for cut in sorted({_beside_marks(paragraph, cut, marks) for cut in cuts}):
        while closed < len(short) and short[closed].end <= cut:
            closed += 1
        inside = closed < len(short) and short[closed].start < cut
        begin = kept[-1] if kept else 0
        whole = cut <= last_word and has_words(paragraph[begin:cut])
        if whole and not inside and not _goes_on(paragraph, begin, cut, lang):
            kept.append(cut)
    return kept


def _proposed(paragraph: str, lang: str) -> set[int]:
    """sentencex's boundaries and those it misses, as offsets between 0 and the length, both excluded."""
    from sentencex import get_sentence_boundaries

    # Same length, so that offsets stay. The library refuses surrogates, reads line ends as ends of paragraphs, and
    # takes the mark inside a Hebrew acronym for a quotation mark.
    readable = _SURROGATE.sub("\ufffd", _UNREADABLE.sub(" ", paragraph))
    readable = _GERSHAYIM.sub("״", readable)
    cuts: set[int] = set()
    for start, end, is_boundary in _windows(readable):
        found = get_sentence_boundaries(lang, readable[start:end])
        cuts |= {start + int(sentence["start_index"]) for sentence in found if sentence["start_index"]}
        cuts |= {end} if is_boundary else set()
    cuts |= {match.end() for match in _MISSED.finditer(readable)}
    return {cut for cut in cuts if 0 < cut < len(paragraph)}


def _windows(paragraph: str) -> Iterator[tuple[int, int, bool]]:
    """Ranges of at most _WINDOW code points: the library's time grows with the square of the quotation marks in a text.

    One ends with a sentence where that can be, which then is a boundary like the library's own.
    """
    start = 0
    while len(paragraph) - start > _WINDOW:
        ends = [match.end() for match in _STOP.finditer(paragraph, start + _WINDOW // 2, start + _WINDOW)]
        end = ends[-1] if ends else start + _WINDOW
        yield start, end, bool(ends)
        start = end
    yield start, len(paragraph), False


def _beside_marks(paragraph: str, cut: int, marks: Marks) -> int:
    """`cut`, moved so that closing marks stay with the sentence before it and opening ones with the sentence behind."""
    place = behind = cut
    while place < len(paragraph) and (place in marks.closing or paragraph[place].isspace()):
        place += 1
        behind = place if place - 1 in marks.closing else behind
    if behind > cut:
        return behind
    place = cut
    while place > 0 and paragraph[place - 1].isspace():
        place -= 1
    return place - 1 if place - 1 in marks.opening else cut


def _goes_on(paragraph: str, begin: int, cut: int, lang: str) -> bool:
    """Whether the sentence that began at `begin` goes on behind `cut`, so that the split was false."""
    before = paragraph[max(begin, cut - 60) : cut].rstrip()
    after = paragraph[cut : cut + 40].lstrip()
    first = after.lstrip("\"'“„«‹(—–- ")[:1]
    marks = table("sentences")["marks"]
    if after[0] in _CLAUSE_MARKS or (first.islower() and before[-1:] not in "।۔。"):
        return True
    if before[-1:] in marks["closing"]:
        gap = paragraph[cut - 1].isspace() or paragraph[cut].isspace()
        pattern = _after_quote(lang)
        if not gap and before.rstrip(marks["closing"])[-1:] not in marks["final"]:
            return True
        return bool(pattern and pattern.match(f"{' ' if gap else ''}{after}"))
    if lang in table("sentences")["ordinals"]["langs"] and _ORDINAL.search(before):
        return True
    return before.endswith(".") and (_abbreviated(before, lang) or bool(_INITIAL.search(before)))


def _abbreviated(before: str, lang: str) -> bool:
    data = table("sentences")
    words = before[:-1].replace("\u200f", "").lower().split()
    if not words:
        return False
    word = words[-1].lstrip("\"'“„«‹([")
    if word in data["never_final_unless_after_number"].get(lang, ()):
        return not (len(words) > 1 and words[-2][-1].isdigit())
    return word in data["never_final"].get(lang, ()) or " ".join(words[-2:]) in data["never_final"].get(lang, ())


@cache
def _after_quote(lang: str) -> regex.Pattern[str] | None:
    source = table("sentences")["goes_on_after_quote"].get(lang)
    return regex.compile(source) if source else None
