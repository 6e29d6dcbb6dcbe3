"""One name in the source, two spellings or forms in the translation.

Why it matters
    A reader takes two spellings for two people, a search finds half of the stories, and the desk looks careless.
    Nothing but comparing the occurrences with each other finds it: each alone looks right.

Wrong
    بيسكوف is Peskov four times and Beskov once. Guterres is غوتيريش and once غوتيريس. 王毅 is Wang Yi and once Wang Ni.

Right
    The surname after the full name, a title dropped, an adjective or demonym (Iran, Iranian), a plural or case ending,
    an acronym after its expansion, a pronoun.

Limits
    A name that the translation has only once has nothing to be compared with here. The expected form is the
    translation's own majority (the better match in sound, where it is even), not an authority. Two people whose names
    differ by a letter and are spelled alike in the source (Alan and Allan) look like one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Link, Mention, NameLink
from transcheck.model.text import Span
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.phonetic import script, similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import country, derives, inflects_adjectives, near, same_form, slip


@dataclass(frozen=True, slots=True)
class Params:
    """What counts as one name in two forms."""

    alike: float = 0.55
    """How alike, 0-1, two linked forms must be in letters or sound to be two forms of one name."""
    linked: float = 0.4
    """Confidence of the link that a form needs if it is more than a slip of a few letters away from the usual one."""
    sound: float = 0.5
    """How much like the source, 0-1, both forms must then sound."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way the translation writes a name word."""

    text: str
    """Its first spelling: what forms are compared by."""
    links: tuple[Link, ...]
    shown: str
    """Its commonest spelling: what a person is shown and told to write."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """Findings at the rarer form, one an occurrence."""
    by_key: dict[str, list[Link]] = defaultdict(list)
    for link in doc.of_kind(*NAMES):
        if isinstance(link, NameLink):
            for part in link.parts:
                if part.source and part.target:
                    by_key[part.source.key].append(part)
    owners = _owners(doc, by_key)
    done: set[Span] = set()
    for key, links in by_key.items():
        forms = _forms(doc, links)
        for number, rare in enumerate(forms):
            for usual in forms[:number]:
                for finding in _compare(doc, key, usual, rare, owners, params):
                    if finding.target[0] not in done:
                        done.add(finding.target[0])
                        yield finding
    yield from _whole_names(doc, done)


def _whole_names(doc: Prepared, done: set[Span]) -> Iterator[Finding]:
    """Names of several words that differ by a slip, where the words alone are too short to compare (Yi and Ni)."""
    by_key: dict[str, list[Link]] = defaultdict(list)
    for link in doc.of_kind(*NAMES):
        if isinstance(link, NameLink) and link.source and link.target and " " in link.target.key:
            pieces = unspaced(doc.pair.source.lang)  # there one piece of the name is enough to tell it by
            for key in {part.source.key for part in link.parts if part.source} if pieces else {link.source.key}:
                by_key[key].append(link)
    words = Counter(w for links in by_key.values() for w in {v for o in links for v in _text(doc, o.target).split()})
    for key, links in by_key.items():
        usual, *others = _forms(doc, links)
        for rare in others:
            both = list(zip(usual.text.split(), rare.text.split(), strict=False))
            if all(same_form(a, b, doc.pair.target.lang) for a, b in both):
                continue
            differing = set(rare.text.split()) - set(usual.text.split())
            same_length = len(usual.text.split()) == len(rare.text.split())
            # A word that other names have too is a name of its own: South Korea is no slip for North Korea.
            if (
                not same_length
                or any(words[w] > 1 for w in differing)
                or not slip(usual.text, rare.text)
                or len(usual.links) < len(rare.links)
            ):
                continue
            for link in rare.links:
                marked = link.target is not None and any(link.target.span.overlaps(span) for span in done)
                if link.target and not marked and not _kept_as_it_is(doc, link) and not _fits_better(doc, link, usual):
                    done.add(link.target.span)
                    yield _finding(doc, key, usual, rare, link, near(usual.text, rare.text))


def _text(doc: Prepared, mention: Mention | None) -> str:
    return mention.span.of(doc.pair.target.text) if mention else ""


def _forms(doc: Prepared, links: list[Link]) -> list[_Form]:
    """The forms, most frequent first; even ones by confidence, then in order of the text."""
    groups: list[list[Link]] = []
    for link in links:
        text = _text(doc, link.target)
        home = next((g for g in groups if same_form(_text(doc, g[0].target), text, doc.pair.target.lang)), None)
        groups.append([link]) if home is None else home.append(link)
    groups.sort(key=lambda g: (-len(g), -sum(link.confidence for link in g) / len(g)))
    return [_Form(_text(doc, g[0].target), tuple(g), _shown(doc, g)) for g in groups]


def _shown(doc: Prepared, links: list[Link]) -> str:
    """The commonest spelling of one form; of equals the shortest, which has the fewest affixes, then the first."""
    counts = Counter(_text(doc, link.target) for link in links)
    return max(counts, key=lambda text: (counts[text], -len(text)))


def _owners(doc: Prepared, by_key: dict[str, list[Link]]) -> dict[str, set[str]]:
    """For each folded target form the source keys that it renders."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key, links in by_key.items():
        for link in links:
            if link.target:
                owners[link.target.key].add(key)
    return owners


def _compare(
    doc: Prepared, key: str, usual: _Form, rare: _Form, owners: dict[str, set[str]], params: Params
) -> Iterator[Finding]:
    alike = near(usual.text, rare.text)
    for link in rare.links:
        if link.source is None or link.target is None or owners[link.target.key] != {key}:
            continue
        if _inflected(doc, link, usual):
            continue
        kept = _kept_as_it_is(doc, link) or script(usual.text) != script(rare.text)
        if kept or _fits_better(doc, link, usual) or _derived(doc, link, usual):
            continue
        a_slip = slip(usual.text, rare.text) and not _acronyms(usual.text, rare.text)
        if a_slip or (alike >= params.alike and _both_carried_over(doc, usual, link, params)):
            yield _finding(doc, key, usual, rare, link, alike)


def _fits_better(doc: Prepared, link: Link, usual: _Form) -> bool:
    """Whether the source spells this occurrence so that it sounds like its own rendering, not like the usual one."""
    if link.source is None:
        return False
    name = link.source.span.of(doc.pair.source.text)
    others = {o.source.span.of(doc.pair.source.text) for o in usual.links if o.source}
    if any(same_form(name, other, doc.pair.source.lang) for other in others):
        return False
    return similarity(name, _text(doc, link.target)) > similarity(name, usual.text)


def _inflected(doc: Prepared, link: Link, usual: _Form) -> bool:
    """Whether the forms may be inflections of a country's or an institution's name: their ends differ."""
    if link.source is None or not inflects_adjectives(doc.pair.target.lang):
        return False
    name = link.source.span.of(doc.pair.source.text)
    ends = {fold(text)[-2:] for text in (usual.text, _text(doc, link.target))}
    return len(ends) > 1 and derives(name, doc.pair.source.lang)


def _kept_as_it_is(doc: Prepared, link: Link) -> bool:
    """Whether the rare form is the source's own spelling, given on purpose: in brackets, in a title of a work."""
    return link.source is not None and fold(link.source.span.of(doc.pair.source.text)) == fold(_text(doc, link.target))


def _derived(doc: Prepared, link: Link, usual: _Form) -> bool:
    """Whether the source has another word of the same country here (Mauritian, not Mauritius)."""
    if link.source is None:
        return False
    text, lang = doc.pair.source.text, doc.pair.source.lang
    name = link.source.span.of(text)
    others = {fold(o.source.span.of(text)) for o in usual.links if o.source}
    return country(name, lang) is not None and fold(name) not in others


def _acronyms(first: str, second: str) -> bool:
    return first.isupper() and second.isupper() and min(len(first), len(second)) < 5


def _both_carried_over(doc: Prepared, usual: _Form, link: Link, params: Params) -> bool:
    """Whether both forms are sound renderings of one word: more than a slip apart, but no translation of it."""
    name = link.source.span.of(doc.pair.source.text) if link.source else ""
    sounds = min(similarity(name, usual.text), similarity(name, _text(doc, link.target)))
    return sounds >= params.sound and link.confidence >= params.linked and len(usual.links) > 1


def _finding(doc: Prepared, key: str, usual: _Form, rare: _Form, link: Link, alike: float) -> Finding:
    source_name = link.source.span.of(doc.pair.source.text) if link.source else key
    count = len(usual.links)
    elsewhere = f"{count} times" if count > 1 else "once"
    spans = [o.target.span for o in usual.links if o.target]
    return RULE.finding(
        f"“{rare.text}” stands for “{source_name}”, which is “{usual.shown}” elsewhere ({elsewhere}).",
        source=[link.source.span] if link.source else [],
        target=[link.target.span, *spans] if link.target else spans,
        term=key,
        rendering=link.target.key if link.target else "",
        expected=usual.shown,
        evidence={
            "why": link.why,
            "renderings": [
                {"text": usual.shown, "count": count},
                {"text": rare.text, "count": len(rare.links)},
            ],
            "alike": round(alike, 2),
        },
        confidence=min(0.99, 0.5 + 0.5 * alike * min(1.0, count / 2)),
    )


RULE = Rule(
    code="NAM001",
    name="name-drift",
    summary="One name of the source is rendered in two spellings or forms.",
    category=Category.TERM_INCONSISTENT,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ar",
            "en",
            "قال بيسكوف إن موسكو تنتظر ردا. وأضاف بيسكوف أن المحادثات مستمرة. وأكد بيسكوف أن الموعد لم يحدد.",
            "Peskov said Moscow was waiting for a reply. Peskov added that talks were going on. Beskov stressed that "
            "no date had been set.",
            ("Beskov",),
        ),
        Example(
            "en",
            "ru",
            "Guterres arrived in Geneva on Monday. Guterres will meet the delegations. A statement by Guterres is due.",
            "Гутерриш прибыл в Женеву в понедельник. Гутерриш встретится с делегациями. Ожидается заявление Гутерреса.",
            ("Гутерреса",),
        ),
        Example(
            "ar",
            "en",
            "وصل الرئيس الإيراني مسعود بزشكيان إلى بغداد. وقال بزشكيان إن إيران تريد السلام.",
            "Iranian President Masoud Pezeshkian arrived in Baghdad. Pezeshkian said Iran wanted peace.",
        ),
        Example(
            "en",
            "de",
            "Lavrov met Fidan in Ankara. Lavrov's visit ends on Friday. Fidan praised the talks with Lavrov.",
            "Lawrow traf Fidan in Ankara. Lawrows Besuch endet am Freitag. Fidan lobte die Gespräche mit Lawrow.",
        ),
    ),
)
