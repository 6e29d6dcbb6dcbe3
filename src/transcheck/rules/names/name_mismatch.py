"""The target has another name than the source.

Why it matters
    The wrong man is quoted, the wrong town is bombed: a correction, or a lawsuit. The sentence reads well, so nobody
    who sees only the translation notices.

Wrong
    قال لافروف becomes "Peskov said". nach Paris becomes à Londres. 普京 becomes Xi Jinping.

Right
    A pronoun or a description for the name, a demonym for the country, the capital for the government where the
    source has either, a translated name (the Red Cross), the surname for the full name, an acronym.

Limits
    It takes a pair of signs in one sentence: a source name whose rendering is missing and a target name that nothing
    in the source supports. The missing name must have a known rendering (elsewhere in the text, or in the tables), and
    the other must be a name of the tables or one that renders another source name elsewhere: a name that nobody knows
    and that stands once is not seen. All 14 languages; in ar, fa, he, hi, ja, ko and zh (no capitals) fewer are seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link
from transcheck.model.text import Side
from transcheck.rules.base import Example, Rule


@dataclass(frozen=True, slots=True)
class Params:
    """How sure the two signs must be."""

    both: float = 1.05
    """Least sum of the confidence, 0-1 each, that the source's name is missing and that the target's is another."""
    added: float = 0.6
    """Least confidence, 0-1, that the target's is another name: reached only by a name that the tables know or that
    renders another source name elsewhere. A capital alone is no evidence: most are translated common words."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a target name, at that name."""
    lost: dict[int, list[Link]] = {}
    links = doc.of_kind(*NAMES)
    for link in links:
        if link.target is None:
            lost.setdefault(link.bead, []).append(link)
    for added in links:
        if added.source is None and added.target and added.bead in lost and added.confidence >= params.added:
            missing = _nearest(doc, lost[added.bead], added)
            if missing.official and missing.confidence + added.confidence >= params.both:
                yield _finding(doc, missing, added)


def _nearest(doc: Prepared, lost: list[Link], added: Link) -> Link:
    """The missing name that is linked to this one, else the surest."""
    spans = doc.projected(Side.TARGET, added.target.span) if added.target else ()

    def rank(link: Link) -> tuple[float, int]:
        linked = link.source is not None and any(link.source.span.overlaps(span) for span in spans)
        return link.confidence + 0.2 * linked, -(link.source.span.start if link.source else 0)

    return max(lost, key=rank)


def _finding(doc: Prepared, missing: Link, added: Link) -> Finding:
    name = missing.source.span.of(doc.pair.source.text) if missing.source else ""
    text = added.target.span.of(doc.pair.target.text) if added.target else ""
    expected = missing.official[0] if missing.official else None
    return RULE.finding(
        f"“{text}” stands where the source has “{name}”" + (f", which is “{expected}”." if expected else "."),
        source=[missing.source.span] if missing.source else [],
        target=[added.target.span] if added.target else [],
        term=missing.source.key if missing.source else "",
        rendering=added.target.key if added.target else "",
        expected=expected,
        evidence={"missing": missing.why, "added": added.why},
        confidence=min(0.99, (missing.confidence + added.confidence) / 2),
    )


RULE = Rule(
    code="NAM002",
    name="name-mismatch",
    summary="The translation has another name than the source.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ar",
            "en",
            "قال بيسكوف إن موسكو تنتظر ردا. وأضاف بيسكوف أن المحادثات مستمرة. وأكد بيسكوف أن الموعد لم يحدد.",
            "Peskov said Moscow was waiting for a reply. Peskov added that talks were going on. Guterres stressed "
            "that no date had been set.",
            ("Guterres",),
        ),
        Example(
            "de",
            "fr",
            "Scholz reiste am Montag nach Paris. Dort trifft Scholz den Bürgermeister. Am Abend kehrt Scholz zurück.",
            "Scholz s'est rendu lundi à Londres. Scholz y rencontre le maire. Scholz rentre dans la soirée.",
            ("Londres",),
        ),
        Example(
            "ru",
            "en",
            "Лавров прибыл в Анкару. Министр иностранных дел России встретится с Фиданом.",
            "Lavrov arrived in Ankara. The Russian foreign minister will meet Fidan.",
        ),
        Example(
            "en",
            "de",
            "The Red Cross said it had reached Mariupol. Peter Maurer called for a truce. Maurer will go to Moscow.",
            "Das Rote Kreuz hat nach eigenen Angaben Mariupol erreicht. Peter Maurer rief zu einer Waffenruhe auf. "
            "Er wird nach Moskau reisen.",
        ),
    ),
)
