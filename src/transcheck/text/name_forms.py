"""The forms in which a translation writes one name, and what tells a drift from what a good translator does."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link, Mention, NameLink
from transcheck.model.text import Side, Span
from transcheck.text.affixes import may_be_same
from transcheck.text.fold import fold
from transcheck.text.phonetic import script, similarity
from transcheck.text.variants import country, derives, inflects_adjectives, same_form, same_stem

USUAL_LETTERS = 0.3
"""What a sequence of letters that is ten times as likely counts, beside similarities of 0-1."""


class Letters:
    """How usual the letter sequences of a word are in one text: a slip often makes one that no other word has."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = Counter(fold(word) for word in words)
        self._threes: Counter[str] = Counter()
        self._twos: Counter[str] = Counter()
        for word in self._words:
            self._threes.update(_threes(word))
            self._twos.update(three[:2] for three in _threes(word))

    def usual(self, word: str) -> float:
        """Mean decimal logarithm of the likelihood of each letter after the two before it, the word itself left out."""
        folded = fold(word)
        own, starts = Counter(_threes(folded)), Counter(three[:2] for three in _threes(folded))
        if folded not in self._words:
            own, starts = Counter(), Counter()
        likely = [
            (self._threes[three] - own[three] + 0.1) / (self._twos[three[:2]] - starts[three[:2]] + 3.0)
            for three in _threes(folded)
        ]
        return sum(map(math.log10, likely)) / max(len(likely), 1)


def _threes(word: str) -> list[str]:
    padded = f"  {word} "
    return [padded[at : at + 3] for at in range(len(padded) - 2)]


@dataclass(frozen=True, slots=True)
class Form:
    """One way the translation writes a name word."""

    text: str
    """Its first spelling: what forms are compared by."""
    links: tuple[Link, ...]
    shown: str
    """Its commonest spelling: what a person is shown and told to write."""


class Names:
    """The names of one pair as rules compare them, without those that `decided` spans of the source cover."""

    def __init__(self, doc: Prepared, decided: Sequence[Span] = ()) -> None:
        self.doc = doc
        self.wholes = [
            link
            for link in doc.of_kind(*NAMES)
            if isinstance(link, NameLink) and link.source and not self._covered(link, decided)
        ]
        """Whole names with a source that no glossary decides."""
        self.by_key: dict[str, list[Link]] = defaultdict(list)
        """The words of names by the key of their source word."""
        self._beside: dict[Span, frozenset[str]] = {}
        for whole in self.wholes:
            for part in whole.parts:
                if part.source and part.target and not self._covered(part, decided):
                    self.by_key[part.source.key].append(part)
                    others = {o.source.key for o in whole.parts if o.source and o.source.key != part.source.key}
                    self._beside[part.target.span] = self._beside.get(part.target.span, frozenset()) | others
        self._letters = Letters(span.of(doc.pair.target.text) for span in doc.target_words)
        self.owners = self._owners()
        """For each folded target form the source keys that it renders."""

    @staticmethod
    def _covered(link: Link, decided: Sequence[Span]) -> bool:
        return link.source is not None and any(link.source.span.overlaps(span) for span in decided)

    def _owners(self) -> Mapping[str, set[str]]:
        owners: dict[str, set[str]] = defaultdict(set)
        for key, links in self.by_key.items():
            for link in links:
                if link.target:
                    owners[link.target.key].add(key)
        return owners

    def source(self, link: Link) -> str:
        """The source text of a link, '' without."""
        return _of(link.source, self.doc.pair.source.text)

    def target(self, link: Link) -> str:
        """The target text of a link, '' without."""
        return _of(link.target, self.doc.pair.target.text)

    def forms(self, links: Sequence[Link]) -> list[Form]:
        """The forms, most frequent first; even ones by how well they answer the source, then in order of the text."""
        groups: list[list[Link]] = []
        for link in links:
            text = self.target(link)
            home = next((g for g in groups if same_form(self.target(g[0]), text, self.doc.pair.target.lang)), None)
            groups.append([link]) if home is None else home.append(link)
        groups.sort(key=lambda g: (-len(g), -sum(self._strength(link) for link in g) / len(g)))
        return [Form(self.target(g[0]), tuple(g), self._shown(g)) for g in groups]

    def _shown(self, links: Sequence[Link]) -> str:
        """The commonest spelling of one form; of equals the shortest, which has the fewest affixes, then the first."""
        counts = Counter(map(self.target, links))
        return max(counts, key=lambda text: (counts[text], -len(text)))

    def _strength(self, link: Link) -> float:
        """How well a rendering answers its source word: by sound, and by the word link, which a misspelling weakens."""
        if link.source is None or link.target is None:
            return 0.0
        there = self.doc.word_range(Side.TARGET, link.target.span)
        scores = (
            one.score
            for word in self.doc.word_range(Side.SOURCE, link.source.span)
            for one in self.doc.links_of(Side.SOURCE, word)
            if one.target in there
        )
        sound = similarity(self.source(link), self.target(link))
        return sound + max(scores, default=0.0) + USUAL_LETTERS * self._letters.usual(self.target(link))

    def other_person(self, usual: Form, link: Link) -> bool:
        """Whether this is always part of one full name, and the usual form of one other: Neal Baer, Nell Scovell."""
        if link.target is None:
            return False
        mine = self._beside.get(link.target.span, frozenset())
        theirs = [self._beside.get(o.target.span, frozenset()) for o in usual.links if o.target]
        if not mine or not all(theirs):
            return False
        together = frozenset().union(*theirs)
        shared = frozenset.intersection(*theirs)
        return bool(shared) and together.isdisjoint(mine)

    def fits_better(self, link: Link, usual: Form) -> bool:
        """Whether the source spells this occurrence so that it sounds like its own rendering, not the usual one."""
        name = self.source(link)
        if any(same_form(name, self.source(o), self.doc.pair.source.lang) for o in usual.links):
            return False
        return similarity(name, self.target(link)) > similarity(name, usual.text)

    def inflected(self, link: Link, usual: Form) -> bool:
        """Whether the forms may be inflections of one word: of a country's or institution's name, or a derived word."""
        lang = self.doc.pair.target.lang
        name, text = self.source(link), self.target(link)
        if not name or not inflects_adjectives(lang):
            return False
        if len({fold(form)[-2:] for form in (usual.text, text)}) > 1 and derives(name, self.doc.pair.source.lang):
            return True
        other_word = fold(name) not in {fold(self.source(o)) for o in usual.links}
        return other_word and same_stem(usual.text, text, lang)

    def translated(self, link: Link, usual: Form, sound: float) -> bool:
        """Whether a script without capitals has words of the language here (Immune, National), which inflect freely."""
        uncased = not any(c.isupper() or c.islower() for c in usual.text)
        return uncased and script(usual.text) != "pinyin" and similarity(self.source(link), usual.text) < sound

    def kept(self, link: Link) -> bool:
        """Whether the form is the source's own spelling, given on purpose: in brackets, in a title of a work."""
        return fold(self.source(link)) == fold(self.target(link))

    def derived(self, link: Link, usual: Form) -> bool:
        """Whether the source has another word of the same country here (Mauritian, not Mauritius)."""
        name = self.source(link)
        lang = self.doc.pair.source.lang
        return country(name, lang) is not None and not any(may_be_same(name, self.source(o), lang) for o in usual.links)


def _of(mention: Mention | None, text: str) -> str:
    return mention.span.of(text) if mention else ""
