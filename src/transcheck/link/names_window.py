"""The words around a bead: what a name may be rendered by, the bead's own words first, then its neighbours'."""

from functools import cached_property, lru_cache

from transcheck.link.names_parts import Part
from transcheck.link.names_tables import known, rows_of, spread
from transcheck.link.names_words import Words
from transcheck.model.align import Aligned
from transcheck.model.text import Side
from transcheck.text.affixes import bare_forms
from transcheck.text.fold import fold
from transcheck.text.phonetic import sounds_like
from transcheck.text.scripts import unspaced
from transcheck.text.variants import country, may_start_country, same_form
from transcheck.text.words import is_mark

PIECES = 5
"""Pieces of an unspaced script that one name word may be written with."""


@lru_cache(maxsize=8192)
def _countries(words: tuple[str, ...], lang: str) -> frozenset[str]:
    """Countries named by one, two or three of the words in a row, or in their adjectives."""
    join, longest = ("".join, 4) if unspaced(lang) else (" ".join, 3)
    starts = [at for at, word in enumerate(words) if may_start_country(word, lang)]
    runs = [*words, *(join(words[at : at + n]) for n in range(2, longest + 1) for at in starts)]
    return frozenset(code for run in runs if len(run) > 1 and (code := country(run, lang)))


class Window:
    """One side of one bead and, with `wide`, of its neighbours."""

    def __init__(self, aligned: Aligned, words: Words, bead: int, wide: int = 0) -> None:
        self.lang = words.lang
        beads = range(max(0, bead - wide), min(len(aligned.beads), bead + wide + 1))
        spans = [span for b in beads if (span := aligned.bead_span(b, words.side))]
        self.indices = tuple(
            w for span in spans for w in aligned.word_range(words.side, span) if not is_mark(words.texts[w])
        )
        self.texts = tuple(words.texts[w] for w in self.indices)
        self.keys = frozenset(words.keys[w] for w in self.indices)
        self.text = " ".join(span.of(aligned.article(words.side).text) for span in spans)

    @cached_property
    def folded(self) -> frozenset[str]:
        """The folded words."""
        return frozenset(map(fold, self.texts))

    @cached_property
    def plain(self) -> str:
        """The folded text."""
        return fold(self.text)

    @cached_property
    def spread(self) -> str:
        """The folded words with one space between and around them."""
        return f" {spread(self.text)} "

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO codes of the countries named here."""
        return _countries(self.texts, self.lang)

    @cached_property
    def rows(self) -> frozenset[str]:
        """Rows of the tables that a word here belongs to."""
        if not unspaced(self.lang):
            return frozenset().union(*(rows_of(text, self.lang) for text in self.texts))
        table = known(self.lang).forms
        return frozenset(row for row, forms in table.items() if any(form in self.plain for form in forms))

    @cached_property
    def stretches(self) -> tuple[tuple[int, str], ...]:
        """What may be a name word: each word, or each run of a few pieces; with the index of its first word."""
        if not unspaced(self.lang):
            return tuple(zip(self.indices, self.texts, strict=True))
        runs = (
            (self.indices[at], "".join(self.texts[at : at + n]))
            for at in range(len(self.texts))
            for n in range(1, PIECES + 1)
        )
        return tuple((at, run) for at, run in dict.fromkeys(runs) if 1 < len(run) < 8)

    def has(self, form: str) -> bool:
        """Whether `form` stands here in any inflection."""
        folded = fold(form)
        if folded in self.folded or (unspaced(self.lang) and folded in self.plain):
            return True
        return any(same_form(text, form, self.lang) for text in self.texts if text[:1].lower() == form[:1].lower()) or (
            bool(known_clitics(self.lang)) and any(folded in bare_forms(text, self.lang) for text in self.texts)
        )

    def sounding(self, name: str, least: float) -> list[tuple[float, int]]:
        """Similarity and first word of the stretches that sound like `name`, best first."""
        rated = ((sounds_like(run, name, least), at) for at, run in self.stretches if len(run) > 1)
        return sorted(((sound, at) for sound, at in rated if sound >= least), reverse=True)


@lru_cache(maxsize=32)
def known_clitics(lang: str) -> bool:
    """Whether words of the language may begin with a clitic."""
    return bare_forms("والكتاب", lang)[1:] != () or bare_forms("והבית", lang)[1:] != ()


class Windows:
    """All windows of a pair, each made once."""

    def __init__(self, aligned: Aligned, source: Words, target: Words, parts: list[Part]) -> None:
        self.aligned, self.source, self.target, self.parts = aligned, source, target, parts
        self._made: dict[tuple[Side, int, int], Window] = {}

    def at(self, side: Side, bead: int, wide: int = 0) -> Window:
        """The window of one side of a bead."""
        key = (side, bead, wide)
        if key not in self._made:
            words = self.source if side is Side.SOURCE else self.target
            self._made[key] = Window(self.aligned, words, bead, wide)
        return self._made[key]

    def linked(self, side: Side, word: int) -> dict[int, float]:
        """The words of the other side that a word is linked to, with the cosines."""
        links = self.aligned.links_of(side, word)
        return {(link.target if side is Side.SOURCE else link.source): link.score for link in links}
