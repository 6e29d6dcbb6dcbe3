"""Words of a cased translation that are nearly a name which stands elsewhere in it, where the source has that name.

The evidence does not rest on the word's own link, which a misspelling breaks: the sentence's source has a word that
sounds like the usual form or that the usual form renders elsewhere, and the usual form is missing from the sentence.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from transcheck.data import table
from transcheck.model.prepared import Prepared
from transcheck.model.text import Side, Span
from transcheck.text.affixes import bare_forms
from transcheck.text.calendar_names import calendar_words
from transcheck.text.demonyms import one_place
from transcheck.text.fold import fold
from transcheck.text.name_forms import ELSEWHERE, Names
from transcheck.text.name_kinds import told_by
from transcheck.text.name_pieces import linked_piece, shared_piece
from transcheck.text.phonetic import similarity
from transcheck.text.scripts import cased, one_script, unspaced
from transcheck.text.variants import glued, near_spelling, one_letter_off, same_form, slip
from transcheck.text.words import common_words

SHORTEST = 4
"""Letters that a form needs, and one more if only its sound says what it renders: Jong, Yong."""
LONG = 5
"""Letters above which a name one letter off another is taken for it where the source has nothing like it."""
HEARD = 0.6
"""Similarity of sound from which a source word may be what a word renders."""
FITS = 0.8
"""Similarity of sound from which a word may be a fair rendering of its own source word."""
SOUNDS = 0.7
"""Similarity of sound from which a source word has the name."""
AKIN = 0.85
"""Similarity of sound from which two source words are two spellings of one name."""
NOISE = 0.05
"""Differences of sound below this say nothing."""
SLIP = 0.1
"""How much more like its source word a slip may sound than the right form, where signs stand for sounds roughly."""
REACH = 30
"""Characters before a name in which the word before it stands."""
LINKED = 0.35
"""Cosine from which a link is evidence."""
_AFTER, _BEFORE = regex.compile(r" (\p{Lu}[\p{L}\p{M}]+)"), regex.compile(r"(?<!\S)(\p{Lu}[\p{L}\p{M}]+) $")


@dataclass(frozen=True, slots=True)
class Echo:
    """A word that is nearly a name of the article."""

    word: Span
    usual: str
    others: tuple[Span, ...]
    """Where the usual form stands."""
    source: Span | None
    """What it renders; None where nothing in the source sentence stands for it, or for any name like it."""
    again: tuple[Span, ...] = ()
    """Where else the word stands for the name."""


class Echoes:
    """Finds them in one pair."""

    def __init__(self, doc: Prepared, names: Names) -> None:
        self.doc, self.names = doc, names
        self.text, self.lang = doc.pair.target.text, doc.pair.target.lang
        self._pieces = unspaced(doc.pair.source.lang)
        self._cased = cased(doc.pair.source.lang)
        self._telling = self.lang not in table("casing")["scripts"]["nouns"]
        self.places: dict[str, list[Span]] = defaultdict(list)
        for span in doc.target_words:
            word = span.of(self.text)
            named = word[0].isupper() and not word.isupper() and fold(word) not in calendar_words(self.lang)
            if len(word) >= SHORTEST and named:
                self.places[word].append(span)
        lower = {fold(w) for w in (s.of(self.text) for s in doc.target_words) if w[:1].islower()}
        self.forms = [word for word in self.places if fold(word) not in lower]
        self.keys: dict[str, set[str]] = defaultdict(set)
        for key, links in names.by_key.items():
            for link in links:
                self.keys[names.target(link)].add(key)

    def find(self) -> Iterator[Echo]:
        """One a word, in order of the text; a word that was found wrong is never held up as the usual one."""
        wrong: set[str] = set()
        for rare in (form for form in self.forms if not told_by(form, self.lang)):
            spans = self.places[rare]
            for usual in self._like(rare) if len(spans) <= 2 else ():
                if usual in wrong or self.names.people.apart((rare,), (usual,)):
                    continue
                mine = [span for span in spans if not self._other_person(span, usual)]
                found = [echo for span in mine if (echo := self._echo(span, rare, usual))]
                if found:
                    wrong.add(rare)
                    yield replace(found[0], again=tuple(echo.word for echo in found[1:]))
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
            and not one_place(form, rare, self.lang)
            and not glued(form, rare, self.lang)
            and not self._compared(form, rare)
            and (self._telling or self._carried(form))
        ]
        return sorted(found, key=lambda form: -len(self.places[form]))

    def _carried(self, form: str) -> bool:
        """Whether a form is its source word in the same letters, or like it in sound where the scripts differ."""
        here, there = self.doc.pair.source.lang, self.lang
        if one_script(here, there):
            return fold(form) in self._rendered_by(form)
        return any(similarity(word, form) >= SOUNDS for word in self._rendered_by(form))

    def _compared(self, form: str, rare: str) -> bool:
        """Whether one source word, and no other, has both renderings, as NAM001 compares; a piece of a word is none."""
        shared = self.keys[form] & self.keys[rare]
        return self.keys[rare] == shared and any(len(key) > 1 or not self._pieces for key in shared)

    def _other_person(self, span: Span, usual: str) -> bool:
        """Whether the word is part of a full name, and the usual form always of others: Francis B., Francois D."""
        for after in (True, False):
            mine, *others = (self._beside(place, after) for place in (span, *self.places[usual]))
            if mine and all(others) and not any(same_form(mine, other, self.lang) for other in others):
                return True
        return False

    def _beside(self, span: Span, after: bool) -> str:
        """The word with a capital one space before or after another, '' if none stands there."""
        before = self.text[max(0, span.start - REACH) : span.start]
        found = _AFTER.match(self.text, span.end) if after else _BEFORE.search(before)
        word = found.group(1) if found else ""
        return "" if fold(word) in common_words(self.lang) else word

    def _echo(self, span: Span, rare: str, usual: str) -> Echo | None:
        bead = self.doc.bead_at(Side.TARGET, span.start)
        here = self.doc.bead_span(bead, Side.SOURCE) if bead is not None else None
        there = self.doc.bead_span(bead, Side.TARGET) if bead is not None else None
        if here is None or there is None or self._copied(here, rare):
            return None
        words = (self.doc.target_words[w] for w in self.doc.word_range(Side.TARGET, there))
        present = sum(same_form(word.of(self.text), usual, self.lang) for word in words)
        others = tuple(self.places[usual])
        if not self._pieces and one_letter_off(usual, rare) and not self._explained(span, here, usual, rare):
            maybe = self._in(here) if self._telling else self._named(here)
            same = [w for w in maybe if self._keyed(w, usual)]
            spelled = self._spelled(same, usual)
            if 0 < len(spelled) <= present:
                return None  # the source has two spellings here, and the usual form renders one of them
            # A word that is only like it must not sound more like what stands here: Tarlo, beside Carlo.
            same = spelled or [w for w in same if self._sound(w, usual) >= self._sound(w, rare)]
            if same and len(usual) > SHORTEST:
                return Echo(span, usual, others, same[0])
            if len(usual) > LONG and self.keys[usual] and self._telling:
                return Echo(span, usual, others, None)
        sources = self._sources(span, here, usual, rare)
        return Echo(span, usual, others, sources[0]) if len(sources) > present else None

    def _copied(self, here: Span, rare: str) -> bool:
        """Whether the source has the word in these very letters."""
        text = self.doc.pair.source.text
        return any(w.of(text)[0].isupper() and fold(w.of(text)) == fold(rare) for w in self._in(here))

    def _in(self, here: Span) -> list[Span]:
        """The words of this stretch of the source that are long enough for names."""
        return [w for i in self.doc.word_range(Side.SOURCE, here) if len(w := self.doc.source_words[i]) > 2]

    def _named(self, here: Span) -> list[Span]:
        """Those with a capital, where the source has capitals."""
        return [w for w in self._in(here) if not self._cased or w.of(self.doc.pair.source.text)[0].isupper()]

    def _keyed(self, source: Span, usual: str) -> bool:
        """Whether the usual form renders this source word elsewhere, in any inflection or spelling."""
        word, lang = source.of(self.doc.pair.source.text), self.doc.pair.source.lang
        forms = self._rendered_by(usual)
        return any(same_form(word, form, lang) for form in forms) or self._akin(source, forms)

    def _spelled(self, found: Sequence[Span], usual: str) -> list[Span]:
        """Those of the words that are spelled, but for an inflection, as one which the usual form renders elsewhere."""
        text, lang = self.doc.pair.source.text, self.doc.pair.source.lang
        return [w for w in found if any(same_form(w.of(text), form, lang) for form in self._rendered_by(usual))]

    def _rendered_by(self, usual: str) -> set[str]:
        """The source words that the usual form renders, folded."""
        return {fold(self.names.source(o)) for key in self.keys[usual] for o in self.names.by_key[key]}

    def _explained(self, span: Span, here: Span, usual: str, rare: str) -> bool:
        """Whether the word renders another word of the source: linked to it, or like it in sound."""
        mine = self.doc.word_range(Side.TARGET, span)
        linked = {o.source for w in mine for o in self.doc.links_of(Side.TARGET, w) if o.score >= ELSEWHERE}
        if any(not self._keyed(self.doc.source_words[w], usual) for w in linked):
            return True
        others = (word for word in self._in(here) if not self._keyed(word, usual) and not self._rendered(word, span))
        return any(self._sound(word, rare) >= max(HEARD, self._sound(word, usual)) for word in others)

    def _sources(self, span: Span, here: Span, usual: str, rare: str) -> list[Span]:
        """Words of this stretch of the source that have the name which `usual` renders."""
        if not self._pieces:
            return self._words(span, here, usual, rare)
        if len(usual) <= SHORTEST:
            return []
        text = self.doc.pair.source.text
        name = self._piece(usual, here.of(text), rare) or self._own_piece(span, here, usual, rare)
        found = regex.finditer(regex.escape(name), text, pos=here.start, endpos=here.end) if name else ()
        return [Span(*match.span()) for match in found]

    def _words(self, span: Span, here: Span, usual: str, rare: str) -> list[Span]:
        text = self.doc.pair.source.text
        keyed = self._rendered_by(usual)
        named = self._named(here)
        same = [w for w in named if one_letter_off(usual, rare) and fold(w.of(text)) in keyed]
        found = [w for w in named if w in same or self._heard(w, span, usual, rare, keyed)]
        best = max((self._sound(w, rare) for w in found), default=0.0)
        others = (w for w in named if w not in found and not self._rendered(w, span))
        return [] if any(self._sound(w, rare) > max(best, FITS) for w in others) else found

    def _heard(self, source: Span, span: Span, usual: str, rare: str, keyed: set[str]) -> bool:
        """Whether a source word has the name by its sound."""
        sound, own = self._sound(source, usual), self._sound(source, rare)
        if sound < SOUNDS or len(usual) <= SHORTEST:
            return False
        if fold(source.of(self.doc.pair.source.text)) in keyed:
            return True
        if not one_letter_off(usual, rare) or self._rendered(source, span):
            return False  # nothing but the sound says so
        if sound > own and own < FITS:
            return True
        return sound >= own - NOISE and self._akin(source, keyed)

    def _rendered(self, source: Span, span: Span) -> bool:
        """Whether a source word is well linked to another word than this one, which it then does not explain."""
        mine = self.doc.word_range(Side.TARGET, span)
        links = (o for w in self.doc.word_range(Side.SOURCE, source) for o in self.doc.links_of(Side.SOURCE, w))
        return any(link.score >= ELSEWHERE and link.target not in mine for link in links)

    def _sound(self, source: Span, form: str) -> float:
        """How much a source word sounds like a form, clitics and endings on or off on both sides."""
        word = source.of(self.doc.pair.source.text)
        ours = (word, *bare_forms(word, self.doc.pair.source.lang))
        return max(similarity(bare, other) for bare in ours for other in (form, *bare_forms(form, self.lang)))

    def _akin(self, source: Span, keyed: set[str]) -> bool:
        """Whether a source word is another spelling of one that the usual form renders."""
        word, lang = fold(source.of(self.doc.pair.source.text)), self.doc.pair.source.lang
        return any(similarity(word, other) >= AKIN and near_spelling(word, other, lang) for other in keyed)

    def _piece(self, usual: str, here: str, rare: str) -> str:
        """The characters that this source sentence shares with those of the usual form, if they sound like it."""
        beads = Counter(self.doc.bead_at(Side.TARGET, span.start) for span in self.places[usual])
        texts = tuple(self.doc.bead_text(bead, Side.SOURCE) for bead in beads if bead is not None)
        piece = shared_piece(usual, here, texts)
        return piece if similarity(piece, usual) >= similarity(piece, rare) - 2 * SLIP else ""

    def _own_piece(self, span: Span, here: Span, usual: str, rare: str) -> str:
        """The characters that the rare form is linked to, with neighbours, if the usual form fits them as well."""
        if not one_letter_off(usual, rare) or len(usual) <= LONG:  # Zhang, Chang: two names
            return ""
        links = (o for w in self.doc.word_range(Side.TARGET, span) for o in self.doc.links_of(Side.TARGET, w))
        places = [self.doc.source_words[o.source].start - here.start for o in links if o.score >= LINKED]
        piece = linked_piece(usual, here.of(self.doc.pair.source.text), places)
        return piece if similarity(piece, usual) >= similarity(piece, rare) - SLIP else ""
