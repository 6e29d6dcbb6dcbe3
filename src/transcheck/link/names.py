"""Links the names of the two sides: whole names for people to read, and their words for rules to compare."""

from transcheck.link.names_alone import alone
from transcheck.link.names_kind import kind_of_pair, settled
from transcheck.link.names_parts import Pairing, Part
from transcheck.link.names_unspaced import UnspacedPairing
from transcheck.link.names_words import Words, words_of
from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Link, Mention, NameLink
from transcheck.model.text import Side, Span
from transcheck.text.fold import fold
from transcheck.text.scripts import unspaced

GAP = 2
"""Words that may stand between two words of one name (a particle, a hyphen)."""


def link_names(aligned: Aligned) -> tuple[Link, ...]:
    """One `NameLink` a name and bead, in source order; then those that have a source or a target only."""
    source, target = words_of(aligned, Side.SOURCE), words_of(aligned, Side.TARGET)
    pairing = UnspacedPairing if unspaced(source.lang) or unspaced(target.lang) else Pairing
    found = pairing(aligned, source, target)
    parts = found.find()
    groups = _grouped(parts, found.anchor)
    runs = [_hull([target.spans[w] for w in mention]) for mention in target.mentions]
    paired = settled(sorted((_name(group, aligned, runs) for group in groups), key=_order))
    return (*paired, *alone(aligned, source, target, parts))


def _order(link: Link) -> tuple[int, int]:
    return (link.source.span.start if link.source else 0, link.target.span.start if link.target else 0)


def _grouped(parts: list[Part], anchor: Words) -> list[list[Part]]:
    """Parts of one name: in one run of capitals on the side that has them, and side by side on the other."""
    run = {w: n for n, mention in enumerate(anchor.mentions) for w in mention}
    starts = {span.start: w for w, span in enumerate(anchor.spans)}
    groups: dict[tuple[int, int], list[Part]] = {}
    for part in parts:
        span = part.target if anchor.side is Side.TARGET else part.source
        word = starts.get(span.start, -1 - span.start)
        groups.setdefault((run.get(word, -1 - span.start), part.bead), []).append(part)
    return list(groups.values())


def _hull(spans: list[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _near(parts: list[Part], text: str) -> list[Part]:
    """The parts whose source words stand together around the surest one; a stray link elsewhere is left out."""
    surest = max(parts, key=lambda p: (p.confidence, -p.source.start))
    kept = [surest]
    for part in sorted(parts, key=lambda p: abs(p.source.start - surest.source.start)):
        hull = _hull([p.source for p in kept] + [part.source])
        between = len(hull) - sum(len(s) for s in {p.source for p in kept} | {part.source})
        if part is not surest and len(text[hull.start : hull.end].split()) <= 2 * len(kept) + GAP and between < 12:
            kept.append(part)
    return kept


def _name(parts: list[Part], aligned: Aligned, runs: list[Span]) -> NameLink:
    source_text, target_text = aligned.article(Side.SOURCE).text, aligned.article(Side.TARGET).text
    near = _near(parts, source_text)
    source, target = _hull([p.source for p in near]), _hull([p.target for p in near])
    if unspaced(aligned.article(Side.SOURCE).lang):  # its pieces link too weakly to say where the name ends
        target = next((run for run in runs if run.contains(target)), target)
    name = target.of(target_text)
    kind = kind_of_pair(aligned, source, target) or Kind.NAME
    confidence = round(sum(p.confidence for p in near) / len(near), 3)
    links = tuple(_link(p, kind) for p in sorted(parts, key=lambda p: p.target.start))
    key = " ".join(p.key for p in sorted(near, key=lambda p: p.source.start))
    mentions = Mention(kind, source, key), Mention(kind, target, fold(name))
    return NameLink(kind, *mentions, parts[0].bead, confidence, _why(near, source_text), parts=links)


def _link(part: Part, kind: Kind) -> Link:
    source, target = Mention(kind, part.source, part.key), Mention(kind, part.target, fold(part.form))
    return Link(kind, source, target, part.bead, part.confidence, _reason(part))


def _reason(part: Part) -> str:
    if part.cosine and part.sound >= 0.6:
        return f"they stand for each other in aligned sentences ({part.cosine:.0%}) and sound alike ({part.sound:.0%})"
    if part.cosine:
        return f"they stand for each other in aligned sentences ({part.cosine:.0%})"
    return f"they stand in aligned sentences and sound alike ({part.sound:.0%})"


def _why(parts: list[Part], text: str) -> str:
    return "; ".join(dict.fromkeys(f"{p.source.of(text)} = {p.form}: {_reason(p)}" for p in parts))
