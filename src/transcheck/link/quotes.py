"""Links the quotations of the source to their renderings.

A quotation of several sentences is linked sentence by sentence; one that a translator split in two ("...," he said,
"...") gives two links. The kind of the rendering says what became of it: a direct `Quote`, a `Quote` with
`direct=False` (reported speech), a plain `Mention` (words without marks or cue), or None (nothing renders it).
"""

from collections.abc import Iterator

from transcheck.link.quotes_coverage import Coverage, coverage, largest_gap, rendering
from transcheck.link.quotes_elsewhere import in_its_place, roomy_neighbour, unlinked_passage
from transcheck.link.quotes_length import Room, lengths, room
from transcheck.link.quotes_marked import Marks, inside, marks_of, narrowed
from transcheck.link.quotes_parts import Part, quote_parts
from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Link, Mention, Quote, QuoteLink
from transcheck.model.text import Side, Span
from transcheck.text.quotation import quote_key

MIN_FORTH, MIN_BACK = 0.2, 0.35
"""Shares of two quotations' content linked to each other, either of which makes them counterparts."""
CERTAIN_FORTH, CERTAIN_BACK = 0.3, 0.6
"""Under both of these shares a counterpart is doubted where the target is too short for the quotation."""
FACING_BACK = 0.25
"""Share of the target's content from which two direct quotations answer each other that face each other alone."""
SAFE_FORTH = 0.5
"""From this share of the source quotation's content on, a target quotation may render two source quotations."""
BASE_COVERED, COVERED_PER_SHORTFALL, MAX_SHORTFALL, MIN_SHORTFALL = 0.08, 0.3, 1.5, 0.0
"""A quotation has no rendering where the target is at least MIN_SHORTFALL of its length too short and no more of it is
linked than BASE_COVERED plus COVERED_PER_SHORTFALL for each length that is lacking (chance links: fitted on NTREX)."""


def link_quotes(aligned: Aligned) -> tuple[Link, ...]:
    """The links of all quotations, in source order, then target order for those without a source.

    `confidence` of a link with both sides: how much of the two contents is linked to each other, 0-1; of a link
    without source or target: one minus the share of the content that has word links at all.
    """
    source, target = quote_parts(aligned, Side.SOURCE), quote_parts(aligned, Side.TARGET)
    rooms = {side: room(aligned, side) for side in Side}
    found: list[Link] = []
    used: set[Quote] = set()
    for part in source:
        pairs = list(_counterparts(aligned, part, source, target))
        if part.quote.direct and not any(certain for certain, _ in pairs) and _lost(aligned, rooms, part):
            pairs = []
        found += [link for _, link in pairs]
        used.update(link.target for _, link in pairs if isinstance(link.target, Quote))
        if not pairs and part.quote.direct:
            found.append(_without_counterpart(aligned, rooms[Side.SOURCE], part, Side.SOURCE))
    for part in target:
        if part.quote.direct and part.quote not in used:
            found.append(_without_counterpart(aligned, rooms[Side.TARGET], part, Side.TARGET))
    marks = {Side.SOURCE: marks_of(aligned, Side.SOURCE, source), Side.TARGET: marks_of(aligned, Side.TARGET, target)}
    found.sort(key=_order)
    sizes = lengths(aligned, rooms[Side.SOURCE], found)
    return tuple(_measured(aligned, rooms, marks, sizes, link) for link in found)


def _order(link: Link) -> tuple[int, int, int]:
    source = link.source.span.start if link.source else 0
    target = link.target.span.start if link.target else 0
    return (link.source is None, source, target)


def _counterparts(
    aligned: Aligned, part: Part, sources: tuple[Part, ...], targets: tuple[Part, ...]
) -> Iterator[tuple[bool, Link]]:
    """The links to the target's quotations of the bead, each with whether it is certain."""
    sole = _sole(sources, part.bead) and _sole(targets, part.bead)
    for candidate in targets:
        if candidate.bead != part.bead or not (part.quote.direct or candidate.quote.direct):
            continue
        forth = coverage(aligned, Side.SOURCE, part.quote.content, candidate.quote.content)
        back = coverage(aligned, Side.TARGET, candidate.quote.content, part.quote.content)
        facing = sole and part.quote.direct and candidate.quote.direct and back.share_inside >= FACING_BACK
        answers = facing or _answer(part.quote, forth, back)
        if answers and not _answers_another(aligned, part, candidate, sources, forth, back):
            why = _why_linked(forth, back)
            link = Link(Kind.QUOTE, part.quote, candidate.quote, part.bead, _agreement(forth, back), why)
            certain = forth.share_inside >= CERTAIN_FORTH or back.share_inside >= CERTAIN_BACK
            yield facing or certain, link


def _sole(parts: tuple[Part, ...], bead: int) -> bool:
    """Whether one direct quotation stands in the bead."""
    return sum(1 for part in parts if part.bead == bead and part.quote.direct) == 1


def _measured(
    aligned: Aligned, rooms: dict[Side, Room], marks: dict[Side, Marks], sizes: dict[Mention, float], link: Link
) -> QuoteLink:
    """The link with what can be said of its direct quotation: the source's, or the target's if only that is direct."""
    side = Side.SOURCE if isinstance(link.source, Quote) and link.source.direct else Side.TARGET
    quote = link.source if side is Side.SOURCE else link.target
    if not isinstance(quote, Quote):
        raise TypeError("a link of quotations has a quotation on one side")
    far, content = marks[side.other], quote.content
    marked = far.inside(aligned, side, content)
    colon = inside(aligned, side, content, far.colons)
    area = aligned.bead_span(link.bead, side.other)
    whole = _rendered_area(aligned, side, marks[side], link.bead, content)
    return QuoteLink(
        link.kind,
        link.source,
        link.target,
        link.bead,
        link.confidence,
        link.why,
        marked=marks[side].surely_around(content),
        rendered=round(marked.share, 3),
        in_marks=round(max(marked.share_inside, colon.share_inside), 3),
        after_colon=colon.inside > marked.inside and bool(far.passages),
        narrowed=area is not None and narrowed(aligned, side, content, far, area),
        unpaired=whole is not None and far.unpaired_in(whole),
        lacking=round(rooms[side].shortfall(link.bead, content), 3),
        length=round(sizes.get(quote, 1.0), 3),
        gap=round(largest_gap(aligned, side, content), 3),
    )


def _rendered_area(aligned: Aligned, side: Side, here: Marks, bead: int, content: Span) -> Span | None:
    """The counterparts of all sentences of the marked passage around `content`: the last may hold its closing mark."""
    passage = here.around(content)
    ends = (passage.span.start, passage.span.end - 1) if passage else ()
    beads = [bead, *(b for at in ends if (b := aligned.bead_at(side, at)) is not None)]
    found = [s for b in range(min(beads), max(beads) + 1) if (s := aligned.bead_span(b, side.other)) is not None]
    return Span(min(s.start for s in found), max(s.end for s in found)) if found else None


def _lost(aligned: Aligned, rooms: dict[Side, Room], part: Part) -> bool:
    """Whether no more of the source quotation is linked than chance links where its rendering is lacking."""
    lacking = rooms[Side.SOURCE].shortfall(part.bead, part.quote.content)
    return coverage(aligned, Side.SOURCE, part.quote.content).share <= allowed_by_chance(lacking)


def _answer(source: Quote, forth: Coverage, back: Coverage) -> bool:
    """Whether enough of either quotation is linked to the other; reported speech must be what the target quotes."""
    return back.share_inside >= MIN_BACK or (source.direct and forth.share_inside >= MIN_FORTH)


def _answers_another(
    aligned: Aligned, part: Part, target: Part, sources: tuple[Part, ...], forth: Coverage, back: Coverage
) -> bool:
    """Whether the target's quotation renders another source quotation of the bead much better than this one."""
    if forth.share_inside >= SAFE_FORTH:
        return False
    for rival in sources:
        if rival.bead != part.bead or rival == part:
            continue
        if coverage(aligned, Side.TARGET, target.quote.content, rival.quote.content).inside > 2 * back.inside:
            return True
    return False


def _agreement(forth: Coverage, back: Coverage) -> float:
    return round((forth.share_inside + back.share_inside) / 2, 3)


def _why_linked(forth: Coverage, back: Coverage) -> str:
    return (
        f"{forth.share_inside:.0%} of the source quotation's content is linked into the target's, "
        f"{back.share_inside:.0%} of the target's into the source's"
    )


def _without_counterpart(aligned: Aligned, space: Room, part: Part, side: Side) -> Link:
    """The link of a quotation to the words that render it without marks or cue, or to nothing."""
    covered = coverage(aligned, side, part.quote.content).share
    lacking = space.shortfall(part.bead, part.quote.content)
    mention = None
    if covered > allowed_by_chance(lacking):
        words = rendering(aligned, side, part.quote.content)
        mention = _mention(aligned, side, words or aligned.bead_span(part.bead, side.other))
        why = f"{covered:.0%} of its content is linked to words that stand in no quotation"
    elif (facing := in_its_place(aligned, part, side)) is not None:
        mention = _mention(aligned, side, facing)
        why = "as many passages stand between marks in the counterpart of its sentence, and this one has its place"
    elif (free := unlinked_passage(aligned, space, part, side)) is not None:
        mention = _mention(aligned, side, free)
        why = "an equally unlinked passage between marks stands in the counterpart of its sentence"
    elif (moved := roomy_neighbour(aligned, space, part, side)) is not None:
        mention = _mention(aligned, side, moved)
        why = "the neighbouring sentence has room to spare for it"
    else:
        why = _why_missing(covered, lacking)
    confidence = round(covered if mention else 1.0 - covered, 3)
    if side is Side.SOURCE:
        return Link(Kind.QUOTE, part.quote, mention, part.bead, confidence, why)
    return Link(Kind.QUOTE, mention, part.quote, part.bead, confidence, why)


def _why_missing(covered: float, lacking: float) -> str:
    return (
        f"{covered:.0%} of its words have a counterpart, and the aligned sentence is too short to hold a rendering "
        f"(it lacks {min(1.0, max(0.0, lacking)):.0%} of the length that one needs)"
    )


def allowed_by_chance(lacking: float) -> float:
    """The share of a quotation's content, 0-1, that may be linked though nothing renders it; -1: it is rendered."""
    if lacking < MIN_SHORTFALL:
        return -1.0
    return BASE_COVERED + COVERED_PER_SHORTFALL * min(lacking, MAX_SHORTFALL)


def _mention(aligned: Aligned, side: Side, span: Span | None) -> Mention | None:
    if span is None:
        return None
    return Mention(Kind.QUOTE, span, quote_key(span.of(aligned.article(side.other).text)))
