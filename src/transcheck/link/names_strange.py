"""Target names that nothing in the source supports: no word that sounds alike, no table, no country, no link.

With capitals (en fr es de tr ru uk) every telling capital is looked at; without (ar fa he hi ja ko zh) only words of
the tables and words that stand, weakly linked, where a source name is missing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transcheck.link.names_lacking import Lacking
from transcheck.link.names_parts import CARRIED, SOUNDS, SURE
from transcheck.link.names_tables import rows_of
from transcheck.link.names_window import Windows
from transcheck.model.text import Side, Span
from transcheck.text.fold import fold
from transcheck.text.phonetic import similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import country, derives, same_form

PLAIN, LISTED, ELSEWHERE, SILENT, UNLINKED = 0.35, 0.3, 0.25, 0.1, 0.1
"""Confidence that a capital is a name without support, and what adds to it: the tables list it; it renders another
name elsewhere in the article; nothing in the bead sounds like it at all; no link of any strength."""
CLEARLY = 0.7
"""Similarity of sound to the very word it is linked to that supports a name."""
FAR = 0.88
"""Similarity of sound that a word of a neighbouring bead needs."""
LISTEN = 3
"""Letters from which sound alone supports a name."""


@dataclass(frozen=True, slots=True)
class Strange:
    """A target name without support in the source."""

    span: Span
    bead: int
    confidence: float
    why: str
    word: int


def strange(windows: Windows, lacking: Iterable[Lacking]) -> list[Strange]:
    """All of them, in order of the target."""
    missing: dict[int, list[Lacking]] = defaultdict(list)
    for one in lacking:
        missing[one.bead].append(one)
    search = _Search(windows, missing)
    return sorted(search.find(), key=lambda one: one.span)


class _Search:
    def __init__(self, windows: Windows, missing: dict[int, list[Lacking]]) -> None:
        self.windows, self.missing = windows, missing
        self.cased = any(windows.target.capital)
        self.counts = Counter(map(fold, windows.target.texts))
        self.keys: dict[str, set[str]] = defaultdict(set)
        self.beads: dict[str, set[int]] = defaultdict(set)
        for part in windows.parts:
            if part.cosine >= SURE or part.sound >= SOUNDS:
                self.keys[fold(part.form)].add(part.key)
                self.beads[fold(part.form)].add(part.bead)
        self.carried = {fold(p.form) for p in windows.parts if p.sound >= SOUNDS}

    def find(self) -> Iterator[Strange]:
        for bead in range(len(self.windows.aligned.beads)):
            if not self.windows.at(Side.SOURCE, bead).texts:
                continue
            for word in self.windows.at(Side.TARGET, bead).indices:
                if self._may_be(word, bead) and not self._supported(word, bead):
                    yield self._rated(word, bead)

    def _text(self, word: int) -> str:
        return self.windows.target.texts[word]

    def _listed(self, text: str) -> bool:
        lang = self.windows.target.lang
        return bool(rows_of(text, lang)) or country(text, lang) is not None

    def _may_be(self, word: int, bead: int) -> bool:
        text = self._text(word)
        if len(text) < (2 if unspaced(self.windows.target.lang) else 3):
            return False
        if self.cased:
            lang = self.windows.target.lang  # of a family (Democrat, Republican): translated in many ways
            if country(text, lang) is not None:  # “the Russian minister” describes a man; a country needs a country
                return self.windows.target.capital[word] and any(one.country for one in self.missing.get(bead, ()))
            return self.windows.target.capital[word] and not derives(text, lang)
        linked = self.windows.linked(Side.TARGET, word)
        gaps = [w for one in self.missing.get(bead, ()) for w in self._words(one)]
        return bool(gaps) and (any(w in linked for w in gaps) or (self._listed(text) and not linked))

    def _words(self, one: Lacking) -> range:
        return self.windows.aligned.word_range(Side.SOURCE, one.span)

    def _supported(self, word: int, bead: int) -> bool:
        text, lang = self._text(word), self.windows.target.lang
        around = self.windows.at(Side.SOURCE, bead, 1)
        if fold(text) in around.folded or ((code := country(text, lang)) is not None and code in around.countries):
            return True
        if self.keys[fold(text)] & around.keys or rows_of(text, lang) & around.rows:
            return True
        gaps = {w for one in self.missing.get(bead, ()) for w in self._words(one)}
        linked = self.windows.linked(Side.TARGET, word)
        if any(cosine >= 0.5 and w not in gaps for w, cosine in linked.items()):
            return True
        if any(similarity(self.windows.source.texts[w], text) >= CLEARLY for w in linked):
            return True
        return len(text) > LISTEN and (self._heard(text, word, bead) or bool(around.sounding(text, FAR)))

    def _heard(self, text: str, word: int, bead: int) -> bool:
        """Whether a word of the bead sounds like it that is not clearly the source of something else."""
        for _, at in self.windows.at(Side.SOURCE, bead).sounding(text, SOUNDS):
            links = self.windows.linked(Side.SOURCE, at)
            others = [c for w, c in links.items() if not same_form(self._text(w), text, self.windows.target.lang)]
            if max(others, default=0.0) < SURE:
                return True
        return False

    def _rated(self, word: int, bead: int) -> Strange:
        text = self._text(word)
        reasons, confidence = ["nothing in the source sounds like it or is linked to it for sure"], PLAIN
        if self._listed(text):
            confidence, reasons = confidence + LISTED, [*reasons, "it is a known name"]
        if fold(text) in self.carried and self.beads[fold(text)] - {bead}:
            confidence, reasons = confidence + ELSEWHERE, [*reasons, "elsewhere it renders another name"]
        if not self.windows.at(Side.SOURCE, bead).sounding(text, CARRIED):
            confidence += SILENT
        if not self.windows.linked(Side.TARGET, word):
            confidence += UNLINKED
        return Strange(self.windows.target.spans[word], bead, round(min(confidence, 1.0), 3), "; ".join(reasons), word)
