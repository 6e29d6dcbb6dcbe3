"""Where the two sides give one instrument, or one part of it, two numbers: Resolution 2231 / 2321, Article 5 / 4.

Both the rule that reports it and the rule for numbers ask here, so that it is said once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Mention
from transcheck.model.text import Side, Span
from transcheck.text.latest import of_latest
from transcheck.text.numerals import find_numerals
from transcheck.text.provisions import Provision, provisions
from transcheck.text.title_table import resolution_number

RESOLUTION = frozenset({"resolution"})
_NEAR = (0, -1, 1)


@dataclass(frozen=True, slots=True)
class Renumbered:
    """One instrument or part of one that the sides number unlike each other; the spans lie in the articles."""

    source: Provision
    target: Provision
    subdivided: bool = False
    """Only the subdivision is written otherwise: article 49, alinéa 1 as Article 49.1."""


@of_latest
def renumbered(doc: Prepared) -> tuple[Renumbered, ...]:
    """All of them in `doc`, bead by bead, those that are only subdivided otherwise included; found once a pair."""
    return tuple(_renumbered(doc))


def _renumbered(doc: Prepared) -> Iterator[Renumbered]:
    by_bead: dict[int, list[Link]] = {}
    for link in doc.of_kind(Kind.TITLE):
        by_bead.setdefault(link.bead, []).append(link)
    for bead in range(len(doc.beads)):
        ours = _numbered(doc, bead, Side.SOURCE, by_bead.get(bead, ()))
        theirs = _numbered(doc, bead, Side.TARGET, by_bead.get(bead, ()))
        if ours and theirs:
            yield from _unequal(doc, bead, ours, theirs)
        yield from (found for link in by_bead.get(bead, ()) if (found := _in_titles(doc, link)))


def _numbered(doc: Prepared, bead: int, side: Side, links: Sequence[Link]) -> list[Provision]:
    """The resolutions and provisions of one side of a bead."""
    mentions = [link.source if side is Side.SOURCE else link.target for link in links]
    found = [
        Provision(mention.span, mention.span, RESOLUTION, float(number))
        for mention in mentions
        if mention and (number := resolution_number(mention.key))
    ]
    article = doc.article(side)
    for segment in doc.beads[bead].side(side):
        start = article.segments[segment].span.start
        for provision in provisions(article.segment_text(segment), article.lang):
            found.append(_moved(provision, start))
    return found


def _moved(provision: Provision, by: int) -> Provision:
    span, number = provision.span, provision.number
    return Provision(
        Span(span.start + by, span.end + by),
        Span(number.start + by, number.end + by),
        provision.groups,
        provision.value,
    )


def _unequal(doc: Prepared, bead: int, ours: Sequence[Provision], theirs: Sequence[Provision]) -> Iterator[Renumbered]:
    """Provisions whose number the other side lacks, paired in order with what may be theirs."""
    there, here = _values(doc, bead, Side.TARGET), _values(doc, bead, Side.SOURCE)
    lone = [p for p in ours if p.value not in there]
    free = [p for p in theirs if p.value not in here]
    for subdivided in (True, False):
        for provision in list(lone):
            other = next((p for p in free if p.groups & provision.groups and _may_be(provision, p, subdivided)), None)
            if other:
                lone.remove(provision)
                free.remove(other)
                yield Renumbered(provision, other, subdivided)


def _may_be(one: Provision, other: Provision, subdivided: bool) -> bool:
    """Whether one is the other without its subdivision; anything if that is not asked."""
    first, second = one.value, other.value
    whole = first == int(first) or second == int(second)
    return not subdivided or (whole and int(first) == int(second))


def _values(doc: Prepared, bead: int, side: Side) -> set[float]:
    """All values of numbers in a bead and its neighbours on one side."""
    article = doc.article(side)
    near = [bead + step for step in _NEAR if 0 <= bead + step < len(doc.beads)]
    texts = [article.segment_text(s) for b in near for s in doc.beads[b].side(side)]
    read = (n for text in texts for n in find_numerals(text, article.lang) if n.role != "month")
    found = {value for n in read for value in n.values}
    return found | {p.value for text in texts for p in provisions(text, article.lang)}


def _in_titles(doc: Prepared, link: Link) -> Renumbered | None:
    """A title with its rendering, both of the same instrument or of unknown ones, whose only numbers differ."""
    if not link.source or not link.target or resolution_number(link.source.key) or link.confidence < 0.7:
        return None
    source = _only_number(link.source, doc, Side.SOURCE)
    target = _only_number(link.target, doc, Side.TARGET)
    if (
        source
        and target
        and source.value != target.value
        and link.source.key.isidentifier() == link.target.key.isidentifier()
    ):
        return Renumbered(source, target)
    return None


def _only_number(mention: Mention, doc: Prepared, side: Side) -> Provision | None:
    article = doc.article(side)
    numbers = find_numerals(mention.span.of(article.text), article.lang)
    if len(numbers) != 1:
        return None
    start = mention.span.start
    number = Span(numbers[0].span.start + start, numbers[0].span.end + start)
    return Provision(mention.span, number, frozenset({"title"}), numbers[0].value)
