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
    source supports; both are judged by sound, by the words they are linked to, and by whether the two sentences mean
    more alike without them. Names that sound alike (Koch and Cook), names that the same sentence has elsewhere and
    names that the tables take for one (Kremlin and Moscow) are not told apart. Japanese names in Chinese signs, whose
    reading only a person knows, are compared only where the article or the tables say how they are rendered. Where a
    translator explains (the Louisiana team for LSU) the signs are the same. Beads whose sides hardly match are left
    alone. All 14 languages.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link
from transcheck.model.text import Side
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.name_exchange import exchanged, initials, resembles, signs, stands
from transcheck.text.scripts import cased, unspaced
from transcheck.text.variants import country, same_form

FEW = 2
"""Sentences of a short text."""
SHORT = 3
"""Letters of a name's beginning that people call it by (Livi for Livingston)."""


@dataclass(frozen=True, slots=True)
class Params:
    """How sure it must be."""

    chance: float = 0.6
    """Least chance that the target's name stands where the source's should."""
    uncased: float = 0.67
    """The same where a side has no capitals: which words are names, and where they end, is a guess there."""
    short: float = 0.15
    """The same in a text of one or two sentences, where few names could be wrong by chance."""
    each: float = 0.1
    """Least chance of each that it stands alone: one sign, however strong, is no pair (Ozel for the party's leader)."""
    alike: float = 0.95
    """Chance from which names that may sound alike are told apart nevertheless."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a target name, at that name; a missing source name answers for one of them."""
    lost: dict[int, list[Link]] = {}
    extra: dict[int, list[Link]] = {}
    for link in doc.of_kind(*NAMES):
        if (link.source and link.target) or link.confidence < params.each or _cut(doc, link):
            continue
        if link.target is None:
            lost.setdefault(link.bead, []).append(link)
        else:
            extra.setdefault(link.bead, []).append(link)
    least = _least(doc, params)
    for bead in sorted(lost.keys() & extra.keys()):
        yield from _paired(doc, lost[bead], extra[bead], least, params)


def _least(doc: Prepared, params: Params) -> float:
    if len(doc.beads) <= FEW:
        return params.short
    return params.chance if cased(doc.pair.source.lang) and cased(doc.pair.target.lang) else params.uncased


def _paired(doc: Prepared, lost: list[Link], extra: list[Link], least: float, params: Params) -> Iterator[Finding]:
    """The surest pairs first."""
    pairs = [
        (_chance(doc, missing, added), -number, missing, added)
        for number, (missing, added) in enumerate((m, a) for m in lost for a in extra)
    ]
    taken: list[Link] = []
    for chance, _, missing, added in sorted(pairs, key=lambda p: p[:2], reverse=True):
        if chance < least or missing in taken or added in taken:
            continue
        heard = chance < params.alike and resembles(_name(doc, missing), _text(doc, added))
        if not (heard or _short_for(doc, missing, added) or _same(doc, missing, added) or _there(doc, missing)):
            taken += [missing, added]
            yield _finding(doc, missing, added, chance)


def _chance(doc: Prepared, missing: Link, added: Link) -> float:
    spans = doc.projected(Side.TARGET, added.target.span) if added.target else ()
    return exchanged(signs(_name(doc, missing), _text(doc, added), stands(missing, added, spans)))


def _cut(doc: Prepared, link: Link) -> bool:
    """Whether the source's name is a single sign of a script without spaces: a piece of a name that was cut wrongly."""
    return unspaced(doc.pair.source.lang) and len(_name(doc, link)) == 1


def _same(doc: Prepared, missing: Link, added: Link) -> bool:
    """Whether one is the other's initials or, in another case, its rendering elsewhere; or both are one country."""
    name, text, lang = _name(doc, missing), _text(doc, added), doc.pair.target.lang
    named = country(name, doc.pair.source.lang)
    return (
        initials(name, text)
        or any(same_form(text, form, lang) for form in missing.official)
        or (named is not None and named == country(text, lang))
    )


def _there(doc: Prepared, missing: Link) -> bool:
    """Whether what renders the name elsewhere, or by the tables, stands in the sentence: cut out of it otherwise."""
    sentence = doc.bead_span(missing.bead, Side.TARGET)
    text, join = fold(sentence.of(doc.pair.target.text)) if sentence else "", unspaced(doc.pair.target.lang)
    return any(name in text if join else f" {name} " in f" {text} " for name in map(fold, missing.official))


def _short_for(doc: Prepared, missing: Link, added: Link) -> bool:
    """Whether the target has a word of the name, or the beginning of one."""
    starts = fold(_text(doc, added)).rstrip(".")
    words = _words(missing, _name(doc, missing))
    return len(starts) >= SHORT and any(word.startswith(starts) for word in words)


def _words(missing: Link, name: str) -> list[str]:
    """The name's words as the source and the translation write them, folded."""
    return [word for text in (name, *missing.official) for word in fold(text).split()]


def _name(doc: Prepared, missing: Link) -> str:
    return missing.source.span.of(doc.pair.source.text) if missing.source else ""


def _text(doc: Prepared, added: Link) -> str:
    return added.target.span.of(doc.pair.target.text) if added.target else ""


def _finding(doc: Prepared, missing: Link, added: Link, chance: float) -> Finding:
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
        confidence=round(chance, 4),
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
