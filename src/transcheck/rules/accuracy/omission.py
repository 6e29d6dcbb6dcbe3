"""A sentence of the source has no rendering in the translation.

Why it matters
    A dropped sentence leaves no trace: the translation reads well without it. Whoever knows only the translation does
    not learn what was said there, and an editor finds it only by laying both texts side by side.

Wrong
    Das Feuer wurde gelöscht. Drei Menschen wurden verletzt. Die Ursache ist unklar.  ->  The fire was put out. Its
    cause is not known.

Right
    Three short sentences become one; content moves into a neighbouring sentence; a long sentence is rendered tersely; a
    sub-heading, a dateline or a bracketed credit line is left out.

Limits
    Sentences of fewer than `min_words` words are not judged, nor are headlines and sub-headings, which desks rewrite.
    A clause that is missing inside a sentence is not looked for. Where two neighbouring sentences say nearly the same,
    the wrong one may be named. A rendering so free that hardly a word of it links looks like a missing one.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.data import table
from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind
from transcheck.model.text import SegmentKind, Side
from transcheck.rules.base import Example, Rule
from transcheck.text.copied import Copies, is_copied
from transcheck.text.speech import counted_words
from transcheck.text.words import is_mark

RENDERED, OTHERS, ROOM, ROOM_WITHOUT, BIAS = -6.27, -4.00, -4.00, -3.23, 0.12
"""Logistic regression of "has no rendering" on `Signs`, by scripts/calibrate from deleted sentences."""
USUAL_LINK, USUAL_WEIGHT = 0.45, 30.0
"""Mean link score a word, and how many words of an article it counts for: short articles say little of their own."""
RATIO_WEIGHT = 300.0
"""The same for the usual ratio of letters."""
LOOSE = 1.2
"""Up to so many times the usual length a neighbouring sentence's rendering has nothing to spare."""

AROUND = 0.6
"""Share of the usual link score from which the words around a quotation have a rendering."""

_TELLING = re.compile(r"\d\D?\d")
"""Numbers of two digits or more: small ones, and those in words, stand anywhere."""


@dataclass(frozen=True, slots=True)
class Params:
    """When a sentence without a rendering is reported."""

    min_words: int = 6
    """Shorter sentences are not judged; two Chinese characters count as a word."""
    min_confidence: float = 0.35
    """Least certainty, 0-1, that nothing renders the sentence."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against a rendering of one sentence that shares its bead with others."""

    rendered: float
    """Mean link score of its words; 1 is usual in this article."""
    others: float
    """The same for the other sentences of the bead."""
    room: float
    """Log ratio of the bead's target letters to those that all of its sentences need."""
    room_without: float
    """The same without the sentence: about 0 where the others alone fill the target."""


class Usual:
    """What is usual in one pair: link scores, letters."""

    def __init__(self, doc: Prepared) -> None:
        self.doc = doc
        ones = [b for b in range(len(doc.beads)) if all(len(doc.beads[b].side(side)) == 1 for side in Side)]
        scores = [score for b in ones for score in self.scores(self.words(doc.beads[b].source))]
        self.link = (sum(scores) + USUAL_LINK * USUAL_WEIGHT) / (len(scores) + USUAL_WEIGHT)
        here = sum(self.letters(Side.SOURCE, doc.beads[b].source) for b in ones)
        there = sum(self.letters(Side.TARGET, doc.beads[b].target) for b in ones)
        lengths: dict[str, float] = table("relative_length")["letters"]
        expected = lengths.get(doc.pair.target.lang, 1.0) / lengths.get(doc.pair.source.lang, 1.0)
        self.ratio = (there + RATIO_WEIGHT * expected) / (here + RATIO_WEIGHT)
        """Target letters a source letter."""

    def words(self, segments: Sequence[int]) -> list[int]:
        """The words of these source segments, marks left out."""
        article = self.doc.pair.source
        return [
            w
            for s in segments
            for w in self.doc.word_range(Side.SOURCE, article.segments[s].span)
            if not is_mark(self.doc.source_words[w].of(article.text))
        ]

    def scores(self, words: Sequence[int]) -> list[float]:
        """The best link score of each of these source words, 0 without a link."""
        return [max((link.score for link in self.doc.links_of(Side.SOURCE, w)), default=0.0) for w in words]

    def rendered(self, segments: Sequence[int]) -> float:
        """Mean link score of the words of these source segments; 1 is usual."""
        scores = self.scores(self.words(segments))
        return sum(scores) / len(scores) / self.link if scores else 0.0

    def letters(self, side: Side, segments: Sequence[int]) -> int:
        """Letters and digits of these segments."""
        article = self.doc.article(side)
        return sum(character.isalnum() for s in segments for character in article.segment_text(s))

    def spare(self, bead: int) -> float:
        """Target letters of a bead beyond what its source may need; 0 outside the article."""
        if not 0 <= bead < len(self.doc.beads):
            return 0.0
        here = self.doc.beads[bead]
        needed = LOOSE * self.ratio * self.letters(Side.SOURCE, here.source)
        return max(0.0, self.letters(Side.TARGET, here.target) - needed)

    def signs(self, bead: int, segment: int, left: Sequence[int]) -> Signs:
        """What speaks for and against a rendering of one of the source segments `left` in a bead."""
        here = self.doc.beads[bead]
        rest = [s for s in left if s != segment]
        found = math.log(self.letters(Side.TARGET, here.target) + 1)
        needed = self.ratio * self.letters(Side.SOURCE, left)
        without = self.ratio * self.letters(Side.SOURCE, rest)
        return Signs(
            rendered=self.rendered([segment]),
            others=self.rendered(rest),
            room=found - math.log(needed + 1),
            room_without=found - math.log(without + 1),
        )


def chance(signs: Signs) -> float:
    """The chance, 0-1, that nothing renders the sentence."""
    value = RENDERED * signs.rendered + OTHERS * (signs.rendered - signs.others)
    value += ROOM * signs.room + ROOM_WITHOUT * signs.room_without + BIAS
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, value))))


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each sentence that nothing in the target renders."""
    usual = Usual(doc)
    translation = Copies(doc.pair.target.text)
    for number, bead in enumerate(doc.beads):
        if len(bead.source) < 2 and bead.target:
            continue
        gone: list[int] = []
        for confidence, segment in _missing(usual, number, gone):
            span = doc.pair.source.segments[segment].span
            if confidence < params.min_confidence:
                break
            gone.append(segment)
            if not _judged(doc, segment, params) or is_copied(translation, doc.pair.source.text, span):
                continue
            if not _figure_kept(doc, number, segment) and not _only_quotation_missing(usual, segment, params):
                yield _finding(doc, usual, number, segment, confidence)


def _missing(usual: Usual, bead: int, gone: list[int]) -> Iterator[tuple[float, int]]:
    """The sentences of a bead with the chance that they are missing, likeliest first, each as if those before are."""
    here = usual.doc.beads[bead]
    if not here.target:
        yield from ((_alone(usual, bead), segment) for segment in here.source)
        return
    while len(left := [s for s in here.source if s not in gone]) > 1:
        best = max((chance(usual.signs(bead, segment, left)), -segment) for segment in left)
        yield best[0], -best[1]


def _judged(doc: Prepared, segment: int, params: Params) -> bool:
    """Whether a missing rendering would matter: a sentence that is long enough and no credit line in brackets."""
    text = doc.pair.source.segment_text(segment)
    if doc.pair.source.segments[segment].kind is not SegmentKind.SENTENCE:
        return False
    return counted_words(text) >= params.min_words and not (text[0] in "([（【" and text[-1] in ")]）】")


def _figure_kept(doc: Prepared, bead: int, segment: int) -> bool:
    """Whether the bead's target has a telling number of this sentence that no other sentence of the bead has."""
    here, span = doc.bead_span(bead, Side.TARGET), doc.pair.source.segments[segment].span
    text = doc.pair.source.text
    keys = Counter(
        (link.source.key, span.contains(link.source.span))
        for link in doc.of_kind(Kind.QUANTITY)
        if link.source and link.target and here and here.contains(link.target.span)
        if link.bead == bead and _TELLING.search(link.source.span.of(text))
    )
    return any(inside and (key, False) not in keys for key, inside in keys)


def _only_quotation_missing(usual: Usual, segment: int, params: Params) -> bool:
    """Whether what stands around a quotation that is missing has its rendering: another rule reports the quotation."""
    doc, span = usual.doc, usual.doc.pair.source.segments[segment].span
    quotes = [q.source.span for q in doc.of_kind(Kind.QUOTE) if q.source and not q.target]
    around = [
        w
        for w in usual.words([segment])
        if not any(quote.contains(doc.source_words[w]) for quote in quotes if quote.overlaps(span))
    ]
    text = " ".join(doc.source_words[w].of(doc.pair.source.text) for w in around)
    if len(around) == len(usual.words([segment])) or counted_words(text) < params.min_words:
        return False
    return sum(usual.scores(around)) >= AROUND * usual.link * len(around)


def _alone(usual: Usual, bead: int) -> float:
    """The chance that a sentence without counterpart is missing rather than moved into a neighbouring bead."""
    needed = usual.ratio * usual.letters(Side.SOURCE, usual.doc.beads[bead].source)
    spare = usual.spare(bead - 1) + usual.spare(bead + 1)
    return max(0.0, 1.0 - 0.5 * spare / (needed + 1))


def _finding(doc: Prepared, usual: Usual, bead: int, segment: int, confidence: float) -> Finding:
    span = doc.pair.source.segments[segment].span
    there = doc.bead_span(bead, Side.TARGET)
    return RULE.finding(
        "This sentence of the source has no rendering in the translation.",
        source=[span],
        target=[] if there is None else [there],
        term=" ".join(span.of(doc.pair.source.text).casefold().split()),
        evidence={
            "words": counted_words(span.of(doc.pair.source.text)),
            "rendered": round(min(1.0, usual.rendered([segment])), 2) if doc.beads[bead].target else 0.0,
            "aligned_with": "nothing" if there is None else "a translation of its neighbours",
        },
        confidence=confidence,
    )


EXAMPLES = (
    Example(
        "de",
        "en",
        "Der Brand in der Lagerhalle ist nach neun Stunden gelöscht worden. Drei Feuerwehrleute erlitten leichte "
        "Verletzungen und kamen in ein Krankenhaus. Die Ursache des Feuers ist noch nicht bekannt.",
        "The fire in the warehouse was put out after nine hours. The cause of the fire is not yet known.",
        ("Drei Feuerwehrleute erlitten leichte Verletzungen und kamen in ein Krankenhaus.",),
    ),
    Example(
        "ar",
        "en",
        "افتتح الوزير المستشفى الجديد في المدينة يوم الأحد. وبلغت كلفة المشروع خمسين مليون دولار قدمتها ثلاث دول. "
        "وسيستقبل المستشفى المرضى ابتداء من الشهر المقبل.",
        "The minister opened the new hospital in the city on Sunday. It will receive patients from next month.",
        ("وبلغت كلفة المشروع خمسين مليون دولار قدمتها ثلاث دول.",),
    ),
    Example(
        "ru",
        "en",
        "Землетрясение произошло в четверг утром. Его магнитуда составила 4,6. Очаг находился на глубине семи "
        "километров.",
        "An earthquake of magnitude 4.6 struck on Thursday morning at a depth of seven kilometres.",
    ),
    Example(
        "zh",
        "en",
        "代表团周一抵达日内瓦，随后与联合国官员举行了会谈。双方讨论了人道主义援助问题。下一轮会谈将于三月举行。",
        "The delegation arrived in Geneva on Monday. It then held talks with United Nations officials, at which the "
        "two sides discussed humanitarian aid. The next round will be held in March.",
    ),
)

RULE = Rule(
    code="ACC001",
    name="omission",
    summary="A sentence of the source has no rendering in the translation.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
