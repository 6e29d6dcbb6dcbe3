"""The target has another name than the source.

Why it matters
    The wrong man is quoted, the wrong town is bombed: a correction, or a lawsuit. The sentence reads well, so nobody
    who sees only the translation notices.

Wrong
    قال لافروف becomes "Peskov said". nach Paris becomes à Londres. 普京 becomes Xi Jinping.

Right
    A pronoun or a description for the name, a demonym for the country, the capital for the government where the
    source has either, a translated name (the Red Cross), the surname for the full name, an acronym, a short form.

Limits
    It takes a pair of signs in one sentence: a source name that nothing renders and a target name that nothing in the
    source supports. Names that sound alike (Koch and Cook), names that the same sentence has elsewhere and names
    that the tables take for one (Kremlin and Moscow) are not told apart. Where a translator explains (the Louisiana
    team for LSU) the signs are the same. Beads whose sides hardly match are left alone. All 14 languages.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link
from transcheck.model.text import Side
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.scripts import unspaced
from transcheck.text.variants import names_country

SHORT = 3
"""Letters of a name's beginning that people call it by (Livi for Livingston)."""


@dataclass(frozen=True, slots=True)
class Params:
    """How sure the two signs must be."""

    both: float = 1.5
    """Least sum of the log odds that the source's name has no rendering and that the target's has no source."""
    each: float = -1.0
    """Least log odds of each of the two: one sign alone, however strong, is no pair."""
    unspaced: float = 3.0
    """The same where a side is written without spaces: where a name ends is a guess there."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a target name, at that name; a missing source name answers for one of them."""
    lost: dict[int, list[Link]] = {}
    extra: dict[int, list[Link]] = {}
    for link in doc.of_kind(*NAMES):
        if link.target is None:
            lost.setdefault(link.bead, []).append(link)
        elif link.source is None:
            extra.setdefault(link.bead, []).append(link)
    guessed = unspaced(doc.pair.source.lang) or unspaced(doc.pair.target.lang)
    for bead in sorted(lost.keys() & extra.keys()):
        least = params.unspaced if guessed else params.both
        missing, added = ([k for k in links if _odds(k) >= params.each] for links in (lost[bead], extra[bead]))
        yield from _paired(doc, missing, added, least)


def _paired(doc: Prepared, lost: list[Link], extra: list[Link], least: float) -> Iterator[Finding]:
    """The surest pairs first; of equals the pair that the word alignment links."""
    pairs = [
        (_odds(missing) + _odds(added), _linked(doc, missing, added), -number, missing, added)
        for number, (missing, added) in enumerate((m, a) for m in lost for a in extra)
    ]
    taken: list[Link] = []
    for odds, _, _, missing, added in sorted(pairs, key=lambda p: p[:3], reverse=True):
        if missing in taken or added in taken or odds < least or not _of_a_kind(doc, missing, added):
            continue
        if not _short_for(doc, missing, added):
            taken += [missing, added]
            yield _finding(doc, missing, added)


def _of_a_kind(doc: Prepared, missing: Link, added: Link) -> bool:
    """Whether both are countries (or their adjectives) or neither is: “the Russian minister” describes Lavrov."""
    return names_country(_name(doc, missing), doc.pair.source.lang) == names_country(
        _text(doc, added), doc.pair.target.lang
    )


def _short_for(doc: Prepared, missing: Link, added: Link) -> bool:
    """Whether one side has an acronym and the other none (the FWC, Florida's commission), or the name's beginning."""
    name, text = _name(doc, missing), _text(doc, added)
    if any(map(_acronym, name.split())) != any(map(_acronym, text.split())):
        return True
    starts = fold(text).rstrip(".")
    return len(starts) >= SHORT and any(word != starts and word.startswith(starts) for word in _words(missing, name))


def _words(missing: Link, name: str) -> list[str]:
    """The name's words as the source and the translation write them, folded."""
    return [word for text in (name, *missing.official) for word in fold(text).split()]


def _acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper()


def _name(doc: Prepared, missing: Link) -> str:
    return missing.source.span.of(doc.pair.source.text) if missing.source else ""


def _text(doc: Prepared, added: Link) -> str:
    return added.target.span.of(doc.pair.target.text) if added.target else ""


def _odds(link: Link) -> float:
    chance = min(max(link.confidence, 0.0001), 0.9999)
    return math.log(chance / (1 - chance))


def _linked(doc: Prepared, missing: Link, added: Link) -> bool:
    spans = doc.projected(Side.TARGET, added.target.span) if added.target else ()
    return missing.source is not None and any(missing.source.span.overlaps(span) for span in spans)


def _finding(doc: Prepared, missing: Link, added: Link) -> Finding:
    name, text = _name(doc, missing), _text(doc, added)
    expected = missing.official[0] if missing.official else None
    return RULE.finding(
        f"“{text}” stands where the source has “{name}”" + (f", which is “{expected}”." if expected else "."),
        source=[missing.source.span] if missing.source else [],
        target=[added.target.span] if added.target else [],
        term=missing.source.key if missing.source else "",
        rendering=added.target.key if added.target else "",
        expected=expected,
        evidence={"missing": missing.why, "added": added.why},
        confidence=1 / (1 + math.exp(-(_odds(missing) + _odds(added)) / 2)),
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
            "en",
            "Scholz reiste am Montag nach Paris. In Paris trifft Scholz den Bürgermeister. Am Abend wird Scholz in "
            "Paris eine Rede halten.",
            "Scholz travelled to Paris on Monday. In Paris Scholz will meet the mayor. In the evening Scholz will give "
            "a speech in London.",
            ("London",),
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
