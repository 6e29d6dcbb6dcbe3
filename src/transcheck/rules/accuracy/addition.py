"""A sentence of the translation has nothing in the source.

Why it matters
    What a translator or a machine adds is read as the author's own statement. A sentence of background may be right and
    still was never said; an invented one may be false.

Wrong
    Das Feuer wurde gelöscht. Die Ursache ist unklar.  ->  The fire was put out. Residents had complained about the
    building for years. Its cause is not known.

Right
    A long sentence becomes two or three; content comes from a neighbouring sentence; a gloss inside a sentence; a line
    in brackets by the desk.

Limits
    Sentences of fewer than `min_words` words are not judged, nor are headlines and sub-headings. A clause that is added
    inside a sentence is not looked for. What stands twice, is still in the source's language, or replaces a sentence of
    the source is for other rules. Next to a source sentence that is rendered freely, an addition is passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.text import Side
from transcheck.rules.base import Example, Rule
from transcheck.text.copied import Copies, is_copied
from transcheck.text.fold import fold
from transcheck.text.foreign import foreign_runs
from transcheck.text.kinship import Kinship, kinship_of
from transcheck.text.omitted import worth_missing
from transcheck.text.speech import counted_words


@dataclass(frozen=True, slots=True)
class Params:
    """When a sentence without a source is reported."""

    min_words: int = 8
    """Shorter sentences are not judged; two Chinese characters count as a word."""
    min_source: float = 0.8
    """Least such share of every source sentence around: what is less explained may have its rendering here."""
    min_similarity: float = 0.85
    """Likeness in meaning of the beads around, from which a sentence that stands alone renders nothing of theirs."""
    max_explained: float = 0.45
    """Up to this share of its usual word links (1 is usual), a sentence that shares its bead comes from nowhere."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each target sentence that no source sentence supports."""
    kinship = kinship_of(doc)
    # That it stands for something else is ACC004's, that its source stands elsewhere is ACC008's.
    others = {pair.target for pair in kinship.unrelated()} | {target for _, target in doc.moved}
    seen: set[str] = set()
    for number, bead in enumerate(doc.beads):
        for segment in bead.target:
            text = fold(doc.pair.target.segment_text(segment))
            twice = text in seen
            seen.add(text)
            if twice or segment in others:
                continue
            alone = not bead.source
            explained = 0.0 if alone else kinship.explained(Side.TARGET, segment)
            nothing = alone or (len(bead.target) > 1 and explained <= params.max_explained)
            if not nothing or not _rendered(doc, kinship, number, params):
                continue
            if _judged(doc, segment, params):  # last: it reads the whole source
                yield _finding(doc, segment, explained)


def _rendered(doc: Prepared, kinship: Kinship, bead: int, params: Params) -> bool:
    """Whether all source sentences of the bead, or of its neighbours if it has none, are rendered without this one."""
    if doc.beads[bead].source:
        return _least(doc, kinship, bead) >= params.min_source
    near = [b for b in (bead - 1, bead + 1) if 0 <= b < len(doc.beads)]
    return all(
        doc.beads[b].similarity >= params.min_similarity or _least(doc, kinship, b) >= params.min_source for b in near
    )


def _least(doc: Prepared, kinship: Kinship, bead: int) -> float:
    """Explained share of the least explained source sentence of a bead."""
    return min((kinship.explained(Side.SOURCE, s) for s in doc.beads[bead].source), default=1.0)


def _judged(doc: Prepared, segment: int, params: Params) -> bool:
    """Whether the segment is a sentence in the target's language that is long enough and no line in brackets."""
    target = doc.pair.target
    if not worth_missing(target, segment, params.min_words):
        return False
    span = target.segments[segment].span
    foreign = foreign_runs(target.text, span, doc.pair.source.lang, target.lang)
    return 2 * sum(map(len, foreign)) < len(span) and not is_copied(Copies(doc.pair.source.text), target.text, span)


def _finding(doc: Prepared, segment: int, explained: float) -> Finding:
    span = doc.pair.target.segments[segment].span
    surface = span.of(doc.pair.target.text)
    linked = f"its words are linked {explained:.0%} as well as others"
    return RULE.finding(
        "No sentence of the source says this.",
        source=[],
        target=[span],
        term="",
        rendering=" ".join(surface.casefold().split()),
        evidence={
            "why": f"the source around it is rendered without it; {linked}",
            "words": counted_words(surface),
            "explained": round(explained, 2),
        },
        confidence=max(0.5, 0.95 - explained),
    )


EXAMPLES = (
    Example(
        "de",
        "en",
        "Der Brand in der Lagerhalle ist nach neun Stunden gelöscht worden. Die Ursache des Feuers ist noch nicht "
        "bekannt.",
        "The fire in the warehouse was put out after nine hours. The museum will show paintings by two local artists "
        "from next spring. The cause of the fire is not yet known.",
        ("The museum will show paintings by two local artists from next spring.",),
    ),
    Example(
        "ar",
        "en",
        "افتتح الوزير المستشفى الجديد في المدينة يوم الأحد. وسيستقبل المستشفى المرضى ابتداء من الشهر المقبل.",
        "The minister opened the new hospital in the city on Sunday. Fans waited for hours in the rain to see the "
        "singer leave the stage. The hospital will receive patients from next month.",
        ("Fans waited for hours in the rain to see the singer leave the stage.",),
    ),
    Example(
        "en",
        "de",
        "An earthquake of magnitude 4.6 struck on Thursday morning at a depth of seven kilometres.",
        "Am Donnerstagmorgen hat die Erde gebebt. Das Beben hatte eine Stärke von 4,6. Sein Herd lag in sieben "
        "Kilometern Tiefe.",
    ),
    Example(
        "zh",
        "en",
        "代表团周一抵达日内瓦，随后与联合国官员举行了会谈，双方讨论了人道主义援助问题。下一轮会谈将于三月举行。",
        "The delegation arrived in Geneva on Monday. It then held talks with United Nations officials. The two sides "
        "discussed humanitarian aid. The next round will be held in March.",
    ),
)

RULE = Rule(
    code="ACC003",
    name="addition",
    summary="A sentence of the translation has nothing in the source.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    whole=frozenset({Side.TARGET}),
    examples=EXAMPLES,
)
