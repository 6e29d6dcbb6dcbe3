"""A statement is negated on one side only.

Why it matters
    A lost or an added "not" turns the statement round and leaves a sentence that reads well: the court did order it,
    the minister will resign. It is the shortest way to publish the opposite of what was said.

Wrong
    Die Regierung wird das Gesetz nicht ändern.  ->  The government will change the law.

Right
    A negation in the meaning of another word (did not succeed, failed; not allowed, forbidden; without, un-, hardly,
    only); two negations where the other language has one (никто не пришёл, nobody came); "not only", "no doubt"; a
    negation of such a word (never to stop, will go on); a negated degree (not quite right); unless.

Limits
    High precision was preferred: the words of content around the negation must be rendered closely, nothing near their
    rendering may hold a negation in any form (or the sentence is rendered and nothing in it does), and the negation
    itself may link to no more than an auxiliary. Where it stands right before the negated word, that must be rendered
    closely too, which auxiliaries and idioms seldom are. Of negations added to ntrex's translations into English six in
    ten are found, of those taken away fewer. An opposite that no table knows (not far, near) is taken for a lost
    negation where its neighbours are rendered word for word. Persian, Turkish, Japanese and Korean
    write the negation into the verb: there a lost one is found in Persian and Japanese only, where the translation has
    none of any kind near by, and one added in such a translation is not looked for. Where several negations stand in
    one sentence, a missing one is found only if the others have their counterparts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.kinship import kinship_of
from transcheck.text.negation import Cue, is_exact, is_joined, negations, stands_before
from transcheck.text.word_classes import WordClass, word_class
from transcheck.text.words import is_mark

_NEAR = 4
"""Words on either side of a negation of which those of content must be rendered."""
_TOGETHER = 4
"""Words that may lie between two negations which the other language renders by one."""
_TWICE = 2
"""Negations that may make one together (هیچ ... نمی‌بینم, nothing): more are several statements."""
_REACH = 2
"""Words around the rendering of the neighbours in which another form of negation is looked for."""
_WIDEST = 16
"""Words over which neighbours may be scattered on the other side; farther ones are linked astray."""


@dataclass(frozen=True, slots=True)
class Params:
    """How much must speak for a one-sided negation."""

    max_link: float = 0.4
    """Score of a link to a word of content or to a negation, 0-1, from which a negation itself has a rendering."""
    min_around: float = 0.65
    """Least link score of the words around it, as a share of what is usual in the article."""
    min_sentence: float = 0.7
    """The same of the whole sentence and its counterpart, which is enough where that holds no negation in any form."""
    min_negated: float = 0.5
    """Least link score of the negated word, where the language puts the negation right before it: of an opposite
    (не подобається, have a problem with) it is lower."""
    min_verb: float = 0.3
    """Least link score of a word that holds its negation in itself, where the other side has no negation at all."""


@dataclass(frozen=True, slots=True)
class _Lone:
    """A negation that nothing on the other side answers."""

    side: Side
    span: Span
    around: float


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each negation, or group of them, that the other side lacks."""
    usual = kinship_of(doc)
    for number, bead in enumerate(doc.beads):
        if not bead.source or not bead.target:
            continue
        spans = {side: doc.bead_span(number, side) or Span(0, 0) for side in Side}
        cues = {side: negations(doc.article(side).text, spans[side], doc.article(side).lang) for side in Side}
        for side in Side:
            lang = doc.article(side).lang
            if is_joined(lang) and not (side is Side.SOURCE and is_exact(lang)):
                continue
            find = _joined if is_joined(lang) else _apart
            for lone in find(doc, number, side, cues, params, usual.usual(side)):
                yield _finding(doc, number, lone)


def _apart(
    doc: Prepared, bead: int, side: Side, cues: dict[Side, list[Cue]], params: Params, usual: float
) -> Iterator[_Lone]:
    """Negations that are words of their own, and that nothing answers."""
    for group in _groups(doc, side, cues):
        if lone := _lone(doc, bead, side, group, cues, params, usual):
            yield lone


def _joined(
    doc: Prepared, bead: int, side: Side, cues: dict[Side, list[Cue]], params: Params, usual: float
) -> Iterator[_Lone]:
    """The negation of a bead that is part of its verb, which is rendered, where the other side has none.

    Its link is the verb's and says nothing, so that all the other side must be without a negation that is one, and the
    rendering of the verb and its neighbours without any form of it.
    """
    there, plain = cues[side.other], [cue for cue in cues[side] if cue.plain]
    if not 1 <= len(plain) <= _TWICE or any(cue.plain for cue in there):
        return
    span = plain[-1].span
    words = doc.word_range(side, span)
    verb = max((_score(doc, side, word) for word in words), default=0.0)
    bounds = doc.word_range(side, doc.bead_span(bead, side) or span)
    near = _near(doc, side, bounds, words, set(words))
    around = _rendered(doc, side, near, usual)
    if verb >= params.min_verb and around >= params.min_around and not _answered(doc, side, [*words, *near], there):
        yield _Lone(side, span, around)


def _near(doc: Prepared, side: Side, bounds: range, group: range, cue_words: set[int]) -> list[int]:
    """The words of content around a negation; all but marks where there are none."""
    around = range(max(bounds.start, group.start - _NEAR), min(bounds.stop, group.stop + _NEAR))
    words = [word for word in around if word not in cue_words and not is_mark(_text(doc, side, word))]
    return [word for word in words if _tells(doc, side, word)] or words


def _text(doc: Prepared, side: Side, word: int) -> str:
    return doc.words(side)[word].of(doc.article(side).text)


def _tells(doc: Prepared, side: Side, word: int) -> bool:
    """Whether it is a word of content, no auxiliary, article or pronoun."""
    return word_class(fold(_text(doc, side, word)), doc.article(side).lang) is not WordClass.INSIDE


def _rendered(doc: Prepared, side: Side, words: Sequence[int], usual: float) -> float:
    """Mean link score of these words, 1 is usual."""
    return sum(_score(doc, side, word) for word in words) / len(words) / usual if words else 0.0


def _far(doc: Prepared, side: Side, word: int) -> list[int]:
    """The other side's words that a word is linked to."""
    return [link.target if side is Side.SOURCE else link.source for link in doc.links_of(side, word)]


def _score(doc: Prepared, side: Side, word: int) -> float:
    return max((link.score for link in doc.links_of(side, word)), default=0.0)


def _groups(doc: Prepared, side: Side, cues: dict[Side, list[Cue]]) -> list[range]:
    """Words of the plain negations, those that stand together as one; none if the other side has one to spare."""
    other = side.other
    own = {word for cue in cues[side] for word in doc.word_range(side, cue.span)}
    for cue in cues[other]:
        words = doc.word_range(other, cue.span)
        if cue.plain and not any(far in own for word in words for far in _far(doc, other, word)):
            return []
    groups: list[range] = []
    for cue in cues[side]:
        words = doc.word_range(side, cue.span)
        if not cue.plain or not words:
            continue
        if groups and words.start - groups[-1].stop <= _TOGETHER:
            groups[-1] = range(groups[-1].start, words.stop)
        else:
            groups.append(words)
    return groups


def _lone(
    doc: Prepared, bead: int, side: Side, group: range, cues: dict[Side, list[Cue]], params: Params, usual: float
) -> _Lone | None:
    lang, span, there = doc.article(side).lang, doc.bead_span(bead, side), cues[side.other]
    bounds = doc.word_range(side, span) if span else range(0)
    cue_words = {word for cue in cues[side] if cue.plain for word in doc.word_range(side, cue.span)}
    if max(_own(doc, side, word, there) for word in group if word in cue_words) >= params.max_link:
        return None
    negated = _score(doc, side, group.stop) if group.stop < bounds.stop else 0.0
    if stands_before(lang) and negated < params.min_negated:
        return None
    near = _near(doc, side, bounds, group, cue_words)
    around = _rendered(doc, side, near, usual)
    if there and (around < params.min_around or _answered(doc, side, near, there)):
        return None
    whole = min(_whole(doc, bead, side, cue_words), _whole(doc, bead, side.other, set()))
    if not there and whole < params.min_sentence:
        return None
    first = doc.words(side)[group.start]
    return _Lone(side, next(cue.span for cue in cues[side] if cue.span.end > first.start), around)


def _whole(doc: Prepared, bead: int, side: Side, without: set[int]) -> float:
    """Mean link score of all words on that side of the bead, 1 is usual."""
    span = doc.bead_span(bead, side)
    words = (w for w in (doc.word_range(side, span) if span else ()) if w not in without)
    return _rendered(doc, side, [w for w in words if not is_mark(_text(doc, side, w))], kinship_of(doc).usual(side))


def _own(doc: Prepared, side: Side, word: int, cues: list[Cue]) -> float:
    """Score of a negation's best link, 1 to another negation; auxiliaries stand for none."""
    other, best = side.other, 0.0
    for link in doc.links_of(side, word):
        far = link.target if side is Side.SOURCE else link.source
        there = [cue for cue in cues if far in doc.word_range(other, cue.span)]
        if any(cue.plain for cue in there):
            return 1.0
        if there or _tells(doc, other, far):
            best = max(best, link.score)
    return best


def _answered(doc: Prepared, side: Side, near: list[int], cues: list[Cue]) -> bool:
    """Whether any form of negation stands where the other side renders the words `near`, or negates a whole clause."""
    if any(cue.far for cue in cues):
        return True
    there = sorted(far for word in near for far in _far(doc, side, word))
    if not there:
        return bool(cues)
    first, last = there[0], there[-1]
    if last - first > _WIDEST:
        middle = there[len(there) // 2]
        first, last = middle - _WIDEST // 2, middle + _WIDEST // 2
    ranges = (doc.word_range(side.other, cue.span) for cue in cues)
    return any(words.start <= last + _REACH and words.stop > first - _REACH for words in ranges)


def _finding(doc: Prepared, bead: int, lone: _Lone) -> Finding:
    lost = lone.side is Side.SOURCE
    there = doc.bead_span(bead, lone.side.other)
    spans = {lone.side: [lone.span], lone.side.other: [there] if there else []}
    surface = lone.span.of(doc.article(lone.side).text)
    what = "The source negates this and the translation does not" if lost else "The source does not negate this"
    return RULE.finding(
        f"{what}: “{' '.join(surface.split())}” has no counterpart.",
        source=spans[Side.SOURCE],
        target=spans[Side.TARGET],
        term=" ".join(doc.bead_text(bead, Side.SOURCE).casefold().split()),
        rendering=surface.casefold(),
        evidence={
            "why": "the words around it are linked, it is not, and no negation stands near their rendering",
            "negation": surface,
            "side": lone.side.value,
            "around": round(lone.around, 2),
        },
        confidence=max(0.5, min(0.95, 0.5 + 0.3 * lone.around)),
    )


RULE = Rule(
    code="ACC005",
    name="negation",
    summary="A statement is negated on one side only.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "de",
            "en",
            "Die Regierung wird das Gesetz in diesem Jahr nicht ändern. Das sagte ein Sprecher am Montag in Berlin.",
            "The government will change the law this year. A spokesman said this in Berlin on Monday.",
            ("nicht",),
        ),
        Example(
            "ar",
            "en",
            "وصل الوزير إلى المدينة يوم الأحد. وقال إن الحكومة ستدفع الرواتب هذا الشهر.",
            "The minister arrived in the city on Sunday. The government will not pay the salaries this month, he said.",
            ("not",),
        ),
        Example(
            "ru",
            "en",
            "Я не знаю, что случилось с моим братом. Он исчез два года назад.",
            "I do know what happened to my brother. He disappeared two years ago.",
            ("не",),
        ),
        Example(
            "ru",
            "en",
            "Никто не пришёл на заседание в понедельник. Министр не смог объяснить причину.",
            "Nobody came to the meeting on Monday. The minister failed to explain the reason.",
        ),
        Example(
            "en",
            "zh",
            "Not only the minister but also the president saw the flooded towns. The dam is no longer safe, they said.",
            "不仅部长，总统也视察了受灾城镇。他们表示，大坝已不再安全。",
        ),
    ),
)
