"""A treaty, law or agreement that the source names has gone from a sentence that is translated otherwise.

Why it matters
    "Putin suspended participation in 2023": in what? A title that falls out leaves a sentence that reads well and says
    less, or says it of the instrument named before.

Wrong
    "وفي 2023 علّقت موسكو مشاركتها في «نيو ستارت»" becomes "In 2023 Moscow suspended its participation".

Right
    Another title of the same instrument, its acronym, a description ("the deal", "the document"), a pronoun, a title
    that stands in the sentence before or after; a sentence that is left out altogether, which ACC001 reports.

Limits
    Only titles that the table knows, numbered resolutions, and titles in quotation or title marks or in capitals.
    Silent where any word for an instrument stands in the translated sentence, or a pronoun (or nothing, where pronouns
    are dropped) beside a sentence that names an instrument, so most titles dropped in an article about a treaty are
    passed over. Headlines are not judged: they are condensed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Mention
from transcheck.model.text import SegmentKind, Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.kinship import kinship_of
from transcheck.text.title_kinds import fits, kinds_named
from transcheck.text.title_table import instruments, related
from transcheck.text.title_words import head_groups, is_generic, stands_in
from transcheck.text.words import is_mark


@dataclass(frozen=True, slots=True)
class Params:
    """When a title counts as missing."""

    min_confidence: float = 0.5
    """Source titles less sure than this, 0-1, may be descriptions."""
    max_linked: float = 0.3
    """Mean score of the best word link of each word that names the instrument, 0-1: above it something renders them."""
    min_explained: float = 0.6
    """Share of the rest of the source sentence, 1 as usual in this pair, that must be rendered."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each source title that nothing in its bead and the beads beside it can stand for."""
    links = doc.of_kind(Kind.TITLE)
    for link in links:
        title = link.source
        if title is None or link.target is not None or link.confidence < params.min_confidence:
            continue
        if not doc.beads[link.bead].target or _rendered_near(links, link, title) or not _in_sentence(doc, title):
            continue
        text, beside = doc.bead_text(link.bead, Side.TARGET), _beside(doc, link.bead)
        if stands_in(text, beside, doc.pair.target.lang) or _described(doc, text, title) or _kept(text, doc, title):
            continue
        if _linked(doc, title) <= params.max_linked and _rest_explained(doc, title) >= params.min_explained:
            yield _finding(doc, link, title)


def _rendered_near(links: tuple[Link, ...], link: Link, title: Mention) -> bool:
    """Whether the title, or one that may be it, stands in the target of a neighbouring bead or alone in this one."""
    for other in links:
        if other is link or other.target is None or abs(other.bead - link.bead) > 1:
            continue
        alone = other.source is None and other.bead == link.bead
        of_same = other.source is not None and other.source.key == title.key
        if alone or of_same or related(other.target.key, title.key):
            return True
    return False


def _in_sentence(doc: Prepared, title: Mention) -> bool:
    """Whether it stands in the text rather than in a headline or sub-heading."""
    segment = doc.pair.source.segment_at(title.span.start)
    return segment is not None and doc.pair.source.segments[segment].kind is SegmentKind.SENTENCE


def _beside(doc: Prepared, bead: int) -> str:
    """The target of the bead before and of the one after."""
    near = (b for b in (bead - 1, bead + 1) if 0 <= b < len(doc.beads))
    return " ".join(doc.bead_text(b, Side.TARGET) for b in near)


def _described(doc: Prepared, text: str, title: Mention) -> bool:
    """Whether `text` speaks of what the instrument is about: non-proliferation for the NPT."""
    known = instruments().get(title.key)
    return known is not None and any(known.kinds & fits(kind) for kind in kinds_named(text, doc.pair.target.lang))


def _kept(text: str, doc: Prepared, title: Mention) -> bool:
    """Whether a word of the title stands in `text` as it is: an acronym in its own letters."""
    target, words = fold(text), title.span.of(doc.pair.source.text).split()
    return any(len(word) > 2 and fold(word) in target for word in words if word.isascii())


def _naming(doc: Prepared, title: Mention) -> list[int]:
    """The words of the title that name the instrument."""
    text, lang = doc.pair.source.text, doc.pair.source.lang
    words = [w for w in doc.word_range(Side.SOURCE, title.span) if not is_mark(doc.source_words[w].of(text))]
    named = [w for w in words if not _describes(doc.source_words[w].of(text), lang)]
    return named or words


def _describes(word: str, lang: str) -> bool:
    return bool(head_groups(word, lang)) or is_generic(word, lang)


def _linked(doc: Prepared, title: Mention) -> float:
    """Mean score of the best link of each word that names the instrument, 0 for a word without links."""
    words = _naming(doc, title)
    best = [max((link.score for link in doc.links_of(Side.SOURCE, w)), default=0.0) for w in words]
    return sum(best) / len(best) if best else 1.0


def _rest_explained(doc: Prepared, title: Mention) -> float:
    segment = doc.pair.source.segment_at(title.span.start)
    if segment is None:
        return 0.0
    span = doc.pair.source.segments[segment].span
    inside = len(doc.word_range(Side.SOURCE, title.span))
    total = len(doc.word_range(Side.SOURCE, span))
    share = kinship_of(doc).explained(Side.SOURCE, segment)
    return share * total / (total - inside) if total > inside + 2 else 0.0


def _finding(doc: Prepared, link: Link, title: Mention) -> Finding:
    text = title.span.of(doc.pair.source.text)
    place = doc.bead_span(link.bead, Side.TARGET)
    known = instruments().get(title.key)
    return RULE.finding(
        f"“{text}” is not named in the translated sentence, and nothing there stands for it.",
        source=[title.span],
        target=[place] if place else list[Span](),
        term=title.key,
        expected=link.official[0] if link.official else None,
        evidence={
            "title": text,
            "official": list(link.official[:6]),
            "table": known.source if known else None,
            "why": "no title, word for an instrument or pronoun stands there, and the title's words have no links",
        },
        confidence=0.8,
    )


EXAMPLES = (
    Example(
        "ar",
        "en",
        "التقى الوزيران في جنيف يوم الثلاثاء. وكانت موسكو قد علّقت مشاركتها في معاهدة «نيو ستارت» في فبراير 2023. "
        "ولم يصدر بيان عن الاجتماع.",
        "The two ministers met in Geneva on Tuesday. Moscow had suspended its participation in February 2023. "
        "No communiqué was issued after the meeting.",
        ("معاهدة «نيو ستارت»",),
    ),
    Example(
        "en",
        "fr",
        "The senator spoke for an hour. Washington left the Open Skies Treaty in November 2020. Nobody asked him about "
        "the budget.",
        "Le sénateur a parlé pendant une heure. Washington s'est retiré en novembre 2020. Personne ne l'a interrogé "
        "sur le budget.",
        ("Open Skies Treaty",),
    ),
    Example(
        "ru",
        "en",
        "Стороны подписали Парижское соглашение в 2016 году. Через год США объявили о выходе из Парижского соглашения.",
        "The parties signed the Paris Agreement in 2016. A year later the United States said it would withdraw.",
    ),
    Example(
        "zh",
        "en",
        "两国外长周三会面。伊朗表示不会退出《不扩散核武器条约》。",
        "The foreign ministers met on Wednesday. Iran said it would not leave the pact.",
    ),
)

RULE = Rule(
    code="TTL003",
    name="title-missing",
    summary="A treaty or law that the source names is missing from a sentence that is translated otherwise.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
