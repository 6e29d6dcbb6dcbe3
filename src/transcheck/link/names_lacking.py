"""Source names whose rendering is missing: where, what it should be, how sure.

What a rendering should be is known from the rest of the article (a form that sounds like the source's name), from the
tables, from the country, or, where both sides have capitals, from the sound alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.link.names_parts import CARRIED, SOUNDS, Part
from transcheck.link.names_tables import known, rows_of
from transcheck.link.names_window import Windows
from transcheck.model.text import Side, Span
from transcheck.text.affixes import bare_forms
from transcheck.text.fold import fold
from transcheck.text.phonetic import script, similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import country, near, same_form

RECURRENT, TABLED, COUNTRY, SOUNDED = 0.65, 0.5, 0.35, 0.5
"""Confidence that a rendering is missing, by how it is known what it should be."""
EACH = 0.1
"""What each other place where the name is rendered as usual adds, up to three."""
USUALLY = 0.6
"""Share of a name's occurrences that must have the usual rendering for one without it to mean something."""
SHORTEST = 3
"""Letters of a name that is looked for."""
STRETCH = range(2, 6)
"""Characters of a name in an unspaced script."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A source name that is not rendered in its bead."""

    span: Span
    key: str
    bead: int
    expected: str
    confidence: float
    why: str
    country: bool = False
    """Whether it is a country: another country may stand for it, an adjective for nothing else."""


def lacking(windows: Windows) -> list[Lacking]:
    """All of them, in order of the source; of several reasons the surest."""
    found: dict[int, Lacking] = {}
    finders = (_stretches if unspaced(windows.source.lang) else _recurrent, _tabled, _countries, _sounded)
    for finder in finders:
        for one in finder(windows):
            if one.span.start not in found or found[one.span.start].confidence < one.confidence:
                found[one.span.start] = one
    return sorted(found.values(), key=lambda one: one.span)


def _carried(windows: Windows) -> dict[str, list[Part]]:
    """By source key the parts whose rendering sounds like the name."""
    found: dict[str, list[Part]] = defaultdict(list)
    for part in windows.parts:
        if part.sound >= CARRIED and len(part.key) > 1 and len(part.form) > 2:
            found[part.key].append(part)
    return found


def _recurrent(windows: Windows) -> Iterator[Lacking]:
    places: dict[str, list[int]] = defaultdict(list)
    for word, key in enumerate(windows.source.keys):
        places[key].append(word)
    for key, parts in _carried(windows).items():
        forms = [form for form, _ in Counter(part.form for part in parts).most_common()]
        if len(key) < SHORTEST or (max(part.sound for part in parts) < SOUNDS and len(parts) < 2):
            continue
        yield from _unrendered(windows, key, forms, [(w, windows.source.spans[w]) for w in places[key]])


def _unrendered(windows: Windows, key: str, forms: list[str], places: list[tuple[int, Span]]) -> Iterator[Lacking]:
    cased = any(windows.source.capital)
    missing, there = [], 0
    for word, span in places:
        bead = windows.aligned.bead_at(Side.SOURCE, span.start)
        if bead is None or (cased and not (windows.source.capital[word] or windows.source.doubtful[word])):
            continue
        if _has_all(windows, key, forms, bead):
            there += 1
        else:
            missing.append((bead, span))
    if there < 1 or there < USUALLY * (there + len(missing)) - 0.5:
        return
    for bead, span in missing:
        window = windows.at(Side.TARGET, bead)
        if window.texts and not any(near(text, forms[0]) >= SOUNDS for text in window.texts):
            why = f"it is “{forms[0]}” elsewhere ({there}), and not here"
            yield Lacking(span, key, bead, forms[0], RECURRENT + EACH * min(there - 1, 3), why)


def _has_all(windows: Windows, key: str, forms: list[str], bead: int) -> bool:
    """Whether the bead has a form, or one of its neighbours has one more than it needs itself."""
    if any(windows.at(Side.TARGET, bead).has(form) for form in forms):
        return True
    around = windows.at(Side.TARGET, bead, 1)
    there = sum(any(same_form(text, form, around.lang) for form in forms) for text in around.texts)
    wanted = sum(windows.source.keys[w] == key for w in windows.at(Side.SOURCE, bead, 1).indices)
    return there >= wanted


def _stretches(windows: Windows) -> Iterator[Lacking]:
    """Without spaces: the stretch that stands in all beads where the target has a name is that name."""
    beads: dict[str, set[int]] = defaultdict(set)
    for part in windows.parts:
        if len(part.form) > 2:
            beads[part.form].add(part.bead)
    texts = [windows.at(Side.SOURCE, bead).text for bead in range(len(windows.aligned.beads))]
    for form, where in beads.items():
        if len(where) > 1 and (run := _common(texts, sorted(where), form)):
            yield from _unrendered_stretch(windows, run, form, len(where))


def _common(texts: list[str], where: list[int], form: str) -> str | None:
    first = texts[where[0]]
    runs = {first[at : at + n] for n in STRETCH for at in range(len(first) - n + 1)}
    rated = []
    for run in sorted(runs):
        if run.isalpha() and all(run in texts[bead] for bead in where):
            everywhere = sum(run in text for text in texts)
            if everywhere <= len(where) + 1 and similarity(run, form) >= CARRIED:
                rated.append((similarity(run, form), len(run), run))
    return max(rated)[2] if rated else None


def _unrendered_stretch(windows: Windows, run: str, form: str, there: int) -> Iterator[Lacking]:
    text = windows.aligned.article(Side.SOURCE).text
    for bead in range(len(windows.aligned.beads)):
        span = windows.aligned.bead_span(bead, Side.SOURCE)
        at = text.find(run, span.start, span.end) if span else -1
        if at < 0 or windows.at(Side.TARGET, bead, 1).has(form):
            continue
        if any(near(word, form) >= SOUNDS for word in windows.at(Side.TARGET, bead).texts):
            continue
        why = f"it is “{form}” elsewhere ({there}), and not here"
        yield Lacking(Span(at, at + len(run)), run, bead, form, RECURRENT + EACH * min(there - 1, 3), why)


def _tabled(windows: Windows) -> Iterator[Lacking]:
    """Names of the tables of which no word stands in the target."""
    table = known(windows.target.lang)
    for bead in range(len(windows.aligned.beads)):
        target = windows.at(Side.TARGET, bead, 1)
        for span, form, rows in _named(windows, bead):
            listed = [row for row in rows if row in table.forms]
            if len(listed) < len(rows) or not target.texts or target.rows & rows:
                continue
            if any(target.sounding(word, SOUNDS) for row in listed for word in (table.shown[row], form)):
                continue
            shown = table.shown[listed[0]]
            yield Lacking(span, form, bead, shown, TABLED, f"the tables give “{shown}”, and no form of it is here")


def _named(windows: Windows, bead: int) -> Iterator[tuple[Span, str, frozenset[str]]]:
    """Forms of the tables in the bead's source; the longest at each place."""
    source, table = windows.at(Side.SOURCE, bead), known(windows.source.lang)
    if unspaced(source.lang):
        hull = windows.aligned.bead_span(bead, Side.SOURCE)
        text = windows.aligned.article(Side.SOURCE).text
        for form, rows in table.found.items():
            at = text.find(form, hull.start, hull.end) if hull and form in source.plain else -1
            if at >= 0 and not form.isascii():
                yield Span(at, at + len(form)), form, rows
        return
    spans, cased = windows.source.spans, any(windows.source.capital)
    for at, word in enumerate(source.indices):
        if cased and not source.texts[at][:1].isupper():
            continue
        starts = [s for s in bare_forms(source.texts[at], source.lang) if s.split(" ")[0] in table.words]
        for size in range(min(table.longest, len(source.texts) - at), 0, -1) if starts else ():
            middle = [fold(text) for text in source.texts[at + 1 : at + size]]
            forms = [f for f in (" ".join([s, *middle]) for s in starts) if f in table.found and len(f) > SHORTEST]
            if forms:
                end = spans[source.indices[at + size - 1]].end
                yield Span(spans[word].start, end), forms[0], table.found[forms[0]]
                break


def _countries(windows: Windows) -> Iterator[Lacking]:
    """Countries that the target does not name, in any form or adjective."""
    for bead in range(len(windows.aligned.beads)):
        source, target = windows.at(Side.SOURCE, bead), windows.at(Side.TARGET, bead, 1)
        if not target.texts or not source.countries - target.countries:
            continue
        for word, text in source.stretches:
            code = country(text, source.lang)
            if code and code not in target.countries:
                start = windows.source.spans[word].start
                span = Span(start, start + len(text))
                yield Lacking(span, fold(text), bead, "", COUNTRY, "no name or adjective of it is here", True)


def _sounded(windows: Windows) -> Iterator[Lacking]:
    """Where both sides write names in Latin letters: words that no sound or link accounts for."""
    if script("".join(windows.source.texts[:50])) != "latin" or not any(windows.target.capital):
        return
    linked = {part.source for part in windows.parts if part.sound >= CARRIED or part.cosine >= 0.5}
    for mention in windows.source.mentions:
        for word in mention:
            text, span = windows.source.texts[word], windows.source.spans[word]
            bead = windows.aligned.bead_at(Side.SOURCE, span.start)
            if bead is None or span in linked or not windows.source.capital[word] or len(text) < 4:
                continue
            if rows_of(text, windows.source.lang) or country(text, windows.source.lang):
                continue
            target = windows.at(Side.TARGET, bead)
            if target.texts and not target.sounding(text, CARRIED):
                yield Lacking(span, windows.source.keys[word], bead, "", SOUNDED, "nothing here sounds like it")
