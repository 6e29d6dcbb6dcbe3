"""A name of the source has no rendering.

Why it matters
    Who said it, where it happened, whose troops they were: the sentence still reads well, and the fact is gone.

Wrong
    Лавров встретился с Фиданом в Анкаре becomes "Lavrov met his colleague" with no town. 中国和俄罗斯 becomes "China".

Right
    A pronoun or a description (the minister, the city), a demonym, an acronym, the surname for the full name, a name
    that the sentence before or after has.

Limits
    A name is reported only where nothing in the sentence sounds like it, nothing is linked to it, and no other name
    stands in its place (that is NAM002). Silent where the translated sentence has any pronoun, or a word such as
    president, airline or city by itself. Other descriptions may be reported, and translators often choose one: hence
    minor. Names that are translated by common words are seldom seen as names. All 14 languages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.name_kinds import told_by
from transcheck.text.scripts import unspaced
from transcheck.text.speech import is_pronoun
from transcheck.text.title_words import title_words
from transcheck.text.variants import glued, same_form


@dataclass(frozen=True, slots=True)
class Params:
    """How sure it must be."""

    chance: float = 0.85
    """Least chance, 0-1, that the name has no rendering."""
    instead: float = 0.27
    """A target name of the same sentence that has no source with this chance, 0-1, may be its wrong rendering."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a source name, at the sentence that should have it."""
    links = doc.of_kind(*NAMES)
    instead = {x.bead for x in links if x.source is None and x.confidence >= params.instead}
    for link in links:
        lost = link.target is None and link.confidence >= params.chance and link.bead not in instead
        if lost and not _has_pronoun(doc, link.bead) and not _told_otherwise(doc, link, links):
            yield _finding(doc, link)


def _told_otherwise(doc: Prepared, link: Link, links: Sequence[Link]) -> bool:
    """Whether the name is part of one that is rendered here, or in brackets, or described."""
    here = [x for x in links if x.bead == link.bead and x.source and x.target]
    text, name = doc.pair.source.text, link.source.span if link.source else Span(0, 0)
    if any(_touch(x.source.span, name, text) for x in here if x.source):
        return True
    bracketed = text[name.start - 1 : name.start] in ("(", "（") and text[name.end : name.end + 1] in (")", "）")
    return bracketed or _stands(doc, link) or _described(doc, link.bead, here)


def _touch(first: Span, second: Span, text: str) -> bool:
    """Whether two words are one name: overlapping, or with one space between."""
    left, right = sorted((first, second))
    return left.end > right.start or (left.end + 1 == right.start and text[left.end] == " ")


def _stands(doc: Prepared, link: Link) -> bool:
    """Whether a word that should render the name stands here."""
    lang, here = doc.pair.target.lang, doc.bead_text(link.bead, Side.TARGET)
    wanted = [word for form in link.official for word in form.split() if len(word) > 1 or unspaced(lang)]
    if unspaced(lang):
        return any(word in here for word in wanted)
    span = doc.bead_span(link.bead, Side.TARGET)
    texts = [doc.target_words[w].of(doc.pair.target.text) for w in doc.word_range(Side.TARGET, span)] if span else []
    return any(same_form(text, word, lang) or glued(text, word, lang) for text in texts for word in wanted)


def _described(doc: Prepared, bead: int, here: list[Link]) -> bool:
    """Whether a word for a person, body or place stands here by itself: the president, the airline, the city."""
    span, lang = doc.bead_span(bead, Side.TARGET), doc.pair.target.lang
    named = [x.target.span for x in here if x.target]
    words = [doc.target_words[w] for w in doc.word_range(Side.TARGET, span)] if span else []
    alone = (w for w in words if not any(w.start - 2 < n.end and n.start < w.end + 2 for n in named))
    return any(told_by(word.of(doc.pair.target.text), lang) for word in alone)


def _has_pronoun(doc: Prepared, bead: int) -> bool:
    """Whether a word stands there that may stand for the name."""
    span, lang = doc.bead_span(bead, Side.TARGET), doc.pair.target.lang
    words = doc.word_range(Side.TARGET, span) if span else ()
    texts = (doc.target_words[w].of(doc.pair.target.text) for w in words)
    return any(is_pronoun(text, lang) or fold(text) in title_words(lang).pronouns for text in texts)


def _finding(doc: Prepared, link: Link) -> Finding:
    name = link.source.span.of(doc.pair.source.text) if link.source else ""
    sentence = doc.bead_span(link.bead, Side.TARGET)
    expected = link.official[0] if link.official else None
    told = f"; it is “{expected}”" if expected and fold(expected) != fold(name) else ""
    return RULE.finding(
        f"“{name}” has no rendering in this sentence{told}.",
        source=[link.source.span] if link.source else [],
        target=[sentence] if sentence else [],
        term=link.source.key if link.source else "",
        expected=expected,
        evidence={"why": link.why},
        confidence=link.confidence,
    )


RULE = Rule(
    code="NAM003",
    name="name-missing",
    summary="A name of the source has no rendering in the translation.",
    category=Category.OMISSION,
    severity=Severity.MINOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "en",
            "de",
            "Talks began in Istanbul on Monday. Lavrov praised Istanbul as a host. The next round will be held in "
            "Istanbul at the end of May.",
            "Die Gespräche begannen am Montag in Istanbul. Lawrow lobte Istanbul als Gastgeber. Die nächste Runde soll "
            "Ende Mai stattfinden.",
            ("Istanbul",),
        ),
        Example(
            "ru",
            "en",
            "Гутерриш прибыл в Женеву. Песков тоже находится в Женеве. Переговоры в Женеве продлятся два дня. "
            "Следующая встреча состоится в Женеве в мае.",
            "Guterres arrived in Geneva. Peskov is in Geneva, too. The talks in Geneva will last two days. The next "
            "meeting will take place in May.",
            ("Женеве",),
        ),
        Example(
            "ru",
            "en",
            "Лавров прибыл в Анкару. Лавров встретится с Фиданом.",
            "Lavrov arrived in Ankara. The Russian foreign minister will meet Fidan.",
        ),
        Example(
            "en",
            "de",
            "Air Niugini flies to Chuuk. Rescuers praised Air Niugini. Air Niugini said on Saturday that one passenger "
            "was missing.",
            "Air Niugini fliegt nach Chuuk. Retter lobten Air Niugini. Am Samstag meldete die Gesellschaft, dass ein "
            "Passagier vermisst werde.",
        ),
        Example(
            "en",
            "fr",
            "Guterres will visit Geneva on Monday. The Secretary-General will speak there.",
            "M. Guterres se rendra lundi à Genève. Il y prendra la parole.",
        ),
    ),
)
