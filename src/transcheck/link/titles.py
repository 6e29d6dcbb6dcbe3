"""Links the titles of treaties, laws and resolutions in the source to their renderings.

By the table where it has both sides, otherwise through word links. A title that nothing renders (it became "the
treaty", or the sentence is gone) has no target.
"""

from dataclasses import dataclass

from transcheck.link.titles_find import find_titles
from transcheck.link.titles_marked import marked_rendering
from transcheck.link.titles_model import FoundTitle
from transcheck.model.align import Aligned
from transcheck.model.terms import Kind, Link, Mention
from transcheck.model.text import Side
from transcheck.text.title_table import instruments, related, right_forms
from transcheck.text.title_words import head_groups, is_generic

BY_TABLE, BY_LINKS, LACKING, WEAK = 0.95, 0.8, 0.5, 0.4
"""Confidence of a link by one id on both sides, by word links, for a title beyond doubt that no title renders, and
where a side may be no title at all."""
MIN_SHARE = 0.4
"""Share of the rendering's word links, 0-1, that must come from the source title."""
HEAD_BONUS = 0.25
"""What a head noun of the same group adds to that share."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    source: int
    target: int


def link_titles(aligned: Aligned) -> tuple[Link, ...]:
    """One link for each title of the source, in source order, then one for each title that only the target has.

    The key of a mention is the instrument's id in the table, or the folded stems of its name and its head's group.
    `official` holds the right forms in the target language for a source title that the table knows. `confidence` is
    0.95 by the table, 0.8 by word links, 0.5 for a title beyond doubt that no title renders, 0.4 where one of the two
    may be a description rather than a title.
    """
    sources, targets = find_titles(aligned.pair.source), find_titles(aligned.pair.target)
    partner = _partners(aligned, sources, targets)
    for i, title in enumerate(sources):
        if i not in partner and not title.known and (marked := marked_rendering(aligned, title)):
            partner[i] = marked
    links = [_link(aligned, title, partner.get(i)) for i, title in enumerate(sources)]
    rendered = {id(target) for target in partner.values()}
    links += [_only_target(aligned, title) for title in targets if id(title) not in rendered]
    return tuple(links)


def _partners(
    aligned: Aligned, sources: tuple[FoundTitle, ...], targets: tuple[FoundTitle, ...]
) -> dict[int, FoundTitle]:
    """The rendering of each source title, by its index."""
    of_bead: dict[int | None, tuple[list[int], list[int]]] = {}
    for i, title in enumerate(sources):
        of_bead.setdefault(aligned.bead_at(Side.SOURCE, title.span.start), ([], []))[0].append(i)
    for i, title in enumerate(targets):
        of_bead.setdefault(aligned.bead_at(Side.TARGET, title.span.start), ([], []))[1].append(i)
    partner: dict[int, FoundTitle] = {}
    for bead, (ours, theirs) in of_bead.items():
        if bead is not None:
            found = _in_bead(aligned, sources, targets, ours, theirs)
            alone = [s for s in ours if s not in found], [t for t in theirs if t not in found.values()]
            found |= _exchanged(aligned, sources, targets, *alone)
            partner |= {s: targets[t] for s, t in found.items()}
    return partner


def _exchanged(
    aligned: Aligned,
    sources: tuple[FoundTitle, ...],
    targets: tuple[FoundTitle, ...],
    ours: list[int],
    theirs: list[int],
) -> dict[int, int]:
    """The two titles of a bead that stand alone in it, each known and foreign to the other article.

    A word that names the source's instrument must be linked to the other title.
    """
    if len(ours) != 1 or len(theirs) != 1:
        return {}
    (s,), (t,) = ours, theirs
    one, other = instruments().get(sources[s].key), instruments().get(targets[t].key)
    if one is None or other is None or not one.kinds & other.kinds or "resolution" in one.kinds:
        return {}
    foreign = not any(related(one.id, x.key) for x in targets) and not any(related(other.id, x.key) for x in sources)
    return {s: t} if foreign and _name_linked(aligned, sources[s], targets[t]) else {}


def _name_linked(aligned: Aligned, source: FoundTitle, target: FoundTitle) -> bool:
    article, theirs = aligned.pair.source, set(aligned.word_range(Side.TARGET, target.span))
    naming = [
        word
        for word in aligned.word_range(Side.SOURCE, source.span)
        if not head_groups(text := aligned.source_words[word].of(article.text), article.lang)
        and not is_generic(text, article.lang)
    ]
    return any(link.target in theirs for word in naming for link in aligned.links_of(Side.SOURCE, word))


def _in_bead(
    aligned: Aligned,
    sources: tuple[FoundTitle, ...],
    targets: tuple[FoundTitle, ...],
    ours: list[int],
    theirs: list[int],
) -> dict[int, int]:
    """Pairs of indices: first the same instrument in order of the text, then by word links, the best first."""
    pairs: dict[int, int] = {}
    free = list(theirs)
    for exact in (True, False):
        for s in ours:
            if s not in pairs:
                t = next((t for t in free if _same_instrument(sources[s], targets[t], exact)), None)
                if t is not None:
                    pairs[s] = t
                    free.remove(t)
    paired = {sources[s].key for s in pairs}
    rest = [s for s in ours if s not in pairs and not (sources[s].known and sources[s].key in paired)]
    candidates = [_Candidate(_score(aligned, sources[s], targets[t]), s, t) for s in rest for t in free]
    for best in sorted(candidates, key=lambda c: (-c.score, c.source, c.target)):
        if best.score >= MIN_SHARE and best.source not in pairs and best.target in free:
            pairs[best.source] = best.target
            free.remove(best.target)
    return pairs


def _same_instrument(source: FoundTitle, target: FoundTitle, exact: bool) -> bool:
    if not (source.known and target.known):
        return False
    return source.key == target.key if exact else related(source.key, target.key)


def _score(aligned: Aligned, source: FoundTitle, target: FoundTitle) -> float:
    """Share of the rendering's links that come from the source title, plus a bonus for heads of one group."""
    inside = outside = 0.0
    ours = set(aligned.word_range(Side.SOURCE, source.span))
    for word in aligned.word_range(Side.TARGET, target.span):
        for link in aligned.links_of(Side.TARGET, word):
            if link.source in ours:
                inside += 1
            else:
                outside += 1
    if not inside:
        return 0.0
    heads = bool(source.groups & target.groups)
    return inside / (inside + outside) + (HEAD_BONUS if heads else 0.0)


def _link(aligned: Aligned, source: FoundTitle, target: FoundTitle | None) -> Link:
    bead = aligned.bead_at(Side.SOURCE, source.span.start) or 0
    official = right_forms(source.key, aligned.pair.target.lang) if source.known else ()
    mention = _mention(source)
    if target is None:
        sure = LACKING if source.strong else WEAK
        return Link(Kind.TITLE, mention, None, bead, sure, "no title stands for it in the aligned sentence", official)
    if _same_instrument(source, target, False):
        return Link(Kind.TITLE, mention, _mention(target), bead, BY_TABLE, _why_known(source.key), official)
    sure = (source.strong or not target.known) and target.strong
    why = "the words of the two titles are linked"
    return Link(Kind.TITLE, mention, _mention(target), bead, BY_LINKS if sure else WEAK, why, official)


def _why_known(key: str) -> str:
    known = instruments().get(key)
    return f"both are titles of one instrument in the table ({known.source})" if known else "both have one number"


def _only_target(aligned: Aligned, target: FoundTitle) -> Link:
    bead = aligned.bead_at(Side.TARGET, target.span.start) or 0
    return Link(Kind.TITLE, None, _mention(target), bead, WEAK, "no title of the source stands for it")


def _mention(title: FoundTitle) -> Mention:
    return Mention(Kind.TITLE, title.span, title.key)
