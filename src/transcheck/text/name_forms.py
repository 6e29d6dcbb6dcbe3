"""The forms in which a translation writes one name, and what tells a drift from what a good translator does."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link, Mention, NameLink
from transcheck.model.text import Side, Span
from transcheck.text.affixes import may_be_same
from transcheck.text.fold import fold
from transcheck.text.full_names import FullNames
from transcheck.text.grouping import grouped
from transcheck.text.known_names import renderings, words
from transcheck.text.letters import Letters
from transcheck.text.name_kinds import told_by
from transcheck.text.phonetic import script, similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import (
    country,
    derives,
    inflects_adjectives,
    keeps_form,
    near,
    near_spelling,
    one_letter_off,
    same_form,
    same_stem,
)

USUAL_LETTERS = 0.3
"""What a sequence of letters that is ten times as likely counts, beside similarities of 0-1."""
SHORT = 4
"""Letters up to which a word one letter off may be another word."""
ELSEWHERE = 0.45
"""Cosine of a link from which a word renders what it is linked to."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way the translation writes a name word."""

    text: str
    """Its first spelling: what forms are compared by."""
    links: tuple[Link, ...]
    shown: str
    """Its commonest spelling: what a person is shown and told to write."""

    @property
    def count(self) -> int:
        """How often it stands in the translation."""
        return _places(self.links)


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
        self._left: dict[Span, frozenset[str]] = {}
        self._sources: dict[Span, set[Span]] = defaultdict(set)
        for whole in self.wholes:
            for part in whole.parts:
                if part.source and part.target and not self._covered(part, decided):
                    self.by_key[part.source.key].append(part)
                    self._note(whole, part.source, part.target.span)
        self.people = FullNames(self.wholes, doc.pair)
        """The places of the target's words in full names of people."""
        self._letters = Letters(span.of(doc.pair.target.text) for span in doc.target_words)
        self.owners = self._owners()
        """For each folded target form the source keys that it renders."""

    def _note(self, whole: NameLink, source: Mention, target: Span) -> None:
        """What stands beside a word in its whole name."""
        others = [o for o in whole.parts if o.source and o.source.key != source.key]
        keys = frozenset(o.source.key for o in others if o.source)
        self._beside[target] = self._beside.get(target, frozenset()) | keys
        left = frozenset(fold(self.target(o)) for o in others if self.kept(o))
        self._left[target] = self._left.get(target, frozenset()) | left
        self._sources[target].add(source.span)

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
        lang = self.doc.pair.target.lang
        groups = grouped(links, lambda link, group: same_form(self.target(group[0]), self.target(link), lang))
        groups.sort(key=lambda g: (-_places(g), -sum(self._strength(link) for link in g) / len(g)))
        return [Form(self.target(g[0]), tuple(g), self._shown(g)) for g in groups]

    def _shown(self, links: Sequence[Link]) -> str:
        """The commonest spelling of one form; of equals the shortest, which has the fewest affixes, then the first."""
        counts = Counter(map(self.target, links))
        return max(counts, key=lambda text: (counts[text], -len(text)))

    def beside(self, form: Form, other: Form) -> Form:
        """The form by that of its spellings which is most like another form: Scotland, not Scottish, beside Sctland."""
        counts = Counter(map(self.target, form.links))
        nearest = max(counts, key=lambda text: (near(text, other.text), counts[text]))
        if not one_letter_off(nearest, other.text) or one_letter_off(form.shown, other.text):
            return form
        return replace(form, text=nearest, shown=nearest)

    def typo(self, link: Link, usual: Form) -> bool:
        """Whether the form is a letter off the usual one, in a script with capitals: no other word by chance."""
        long = usual.text[:1].isupper() and len(usual.text) > SHORT
        return long and one_letter_off(usual.text, self.target(link))

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
        name, lang = self.source(link), self.doc.pair.source.lang
        if self.typo(link, usual) and any(same_form(name, self.source(o), lang) for o in usual.links):
            return False
        if keeps_form(lang):  # there two spellings are two names: Alan and Allan, Naples and Napoli
            return not any(may_be_same(name, self.source(o), lang) for o in usual.links)
        if any(same_form(name, self.source(o), lang) for o in usual.links):
            return False
        if not self.typo(link, usual) and not any(near_spelling(name, self.source(o), lang) for o in usual.links):
            return True
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

    def common(self, link: Link) -> bool:
        """Whether a cased source writes the word small and the target, where it has capitals, at a sentence's start."""
        if link.source is None or link.target is None or not self.source(link)[0].islower():
            return False
        if not self.target(link)[0].isupper():
            return True
        before = self.doc.pair.target.text[: link.target.span.start].rstrip(" \"'«»„“”‘’¿¡(—–-")
        return not before or before[-1] in ".!?:…\n"

    def compound(self, usual: Form) -> bool:
        """Whether the usual form mostly renders a second word of the source too: Nordkorea, of North and Korea."""
        double = sum(len(self._sources[o.target.span]) > 1 for o in usual.links if o.target)
        return 2 * double > len(usual.links)

    def quoted(self, usual: Form, link: Link) -> bool:
        """Whether the usual form stands only in names left in the source's language, and this in one that is not.

        Premier League beside Ligue des Champions, Silicon Valley in an English title beside Silikon Vadisi.
        """
        if not all(map(self.kept, usual.links)):
            return False
        here, there = self.doc.pair.source.lang, self.doc.pair.target.lang
        if told_by(self.source(link), here) and told_by(self.target(link), there):
            return True  # a word for a kind of body or place, rendered by such a word
        return all(self._left.get(o.target.span) for o in usual.links if o.target) and self._beside_translated(link)

    def _beside_translated(self, link: Link) -> bool:
        """Whether a word with a capital next to the name in the source has no such word in the target."""
        text = self.doc.pair.source.text
        inside = self.doc.word_range(Side.SOURCE, link.source.span) if link.source else range(0)
        words = self.doc.source_words
        for at in (inside.start - 1, inside.stop) if inside else ():
            if 0 <= at < len(words) and words[at].of(text)[0].isupper() and abs(at - inside.start) == 1:
                word = words[at].of(text)
                here, there = (self.doc.bead_text(link.bead, side) for side in Side)
                if here.count(word) > there.count(word):
                    return True
        return False

    def present(self, usual: Form, link: Link) -> bool:
        """Whether the usual form stands in the bead as often as the source has the name: then this is another word."""
        here, there = (self.doc.bead_span(link.bead, side) for side in Side)
        if here is None or there is None or link.source is None:
            return False
        lang = self.doc.pair.target.lang
        wanted = self._wanted(link, here)
        text = self.doc.pair.target.text
        found = sum(
            same_form(self.doc.target_words[w].of(text), usual.text, lang)
            for w in self.doc.word_range(Side.TARGET, there)
        )
        return found >= wanted

    def _wanted(self, link: Link, here: Span) -> int:
        """How often this stretch of the source has the name of a link."""
        text = self.doc.pair.source.text
        if unspaced(self.doc.pair.source.lang) or unspaced(self.doc.pair.target.lang):
            return here.of(text).count(self.source(link))
        key = link.source.key if link.source else ""
        linked = {o.source.span for o in self.by_key[key] if o.source and o.bead == link.bead}
        alike, lang = {fold(self.source(o)) for o in self.by_key[key]}, self.doc.pair.source.lang
        words = (self.doc.source_words[w] for w in self.doc.word_range(Side.SOURCE, here))
        return len(linked.union(w for w in words if any(same_form(w.of(text), form, lang) for form in alike)))

    def taken(self, link: Link) -> bool:
        """Whether the rendering is not linked to this source word, but well to another one."""
        if link.source is None or link.target is None:
            return False
        mine = self.doc.word_range(Side.SOURCE, link.source.span)
        links = [
            o for w in self.doc.word_range(Side.TARGET, link.target.span) for o in self.doc.links_of(Side.TARGET, w)
        ]
        others = [o.score for o in links if o.source not in mine]
        return len(others) == len(links) and max(others, default=0.0) >= ELSEWHERE

    def listed(self, link: Link, usual: Form) -> bool:
        """Whether a table of names has this form for what the source has here, and not the usual one."""
        here, there = self.doc.pair.source.lang, self.doc.pair.target.lang
        right = [word for form in renderings(self.source(link), here, there) for word in words(form)]
        mine, theirs = (any(same_form(f, word, there) for word in right) for f in (self.target(link), usual.text))
        return mine and not theirs

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


def _places(links: Sequence[Link]) -> int:
    """How many stretches of the target the links lead to: several source words may have one rendering."""
    return len({link.target.span for link in links if link.target})


def _of(mention: Mention | None, text: str) -> str:
    return mention.span.of(text) if mention else ""
