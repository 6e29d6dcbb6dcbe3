"""A treaty is described as another kind of instrument than it is and than the source says.

Why it matters
    New START limits the arsenals of two states; the Non-Proliferation Treaty keeps others from having one. To call one
    "a treaty on nuclear non-proliferation" tells the reader that another treaty has ended.

Wrong
    معاهدة «نيو ستارت» للحد من الأسلحة النووية becomes "the New START treaty on nuclear non-proliferation"; a climate
    accord becomes a trade deal; a peace treaty becomes a disarmament treaty.

Right
    What fits the instrument's kind, whatever the source says (New START as an arms-control or a disarmament treaty);
    what the source says, even if it is wrong; a description of another instrument in the sentence.

Limits
    Only titles that the table knows, with the kinds it gives them, and descriptions in the words of the table of kinds
    (non-proliferation, arms control, peace, trade, climate, human rights). Laws, resolutions and declarations may be
    about anything and are not judged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.title_kinds import Description, descriptions, fits, kinds_named
from transcheck.text.title_table import instruments
from transcheck.text.title_words import head_groups

UNJUDGED = frozenset({"law", "resolution", "declaration", "diplomacy"})


@dataclass(frozen=True, slots=True)
class Params:
    """Which descriptions are judged."""

    unnamed: bool = True
    """Whether a description that stands alone is judged, where the article knows one instrument only."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each description that fits neither the instrument nor anything in the source."""
    links = [link for link in doc.of_kind(Kind.TITLE) if link.source and _kinds(link)]
    keys = {link.source.key for link in links if link.source}
    if not keys:
        return
    for bead in range(len(doc.beads)):
        here = [link for link in links if link.bead == bead]
        if not here and (len(keys) > 1 or not params.unnamed):
            continue
        for found in _described(doc, bead):
            subject = _subject(found, here) if here else _linked_head(doc, bead, found, links)
            if subject and not _supported(doc, bead, found, here or links):
                yield _finding(doc, subject, found, bool(here))


def _kinds(link: Link) -> frozenset[str]:
    """The kinds of the source's instrument; () for one that is not judged."""
    known = instruments().get(link.source.key) if link.source else None
    return known.kinds if known and not known.kinds & UNJUDGED else frozenset()


def _described(doc: Prepared, bead: int) -> Iterator[Description]:
    """The descriptions on the target side of a bead, outside titles of the table that stand for one of the source."""
    article = doc.pair.target
    titled = [
        link.target.span
        for link in doc.of_kind(Kind.TITLE)
        if link.target and link.source and link.target.key in instruments()
    ]
    for segment in doc.beads[bead].target:
        start = article.segments[segment].span.start
        inside = [_moved(s, -start) for s in titled if article.segments[segment].span.contains(s)]
        for found in descriptions(article.segment_text(segment), article.lang, inside):
            placed = Description(_moved(found.phrase, start), _moved(found.whole, start), found.kind)
            if not any(placed.phrase.overlaps(span) for span in titled):
                yield placed


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _subject(found: Description, here: Sequence[Link]) -> Link | None:
    """The title that the description is said of: the one beside it, or the only one, where nothing else renders it."""
    beside = [link for link in here if link.target and _touches(found.whole, link.target.span)]
    if beside:
        return beside[0]
    one = {link.source.key for link in here if link.source}
    return here[0] if len(one) == 1 and not any(link.target for link in here) else None


def _touches(whole: Span, title: Span) -> bool:
    return whole.overlaps(title) or 0 <= title.start - whole.end <= 3 or 0 <= whole.start - title.end <= 12


def _linked_head(doc: Prepared, bead: int, found: Description, links: Sequence[Link]) -> Link | None:
    """The article's only instrument, where the description stands for a bare word for it ("the treaty")."""
    lang, text = doc.pair.source.lang, doc.pair.source.text
    words = doc.projected(Side.TARGET, found.whole)
    return links[0] if any(head_groups(word.of(text), lang) for word in words) else None


def _supported(doc: Prepared, bead: int, found: Description, links: Sequence[Link]) -> bool:
    """Whether the description fits an instrument that the source names here, or the source has its words near by."""
    if any(_kinds(link) & fits(found.kind) for link in links):
        return True
    near = (b for b in (bead - 1, bead, bead + 1) if 0 <= b < len(doc.beads))
    return any(found.kind in kinds_named(doc.bead_text(b, Side.SOURCE), doc.pair.source.lang) for b in near)


def _finding(doc: Prepared, link: Link, found: Description, named: bool) -> Finding:
    text = found.whole.of(doc.pair.target.text)
    source = link.source.span if link.source else Span(0, 0)
    title = source.of(doc.pair.source.text)
    kinds = sorted(_kinds(link))
    return RULE.finding(
        f"“{text}” calls “{title}” a {found.kind} instrument; its kind is {' and '.join(kinds)}.",
        source=[source],
        target=[found.phrase, *([link.target.span] if link.target and named else [])],
        term=link.source.key if link.source else "",
        rendering=fold(found.phrase.of(doc.pair.target.text)),
        expected=None,
        evidence={
            "title": title,
            "described_as": found.kind,
            "kinds": kinds,
            "why": "the source has no such word near by, and the table of treaties gives another kind",
        },
        confidence=0.85 if named else 0.75,
    )


EXAMPLES = (
    Example(
        "ar",
        "en",
        "أعلنت وزارة الخارجية الروسية انتهاء العمل بمعاهدة «نيو ستارت» للحد من الأسلحة النووية مع الولايات المتحدة.",
        "The Russian Foreign Ministry announced the end of the “New START” treaty on nuclear non-proliferation with "
        "the United States.",
        ("non-proliferation",),
    ),
    Example(
        "en",
        "ru",
        "Nearly 200 countries adopted the Paris Agreement in 2015. Its goal is now out of reach, the report says.",
        "Почти 200 стран приняли в 2015 году торговое Парижское соглашение. Его цель теперь недостижима, говорится в "
        "докладе.",
        ("торговое",),
    ),
    Example(
        "fr",
        "zh",
        "Le traité INF a pris fin en 2019. Les deux pays s'accusent de l'avoir violé.",
        "中导条约这一核不扩散条约于2019年失效。两国互相指责对方违约。",
        ("不扩散",),
    ),
    Example(
        "ar",
        "en",
        "دعا حلف شمال الأطلسي إلى ضبط النفس بعد انتهاء «نيو ستارت»، آخر معاهدة ثنائية من نوعها.",
        "NATO called for restraint after the end of New START, the last bilateral nuclear disarmament treaty.",
    ),
    Example(
        "ru",
        "en",
        "ДНЯО — основа режима нераспространения. Новый СНВ истёк в феврале.",
        "The NPT is the basis of the non-proliferation regime. New START expired in February.",
    ),
    Example(
        "ja",
        "en",
        "パリ協定の採択から10年がたった。首脳らは自由貿易協定の交渉も始めた。",
        "Ten years have passed since the Paris Agreement was adopted. The leaders also opened talks on a free trade "
        "agreement.",
    ),
)

RULE = Rule(
    code="TTL004",
    name="wrong-description",
    summary="A treaty is described as another kind of instrument than it is and than the source says.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
