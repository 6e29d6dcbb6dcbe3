"""Looks at every name of one side for what it may be rendered by on the other, and notes the signs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from transcheck.link.names_parts import SOUNDS
from transcheck.link.names_seen import Seen, seen
from transcheck.link.names_signs import Signs, Suspect
from transcheck.link.names_sure import CLEAR, LINKED
from transcheck.link.names_tables import is_whole, may_belong, stands_for, tells
from transcheck.link.names_window import Taken, Unit, Windows
from transcheck.model.text import Side, Span
from transcheck.text.affixes import bare_forms, clings
from transcheck.text.fold import fold
from transcheck.text.same_name import similarity, sounds_like
from transcheck.text.scripts import has_han, one_script, unspaced
from transcheck.text.transliteration import INSIDE, TELLING, within
from transcheck.text.variants import derives, same_form
from transcheck.text.words import is_mark

MAYBE = 0.05
"""Chance from which a word of the other side may render a name."""
FLOOR, SAME = 0.4, 0.95
"""Similarity of sound below which nothing is told apart, and from which two words are one name."""
CERTAIN = 0.5
"""Link that alone says what renders a name elsewhere."""
PIECES = 6
"""Pieces of an unspaced script that one name may be written with."""
GLUED = 4
"""Words and syllables with hyphens between that another script writes as one word."""
MANY = 3
"""Occurrences above which more say nothing."""


@dataclass(frozen=True, slots=True)
class _Own:
    """The signs of one word, or of one name in an unspaced script."""

    words: tuple[int, ...]
    text: str
    key: str
    sound: float
    link: float
    heard: float
    linked_name: float
    table: bool
    listed: bool
    again: bool
    nearby: bool
    against: int
    rival: int
    conflict: bool
    name: float
    clear: bool


STEM = 3
"""Letters from which a word without its clitics is a key of its own."""
UNASKED = (False, False, False, False, 0, 0, False)
"""Table, listed, again, nearby, against, rival and conflict of a word that is clearly rendered."""


class Judge:
    """Looks at the names of one side."""

    def __init__(self, windows: Windows, side: Side) -> None:
        self.windows, self.side = windows, side
        self.other = side.other
        both = {Side.SOURCE: windows.source, Side.TARGET: windows.target}
        self.mine, self.theirs = both[side], both[self.other]
        self.chances, self.their_chances = windows.chances(side), windows.chances(self.other)
        self.usual: dict[str, list[tuple[int, str]]] = defaultdict(list)
        """Key to the beads and keys by which it is rendered, and the other way round."""
        self.usually: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for part in windows.parts:
            if part.cosine >= CERTAIN or part.sound >= SOUNDS:
                keys = part.key, fold(part.form)
                ours, others = keys if side is Side.SOURCE else keys[::-1]
                self.usual[ours].append((part.bead, others))
                self.usually[others].append((part.bead, ours))

        self._some_unspaced = unspaced(self.mine.lang) or unspaced(self.theirs.lang)
        self._glues = self.theirs.lang == "ko" or unspaced(self.theirs.lang)  # a full name is one word there
        self._one_script = one_script(self.mine.lang, self.theirs.lang)

    @cached_property
    def names(self) -> list[Seen]:
        """The names of this side."""
        return seen(self.windows.aligned, self.mine, self.chances)

    def suspects(self) -> list[Suspect]:
        """Every word of a name (every name, in an unspaced script) that is not clearly rendered, in order."""
        found = [(name, self._owns(name)) for name in self.names if self.windows.at(self.other, name.bead).texts]
        unheard: dict[str, set[int]] = defaultdict(set)
        for name, owns in found:
            for own in owns:
                if own.sound < 0.6 and not own.clear:
                    unheard[own.key].add(name.bead)
        return [s for name, owns in found for s in self._suspected(name, owns, unheard)]

    def _suspected(self, name: Seen, owns: list[_Own], unheard: dict[str, set[int]]) -> Iterator[Suspect]:
        for own in owns:
            if own.clear or self._unread(own, name.bead):
                continue
            mates = [mate for mate in owns if mate is not own]
            habit = len(unheard[own.key] - {name.bead})
            signs = self._signs(own, mates, habit, name.bead)
            spans = self.mine.spans
            span = Span(spans[own.words[0]].start, spans[own.words[-1]].end)
            yield Suspect(self.side, name.bead, own.words, span, own.key, signs)

    def _unread(self, own: _Own, bead: int) -> bool:
        """Whether a Japanese name in Chinese signs, whose reading only a person knows, is or may be the counterpart,
        and nothing says how the name is rendered."""
        if own.against or own.listed or "ja" not in (self.mine.lang, self.theirs.lang):
            return False
        return has_han(own.text) or any(has_han(unit) for unit, _ in self._units(bead))

    def _owns(self, name: Seen) -> list[_Own]:
        if unspaced(self.mine.lang):
            return [self._own(name, name.words)]
        return [self._own(name, (w,)) for w in name.words if len(self.mine.texts[w]) > 1]

    def _own(self, name: Seen, words: tuple[int, ...]) -> _Own:
        texts = ["".join(self.mine.texts[w] for w in words)]
        texts += [self.mine.texts[w] for w in words if len(words) > 1 and len(self.mine.texts[w]) > 1]
        taken = self._taken(name)
        links: dict[int, float] = {}
        for w in words:
            for word, cosine in self.windows.linked(self.side, w).items():
                if not is_mark(self.theirs.texts[word]) and word not in taken:
                    links[word] = max(links.get(word, 0.0), cosine)
        link = max(links.values(), default=0.0)
        heard = max((similarity(t, self.theirs.texts[w]) for t in texts for w in links), default=0.0)
        key = fold(texts[0]) if self.side is Side.TARGET or len(words) > 1 else self.mine.keys[words[0]]
        if (heard >= CLEAR and link >= LINKED) or self._copied(texts, name.bead):
            return _Own(words, texts[0], key, max(heard, CLEAR), link, heard, 1.0, *UNASKED, 1.0, clear=True)
        sound = max(heard, self._sound(name, words, texts, taken))
        table, listed, close = self._tables(texts, name.bead, taken)
        again, nearby, against = self._usual(words, name.bead, taken)
        likely = max((self.their_chances[w] for w, cosine in links.items() if cosine >= 0.3), default=0.0)
        rival = self._rival(words, links, name.bead)
        chance = max(self.chances[w] for w in words)
        nearby = (close or nearby) and not (table or again)
        if sound >= SAME:  # it stands here
            against = rival = 0
        conflict = listed and not table and self._conflict(texts, links)
        own = (sound, link, heard, likely, table, listed, again, nearby, against, rival, conflict, chance)
        return _Own(words, texts[0], key, *own, clear=False)

    def _taken(self, name: Seen) -> Taken:
        """The words of the other side that surely go with other names than this one."""
        sure = self.windows.sure(self.other)
        there = [w for w in self.windows.at(self.other, name.bead).indices if w in sure]
        return frozenset(w for w in there if not any(self._one(mine, word) for mine in sure[w] for word in name.words))

    def _one(self, first: int, second: int) -> bool:
        """Whether two words of this side are one name, in one script or in two (힌턴(Hinton))."""
        a, b = self.mine.texts[first], self.mine.texts[second]
        return first == second or same_form(a, b, self.mine.lang) or similarity(a, b) >= CLEAR

    def _copied(self, texts: list[str], bead: int) -> bool:
        return any(fold(text) in self.windows.at(self.other, bead).folded for text in texts)

    def _sound(self, name: Seen, words: tuple[int, ...], texts: list[str], taken: Taken) -> float:
        tried = texts
        if len(name.words) > len(words) and self._glues:
            tried = [*texts, *self._runs(name, words[0])]
        found = FLOOR
        units = [unit for unit, made_of in self._units(name.bead) if taken.isdisjoint(made_of)]
        for unit in units:
            for text in tried:
                found = max(found, sounds_like(text, unit, found))
        if found < CLEAR:  # the last resort: what clings to a word, and words that lost their space
            tried = [form for text in tried for form in (text, *bare_forms(text, self.mine.lang)[1:])]
            for unit in units:
                found = max(found, max(sounds_like(t, part, found) for t in tried for part in self._within(unit, t)))
                found = max(found, *(self._inside(text, unit) for text in texts))
        return found

    def _inside(self, text: str, unit: str) -> float:
        """How surely, on the scale of sound, one stands inside the other: words that lost their space."""
        name, latin = (text, unit) if one_script(self.theirs.lang, self.theirs.lang) else (unit, text)
        odds = 0.0 if len(latin) < TELLING or self._some_unspaced else within(name, latin)
        return min(1.0, CLEAR + 0.1 * odds) if odds >= INSIDE else 0.0

    def _runs(self, name: Seen, word: int) -> Iterator[str]:
        """The words of the name around `word` run together: the other side writes Kim Moon-soo as one word."""
        at = name.words.index(word)
        for start in range(max(0, at - GLUED + 1), at + 1):
            for end in range(max(at + 1, start + 2), min(start + GLUED, len(name.words)) + 1):
                yield "".join(self.mine.texts[w] for w in name.words[start:end])

    def _within(self, unit: str, text: str) -> list[str]:
        parts = list(bare_forms(unit, self.theirs.lang)[1:])
        if len(unit) > 1.6 * len(text) > 6:
            parts += [unit[: len(text)], unit[-len(text) :]]
        return parts or [unit]

    def _units(self, bead: int) -> tuple[Unit, ...]:
        """Words, or runs of pieces, of the bead's other side that may be (part of) a name."""
        return self.windows.units(self.other, bead, MAYBE, PIECES)

    def _tables(self, texts: list[str], bead: int, taken: Taken) -> tuple[bool, bool, bool]:
        """Whether a counterpart is known here, whether the name is known at all, whether one is known close by."""
        codes, rows = may_belong(tuple(texts), self.mine.lang)
        if not codes and not rows:
            return False, False, False
        here, around = (self.windows.at(self.other, bead, wide, taken) for wide in (0, 1))
        meant = codes | rows | stands_for(rows)
        found, close = (not meant.isdisjoint(window.meant) for window in (here, around))
        return found, True, found or close

    def _conflict(self, texts: list[str], links: dict[int, float]) -> bool:
        """Whether a linked word is, by itself, another name of the tables or another country."""
        mine = [is_whole(text, self.mine.lang) for text in texts]
        theirs = [is_whole(self.theirs.texts[word], self.theirs.lang) for word in links]
        return any(ours and others and not ours & others for ours in mine for others in theirs)

    def _key(self, word: int) -> str:
        return fold(self.mine.texts[word]) if self.side is Side.TARGET else self.mine.keys[word]

    def _usual(self, words: tuple[int, ...], bead: int, taken: Taken) -> tuple[bool, bool, int]:
        """Whether a word that renders it elsewhere stands here, whether close by, else how often it is rendered."""
        here, around = (self._keys(bead, wide, taken) for wide in (0, 1))
        nearby, against = False, 0
        for word in words:
            usual = self.usual[self._key(word)] if tells(self.mine.lang, self._key(word)) else ()
            keys = [key for where, key in usual if where != bead and tells(self.theirs.lang, key)]
            if any(key in here or self._behind_clitic(key, bead, taken) for key in keys):
                return True, False, 0
            nearby = nearby or any(key in around for key in keys)
            against = max(against, min(len(keys), MANY))
        return False, nearby, against

    def _behind_clitic(self, key: str, bead: int, taken: Taken) -> bool:
        """Whether a word there is this key, too short for a stem of its own (لشي, to Xi), behind what clings to it."""
        lang = self.theirs.lang
        return len(key) < STEM and any(
            clings(text, key, lang) for text in self.windows.at(self.other, bead, 0, taken).texts
        )

    def _keys(self, bead: int, wide: int, taken: Taken) -> frozenset[str]:
        window = self.windows.at(self.other, bead, wide, taken)
        return window.keys if self.other is Side.SOURCE else window.folded

    def _rival(self, words: tuple[int, ...], links: dict[int, float], bead: int) -> int:
        """How often a linked word is rendered elsewhere, and never by this name."""
        found = 0
        for word in links:
            key = fold(self.theirs.texts[word]) if self.side is Side.SOURCE else self.theirs.keys[word]
            usual = [ours for where, ours in self.usually[key] if where != bead]
            mine = [self._key(w) for w in words]
            if not any(ours == m or same_form(ours, m, self.mine.lang) for ours in usual for m in mine):
                found = max(found, min(len(usual), MANY))
        return found

    def _signs(self, own: _Own, mates: list[_Own], habit: int, bead: int) -> Signs:
        derived = derives(own.text, self.mine.lang)
        acronym = len(own.text) > 1 and own.text.isupper()
        other = own.linked_name >= 0.95 and own.name >= 0.95 and own.sound < 0.6 and not own.table and not acronym
        return Signs(
            sound=own.sound,
            clear=max(own.sound - 0.7, 0.0),
            long=max(own.sound - 0.6, 0.0) * (len(own.text) > 4),
            link=own.link,
            strong=max(own.link - 0.5, 0.0),
            unlinked=float(not own.link),
            heard=own.heard,
            table=float(own.table),
            known=float(own.listed and not own.table and not derived),
            again=float(own.again),
            nearby=float(own.nearby),
            against=float(own.against),
            rival=float(own.rival),
            conflict=float(own.conflict),
            name=own.name,
            sure=float(own.name >= 0.98),
            towards=own.linked_name * own.link,
            other=float(other),
            others=other * own.link,
            habit=float(min(habit, MANY)),
            acronym=float(acronym),
            derived=float(derived),
            length=min(len(own.text), 10) / 10,
            several=float(bool(mates)),
            mates_sound=max((max(mate.sound - 0.6, 0.0) for mate in mates), default=0.0),
            mates_link=max((mate.link for mate in mates), default=0.0),
            mates_table=float(any(mate.table for mate in mates)),
            mates_again=float(any(mate.again for mate in mates)),
            rendered=self.windows.rendered(bead),
            alike=self.windows.alike(bead),
            latin=(1 - own.sound) * self._one_script,
            unspaced=(1 - own.sound) * self._some_unspaced,
            gap=self.windows.gap(self.other, bead),
        )
