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
    glossary's, else the translation's own majority (where it is even, what answers the source better), not an
    authority. Two forms that differ only in what houses spell two ways for one sound are a minor finding. Two people
    whose names differ by a letter and are spelled alike in the source (Alan and Allan) look like one, unless each has
    a full name of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Link
from transcheck.model.text import Span
from transcheck.rules.base import Example, Rule
from transcheck.text.affixes import bare_forms
from transcheck.text.decided import Use, departures, uses
from transcheck.text.demonyms import one_place
from transcheck.text.name_forms import Form, Names
from transcheck.text.phonetic import script, similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import glued, near, one_letter_off, same_form, slip, slip_in_stem, spelled_alike


@dataclass(frozen=True, slots=True)
class Params:
    """What counts as one name in two forms."""

    alike: float = 0.55
    """How alike, 0-1, two linked forms must be in letters or sound to be two forms of one name."""
    linked: float = 0.4
    """Confidence of the link that a form needs if it is more than a slip of a few letters away from the usual one."""
    sound: float = 0.5
    """How much like the source, 0-1, both forms must then sound."""
    plain: float = 0.65
    """The same in scripts without capitals, where a common word may be taken for the name."""
    settled: int = 3
    """Times that the usual form must stand if the two differ only in what houses spell two ways for one sound."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a rarer form, at its first occurrence; its others and the usual form follow."""
    decided = uses(doc)
    yield from _departing(doc, decided)
    names = Names(doc, [use.source for use in decided])
    done: set[Span] = set()
    for key, links in names.by_key.items():
        forms = names.forms(links)
        wrong: set[int] = set()  # a form that was found rare is never held up as the usual one
        for number, form in enumerate(forms):
            for other in (forms[n] for n in range(number) if n not in wrong):
                usual, rare, drifted = _either_way(names, key, other, form, params)
                drifted = [link for link in drifted if link.target and link.target.span not in done]
                if drifted:
                    wrong.add(number)
                    done |= {link.target.span for link in (*drifted, *usual.links) if link.target}
                    yield _finding(names, key, usual, rare, drifted)
                    break
    yield from _whole_names(names, done, params)


def _either_way(names: Names, key: str, usual: Form, rare: Form, params: Params) -> tuple[Form, Form, list[Link]]:
    """The usual form, the rare one and where it drifts; two even forms in the other order if this one shows nothing."""
    usual = names.beside(usual, rare)
    drifted = list(_drifted(names, key, usual, rare, params))
    if not drifted and usual.count == rare.count:
        usual, rare = names.beside(rare, usual), usual
        drifted = list(_drifted(names, key, usual, rare, params))
    return usual, rare, drifted


def _departing(doc: Prepared, decided: tuple[Use, ...]) -> Iterator[Finding]:
    """Departures from the glossary where the translation has the right form elsewhere."""
    for found in departures(decided):
        if found.right:
            text = found.text(doc)
            yield RULE.finding(
                found.message(doc),
                source=found.sources,
                target=[*found.targets, *found.right],
                term=found.entry.id,
                rendering=text,
                expected=found.expected,
                evidence=found.evidence(doc),
                confidence=0.95,
            )


def _whole_names(names: Names, done: set[Span], params: Params) -> Iterator[Finding]:
    """Names of several words that differ by a slip, where the words alone are too short to compare (Yi and Ni)."""
    doc = names.doc
    by_key: dict[str, list[Link]] = defaultdict(list)
    for link in names.wholes:
        if link.source and link.target and " " in link.target.key:
            pieces = unspaced(doc.pair.source.lang)  # there one piece of the name is enough to tell it by
            for key in {part.source.key for part in link.parts if part.source} if pieces else {link.source.key}:
                by_key[key].append(link)
    words = Counter(w for links in by_key.values() for w in {v for o in links for v in names.target(o).split()})
    for key, links in by_key.items():
        usual, *others = names.forms(links)
        for rare in others:
            if not _slipped(usual, rare, words, doc.pair.target.lang, params.settled):
                continue
            drifted = [
                link
                for link in rare.links
                if link.target
                and not any(link.target.span.overlaps(span) for span in done)
                and not names.kept(link)
                and not names.fits_better(link, usual)
                and not names.inflected(link, usual)
            ]
            marked = any(o.target.span.overlaps(span) for o in usual.links if o.target for span in done)
            if drifted and not marked:
                done |= {link.target.span for link in drifted if link.target}
                yield _finding(names, key, usual, rare, drifted)


def _slipped(usual: Form, rare: Form, words: Counter[str], lang: str, settled: int) -> bool:
    """Whether one name of several words is a slip for the other."""
    ours, theirs = rare.text.split(), usual.text.split()
    if len(ours) != len(theirs) or usual.count < rare.count:
        return False
    pairs = list(zip(theirs, ours, strict=True))
    if all(same_form(a, b, lang) for a, b in pairs):
        return False
    if usual.count < settled and all(spelled_alike(a, b, lang) for a, b in pairs):
        return False
    # A word that other names have too is a name of its own: South Korea is no slip for North Korea.
    return not any(words[w] > 1 for w in set(ours) - set(theirs)) and slip(usual.text, rare.text)


def _drifted(names: Names, key: str, usual: Form, rare: Form, params: Params) -> Iterator[Link]:
    lang = names.doc.pair.target.lang
    if _two_words(names, key, usual, rare, params):
        return
    alike = near(usual.text, rare.text)
    slipped = slip_in_stem(usual.text, rare.text, lang)
    for link in rare.links:
        if link.source is None or link.target is None or names.owners[link.target.key] != {key}:
            continue
        if _meant(names, usual, link, params):
            continue
        if slipped or (alike >= params.alike and _both_carried_over(names, usual, link, params)):
            yield link


def _two_words(names: Names, key: str, usual: Form, rare: Form, params: Params) -> bool:
    """Whether the forms are by nature no two renderings of one name, or none that a house would not choose between."""
    lang = names.doc.pair.target.lang
    if len(key) == 1 and unspaced(names.doc.pair.source.lang) and not one_letter_off(usual.text, rare.text):
        return True  # one sign is a piece of many names
    if one_place(usual.text, rare.text, lang) or glued(usual.text, rare.text, lang) or names.compound(usual):
        return True
    ours, theirs = (map(names.target, form.links) for form in (rare, usual))
    if _acronyms(usual.text, rare.text) or names.people.apart(ours, theirs):
        return True
    return usual.count < params.settled and spelled_alike(usual.text, rare.text, lang)


def _meant(names: Names, usual: Form, link: Link, params: Params) -> bool:
    """Whether a good translator had a reason for this form: another word, case, person or language of the source."""
    if names.kept(link) or script(usual.text) != script(names.target(link)):
        return True
    if names.inflected(link, usual) or names.fits_better(link, usual) or names.derived(link, usual):
        return True
    if names.other_person(usual, link) or names.translated(link, usual, params.sound):
        return True
    if names.taken(link) or names.quoted(usual, link) or names.listed(link, usual):
        return True
    if names.common(link):
        return True  # a word at the start of a sentence
    if names.typo(link, usual):
        return False
    # An adjective beside its noun; or the usual form is here already.
    return usual.text[:1].islower() != names.target(link)[:1].islower() or names.present(usual, link)


def _acronyms(first: str, second: str) -> bool:
    """Whether the forms are capitals: of two acronyms, or of a dateline (TUNIS) beside a name."""
    if first.isupper() and second.isupper():
        return min(len(first), len(second)) < 5
    return (first.isupper() or second.isupper()) and first.lower() != first.upper()


def _both_carried_over(names: Names, usual: Form, link: Link, params: Params) -> bool:
    """Whether both forms are sound renderings of one word: more than a slip apart, but no translation of it."""
    if all(map(names.kept, usual.links)):
        return False
    name, form = names.source(link), names.target(link)
    capitals = usual.text[:1].isupper()
    # Without capitals a common word may be linked: it must sound like the name, even without what clings to it.
    bare = () if capitals else bare_forms(form, names.doc.pair.target.lang)
    sounds = min(similarity(name, some) for some in (usual.text, form, *bare))
    return (
        sounds >= (params.sound if capitals else params.plain) and link.confidence >= params.linked and usual.count > 1
    )


def _finding(names: Names, key: str, usual: Form, rare: Form, drifted: list[Link]) -> Finding:
    first = drifted[0]
    source_name = names.source(first) or key
    count = usual.count
    elsewhere = f"{count} times" if count > 1 else "once"
    alike = near(usual.text, rare.text)
    style = spelled_alike(usual.text, rare.text, names.doc.pair.target.lang)
    return RULE.finding(
        f"“{names.target(first)}” stands for “{source_name}”, which is “{usual.shown}” elsewhere ({elsewhere}).",
        source=[link.source.span for link in drifted if link.source],
        target=list(dict.fromkeys(o.target.span for o in (*drifted, *usual.links) if o.target)),
        term=key,
        rendering=first.target.key if first.target else "",
        expected=usual.shown,
        severity=Severity.MINOR if style else None,
        evidence={
            "why": first.why,
            "renderings": [
                {"text": usual.shown, "count": count},
                {"text": rare.shown, "count": rare.count},
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
