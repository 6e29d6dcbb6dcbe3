"""Name mentions of one side, by what the encoder says of each word, and by capitals where the language has them."""

from dataclasses import dataclass

from transcheck.link.names_likely import strengthened
from transcheck.link.names_words import Words
from transcheck.model.align import Aligned
from transcheck.model.text import Span
from transcheck.text.scripts import cased, unspaced
from transcheck.text.words import is_mark

NAMED = 0.3
"""Chance from which a word is taken for part of a name."""
TAGGED = 0.95
"""The chance of a word that an optional model tags, or that has a telling capital where the encoder cannot tell."""
JOINTS = frozenset("-‐‑·・•'’")
"""Marks inside a name."""
HYPHENS = frozenset("-‐‑")
INITIAL = 2
"""Letters of what may be an initial."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A name on one side."""

    bead: int
    words: tuple[int, ...]
    """Indices of its words, marks left out."""
    span: Span


def chances(aligned: Aligned, words: Words) -> tuple[float, ...]:
    """How likely each word is part of a name: the encoder's figure, or capitals where it has none; then the tables."""
    found = list(aligned.name_chances(words.side)) or [TAGGED * sure for sure in words.capital]
    for entity in aligned.entities_of(words.side):
        for word in aligned.word_range(words.side, entity.span):
            found[word] = max(found[word], TAGGED)
    return tuple(strengthened(aligned, words, found))


def seen(aligned: Aligned, words: Words, chance: tuple[float, ...]) -> list[Seen]:
    """The names of one side in order of the text."""
    capitals = cased(words.lang)
    groups: list[list[int]] = []
    for word, text in enumerate(words.texts):
        if (
            groups
            and groups[-1][-1] == word - 2
            and words.texts[word - 1] in HYPHENS
            and _joined(aligned, words, word - 2, word)
        ):
            groups[-1].append(word)  # Moon-soo: the second syllable has no capital of its own
            continue
        if chance[word] < NAMED or not any(c.isalpha() for c in text) or is_mark(text):
            continue
        if capitals and not any(c.isupper() for c in text):
            continue
        if groups and _joined(aligned, words, groups[-1][-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    found = []
    for group in groups:
        bead = aligned.bead_at(words.side, words.spans[group[0]].start)
        if bead is not None:
            span = Span(words.spans[group[0]].start, words.spans[group[-1]].end)
            found.append(Seen(bead, tuple(group), span))
    return found


def _joined(aligned: Aligned, words: Words, last: int, word: int) -> bool:
    """Whether two words of one sentence belong to one name: side by side, or with a joint between."""
    article = aligned.article(words.side)
    if article.segment_at(words.spans[last].start) != article.segment_at(words.spans[word].start):
        return False
    gap = words.spans[word].start - words.spans[last].end
    if word == last + 1:
        return gap == 0 if unspaced(words.lang) and not words.texts[word].isascii() else gap <= 1
    between = words.texts[last + 1 : word]
    if len(between) != 1 or gap > 2:
        return False
    # A full stop ends a sentence, unless it stands after an initial.
    return between[0] in JOINTS or (between[0] == "." and len(words.texts[last]) <= INITIAL)
