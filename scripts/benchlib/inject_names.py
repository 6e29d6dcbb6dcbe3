"""Errors in names, injected into a clean translation: one error a copy.

Kinds: `misspelled` (a name that the target has at least twice, one of them), `misspelled-single` (a name that it has
once), `replaced` (one mention by another name of the article, or of another article), `deleted`, `added` (another name
after a name), `swapped` (two people change places in two sentences), `swapped-within` (in one sentence).

The names come from `names_english` and, in other languages, from `names_projected`; see there for what is never drawn.
Limits: a replacement keeps the grammar of the sentence it comes from (a case ending may not fit), so a checker of
grammar would find more; after a deletion, a preposition or conjunction before the name goes too, and the rest stays.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from benchlib.injected import Edit, Injected, Pair, edited
from benchlib.misspell import is_han, misspelled
from benchlib.names_english import Name
from transcheck.model.text import Span

_LEAD = {
    "en": "in at from to with of for by near and against about on via",
    "ru": "в во из от с со на для и о об к у по",
    "uk": "в у із від з зі на для і та й про до по",
    "de": "in aus von mit nach für und bei über an im vom zum",
    "fr": "à de en avec pour et par sur chez du au d'",
    "es": "en de con a para y por sobre del al contra",
    "ar": "في من إلى مع عن على لدى",
    "fa": "در از به با و برای",
    "he": "של עם על את מן אל",
}
_AND = {
    "en": " and ", "ru": " и ", "uk": " і ", "de": " und ", "fr": " et ", "es": " y ", "ar": " و", "fa": " و ",
    "he": " ו", "tr": " ve ", "hi": " और ", "ko": "와 ", "ja": "と", "zh": "和",
}  # fmt: skip
_AFTER = {
    "tr": "ve ile için da de",
    "hi": "में से को के की का ने और पर",
    "ko": "",
    "ja": "",
    "zh": "",
}


@dataclass(frozen=True, slots=True)
class Named:
    """An article pair with what its injections draw from."""

    pair: Pair
    target: tuple[Name, ...]
    """Name words of the target, in order."""
    wholes: tuple[Name, ...]
    """The same joined to whole names."""
    source: Mapping[tuple[int, str], Span]
    """(line, key) to the name word in the source line, where it was found there."""
    others: tuple[Name, ...]
    """Whole names of other articles, in the target language."""
    foreign: tuple[str, ...] = ()
    """Sentences of other articles, in the target language."""

    def mention(self, name: Name) -> tuple[Span, ...]:
        """The name in the source text; the words of it that were found."""
        keys = name.key.split()
        return tuple(
            self.pair.source_span(name.line, self.source[name.line, key])
            for key in keys
            if (name.line, key) in self.source
        )


def _apart(doc: Named, names: Sequence[Name]) -> list[Name]:
    """Names whose text stands once in their line."""
    return [n for n in names if doc.pair.target[n.line].count(n.text) == 1]


def _misspell(doc: Named, rng: random.Random, fits: Callable[[int], bool]) -> Injected | None:
    counts = Counter(name.key for name in doc.target)
    signs = "".join(n.text for n in (*doc.target, *doc.others) if is_han(n.text))
    names = [n for n in _apart(doc, doc.target) if fits(counts[n.key])]
    rng.shuffle(names)
    text = "\n".join(doc.pair.target)
    for name in names:
        slip = misspelled(name.text, rng, signs)
        if slip and slip not in text:
            return edited(doc.pair, [Edit(name.line, name.span, slip)], f"{name.text} > {slip}", doc.mention(name))
    return None


def misspelled_again(doc: Named, rng: random.Random) -> Injected | None:
    """One mention of a name that the target has at least twice."""
    return _misspell(doc, rng, lambda count: count > 1)


def misspelled_single(doc: Named, rng: random.Random) -> Injected | None:
    """The only mention of a name."""
    return _misspell(doc, rng, lambda count: count == 1)


def _words(name: Name) -> set[str]:
    return set(name.key.lower().split())


def kin(doc: Named, name: Name) -> set[str]:
    """The words of `name` and those that stand with one of them in a whole name: Kanye for West."""
    return {word for other in (*doc.wholes, name) if _words(other) & _words(name) for word in _words(other)}


def _alike(name: Name, other: Name) -> bool:
    return name.person == other.person and len(name.key.split()) == len(other.key.split())


def replacement(doc: Named, name: Name, rng: random.Random) -> Edit | None:
    """A whole name by another of the same shape, which its line does not have; of this article if there is one."""
    other = _other(doc, name, rng)
    return Edit(name.line, name.span, other.text) if other else None


def _other(doc: Named, name: Name, rng: random.Random) -> Name | None:
    there = {word for other in doc.wholes if other.line == name.line for word in kin(doc, other)}
    for pool in (doc.wholes, doc.others):
        fitting = [o for o in pool if _alike(name, o) and not _words(o) & there and o.text != name.text]
        if fitting:
            return rng.choice(fitting)
    return None


def replaced(doc: Named, rng: random.Random) -> Injected | None:
    """One name replaced."""
    names = _apart(doc, doc.wholes)
    rng.shuffle(names)
    for name in names:
        if edit := replacement(doc, name, rng):
            return edited(doc.pair, [edit], f"{name.text} > {edit.text}", doc.mention(name))
    return None


def addition(doc: Named, name: Name, rng: random.Random) -> Edit | None:
    """Another name of the same shape after this one, with an "and" between."""
    other, word = _other(doc, name, rng), _AND.get(doc.pair.target_lang)
    if other is None or word is None:
        return None
    return Edit(name.line, Span(name.span.end, name.span.end), word + other.text)


def added(doc: Named, rng: random.Random) -> Injected | None:
    """One name added."""
    names = _apart(doc, doc.wholes)
    rng.shuffle(names)
    for name in names:
        if edit := addition(doc, name, rng):
            injected = edited(doc.pair, [edit], f"{name.text}{edit.text} added")
            return replace(injected, was=())
    return None


def deletion(doc: Named, name: Name) -> tuple[Edit, bool] | None:
    """A whole name with its preposition or conjunction, and whether it had one; only names the source line has."""
    here = Counter(word for other in doc.target if other.line == name.line for word in _words(other))
    if not doc.mention(name) or any(here[word] != 1 for word in _words(name)):
        return None
    span, led = _with_lead(doc.pair.target[name.line], name.span, doc.pair.target_lang)
    return Edit(name.line, span, ""), led


def deleted(doc: Named, rng: random.Random) -> Injected | None:
    """One name deleted; rather one that a function word goes with."""
    names = _apart(doc, doc.wholes)
    rng.shuffle(names)
    bare: Injected | None = None
    for name in names:
        if found := deletion(doc, name):
            edit, led = found
            what = f"{edit.span.of(doc.pair.target[name.line])} deleted"
            injected = edited(doc.pair, [edit], what, doc.mention(name))
            if led:
                return injected
            bare = bare or injected
    return bare


def scattered(doc: Named, rng: random.Random, kind: str, share: float) -> list[tuple[Edit, tuple[Span, ...]]]:
    """Edits of one kind (replaced, deleted, added) in about that share of the lines, with what they concern in the
    source: examples to learn from, not copies to measure with."""
    by_line: dict[int, list[Name]] = defaultdict(list)
    for name in _apart(doc, doc.wholes):
        by_line[name.line].append(name)
    found = []
    for _, names in sorted(by_line.items()):
        name = rng.choice(names)
        if rng.random() >= share:
            continue
        if kind == "deleted":
            done = deletion(doc, name)
            edit = done[0] if done else None
        else:
            edit = (replacement if kind == "replaced" else addition)(doc, name, rng)
        if edit:
            found.append((edit, () if kind == "added" else doc.mention(name)))
    return found


def _with_lead(line: str, span: Span, lang: str) -> tuple[Span, bool]:
    """`span` with the function word that goes with it, and whether there is one."""
    start, end = span.start, span.end
    if following := regex.match(r"['’]s\b", line[end:]):
        end += following.end()
    before = regex.search(r"(?<!\S)(\S+)\s+$", line[:start])
    if before and before.group(1).lower() in _LEAD.get(lang, "").split():
        return Span(max(0, before.start() - 1), end), True
    after = regex.match(r"\s+(\S+)(?=\s)", line[end:])
    if after and after.group(1) in _AFTER.get(lang, "").split():
        return Span(start, end + after.end()), True
    return Span(start - 1 if line[start - 1 : start] == " " else start, end), False


def _people(doc: Named) -> dict[str, list[Name]]:
    people: dict[str, list[Name]] = defaultdict(list)
    for name in _apart(doc, doc.wholes):
        if name.person:
            people[name.key].append(name)
    return people


def _swap(doc: Named, rng: random.Random, within: bool) -> Injected | None:
    people = sorted(_people(doc).items())
    choices = [
        (a, b)
        for first, mentions in people
        for second, others in people
        if first < second and not kin(doc, mentions[0]) & _words(others[0])
        for a in mentions
        for b in others
        if (a.line == b.line) == within and _alike(a, b)
    ]
    choices = [(a, b) for a, b in choices if within or _clear(doc, a, b)]
    if not choices:
        return None
    a, b = sorted(rng.choice(choices), key=lambda n: (n.line, n.span.start))
    source = doc.mention(a) + doc.mention(b)
    what = f"{a.text} <> {b.text}"
    if not within:
        return edited(doc.pair, [Edit(a.line, a.span, b.text), Edit(b.line, b.span, a.text)], what, source)
    between = doc.pair.target[a.line][a.span.end : b.span.start]
    if len(between) < (4 if is_han(a.text) else 20):
        return None  # A and B, which may stand either way round
    return edited(doc.pair, [Edit(a.line, Span(a.span.start, b.span.end), b.text + between + a.text)], what, source)


def _clear(doc: Named, a: Name, b: Name) -> bool:
    """Whether neither line has the other name."""
    return not any(
        name.line == there.line and _words(name) & _words(other)
        for there, other in ((a, b), (b, a))
        for name in doc.target
    )


def swapped(doc: Named, rng: random.Random) -> Injected | None:
    """Two people, each in a sentence without the other."""
    return _swap(doc, rng, within=False)


def swapped_within(doc: Named, rng: random.Random) -> Injected | None:
    """Two people of one sentence, some words apart."""
    return _swap(doc, rng, within=True)


KINDS: dict[str, Callable[[Named, random.Random], Injected | None]] = {
    "misspelled": misspelled_again,
    "misspelled-single": misspelled_single,
    "replaced": replaced,
    "deleted": deleted,
    "added": added,
    "swapped": swapped,
    "swapped-within": swapped_within,
}
