"""Stretches of an uncased translation that are nearly a name which stands elsewhere in it, where the source has it.

Without capitals a misspelled name looks like any other word, and in scripts without spaces it is not even one word.
The evidence: the source has the name here, its usual rendering (which carries its sound over) is missing, and a
stretch stands here that differs from that rendering by one sign, stands nowhere else in the translation and renders
nothing else that the source has.
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from transcheck.data import table
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Link
from transcheck.model.text import Side, Span
from transcheck.text.affixes import bare_forms
from transcheck.text.fold import fold
from transcheck.text.name_echoes import LINKED, SOUNDS, Echo
from transcheck.text.name_forms import ELSEWHERE, Names
from transcheck.text.phonetic import similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import derives, glued, same_form, slip, spelled_alike

HEARD = 0.45
"""Similarity of sound to the source's name that the stretch itself needs."""
SIGNS = 2
"""Signs of a name in a script without spaces: one changed sign leaves it recognisable if no other word has the rest."""
LETTERS = 4
"""Letters of a name in other scripts."""
AROUND = 3
"""Signs beyond the linked ones that may belong to the name."""
LONGEST = 8
ALIKE = 0.99
"""Similarity of sound from which two stretches are read alike."""
RECURRING = 0.6
"""Similarity of sound to the source's name that signs need if they stand more than once; fewer sounds have signs."""
ADDS = 0.15
"""Similarity of sound that the first or last sign adds, if it belongs to the name."""
BESIDE = 0.1
"""Similarity of sound that a sign which always stands with the others may take away."""
SETTLED = 3
"""Times that the usual form must stand if the stretch sounds just like it."""
_NEXT = regex.compile(r" (\p{Lu}[\p{L}\p{M}]+)")
_RUN = regex.compile(r"\p{Han}+")


class UncasedEchoes:
    """Finds them in one pair; in a cased target there are none."""

    def __init__(self, doc: Prepared, names: Names) -> None:
        self.doc, self.names = doc, names
        self.text, self.lang = doc.pair.target.text, doc.pair.target.lang
        scripts = table("casing")["scripts"]
        self._open = self.lang not in scripts["cased"] and doc.pair.source.lang in scripts["cased"]
        self._signs = unspaced(self.lang)
        self._least = HEARD if self._signs else 0.0

    def find(self) -> Iterator[Echo]:
        """In order of the names' first mentions."""
        for key in self.names.by_key if self._open else ():
            mentions = self._mentions(key)
            beads = dict.fromkeys(bead for bead, _ in mentions)
            wrong: set[str] = set()  # a stretch that was found wrong is never held up as the usual one
            for bead in beads if len(beads) > 1 else ():
                usual = self._usual(key, bead)
                if not usual or usual in wrong:
                    continue
                sources = [span for at, span in mentions if at == bead]
                others = [span for at, span in mentions if at != bead]
                if not self._other_person(sources, others) and (echo := self._echo(key, usual, bead, sources)):
                    wrong.add(echo.word.of(self.text))
                    yield echo

    def _mentions(self, key: str) -> list[tuple[int, Span]]:
        """Where the source has the name: bead and word."""
        text = self.doc.pair.source.text
        forms = {fold(self.names.source(link)) for link in self.names.by_key[key]}
        words = (w for w in self.doc.source_words if fold(w.of(text)) in forms and w.of(text)[0].isupper())
        placed = ((self.doc.bead_at(Side.SOURCE, w.start), w) for w in words)
        return [(bead, word) for bead, word in placed if bead is not None]

    def _other_person(self, here: list[Span], elsewhere: list[Span]) -> bool:
        """Whether the name is a given name, here before another family name than anywhere else."""
        ours, theirs = ({self._follower(span) for span in spans} for spans in (here, elsewhere))
        return "" not in ours | theirs and ours.isdisjoint(theirs)

    def _follower(self, span: Span) -> str:
        """The word with a capital one space behind a word of the source, '' if none stands there."""
        text = self.doc.pair.source.text
        found = _NEXT.match(text, span.end)
        return found.group(1) if found else ""

    def _usual(self, key: str, bead: int) -> str:
        """The usual rendering, if it sounds like the source's name; '' if not. Among signs, as other beads have it."""
        links = self.names.by_key[key]
        if self._signs:
            elsewhere = [o for o in links if o.bead != bead]
            found = [self._widest(self.names.source(o), o.target.span) for o in elsewhere if o.target]
            count = self.text.count
            known = [one for one in found if one[1] and (one[0] >= SOUNDS or count(one[1]) > 1)]
            best = max(known, key=lambda one: (count(one[1]), *one), default=(0.0, ""))[1]
            return best or self._recurring(elsewhere)
        if derives(self.names.source(links[0]), self.doc.pair.source.lang):
            return ""  # a country's name and its adjective are nearly one word in many languages
        form = self.names.forms(links)[0]
        carried = similarity(self.names.source(form.links[0]), form.text) >= SOUNDS
        return min(bare_forms(form.text, self.lang), key=len) if carried and len(form.text) >= LETTERS else ""

    def _recurring(self, links: list[Link]) -> str:
        """The signs that render a name in several beads and stand in no other, if they do not sound like it: 李开复."""
        spans = [o.target.span for o in links if o.target]
        grown = (self._grown("", self._run(span)[0], (0.0, span.of(self.text)))[1] for span in spans)
        for signs in dict.fromkeys(grown):
            places = {self.doc.bead_at(Side.TARGET, place.start) for place in self._places(signs)} if signs else set()
            if len(signs) > SIGNS and len(places) >= SETTLED and places <= {o.bead for o in links}:
                return signs
        return ""

    def _widest(self, name: str, span: Span) -> tuple[float, str]:
        """The signs around linked ones that sound most like the name."""
        run, at = self._run(span)
        return self._grown(name, run, _best(name, run, at)) if run else (0.0, "")

    def _run(self, span: Span) -> tuple[str, int]:
        """The signs around linked ones, and where in them these begin."""
        low, high = max(0, span.start - AROUND), span.end + AROUND
        runs = (m for m in _RUN.finditer(self.text, low, high) if m.start() <= span.start < m.end())
        return next(((m.group(), span.start - m.start()) for m in runs), ("", 0))

    def _grown(self, name: str, run: str, best: tuple[float, str]) -> tuple[float, str]:
        """The stretch with the signs that stand beside it wherever the translation has it: 盛顿 is always 华盛顿."""
        sound, signs = best
        count = self.text.count(signs) if signs else 0
        at = run.find(signs)
        wider = (run[max(0, at - 1) : at + len(signs)], run[at : at + len(signs) + 1]) if count > 1 else ()
        for form in wider:
            if form != signs and self.text.count(form) == count and similarity(name, form) >= sound - BESIDE:
                return self._grown(name, run, (similarity(name, form), form))
        return best

    def _echo(self, key: str, usual: str, bead: int, sources: list[Span]) -> Echo | None:
        place = self.doc.bead_span(bead, Side.TARGET)
        if place is None:
            return None
        name = sources[0].of(self.doc.pair.source.text)
        for span in self._near(name, usual, place, len(sources)):
            word = span.of(self.text)
            clear = self._signs and len(_shared(word, usual)) >= SIGNS and self._only(word, usual)
            if (
                (clear or self._heard(name, word))
                and not self._elsewhere(key, usual, word, bead)
                and not self._other(span, key)
            ):
                return Echo(span, usual, self._places(usual), sources[0])
        return None

    def _heard(self, name: str, word: str) -> bool:
        return max(similarity(name, form) for form in bare_forms(word, self.lang)) >= HEARD

    def _near(self, name: str, usual: str, place: Span, wanted: int) -> Iterator[Span]:
        """Stretches of this bead that are nearly the usual form, if it stands there less often than it should."""
        here = place.of(self.text)
        if self._signs:
            if here.count(usual) < wanted:
                spans = (Span(place.start + s, place.start + e) for s, e in _one_sign_off(usual, here))
                yield from (span for span in spans if self._one_name(name, span, usual))
            return
        words = [self.doc.target_words[w] for w in self.doc.word_range(Side.TARGET, place)]
        if sum(same_form(w.of(self.text), usual, self.lang) for w in words) < wanted:
            yield from (w for w in words if len(w) >= LETTERS - 1 and self._slipped(w.of(self.text), usual))

    def _one_name(self, name: str, span: Span, usual: str) -> bool:
        """Whether the sign that differs belongs to the name: no word after or before it, no other sign of its sound."""
        count, word = self.text.count, span.of(self.text)
        if similarity(word, usual) > ALIKE and count(usual) < SETTLED:
            return False
        sounds, short = similarity(name, usual), len(usual) == SIGNS
        if (short or sounds < RECURRING) and self._a_word(span):
            return False
        only = self._only(word, usual)
        if sounds < RECURRING or (short and not self._renders(span, name)) or (only and count(usual) >= SETTLED):
            return only
        shared = [part for part in (usual[:-1], usual[1:]) if part in word]
        return all(
            count(part) <= count(usual) + count(word) and sounds - similarity(name, part) >= ADDS for part in shared
        )

    def _renders(self, span: Span, name: str) -> bool:
        """Whether a sign is linked to the name in the source."""
        text = self.doc.pair.source.text
        links = (o for w in self.doc.word_range(Side.TARGET, span) for o in self.doc.links_of(Side.TARGET, w))
        return any(o.score >= LINKED and self.doc.source_words[o.source].of(text) == name for o in links)

    def _only(self, word: str, usual: str) -> bool:
        """Whether the signs that the two share stand nowhere else in the translation."""
        shared = _shared(word, usual)
        return self.text.count(shared) == self.text.count(usual) + self.text.count(word)

    def _a_word(self, span: Span) -> bool:
        """Whether the signs are a word of the language, or one of them is in a word with a sign beside the stretch."""
        words = [self.doc.target_words[w] for w in self.doc.word_range(Side.TARGET, span)]
        return any(len(word) > 1 for word in words)

    def _slipped(self, word: str, usual: str) -> bool:
        if spelled_alike(word, usual, self.lang) or glued(word, usual, self.lang):
            return False
        return not same_form(word, usual, self.lang) and any(slip(f, usual) for f in bare_forms(word, self.lang))

    def _elsewhere(self, key: str, usual: str, word: str, bead: int) -> bool:
        """Whether the stretch stands in another sentence too, or is compared by NAM001."""
        place = self.doc.bead_span(bead, Side.TARGET)
        there = place.of(self.text).count(word) if place else 0
        if self.text.count(word) > there:
            return True
        linked = (self.names.target(link) for link in self.names.by_key[key])
        return not self._signs and any(same_form(word, form, self.lang) for form in linked)

    def _other(self, span: Span, key: str) -> bool:
        """Whether the stretch renders another word of the source: by a good link, or by its sound."""
        text = self.doc.pair.source.text
        bead = self.doc.bead_at(Side.TARGET, span.start)
        here = self.doc.bead_span(bead, Side.SOURCE) if bead is not None else None
        own = {fold(self.names.source(link)) for link in self.names.by_key[key]}
        words = [self.doc.source_words[w] for w in self.doc.word_range(Side.SOURCE, here)] if here else []
        others = {w.of(text) for w in words if fold(w.of(text)) not in own}
        word = span.of(self.text)
        mine = max((similarity(name, word) for name in own), default=0.0)
        if any(other[0].isupper() and similarity(other, word) > max(mine, self._least) for other in others):
            return True
        inside = self.doc.word_range(Side.TARGET, span)
        links = [o for w in inside for o in self.doc.links_of(Side.TARGET, w) if o.score >= ELSEWHERE]
        away = sum(fold(self.doc.source_words[o.source].of(text)) not in own for o in links)
        return 2 * away > len(inside)

    def _places(self, usual: str) -> tuple[Span, ...]:
        return tuple(Span(*m.span()) for m in regex.finditer(regex.escape(usual), self.text)) or self._words(usual)

    def _words(self, usual: str) -> tuple[Span, ...]:
        return tuple(w for w in self.doc.target_words if same_form(w.of(self.text), usual, self.lang))


@lru_cache(maxsize=8192)
def _best(name: str, run: str, at: int) -> tuple[float, str]:
    """The stretch of `run` over position `at` that sounds most like `name`, with how much; (0, '') if none does."""
    found = [
        (similarity(name, run[start:end]), run[start:end])
        for start in range(at + 1)
        for end in range(max(at + 1, start + SIGNS), min(len(run), start + LONGEST) + 1)
    ]
    # Of equals the shortest: the next sign is another word's.
    best = max((one for one in found if one[0] >= RECURRING), key=lambda one: (one[0], -len(one[1])), default=(0.0, ""))
    return best if len(best[1]) >= SIGNS else (0.0, "")


def _shared(word: str, usual: str) -> str:
    """The longest run of signs that two stretches of one length share at its place; '' for other lengths."""
    if len(word) != len(usual):
        return ""
    kept = "".join(a if a == b else " " for a, b in zip(word, usual, strict=True))
    return max(kept.split(), key=len, default="")


@lru_cache(maxsize=8192)
def _one_sign_off(usual: str, here: str) -> tuple[tuple[int, int], ...]:
    """Where a stretch differs from `usual` by one sign changed, or by one left out of four or more."""
    found = []
    for at in range(len(here) - len(usual) + 1):
        window = here[at : at + len(usual)]
        if sum(a != b for a, b in zip(window, usual, strict=True)) == 1 and _RUN.fullmatch(window):
            found.append((at, at + len(usual)))
    if not found and len(usual) > SIGNS + 1:
        short = {usual[:n] + usual[n + 1 :] for n in range(1, len(usual) - 1)}
        size = len(usual) - 1
        found = [(at, at + size) for at in range(len(here) - size + 1) if here[at : at + size] in short]
    return tuple(found)
