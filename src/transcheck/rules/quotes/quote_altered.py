"""A quotation says less, or says something else, than the one it translates.

Why it matters
    Quotation marks promise all of the words between them. A quotation that lost half of its words, or whose figure or
    name is another one, makes somebody answer for what was never said.

Wrong
    «Нас было двести человек, и никто не вернулся домой», — сказал он.  ->  “There were two hundred of us,” he said.
    „Wir haben 45 Menschen gerettet“, sagte sie.  ->  “We rescued 54 people,” she said.

Right
    The rest of the words outside the marks, in a second quotation or in reported speech; a shorter way to say the same.

Limits
    What is left out must be a large part of the quotation: the word links, the length of the quotation and that of its
    sentence must show it together, more so where marks may pair otherwise. Quotations under
    `min_words` words are not judged on this. Numbers are compared where each stands on one side only, names of one kind
    as far as the tables or the article itself tell what they should be. Whether a negation is lost is not judged here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import NAMES, Kind, Link, Mention, Quote, QuoteLink
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.speech import counted_words

_ABBREVIATED = 4
"""Letters of an abbreviation."""
_WORDS, _SPARE = 8, 0.3
"""Words lacking, and lengths that the sentence has to spare, beyond which more says no more."""


@dataclass(frozen=True, slots=True)
class Params:
    """When a quotation is reported as shortened, and how sure a changed number or name must be."""

    min_words: int = 6
    """Shorter quotations are not judged on what they leave out; two Chinese characters count as a word."""
    least: float = 1.0
    """Least sum of the signs that some of it is left out: the share of its length that its rendering lacks, the largest
    share of its content that stands together without word links, and the two below."""
    least_unsure: float = 1.3
    """The same for a quotation whose marks, or those of its counterpart, may pair otherwise, or that has none."""
    sentence: float = 0.4
    """What its sentence lacks, in lengths of the quotation, counts so much: words moved out of the marks are there."""
    each_word: float = 0.03
    """What each word that is lacking counts, eight at most: a short quotation is soon said more shortly."""
    major_length: float = 0.45
    """Length up to which that is major; above it, minor: one language may take twice the words of another."""
    number: float = 0.5
    """Least confidence, 0-1, that a number has no counterpart; one on each side is a changed number."""
    name: float = 0.6
    """The same for a name of the target ..."""
    both_names: float = 1.05
    """... and with the name of the source, which must be known to be rendered otherwise, as a sum."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each shortened quotation, and one for each number or name changed inside a quotation."""
    lone = [k for k in doc.of_kind(Kind.QUANTITY, *NAMES) if (k.source is None) != (k.target is None)]
    told: set[Mention] = set()
    for link in doc.of_kind(Kind.QUOTE):
        if not isinstance(link, QuoteLink) or not isinstance(link.source, Quote) or not isinstance(link.target, Quote):
            continue
        if not (link.source.direct and link.target.direct):
            continue
        for was, now in _changed(doc.pair.target.text, link.source, link.target, lone, params):
            if was.source and was.source not in told:
                told.add(was.source)
                yield _altered(doc, link, was, now)
        if link.source not in told and _shortened(doc, link, link.source, params):
            told.add(link.source)
            severity = Severity.MAJOR if link.length <= params.major_length else Severity.MINOR
            yield _shorter(doc, link, link.source, link.target, severity)


def _shortened(doc: Prepared, link: QuoteLink, quote: Quote, params: Params) -> bool:
    words = counted_words(quote.content.of(doc.pair.source.text))
    short = 1.0 - link.length
    signs = short + link.gap + params.sentence * max(-_SPARE, min(1.0, link.lacking))
    signs += params.each_word * max(0.0, min(_WORDS, words * short))
    sure = link.marked and not link.unpaired
    return words >= params.min_words and signs >= (params.least if sure else params.least_unsure)


def _changed(
    text: str, source: Quote, target: Quote, lone: Sequence[Link], params: Params
) -> Iterator[tuple[Link, Link]]:
    """Numbers and names without counterpart, one inside each of the two quotations, in order of the text."""
    lost = [k for k in lone if k.source and source.content.contains(k.source.span)]
    added = [k for k in lone if k.target and target.content.contains(k.target.span)]
    numbers = [k for k in lost if k.kind is Kind.QUANTITY and k.confidence >= params.number]
    figures = [k for k in added if k.kind is Kind.QUANTITY and k.confidence >= params.number]
    yield from zip(numbers, figures, strict=False)
    known = [k for k in lost if k.kind in NAMES and k.official]
    others = [k for k in added if k.kind in NAMES and k.confidence >= params.name]
    for was, now in zip(known, others, strict=False):
        if (
            was.kind is now.kind
            and was.confidence + now.confidence >= params.both_names
            and not _short_form(text, was, now)
        ):
            yield was, now


def _short_form(text: str, was: Link, now: Link) -> bool:
    """Whether the name shortens a rendering that is expected: its beginning (Shaq), or letters of it (AZ, Arizona)."""
    if now.target is None:
        return False
    surface = now.target.span.of(text)
    return any(
        fold(form).startswith(now.target.key) or (surface.isupper() and _letters_of(surface, form))
        for form in was.official
    )


def _letters_of(short: str, name: str) -> bool:
    """Whether these letters stand in the name in this order, the first one first; as few as an abbreviation has."""
    rest = iter(fold(name))
    return len(short) <= _ABBREVIATED and fold(name)[:1] == fold(short)[:1] and all(c in rest for c in fold(short))


def _altered(doc: Prepared, link: QuoteLink, was: Link, now: Link) -> Finding:
    old = was.source.span.of(doc.pair.source.text) if was.source else ""
    new = now.target.span.of(doc.pair.target.text) if now.target else ""
    what = "name" if was.kind in NAMES else "number"
    return RULE.finding(
        f"The quotation has another {what} than the one it translates: “{new}” for “{old}”.",
        source=[was.source.span] if was.source else [],
        target=[now.target.span] if now.target else [],
        term=was.source.key if was.source else "",
        rendering=now.target.key if now.target else "",
        expected=was.official[0] if was.official else None,
        evidence={"what": what, "quotation": link.why, "missing": was.why, "added": now.why},
        confidence=min(was.confidence, now.confidence),
        severity=Severity.CRITICAL,
    )


def _shorter(doc: Prepared, link: QuoteLink, quote: Quote, rendering: Quote, severity: Severity) -> Finding:
    speaker = quote.speaker.of(doc.pair.source.text) if quote.speaker else None
    whose = f"The quotation of {speaker}" if speaker else "The quotation"
    return RULE.finding(
        f"{whose} is shortened: only {link.rendered:.0%} of its words have a counterpart, and the translation's has "
        f"{link.length:.0%} of the length to be expected.",
        source=[quote.span],
        target=[rendering.span],
        term=quote.key,
        rendering=rendering.key,
        evidence={
            "rendered": link.rendered,
            "length": link.length,
            "lacking": link.lacking,
            "speaker": speaker,
        },
        confidence=1.0 - link.rendered * min(1.0, link.length),
        severity=severity,
    )


EXAMPLES = (
    Example(
        "ru",
        "en",
        "Спасатели работали всю ночь. «Мы вывели из здания больше двухсот человек, но найти хозяина магазина до утра "
        "так и не удалось», — сказал начальник пожарной части. Причина пожара неизвестна.",
        "Rescuers worked through the night. “We led more than two hundred people out of the building,” the fire chief "
        "said. The cause of the fire is not known.",
        ("“We led more than two hundred people out of the building,”",),
    ),
    Example(
        "de",
        "en",
        "Das Schiff sank am Montag. „Wir haben 45 Menschen aus dem Wasser gezogen“, sagte die Kapitänin am Dienstag. "
        "Die Suche geht weiter.",
        "The ship sank on Monday. “We pulled 54 people out of the water,” the captain said on Tuesday. The search goes "
        "on.",
        ("54",),
    ),
    Example(
        "en",
        "ru",
        "Dockers went back to work on Tuesday. “We got most of what we asked for, and nobody will lose their job,” "
        "said the head of the union. Ships had waited for a week.",
        "Докеры вернулись к работе во вторник. «Мы добились почти всего», — сказала глава профсоюза. Суда ждали "
        "неделю.",
        ("«Мы добились почти всего»",),
    ),
    Example(
        "fr",
        "en",
        "Le ministre a présenté la réforme mardi. « Les hôpitaux recevront plus d'argent dès l'année prochaine, et les "
        "petites villes garderont leurs maternités », a-t-il déclaré. Le Parlement votera en juin.",
        "The minister presented the reform on Tuesday. “Hospitals will receive more money from next year,” he said, "
        "“and small towns will keep their maternity wards.” Parliament will vote in June.",
    ),
    Example(
        "zh",
        "en",
        "外交部发言人周四回答了记者的提问。她说：“中方对条约到期表示遗憾，希望美方恢复与俄方的对话。”会谈将于下月举行。",
        "A foreign ministry spokeswoman answered reporters' questions on Thursday. “China regrets that the treaty has "
        "expired,” she said, adding that it hoped the United States would resume its dialogue with Russia. Talks will "
        "be held next month.",
    ),
)

RULE = Rule(
    code="QUO004",
    name="quote-altered",
    summary="A quotation says less, or has another number or name, than the one it translates.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
