"""Whether a linked name is a person's, a place's or a body's: by a model, the tables, the words in it and beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Mention, NameLink
from transcheck.model.text import Side, Span
from transcheck.text.known_names import known_table
from transcheck.text.name_kinds import kind_of

TABLES = {"people": Kind.PERSON, "organisations": Kind.ORGANISATION, "places": Kind.PLACE}
REACH = 25
"""Characters in which the word beside a name stands."""
_BEFORE, _AFTER = regex.compile(r"([\p{L}\p{M}'\"-]+)[.]?\s?$"), regex.compile(r"\s?([\p{L}\p{M}'\"-]+)")


def kind_of_pair(aligned: Aligned, source: Span, target: Span) -> Kind | None:
    """What the name is, None where nothing tells: a body if either side says so, else what the target says."""
    places = ((Side.TARGET, target), (Side.SOURCE, source))
    for told in (_tagged, _listed, _worded):
        found = [kind for side, span in places for kind in told(aligned, side, span)]
        if found:
            return Kind.ORGANISATION if Kind.ORGANISATION in found else found[0]
    return None


def settled(links: Sequence[NameLink]) -> list[NameLink]:
    """The links with a kind each: what nothing tells is what the same name mostly is elsewhere, else a person."""
    told: dict[str, Counter[Kind]] = defaultdict(Counter)
    for link in links:
        if link.source and link.kind is not Kind.NAME:
            told[link.source.key][link.kind] += 1
    return [link if link.kind is not Kind.NAME else _as(link, _usual(link, told)) for link in links]


def _usual(link: NameLink, told: Mapping[str, Counter[Kind]]) -> Kind:
    found = told[link.source.key].most_common(1) if link.source and link.source.key in told else []
    return found[0][0] if found else Kind.PERSON


def _as(link: NameLink, kind: Kind) -> NameLink:
    source, target = _kinded(link.source, kind), _kinded(link.target, kind)
    parts = tuple(
        replace(p, kind=kind, source=_kinded(p.source, kind), target=_kinded(p.target, kind)) for p in link.parts
    )
    return replace(link, kind=kind, source=source, target=target, parts=parts)


def _kinded(mention: Mention | None, kind: Kind) -> Mention | None:
    return replace(mention, kind=kind) if mention else None


def _tagged(aligned: Aligned, side: Side, span: Span) -> Iterator[Kind]:
    """By a token-classification model, or the metadata of the item."""
    kinds = (entity.kind for entity in aligned.entities_of(side) if entity.span.overlaps(span))
    yield from (kind for kind in kinds if kind is not Kind.NAME)


def _listed(aligned: Aligned, side: Side, span: Span) -> Iterator[Kind]:
    article = aligned.article(side)
    found = known_table(span.of(article.text), article.lang)
    if found:
        yield TABLES[found]


def _worded(aligned: Aligned, side: Side, span: Span) -> Iterator[Kind]:
    article = aligned.article(side)
    before = _BEFORE.search(article.text[max(0, span.start - REACH) : span.start])
    after = _AFTER.match(article.text[span.end : span.end + REACH])
    beside = (found.group(1) if found else "" for found in (before, after))
    kind = kind_of(span.of(article.text), article.lang, *beside)
    if kind:
        yield kind
