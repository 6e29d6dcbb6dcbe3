"""Errors in quotations, injected into a clean translation. Quotations are found by their marks, in one line each.

Only a quotation of some length whose line has marks in the source too is changed; a line with several is left out.
Titles and short pieces between marks are no quotations and are not drawn. Limits: a quotation that spans lines is never
changed; a speaker is swapped only for a name with a verb of saying beside it, where the article has two such names.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

import regex

from benchlib.inject_names import Named, kin
from benchlib.injected import Edit, Injected, edited
from benchlib.names_english import Name
from transcheck.model.text import Span

_MARKS = '"“”„«»「」『』״'
_QUOTED = regex.compile(
    r"“([^“”\"]+)[”\"]|[”](?=\S)([^“”]+)[“”]|\"([^\"“”]+)[\"”]|«([^«»]+)»|„([^„“”\"]+)[“”\"]|「([^「」]+)」"
)
_HOUSE = {
    "en": "“”", "de": "„“", "fr": "«»", "ru": "«»", "uk": "«»", "fa": "«»", "es": "«»", "zh": "“”", "ja": "「」",
    "ko": "“”", "he": "\"\"", "ar": "\"\"", "tr": "“”", "hi": "“”",
}  # fmt: skip
UNSPACED = ("zh", "ja")
_SAYING = (
    "(?:said|says?|added|adds|wrote|writes|tweeted|explain(?:ed|s)|argue[ds]|insist(?:ed|s)|stated?|not(?:ed|es)|"
    "declared?|repl(?:ied|ies)|announced|warn(?:ed|s)|claim(?:ed|s)|admit(?:ted|s)|recall(?:ed|s)|continued|"
    "according to|stressed|confirm(?:ed|s)|joked|testified|commented|responded|suggest(?:ed|s)|asked|called)"
)
_SAYING_AFTER = regex.compile(rf"\s+(?:(?:also|has|had|later|then)\s+)?(?:{_SAYING}|told)\b")
_SAYING_BEFORE = regex.compile(rf"\b{_SAYING}\s+(?:\p{{Lu}}\p{{L}}*\.?\s+)?$")
PIECE = 6
"""English words from which a piece of a sentence between marks is a quotation whatever stands around it."""
SPEAKER_NEAR = 60
"""Characters between a quotation and the name of who says it."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in one target line."""

    line: int
    span: Span
    """With its marks."""
    content: Span


def units(text: str, lang: str) -> int:
    """Length in words; in Chinese and Japanese, two characters count as one."""
    return len(text) // 2 if lang in UNSPACED else len(text.split())


def _quotes(doc: Named, least: int) -> list[Quoted]:
    found = []
    for line, text in enumerate(doc.pair.target):
        matches = list(_QUOTED.finditer(text))
        if len(matches) != 1 or sum(text.count(m) for m in _MARKS) != 2:
            continue
        match = matches[0]
        content = next(Span(*match.span(n)) for n in range(1, 7) if match.group(n))
        marked = sum(doc.pair.source[line].count(m) for m in _MARKS) >= 2
        if (
            marked
            and not _no_quotation(doc, line, content.of(text))
            and units(content.of(text), doc.pair.target_lang) >= least
        ):
            found.append(Quoted(line, Span(*match.span()), content))
    return found


def _no_quotation(doc: Named, line: int, content: str) -> bool:
    """Whether the English words between the marks are a title (“Meet the Press”) or a short piece of a sentence.

    Scare quotes and names are dropped and unmarked freely by translators: a piece counts from six English words, or
    with a comma or full stop before the closing mark, as after speech.
    """
    english = content if doc.pair.target_lang == "en" else doc.pair.source[line]
    found = _QUOTED.search(english) if doc.pair.target_lang != "en" else None
    words = (found.group()[1:-1] if found else english).split()
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    title = len(long) > 1 and all(w[0].isupper() for w in long)
    piece = len(words) < PIECE and not (words and words[-1].endswith((",", ".", "!", "?")))
    return title or piece


def _picked(
    doc: Named, found: list[Quoted], rng: random.Random, edit: Callable[[Quoted, str], Edit], what: str
) -> Injected | None:
    if not found:
        return None
    quote = rng.choice(found)
    text = doc.pair.target[quote.line]
    shown = f"{what}: {quote.span.of(text)[:60]}"
    return edited(doc.pair, [edit(quote, text)], shown, (doc.pair.source_span(quote.line),))


def dropped(doc: Named, rng: random.Random) -> Injected | None:
    """The quotation goes with its marks, the rest of the sentence stays; quotations that are the whole line are not."""
    lang = doc.pair.target_lang
    found = [
        q
        for q in _quotes(doc, 4)
        if units(doc.pair.target[q.line], lang) - units(q.span.of(doc.pair.target[q.line]), lang) > 2
    ]
    return _picked(doc, found, rng, lambda q, _: Edit(q.line, q.span, ""), "dropped")


def unmarked(doc: Named, rng: random.Random) -> Injected | None:
    """The marks go, the words stay."""
    return _picked(doc, _quotes(doc, 4), rng, lambda q, text: Edit(q.line, q.span, q.content.of(text)), "unmarked")


def shortened(doc: Named, rng: random.Random) -> Injected | None:
    """The second half of the quotation goes."""

    def halved(quote: Quoted, text: str) -> Edit:
        content = quote.content.of(text)
        if doc.pair.target_lang in UNSPACED:
            kept = content[: len(content) // 2]
        else:
            words = content.split(" ")
            kept = " ".join(words[: len(words) // 2]).rstrip(",;:،")
        return Edit(quote.line, quote.content, kept)

    return _picked(doc, _quotes(doc, 12), rng, halved, "shortened")


def put_in_marks(doc: Named, rng: random.Random) -> Injected | None:
    """The last two thirds of a sentence without marks on either side become a quotation."""
    lang = doc.pair.target_lang
    edits = []
    for line, text in enumerate(doc.pair.target):
        bare = not any(m in text + doc.pair.source[line] for m in _MARKS + "'‘’‚‹›“”")
        if line and bare and units(text, lang) >= 12:
            edits.append(_marked(line, text, lang))
    if not edits:
        return None
    edit = rng.choice(edits)
    return edited(doc.pair, [edit], f"marks: {edit.text[:60]}", (doc.pair.source_span(edit.line),))


def _marked(line: str | int, text: str, lang: str) -> Edit:
    opening, closing = _HOUSE[lang]
    end = len(text.rstrip()) - len(regex.search(r"[.。।!?…]*$", text.rstrip()).group())
    if lang in UNSPACED:
        start = len(text) // 3
    else:
        words = text.split(" ")
        start = len(" ".join(words[: len(words) // 3])) + 1
    return Edit(int(line), Span(start, end), opening + text[start:end] + closing)


def speaker(doc: Named, rng: random.Random) -> Injected | None:
    """The person named beside a quotation as saying it becomes another person whom the article names as saying things.

    Who speaks is told from the English line, whichever side that is: a verb of saying stands right beside the name.
    """
    speakers = [n for n in doc.wholes if n.person and _says(doc, n)]
    choices = []
    for line, text in enumerate(doc.pair.target):
        quotes = [Span(*m.span()) for m in _QUOTED.finditer(text) if units(m.group(), doc.pair.target_lang) >= 4]
        inside = [n for n in doc.wholes if n.line == line]
        beside = [n for n in speakers if n in inside and _beside(n, quotes)]
        there = {word for n in inside for word in kin(doc, n)}
        others = [n for n in speakers if not set(n.key.lower().split()) & there]
        choices += [(beside[0], other) for other in others if len(beside) == 1]
    if not choices:
        return None
    name, other = rng.choice(choices)
    what = f"speaker: {name.text} > {other.text}"
    return edited(doc.pair, [Edit(name.line, name.span, other.text)], what, (doc.pair.source_span(name.line),))


def _says(doc: Named, name: Name) -> bool:
    """Whether a verb of saying stands right beside the name in the English line: “Clark said”, “added Greg Clark”."""
    if doc.pair.target_lang == "en":
        line, spans = doc.pair.target[name.line], [name.span]
    else:
        line = doc.pair.source[name.line]
        spans = [s for k in name.key.split() if (s := doc.source.get((name.line, k))) is not None]
    if not spans:
        return False
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return bool(_SAYING_BEFORE.search(line, 0, start) or _SAYING_AFTER.match(line, end))


def _beside(name: Name, quotes: list[Span]) -> bool:
    """Whether the name stands near one of the quotations, and inside none."""
    gaps = [max(q.start - name.span.end, name.span.start - q.end) for q in quotes]
    return bool(gaps) and 0 <= min(gaps) <= SPEAKER_NEAR


KINDS: dict[str, Callable[[Named, random.Random], Injected | None]] = {
    "quote-dropped": dropped,
    "quote-unmarked": unmarked,
    "quote-added": put_in_marks,
    "quote-shortened": shortened,
    "speaker-swapped": speaker,
}
