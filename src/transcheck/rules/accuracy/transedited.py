"""The translation is a shortened, extended or re-ordered version of the source, or renders another text.

Why it matters
    Desks cut and re-arrange what they translate. That may be wanted, and then a list of every sentence that is gone is
    noise; or it is not, and then the editor must hear of it first, once, with how much is gone and where it stood.

Wrong
    An article of twenty sentences whose translation has eleven of them; its last third told first; a translation of
    another story under the same headline.

Right
    One or two sentences left out (ACC001 says which); sentences merged, split, or drawn over from the next one.

Limits
    Sentences that stand elsewhere are told by the likeness of their meaning: repeated phrases, as in tables of results,
    may be passed over. They are not compared with their translation: names, figures and quotations in them go
    unchecked. What a summary says in one sentence for four counts as gone unless its words are there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.text import Article, Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.kinship import kinship_of
from transcheck.text.omitted import missing, worth_missing
from transcheck.text.rendering import Usual


@dataclass(frozen=True, slots=True)
class Params:
    """How much must be gone, added or moved; shares are of the letters in a side's longer sentences."""

    min_share: float = 0.25
    """Share of the source without a rendering, or of the translation without a source, from which it is transedited."""
    min_words: int = 6
    """Shorter sentences are not judged; two Chinese characters count as a word."""
    min_sentences: int = 3
    """Least number of such sentences."""
    min_share_moved: float = 0.1
    """Share of either side that stands elsewhere from which it is re-ordered."""
    min_sentences_moved: int = 2
    """Least number of such sentences: one may have been drawn over to where it reads better."""
    min_share_other: float = 0.8
    """Share on both sides in sentences that mean something else, from which the target translates another text."""
    least_alike: float = 0.5
    """Likeness in meaning, 0-1, below which aligned sentences mean something else."""
    min_missing: float = 0.5
    """Least chance, 0-1, that nothing renders a sentence, for it to count as gone."""
    max_explained: float = 0.45
    """Up to this share of its usual word links (1 is usual) a sentence counts as gone, or as added."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some sentences of one side."""

    segments: tuple[int, ...]
    share: float
    """Of the letters in the side's sentences, 0-1."""


_NONE = _Part((), 0.0)


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """At most one finding."""
    here, there = (_Sentences(doc.article(side), params.min_words) for side in Side)
    unlike = here.part(_unlike(doc, Side.SOURCE, params)), there.part(_unlike(doc, Side.TARGET, params))
    if all(p.share >= params.min_share_other and len(p.segments) >= params.min_sentences for p in unlike):
        yield _finding(doc, [f"{unlike[0].share:.0%} of the source has no rendering"], (*unlike, _NONE, _NONE), True)
        return
    gone, added = here.part(_gone(doc, params)), there.part(_unsupported(doc, Side.TARGET, params))
    moved = here.part({source for source, _ in doc.moved}), there.part({target for _, target in doc.moved})
    said: list[str] = []
    if _much(gone, params):
        said.append(f"{gone.share:.0%} of the source has no rendering")
    if _much(added, params):
        said.append(f"{added.share:.0%} of the translation has no source")
    enough = max(len(part.segments) for part in moved) >= params.min_sentences_moved
    if enough and max(part.share for part in moved) >= params.min_share_moved:
        said.append(f"{moved[0].share:.0%} of the source stands in another place")
    if said:
        yield _finding(doc, said, (gone, added, *moved), False)


class _Sentences:
    """The sentences of an article that are long enough, without its headlines and sub-headings."""

    def __init__(self, article: Article, least: int) -> None:
        sentences = (n for n in range(len(article.segments)) if worth_missing(article, n, least))
        self._letters = {n: sum(map(str.isalnum, article.segment_text(n))) for n in sentences}

    def part(self, segments: set[int]) -> _Part:
        """Those of `segments` that are sentences."""
        kept = tuple(sorted(segments & self._letters.keys()))
        return _Part(kept, sum(self._letters[n] for n in kept) / max(1, sum(self._letters.values())))


def _much(part: _Part, params: Params) -> bool:
    return part.share >= params.min_share and len(part.segments) >= params.min_sentences


def _gone(doc: Prepared, params: Params) -> set[int]:
    """Source segments that nothing renders, here or elsewhere."""
    usual = Usual(doc)
    found = _unsupported(doc, Side.SOURCE, params)
    for number, bead in enumerate(doc.beads):
        if len(bead.source) > 1 or not bead.target:
            found |= {segment for chance, segment in missing(usual, number) if chance >= params.min_missing}
    return found - {source for source, _ in doc.moved}


def _unlike(doc: Prepared, side: Side, params: Params) -> set[int]:
    """Segments that stand alone or beside what means something else; word links are no measure of a whole text.

    Links are rated by what is usual in the pair, and in a pair of two stories nothing is.
    """
    elsewhere = {pair[0 if side is Side.SOURCE else 1] for pair in doc.moved}
    unlike = (bead for bead in doc.beads if not (bead.source and bead.target) or bead.similarity < params.least_alike)
    return {segment for bead in unlike for segment in bead.side(side)} - elsewhere


def _unsupported(doc: Prepared, side: Side, params: Params) -> set[int]:
    """Segments of which hardly a word is linked, and whose counterpart does not stand elsewhere."""
    kinship = kinship_of(doc)
    elsewhere = {pair[0 if side is Side.SOURCE else 1] for pair in doc.moved}
    return {
        n
        for n in range(len(doc.article(side).segments))
        if n not in elsewhere and kinship.explained(side, n) <= params.max_explained
    }


def _finding(doc: Prepared, said: Sequence[str], parts: tuple[_Part, ...], other: bool) -> Finding:
    gone, added, moved, moved_there = parts
    source = _places(doc.pair.source, (*gone.segments, *moved.segments))
    target = _places(doc.pair.target, (*added.segments, *moved_there.segments))
    what = "The target does not translate this source" if other else "The translation is not the source's whole text"
    if len(said) == 1 and not gone.segments and not added.segments:
        what = "The translation tells things in another order"
    only_moved = all("another place" in part for part in said)
    return RULE.finding(
        f"{what}: {'; '.join(said)}.",
        source=source,
        target=target,
        term=f"missing {len(gone.segments)}",
        rendering=f"added {len(added.segments)} moved {len(moved.segments)}",
        evidence={
            "why": "sentence by sentence, their words are not linked, or their meaning is that of a sentence elsewhere",
            "missing": len(gone.segments),
            "missing_share": round(gone.share, 2),
            "added": len(added.segments),
            "added_share": round(added.share, 2),
            "moved": len(moved.segments),
            "moved_share": round(moved.share, 2),
        },
        confidence=0.9,
        severity=Severity.CRITICAL if other else Severity.MINOR if only_moved else None,
    )


def _places(article: Article, segments: Sequence[int]) -> list[Span]:
    """The segments' spans in order, neighbours as one."""
    ordered = sorted(segments)
    starts = [n for before, n in pairwise([-2, *ordered]) if n != before + 1]
    ends = [n for n, after in pairwise([*ordered, len(article.segments) + 1]) if after != n + 1]
    spans = article.segments
    return [Span(spans[a].span.start, spans[b].span.end) for a, b in zip(starts, ends, strict=True)]


_STORY = (
    "Der Brand in der Lagerhalle ist nach neun Stunden gelöscht worden. Drei Feuerwehrleute erlitten leichte "
    "Verletzungen und kamen in ein Krankenhaus. Der Besitzer schätzt den Schaden auf zwei Millionen Euro. Die Straße "
    "zum Bahnhof bleibt bis Freitag gesperrt. Die Ursache des Feuers ist noch nicht bekannt."
)

EXAMPLES = (
    Example(
        "de",
        "en",
        _STORY,
        "The fire in the warehouse was put out after nine hours. The cause of the fire is not yet known.",
        ("Drei Feuerwehrleute erlitten leichte Verletzungen und kamen in ein Krankenhaus.",),
    ),
    Example(
        "en",
        "ar",
        "The minister opened the new hospital on Sunday. The project cost fifty million dollars, paid by three "
        "countries. The doctors of the old clinic will move to the new building. A second hospital is planned in the "
        "north. Patients will be received from next month.",
        "سيستقبل المستشفى المرضى ابتداء من الشهر المقبل. ومن المقرر إنشاء مستشفى ثان في الشمال. وافتتح الوزير المستشفى "
        "الجديد يوم الأحد. وبلغت كلفة المشروع خمسين مليون دولار دفعتها ثلاث دول. وسينتقل أطباء العيادة القديمة إلى "
        "المبنى الجديد.",
        ("سيستقبل المستشفى المرضى ابتداء من الشهر المقبل.",),
    ),
    Example(
        "de",
        "en",
        _STORY,
        "The fire in the warehouse was put out after nine hours; three firefighters were taken to hospital with light "
        "injuries. The owner puts the damage at two million euros. The road to the station stays closed until Friday, "
        "and the cause of the fire is not yet known.",
    ),
    Example(
        "zh",
        "en",
        "代表团周一抵达日内瓦，随后与联合国官员举行了会谈。双方讨论了人道主义援助问题。下一轮会谈将于三月举行。",
        "The delegation arrived in Geneva on Monday. It then met United Nations officials. Humanitarian aid was what "
        "the two sides talked about. They will meet again in March.",
    ),
)

RULE = Rule(
    code="ACC008",
    name="transedited",
    summary="The translation is a shortened, extended or re-ordered version of the source, or of another text.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    whole=frozenset(Side),
    examples=EXAMPLES,
)
