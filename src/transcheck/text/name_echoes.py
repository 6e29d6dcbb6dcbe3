"""Words of a cased translation that are nearly a name which stands elsewhere in it, where the source has that name.

The evidence does not rest on the word's own link, which a misspelling breaks: the sentence's source has a word that
sounds like the usual form or that the usual form renders elsewhere, and the usual form is missing from the sentence.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from transcheck.model.prepared import Prepared
from transcheck.model.text import Side, Span
from transcheck.text.affixes import bare_forms
from transcheck.text.fold import fold
from transcheck.text.name_forms import Names
from transcheck.text.phonetic import similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import glued, same_form, slip

SHORTEST = 5
"""Letters that a form needs: shorter ones resemble too many others (Jong, Yong)."""
FITS = 0.8
"""Similarity of sound from which a word may be a fair rendering of its own source word."""
SOUNDS = 0.7
"""Similarity of sound from which a source word has the name."""
AKIN = 0.85
"""Similarity of sound from which two source words are two spellings of one name."""
NOISE = 0.05
"""Differences of sound below this say nothing."""
PIECES = range(2, 6)
"""Characters of a name in a source without spaces."""
_RUN = regex.compile(r"[\p{Han}\p{Katakana}ー]+")


@dataclass(frozen=True, slots=True)
class Echo:
    """A word that is nearly a name of the article."""

    word: Span
    usual: str
    others: tuple[Span, ...]
    """Where the usual form stands."""
    source: Span
    """What it renders."""


class Echoes:
    """Finds them in one pair."""

    def __init__(self, doc: Prepared, names: Names) -> None:
        self.doc, self.names = doc, names
        self.text, self.lang = doc.pair.target.text, doc.pair.target.lang
        self._pieces = unspaced(doc.pair.source.lang)
        self._cased = any(w.of(doc.pair.source.text)[:1].isupper() for w in doc.source_words)
        self.places: dict[str, list[Span]] = defaultdict(list)
        for span in doc.target_words:
            word = span.of(self.text)
            if len(word) >= SHORTEST and word[0].isupper() and not word.isupper():
                self.places[word].append(span)
        lower = {fold(w) for w in (s.of(self.text) for s in doc.target_words) if w[:1].islower()}
        self.forms = [word for word in self.places if fold(word) not in lower]
        self.keys: dict[str, set[str]] = defaultdict(set)
        for key, links in names.by_key.items():
            for link in links:
                self.keys[names.target(link)].add(key)

    def find(self) -> Iterator[Echo]:
        """In order of the text."""
        for rare in self.forms:
            spans = self.places[rare]
            for usual in self._like(rare) if len(spans) <= 2 else ():
                found = [echo for span in spans if (echo := self._echo(span, rare, usual))]
                if found:
                    yield from found
                    break

    def _like(self, rare: str) -> list[str]:
        """Forms of which `rare` may be a slip, commonest first."""
        found = [
            form
            for form in self.forms
            if form != rare
            and abs(len(form) - len(rare)) <= 2
            and len(self.places[form]) >= len(self.places[rare])
            and slip(form, rare)
            and not same_form(form, rare, self.lang)
            and not glued(form, rare, self.lang)
            and not self._compared(form, rare)
        ]
        return sorted(found, key=lambda form: -len(self.places[form]))

    def _compared(self, form: str, rare: str) -> bool:
        """Whether one source word has both renderings, which is NAM001's; a piece of a word is no word."""
        return any(len(key) > 1 or not self._pieces for key in self.keys[form] & self.keys[rare])

    def _echo(self, span: Span, rare: str, usual: str) -> Echo | None:
        bead = self.doc.bead_at(Side.TARGET, span.start)
        here = self.doc.bead_span(bead, Side.SOURCE) if bead is not None else None
        there = self.doc.bead_span(bead, Side.TARGET) if bead is not None else None
        if here is None or there is None:
            return None
        sources = list(self._sources(here, usual, rare))
        present = sum(
            same_form(self.doc.target_words[w].of(self.text), usual, self.lang)
            for w in self.doc.word_range(Side.TARGET, there)
        )
        if len(sources) <= present:
            return None
        return Echo(span, usual, tuple(self.places[usual]), sources[0])

    def _sources(self, here: Span, usual: str, rare: str) -> Iterator[Span]:
        """Words of this stretch of the source that have the name which `usual` renders."""
        text = self.doc.pair.source.text
        if self._pieces:
            name = self._piece(usual, here.of(text), rare)
            start = text.find(name, here.start, here.end) if name else -1
            while start >= 0:
                yield Span(start, start + len(name))
                start = text.find(name, start + len(name), here.end)
            return
        keyed = {fold(self.names.source(o)) for key in self.keys[usual] for o in self.names.by_key[key]}
        words = [self.doc.source_words[w] for w in self.doc.word_range(Side.SOURCE, here)]
        named = [w for w in words if len(w) > 2 and (w.of(text)[0].isupper() or not self._cased)]
        found = []
        for span in named:
            sound, own = self._sound(span, usual), self._sound(span, rare)
            known = fold(span.of(text)) in keyed or (sound > own and own < FITS)
            if sound >= SOUNDS and (known or (sound >= own - NOISE and self._akin(span, keyed))):
                found.append(span)
        best = max((self._sound(w, rare) for w in found), default=0.0)
        explained = any(self._sound(w, rare) > max(best, FITS) for w in named if w not in found)
        yield from () if explained else found

    def _sound(self, source: Span, form: str) -> float:
        """How much a source word, clitics and endings on or off, sounds like a form."""
        word = source.of(self.doc.pair.source.text)
        return max(similarity(bare, form) for bare in (word, *bare_forms(word, self.doc.pair.source.lang)))

    def _akin(self, source: Span, keyed: set[str]) -> bool:
        """Whether a source word is another spelling of one that the usual form renders."""
        word = fold(source.of(self.doc.pair.source.text))
        return any(similarity(word, other) >= AKIN for other in keyed)

    def _piece(self, usual: str, here: str, rare: str) -> str:
        """The characters that this source sentence shares with those of the usual form, if they sound like it."""
        beads = Counter(self.doc.bead_at(Side.TARGET, span.start) for span in self.places[usual])
        texts = tuple(self.doc.bead_text(bead, Side.SOURCE) for bead in beads if bead is not None)
        piece = _shared_piece(usual, here, texts)
        return piece if similarity(piece, usual) >= similarity(piece, rare) - 0.2 else ""


@lru_cache(maxsize=4096)
def _shared_piece(usual: str, here: str, texts: tuple[str, ...]) -> str:
    best, rating = "", SOUNDS - 0.1
    for run in _RUN.findall(here):
        for size in PIECES:
            for at in range(len(run) - size + 1):
                piece = run[at : at + size]
                if all(piece in text for text in texts) and similarity(piece, usual) > rating:
                    best, rating = piece, similarity(piece, usual)
    return best
