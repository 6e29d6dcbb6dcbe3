"""One-sided links: names of the source without a rendering, and names of the target without a source."""

from collections import Counter

from transcheck.link.names_chance import alone_chance
from transcheck.link.names_judge import Judge
from transcheck.link.names_parts import Part
from transcheck.link.names_seen import HYPHENS
from transcheck.link.names_signs import Signs, Suspect
from transcheck.link.names_window import Windows
from transcheck.link.names_words import Words
from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Mention, NameLink
from transcheck.model.text import Side, Span
from transcheck.text.fold import fold
from transcheck.text.known_names import renderings
from transcheck.text.variants import names_country, names_people

LEAST = 0.05
"""Chance of having no counterpart below which nothing is said."""
ALIGNED = 0.3
"""Similarity of a bead below which its two sides may be different sentences: no name of it is missed then."""
HEARD = 0.55
"""Similarity of sound below which two words sound like any two."""
TELLING = 0.4
"""Share of the surest word's chance from which a word beside it is missed with it."""
NEXT = 3
"""Characters between two words of one name."""
Found = tuple[Suspect, float]


def alone(aligned: Aligned, source: Words, target: Words, parts: list[Part]) -> list[NameLink]:
    """Links with one side None; those without a rendering in order of the source, then those without a source.

    `confidence` is the chance that the name has no counterpart; `official` of a name without a rendering holds what it
    should be, where that is known.
    """
    windows = Windows(aligned, source, target, parts)
    links: list[NameLink] = []
    for side in Side:
        judge = Judge(windows, side)
        rated = [
            (suspect, alone_chance(side, suspect.signs))
            for suspect in judge.suspects()
            # A word that renders it elsewhere in the article stands here: it has its counterpart.
            if windows.alike(suspect.bead) >= ALIGNED and not suspect.signs.again
        ]
        groups = _runs([(suspect, chance) for suspect, chance in rated if chance >= LEAST])
        links += [_link(windows, judge, _telling(group, judge.mine)) for group in groups]
    # “The Russian minister” describes a man: an adjective of a country stands for a country only.
    text, lang = aligned.pair.source.text, aligned.pair.source.lang
    lost = {link.bead for link in links if link.source and names_country(link.source.span.of(text), lang)}
    return [link for link in links if link.bead in lost or not _described(aligned, link.target)]


def _described(aligned: Aligned, mention: Mention | None) -> bool:
    article = aligned.pair.target
    return mention is not None and names_people(mention.span.of(article.text), article.lang)


def _runs(items: list[Found]) -> list[list[Found]]:
    """Words that stand side by side in one bead are one name."""
    groups: list[list[Found]] = []
    for item in items:
        last = groups[-1][-1][0] if groups else None
        suspect = item[0]
        if last is not None and last.bead == suspect.bead and 0 <= suspect.span.start - last.span.end < NEXT:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _telling(group: list[Found], words: Words) -> list[Found]:
    """The group without the words at its ends that are far less likely to stand alone than the surest: the first name
    that is right beside the surname that is not."""
    least = TELLING * max(chance for _, chance in group)
    kept = [at for at, (_, chance) in enumerate(group) if chance >= least]
    first, last = kept[0], kept[-1]
    while first and _hyphened(group[first - 1], group[first], words):
        first -= 1
    while last + 1 < len(group) and _hyphened(group[last], group[last + 1], words):
        last += 1
    return group[first : last + 1]


def _hyphened(before: Found, after: Found, words: Words) -> bool:
    """Whether the two are one word, written with a hyphen (Seo-hyun)."""
    between = words.texts[before[0].words[-1] + 1 : after[0].words[0]]
    return len(between) == 1 and between[0] in HYPHENS


def _link(windows: Windows, judge: Judge, group: list[Found]) -> NameLink:
    surest, chance = max(group, key=lambda one: one[1])
    span = Span(group[0][0].span.start, max(suspect.span.end for suspect, _ in group))
    text = span.of(windows.aligned.article(judge.side).text)
    chance, why = round(chance, 4), _why(surest.signs)
    if judge.side is Side.TARGET:
        return NameLink(Kind.NAME, None, Mention(Kind.NAME, span, fold(text)), surest.bead, chance, why)
    key = " ".join(suspect.key for suspect, _ in group)
    expected = _expected(windows, [suspect for suspect, _ in group], text)
    return NameLink(Kind.NAME, Mention(Kind.NAME, span, key), None, surest.bead, chance, why, expected)


def _expected(windows: Windows, group: list[Suspect], text: str) -> tuple[str, ...]:
    """What renders the words of the name elsewhere in the article, else what the tables have for the name."""
    usual = []
    for suspect in group:
        forms = Counter(p.form for p in windows.parts if p.key == suspect.key and p.bead != suspect.bead)
        usual += [form for form, _ in forms.most_common(1)]
    if usual:
        return (" ".join(dict.fromkeys(usual)),)
    return renderings(text, windows.source.lang, windows.target.lang)[:1]


def _why(signs: Signs) -> str:
    """For an editor: what was looked for in the aligned sentence, and not found."""
    reasons = ["no word of the aligned sentence sounds like it"]
    if signs.sound >= HEARD:
        reasons = [f"the word of the aligned sentence most like it in sound is so by {signs.sound:.0%} only"]
    reasons.append(
        f"none corresponds to it well (at best {signs.link:.0%})" if signs.link else "none corresponds to it"
    )
    if signs.known:
        reasons.append("the tables of names have its counterpart, which is not there")
    if signs.against:
        reasons.append("its counterpart elsewhere in the article is not there")
    if signs.rival:
        reasons.append("the word nearest to it belongs to another name elsewhere")
    return "; ".join(reasons)
