"""The translation has a name that nothing in the source supports.

Why it matters
    A name that the source does not have is a claim of the translator's: a witness, a place, an employer.

Wrong
    قال بيسكوف becomes "Peskov and Lavrov said". Die Minister becomes "the ministers in Geneva".

Right
    A name for a pronoun or a description whom the sentences around it name, a country for its adjective, an acronym
    spelled out.

Limits
    Translators name whom a pronoun or a description means, however far back the name is. A name that renders a source
    name elsewhere in the article is therefore not reported, and all others are a minor finding: look and judge.
    Where a source name is missing too, it is NAM002. All 14 languages.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link
from transcheck.model.text import Side
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.scripts import unspaced
from transcheck.text.variants import glued, names_country, same_form

FEW = 2
"""Sentences of a short text."""
_JOINTS = regex.compile(r"[-‐‑·・'’]")
_WORD = regex.compile(r"\w+")
SHORTEST = 2
"""Letters of an acronym."""
_BRACKETS = regex.compile(r"\s?[(（]([^()（）]+)[)）]")


@dataclass(frozen=True, slots=True)
class Params:
    """How sure it must be."""

    chance: float = 0.8
    """Least chance, 0-1, that nothing in the source supports the name."""
    short: float = 0.5
    """The same in a text of one or two sentences, where no pronoun stands for a name of another sentence."""
    lost: float = 0.3
    """A source name of the same sentence that has no rendering with this chance, 0-1, may be what it renders."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a target name, at that name."""
    links = doc.of_kind(*NAMES)
    least = params.short if len(doc.beads) <= FEW else params.chance
    lost = {x.bead for x in links if x.target is None and x.confidence >= params.lost}
    supported = {word for x in links if x.source and x.target for word in x.target.key.split()}
    for link in links:
        sure = link.source is None and link.target and link.confidence >= least and link.bead not in lost
        if sure and not _country(doc, link) and not _glossed(doc, link) and not _supported(doc, link, supported):
            yield _finding(doc, link)


def _spelled_out(name: str, text: str) -> bool:
    """Whether a name is an acronym of which the text has the words somewhere: WFP after the World Food Programme."""
    if not name.isupper() or len(name) < SHORTEST:
        return False
    firsts = "".join(word[0] for word in _WORD.findall(text))
    return name in firsts


def _supported(doc: Prepared, link: Link, supported: set[str]) -> bool:
    """Whether a word of the name renders a source name elsewhere, in any inflection, compound or without its space; or
    it is the acronym of words of the text; or the source has the name itself somewhere."""
    lang, name = doc.pair.target.lang, link.target.span.of(doc.pair.target.text) if link.target else ""
    if _spelled_out(name, doc.pair.target.text) or fold(name) in fold(doc.pair.source.text):
        return True
    if unspaced(lang):
        return any(len(word) > 1 and word in fold(name) for word in supported)
    pieces = [piece for word in name.split() for piece in {word, *_JOINTS.split(word)} if len(piece) > 1]
    return any(same_form(p, word, lang) or glued(p, word, lang) for p in pieces for word in supported if len(word) > 1)


def _glossed(doc: Prepared, link: Link) -> bool:
    """Whether brackets behind the name have what the source has here: 福特(Ford)."""
    found = _BRACKETS.match(doc.pair.target.text, link.target.span.end) if link.target else None
    return found is not None and fold(found.group(1)) in fold(doc.bead_text(link.bead, Side.SOURCE))


def _country(doc: Prepared, link: Link) -> bool:
    """Whether it is a country, which describes people (Russia's minister)."""
    text = link.target.span.of(doc.pair.target.text) if link.target else ""
    return names_country(text, doc.pair.target.lang)


def _finding(doc: Prepared, link: Link) -> Finding:
    name = link.target.span.of(doc.pair.target.text) if link.target else ""
    sentence = doc.bead_span(link.bead, Side.SOURCE)
    return RULE.finding(
        f"Nothing in the source supports “{name}”.",
        source=[sentence] if sentence else [],
        target=[link.target.span] if link.target else [],
        term=link.target.key if link.target else "",
        rendering=link.target.key if link.target else "",
        evidence={"why": link.why},
        confidence=link.confidence,
    )


RULE = Rule(
    code="NAM004",
    name="name-added",
    summary="The translation has a name that nothing in the source supports.",
    category=Category.ADDITION,
    severity=Severity.MINOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ar",
            "en",
            "وصل بيسكوف إلى إسطنبول. وسيعقد الاجتماع يوم الجمعة.",
            "Peskov arrived in Istanbul. The meeting with Jonathan Harker will be held on Friday.",
            ("Jonathan Harker",),
        ),
        Example(
            "de",
            "en",
            "Scholz reiste am Montag nach Paris. Dort trifft er den Bürgermeister.",
            "Scholz travelled to Paris on Monday. There he will meet the mayor and Jonathan Harker.",
            ("Jonathan Harker",),
        ),
        Example(
            "ru",
            "en",
            "Лавров прибыл в Анкару. Он встретится с Фиданом.",
            "Lavrov arrived in Ankara. Lavrov will meet Fidan.",
        ),
        Example(
            "en",
            "de",
            "Livingston beat Rangers. Livingston scored early. The coach went with the same eleven on Sunday.",
            "Livingston schlug die Rangers. Livingston traf früh. Der Trainer setzte am Sonntag auf dieselben elf "
            "Livingston-Spieler.",
        ),
        Example(
            "en",
            "fr",
            "The US delegation arrived in Geneva. American officials declined to comment.",
            "La délégation américaine est arrivée à Genève. Les responsables des États-Unis n'ont pas fait de "
            "commentaire.",
        ),
    ),
)
