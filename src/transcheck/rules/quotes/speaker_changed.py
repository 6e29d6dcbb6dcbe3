"""A quotation is given to another person than in the source.

Why it matters
    Words in the wrong mouth are the worst slip that a quotation allows: both people are wronged, and the sentence reads
    as well as before.

Wrong
    «Мы готовы к переговорам», — сказал Лавров.  ->  “We are ready to negotiate,” Zelenskyy said.

Right
    The speaker by surname only, by office (the minister), by a pronoun; a name where the source has a pronoun.

Limits
    It takes two signs beside one quotation: the target's attribution names somebody whom the article names elsewhere,
    or the tables know, and who is nobody that the source's sentence names; and the source's sentence names somebody
    outside the quotation who has no rendering in the target's, or only that other name. A name in the target that the
    article has only once and no table knows is not seen, nor are speakers by office alone. With Chinese and Japanese,
    where words do not show where a name ends, less is found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.data import table
from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Kind, Link, NameLink, Quote
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.same_name import similarity
from transcheck.text.scripts import unspaced
from transcheck.text.speech import word_spans
from transcheck.text.variants import derives

_SPACE = 2
"""Characters that reach over what stands between two words."""


@dataclass(frozen=True, slots=True)
class Params:
    """How sure the signs must be."""

    certain: float = 0.7
    """Confidence, 0-1, from which a word of a name surely renders the one that it is linked to."""
    strange: float = 0.6
    """Least confidence, 0-1, that a name of the target has no source here."""
    both: float = 1.2
    """Sum of that and of the confidence that a name of known rendering lacks it, from which less is enough."""
    alike: float = 0.65
    """Similarity in sound, 0-1, from which two words may be one name."""
    linked: float = 0.45
    """Cosine, -1 to 1, from which a word renders the one that it is linked to."""
    alone: float = 0.5
    """Least confidence, 0-1, that a name of the source has no rendering here."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a target name that stands in the speaker's place."""
    told: set[Span] = set()
    names = [k for k in doc.of_kind(*NAMES) if isinstance(k, NameLink)]
    for link in doc.of_kind(Kind.QUOTE):
        source, target = link.source, link.target
        if not (isinstance(source, Quote) and isinstance(target, Quote) and source.direct and target.direct):
            continue
        if target.speaker is None or target.speaker in told:
            continue
        now = _stranger(doc, names, link.bead, source, target.speaker, params)
        was = _in_its_place(doc, names, link.bead, source, now, params) if now else None
        if now and was and not _alike(doc, was, now, params):
            told.add(target.speaker)
            yield _finding(doc, link, was, now)


def _alike(doc: Prepared, was: Span, now: Span, params: Params) -> bool:
    """Whether the two sound like one name, or the target's is an office or a party by its initials: a Labour MP."""
    source, target = was.of(doc.pair.source.text), now.of(doc.pair.target.text)
    initials = any(len(word) > 1 and word.isupper() for word in target.split())
    return initials or similarity(source, target) >= params.alike


def _stranger(
    doc: Prepared, names: Sequence[NameLink], bead: int, quote: Quote, speaker: Span, params: Params
) -> Span | None:
    """The name in the target's attribution if it is nobody whom the source's sentence names outside the quotation."""
    here = [k for k in names if k.bead == bead and not (k.source and quote.content.overlaps(k.source.span))]
    lost = max((k.confidence for k in here if k.target is None and k.official), default=0.0)
    for link in here:
        strange = link.source is None and link.confidence >= min(params.strange, params.both - lost)
        if strange and link.target and link.target.span.overlaps(speaker):
            return None if _beside_known(here, link.target.span, params) else link.target.span
    text = doc.pair.target.text
    for index in reversed(doc.word_range(Side.TARGET, speaker)):
        span = doc.target_words[index]
        word = span.of(text)
        sources = _sources(doc, names, bead, word, params)
        if sources and not word.islower() and not derives(word, doc.pair.target.lang):
            return None if _stands(_outside(doc, bead, quote), here, span, {*sources, word}, params) else span
    return None


def _outside(doc: Prepared, bead: int, quote: Quote) -> str:
    """The text of the source's sentence without the quotation: who is named in it says nothing about who speaks."""
    area, text = doc.bead_span(bead, Side.SOURCE), doc.pair.source.text
    if area is None:
        return ""
    return text[area.start : max(area.start, quote.content.start)] + " " + text[quote.content.end : area.end]


def _sources(doc: Prepared, names: Sequence[NameLink], bead: int, word: str, params: Params) -> frozenset[str]:
    """The words of the source that this word of the target surely renders elsewhere in the article."""
    text, rendered = doc.pair.source.text, doc.pair.target.text
    parts = [part for link in names if link.bead != bead for part in link.parts if part.confidence >= params.certain]
    return frozenset(
        part.source.span.of(text)
        for part in parts
        if part.source and part.target and fold(part.target.span.of(rendered)) == fold(word)
    )


def _stands(text: str, here: Sequence[NameLink], name: Span, words: set[str], params: Params) -> bool:
    """Whether the source's sentence has one of the words, one that sounds like it, or the name's other words."""
    if _beside_known(here, name, params):
        return True
    others = [word for s in word_spans(text, Span(0, len(text))) if not (word := s.of(text)).islower()]
    return any(
        fold(word) in fold(text) or any(similarity(word, other) >= params.alike for other in others) for word in words
    )


def _beside_known(here: Sequence[NameLink], name: Span, params: Params) -> bool:
    """Whether the word itself or the one before or after it surely renders a name of the source's sentence."""
    around = Span(max(0, name.start - _SPACE), name.end + _SPACE)
    sure = [k for k in here if k.source and k.target and k.confidence >= params.certain]
    return any(k.target is not None and k.target.span.overlaps(around) for k in sure)


def _in_its_place(
    doc: Prepared, names: Sequence[NameLink], bead: int, quote: Quote, now: Span, params: Params
) -> Span | None:
    """The name of the source that has no rendering, or only this one; None where the source names nobody."""
    text = doc.pair.source.text
    here = [k for k in names if k.bead == bead and k.source and not quote.content.overlaps(k.source.span)]
    for link in here:
        if link.source is None or link.kind in (Kind.PLACE, Kind.ORGANISATION):
            continue
        name = link.source.span.of(text)
        if not _may_name_a_person(name, doc.pair.source.lang) or _heard(doc, bead, name.split()[-1], params):
            continue
        lost = link.target is None and link.confidence >= params.alone
        weak = link.target is not None and link.target.span.overlaps(now)
        if lost or (weak and not _same_person(doc, names, link.source.span, now, params)):
            return link.source.span
    heard: set[int] = set()
    for index in reversed(_attribution(doc, bead, quote)):
        span = doc.source_words[index]
        told = quote.content.overlaps(span) or any(k.source and k.source.span.overlaps(span) for k in here)
        if told or not _may_be_person(span.of(text), doc.pair.source.lang) or _only_begins(doc, span):
            continue
        if index + 1 not in heard and not _heard(doc, bead, span.of(text), params):
            return span
        heard.add(index)  # and the words before it, which belong to the same name: El Mundo
    return None


def _heard(doc: Prepared, bead: int, word: str, params: Params) -> bool:
    """Whether a name in the target's sentence sounds like the word: whom the speaker told it stands in both."""
    area, text = doc.bead_span(bead, Side.TARGET), doc.pair.target.text
    spans = word_spans(text, area) if area else []
    return any(not w.islower() and similarity(word, w) >= params.alike for w in (s.of(text) for s in spans))


def _attribution(doc: Prepared, bead: int, quote: Quote) -> range:
    """The words among which a capital is a name: the speaker's; all where only foreign names have capitals."""
    scripts, lang = table("casing")["scripts"], doc.pair.source.lang
    if lang in scripts["nouns"]:
        return range(0)
    area = quote.speaker if lang in scripts["cased"] else doc.bead_span(bead, Side.SOURCE)
    return doc.word_range(Side.SOURCE, area) if area else range(0)


def _may_be_person(word: str, lang: str) -> bool:
    """Whether the word has a capital, and is neither an acronym nor belongs to a country: the leader of the CHP."""
    return word[:1].isupper() and not word.isupper() and not derives(word, lang)


def _may_name_a_person(name: str, lang: str) -> bool:
    """Whether it is no acronym, whose leader may stand by name, and holds no country: энергетики России, an office."""
    return not name.isupper() and not any(derives(word, lang) for word in name.split())


def _only_begins(doc: Prepared, word: Span) -> bool:
    """Whether the word begins its sentence and has a capital nowhere else: it is no name then (One MP said)."""
    text, starts = doc.pair.source.text, {s.span.start for s in doc.pair.source.segments}
    others = (s for s in doc.source_words if s.of(text) == word.of(text) and s.start not in starts)
    return word.start in starts and next(others, None) is None


def _same_person(doc: Prepared, names: Sequence[NameLink], was: Span, now: Span, params: Params) -> bool:
    """Whether the two are linked elsewhere too, or the source's is an office, which small letters render elsewhere.

    Without spaces between words, two characters that stand in both places are enough for one name.
    """
    text, rendered = doc.pair.source.text, doc.pair.target.text
    for index in (i for i, span in enumerate(doc.source_words) if span.of(text) == was.of(text)):
        ends = [k for k in doc.links_of(Side.SOURCE, index) if k.score >= params.linked]
        if any(doc.target_words[k.target].of(rendered).islower() for k in ends):
            return True
    packed = unspaced(doc.pair.source.lang)
    pieces = [text[was.start - 1 : was.start + 1], text[was.end - 1 : was.end + 1]] if packed else [was.of(text)]
    word, margin = fold(now.of(rendered)), 2 if packed else 0
    return any(
        piece in text[k.source.span.start - margin : k.source.span.end + margin]
        for k in names
        if k.source and k.target and k.source.span != was and word in fold(k.target.span.of(rendered))
        for piece in pieces
    )


def _finding(doc: Prepared, link: Link, was: Span, now: Span) -> Finding:
    source, target = was.of(doc.pair.source.text), now.of(doc.pair.target.text)
    return RULE.finding(
        f"The quotation is given to “{target}”; in the source “{source}” says it.",
        source=[was],
        target=[now],
        term=fold(source),
        rendering=fold(target),
        evidence={"quotation": link.why},
        confidence=0.8,
    )


EXAMPLES = (
    Example(
        "ru",
        "en",
        "Лавров и Фидан встретились в Анкаре. Лавров прибыл утром, Фидан ждал его в аэропорту. «Мы готовы продолжать "
        "переговоры весной», — сказал Лавров. Фидан поблагодарил гостей.",
        "Lavrov and Fidan met in Ankara. Lavrov arrived in the morning, Fidan was waiting for him at the airport. “We "
        "are ready to continue the talks in spring,” Fidan said. Fidan thanked the guests.",
        ("Fidan said",),
    ),
    Example(
        "ar",
        "en",
        "التقى لافروف وغوتيريش في نيويورك. وقال لافروف: «نحن مستعدون لمواصلة المحادثات في الربيع». "
        "وشكر غوتيريش الوفود.",
        "Lavrov and Guterres met in New York. “We are ready to continue the talks in spring,” Guterres said. Guterres "
        "thanked the delegations.",
        ("Guterres said",),
    ),
    Example(
        "de",
        "en",
        "Der Kanzler reiste nach Paris. Olaf Scholz traf dort Emmanuel Macron. „Wir brauchen bis zum Sommer eine "
        "Lösung“, sagte der Kanzler. Macron stimmte ihm zu.",
        "The chancellor travelled to Paris. Olaf Scholz met Emmanuel Macron there. “We need a solution by the summer,” "
        "Scholz said. Macron agreed with him.",
    ),
    Example(
        "uk",
        "en",
        "Сергій Лавров і Хакан Фідан зустрілися в Анкарі. «Ми готові продовжувати переговори навесні», — сказав "
        "Лавров.",
        "Sergei Lavrov and Hakan Fidan met in Ankara. Sergei Lavrov said: “We are ready to continue the talks in "
        "spring.”",
    ),
)
RULE = Rule(
    code="QUO005",
    name="speaker-changed",
    summary="A quotation is given to another person than in the source.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
