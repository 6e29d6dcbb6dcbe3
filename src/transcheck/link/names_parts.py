"""Word by word: which word of one side renders which name word of the other.

Anchors are the words with a telling capital (the target's where it has them, else the source's). Their counterpart
is the linked word, or one in the bead that sounds alike; then what the article does everywhere else decides doubts,
and a word spelled almost like the usual rendering is taken for it where that is missing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from transcheck.link.names_words import Words
from transcheck.model.align import Aligned
from transcheck.model.text import Side, Span
from transcheck.text.fold import fold
from transcheck.text.same_name import similarity, sounds_like
from transcheck.text.variants import near, same_form, slip

SOUNDS = 0.75
"""Similarity of sound from which two words may be one name without a link."""
CARRIED = 0.6
"""Similarity of sound from which a rendering carries the name over rather than translates it."""
LINKED = 0.35
"""Cosine from which a link alone is evidence."""
ALIKE = 0.6
"""How alike the renderings must be for two spellings of the source to count as one name."""
START = 2
"""Letters at the start that two spellings of one source name share."""
SURE = 0.55
"""Cosine from which no other counterpart is looked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A source word (or unspaced stretch) and a target word that render each other."""

    source: Span
    target: Span
    key: str
    """Folds the inflections of the source word within this article."""
    form: str
    """The target's text."""
    bead: int
    cosine: float
    """Of the word link, 0 without one."""
    sound: float
    """Similarity of sound, 0-1."""

    @property
    def confidence(self) -> float:
        """0-1."""
        return round(
            min(1.0, max(self.cosine, self.sound * 0.9) + (0.1 if min(self.cosine, self.sound) > 0.5 else 0)), 3
        )


@lru_cache(maxsize=65536)
def _one_word(first: str, second: str, lang: str) -> bool:
    """Whether two source keys may be one name: inflected in a way no table folds, or spelled two ways by the source."""
    if first[:START] != second[:START] or min(len(first), len(second)) < 4:
        return first == second
    return slip(first, second) or same_form(first, second, lang)


def merged_keys(parts: list[Part], lang: str) -> list[Part]:
    """One key for source words that are one name: alike themselves, and rendered alike."""
    groups: dict[str, Part] = {}
    counts = Counter(part.key for part in parts)
    leaders: dict[str, str] = {}
    for part in sorted(parts, key=lambda p: (-counts[p.key], p.key, -p.confidence)):
        if part.key in leaders:
            continue
        alike = (k for k, p in groups.items() if _one_word(k, part.key, lang) and near(p.form, part.form) >= ALIKE)
        leaders[part.key] = next(alike, part.key)
        groups.setdefault(leaders[part.key], part)
    return [replace(part, key=leaders[part.key]) for part in parts]


class Pairing:
    """Finds the parts of one pair."""

    def __init__(self, aligned: Aligned, source: Words, target: Words) -> None:
        self.aligned = aligned
        self.source, self.target = source, target
        self.anchor, self.other = (target, source) if any(target.capital) else (source, target)
        self._beads: dict[int, tuple[range, range]] = {}

    def words_in(self, bead: int, side: Side) -> range:
        """Indices of the words of one side of a bead."""
        if bead not in self._beads:
            spans = [self.aligned.bead_span(bead, s) for s in Side]
            first, second = (
                self.aligned.word_range(s, span) if span else range(0) for s, span in zip(Side, spans, strict=True)
            )
            self._beads[bead] = (first, second)
        return self._beads[bead][0 if side is Side.SOURCE else 1]

    def find(self) -> list[Part]:
        """All parts, in order of the source."""
        found = [part for mention in self.anchor.mentions for part in self._of_mention(mention)]
        found = self._settled(found + list(self._of_titled()))
        found += self._misspelled(found)
        found = merged_keys(found, self.source.lang)
        return sorted(found, key=lambda p: (p.source.start, p.target.start))

    def _of_mention(self, mention: range) -> Iterator[Part]:
        for word in mention:
            if self.anchor.capital[word] and (part := self._counterpart(word)):
                yield part

    def _of_titled(self) -> Iterator[Part]:
        """Words with a capital that may mean nothing (title case), if their counterpart is linked and sounds alike."""
        inside = {w for mention in self.anchor.mentions for w in mention}
        for word, maybe in enumerate(self.anchor.doubtful):
            if maybe and word not in inside:
                part = self._counterpart(word)
                if part and part.sound >= SOUNDS and part.cosine >= LINKED:
                    yield part

    def _linked(self, word: int) -> dict[int, float]:
        links = self.aligned.links_of(self.anchor.side, word)
        if self.anchor.side is Side.SOURCE:
            return {link.target: link.score for link in links}
        return {link.source: link.score for link in links}

    def _counterpart(self, word: int) -> Part | None:
        bead = self.aligned.bead_at(self.anchor.side, self.anchor.spans[word].start)
        if bead is None:
            return None
        text = self.anchor.texts[word]
        linked = {w: c for w, c in self._linked(word).items() if self.other.keys[w]}
        rated = {w: (c + 0.6 * similarity(text, self.other.texts[w]), c) for w, c in linked.items()}
        best = max(rated, key=lambda w: (rated[w][0], -w), default=None)
        if best is None or (rated[best][1] < SURE and rated[best][0] < SURE + 0.4):
            for w in self._alike(text, bead, linked):
                rated[w] = (0.6 * similarity(text, self.other.texts[w]) + 0.3, 0.0)
            best = max(rated, key=lambda w: (rated[w][0], -w), default=None)
        if best is None:
            return None
        cosine = rated[best][1]
        return self._part(word, best, bead, cosine) if cosine >= LINKED or rated[best][0] > SOUNDS else None

    def _alike(self, text: str, bead: int, known: Iterable[int]) -> Iterator[int]:
        """Words of the bead's other side that sound like `text`; short words sound like too much."""
        for w in self.words_in(bead, self.other.side) if len(text) > 3 else ():
            long = w not in known and len(self.other.texts[w]) > 2 and self.other.keys[w]
            if long and sounds_like(text, self.other.texts[w], SOUNDS):
                yield w

    def _part(self, anchor: int, other: int, bead: int, cosine: float) -> Part:
        s, t = (other, anchor) if self.anchor.side is Side.TARGET else (anchor, other)
        sound = similarity(self.source.texts[s], self.target.texts[t])
        key, form = self.source.keys[s], self.target.texts[t]
        return Part(self.source.spans[s], self.target.spans[t], key, form, bead, cosine, sound)

    def _settled(self, parts: list[Part]) -> list[Part]:
        """Doubtful parts follow what the same anchor word does elsewhere, where the bead holds that counterpart."""
        usual: dict[str, Counter[str]] = defaultdict(Counter)
        for part in parts:
            usual[self._anchor_key(part)][self._other_key(part)] += 1
        return [self._settle(part, usual[self._anchor_key(part)]) for part in parts]

    def _anchor_key(self, part: Part) -> str:
        return fold(part.form) if self.anchor.side is Side.TARGET else part.key

    def _other_key(self, part: Part) -> str:
        return part.key if self.anchor.side is Side.TARGET else fold(part.form)

    def _settle(self, part: Part, usual: Counter[str]) -> Part:
        best, count = usual.most_common(1)[0]
        if count < 2 or usual[self._other_key(part)] * 2 > count or part.cosine >= 0.8:
            return part
        for w in self.words_in(part.bead, self.other.side):
            same = self.other.keys[w] == best if self.other.side is Side.SOURCE else fold(self.other.texts[w]) == best
            if same:
                anchor_span = part.target if self.anchor.side is Side.TARGET else part.source
                anchor = self.aligned.word_range(self.anchor.side, anchor_span).start
                return self._part(anchor, w, part.bead, self._linked(anchor).get(w, 0.0))
        return part

    def _misspelled(self, parts: list[Part]) -> Iterator[Part]:
        """Words that nothing else explains, spelled almost like the usual rendering of a name in the bead's source."""
        names = self._established(parts)
        taken = {part.target for part in parts if part.sound > 0.6 or part.cosine > 0.6}
        for bead in range(len(self.aligned.beads)):
            sources = {self.source.keys[s]: s for s in reversed(self.words_in(bead, Side.SOURCE))}
            usual = [(f, s) for f, keys in names.items() for key, s in sources.items() if key in keys]
            for t in self.words_in(bead, Side.TARGET) if usual else ():
                if self.target.spans[t] in taken or not self._may_be_name(t):
                    continue
                word = self.target.texts[t]
                for form, s in usual:
                    alike = slip(word, form) and not same_form(word, form, self.target.lang)
                    if alike and self._short(bead, form, s):
                        sound = similarity(self.source.texts[s], word)
                        spans = self.source.spans[s], self.target.spans[t]
                        yield Part(*spans, self.source.keys[s], word, bead, 0.0, sound)
                        break

    def _established(self, parts: list[Part]) -> dict[str, set[str]]:
        """Target forms that surely render names, and the source keys they render."""
        found: dict[str, set[str]] = defaultdict(set)
        counts = Counter(part.form for part in parts)
        for part in parts:
            if counts[part.form] > 1 or part.sound >= SOUNDS or part.cosine >= SURE:
                found[part.form].add(part.key)
        by_start: dict[str, list[str]] = defaultdict(list)
        for key in set(self.source.keys) - {""}:
            by_start[key[:START]].append(key)
        for keys in found.values():
            near_by = {k for key in keys for k in by_start[key[:START]] if _one_word(k, key, self.source.lang)}
            keys |= near_by
        return found

    def _short(self, bead: int, form: str, source: int) -> bool:
        """Without capitals to go by: whether the target lacks the usual form as often as the source has the name."""
        if any(self.target.capital):
            return True
        if similarity(self.source.texts[source], form) < CARRIED:
            return False  # a translated word: what looks like it is another word
        key = self.source.keys[source]
        wanted = sum(self.source.keys[s] == key for s in self.words_in(bead, Side.SOURCE))
        there = sum(
            same_form(self.target.texts[t], form, self.target.lang)
            for t in self.words_in(bead, Side.TARGET)
            if self.target.keys[t]
        )
        return there < wanted

    def _may_be_name(self, target: int) -> bool:
        text = self.target.texts[target]
        if any(self.target.capital):
            return self.target.capital[target] or self.target.doubtful[target]
        return len(text) > 3 and all(link.score < SURE for link in self.aligned.links_of(Side.TARGET, target))
