"""One quotation of the source stands in the translation in two wordings.

Why it matters
    A quotation that is repeated, in the lead and in the text or in two captions, is the same words by the same person.
    Two wordings look like two statements, and one of them can be quoted against the other.

Wrong
    «Мы не отступим ни на шаг» … «Мы не отступим ни на шаг»  ->  “We will not take one step back” … “There will be no
    retreat for us”

Right
    The same wording twice; a shorter form of the quotation in the headline, in the source as well; reported speech the
    second time.

Limits
    Both must be quotations on both sides, of `min_words` words or more, and nearly the same in the source. Two
    wordings are compared by their letters: where word order is free, a reordered one may count as another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio, token_sort_ratio

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Quote
from transcheck.rules.base import Example, Rule
from transcheck.text.speech import counted_words


@dataclass(frozen=True, slots=True)
class Params:
    """When two quotations are one, and when two wordings differ."""

    min_words: int = 4
    """Shorter quotations are not compared; two Chinese characters count as a word."""
    same: float = 0.9
    """Likeness of two quotations of the source, 0-1 by letters, from which they are one."""
    letters: int = 3
    """Letters from which a word is no particle ..."""
    form: float = 0.75
    """... and likeness, 0-1, from which two words are forms of one."""
    other: float = 0.65
    """Likeness of their renderings under which these are two wordings."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each later quotation whose wording differs from the first rendering of the same words."""
    told: set[Quote] = set()
    for (first, was), (second, now) in combinations(_rendered(doc, params), 2):
        if second in told or not _same(first.key, second.key, params) or was.span.overlaps(now.span):
            continue
        likeness = _like(was.key, now.key)
        if likeness < params.other:
            told.add(second)
            yield _finding(doc, (first, was), (second, now), likeness)


def _rendered(doc: Prepared, params: Params) -> list[tuple[Quote, Quote]]:
    """The quotations of the source that have one counterpart, itself a quotation and nobody else's counterpart."""
    links = [k for k in doc.of_kind(Kind.QUOTE) if k.source and k.target]
    return [pair for link in links if (pair := _alone(doc, link, links, params)) is not None]


def _alone(doc: Prepared, link: Link, links: list[Link], params: Params) -> tuple[Quote, Quote] | None:
    source, target = link.source, link.target
    if not (isinstance(source, Quote) and isinstance(target, Quote) and source.direct and target.direct):
        return None
    if sum(k.source == source or k.target == target for k in links) > 1:
        return None
    return (source, target) if counted_words(source.content.of(doc.pair.source.text)) >= params.min_words else None


def _same(one: str, two: str, params: Params) -> bool:
    """Whether the words are those of one quotation: a word that only one of them has makes another statement."""
    return _like(one, two) >= params.same and _covers(one, two, params) and _covers(two, one, params)


def _covers(one: str, two: str, params: Params) -> bool:
    """Whether each word of the first that is no particle stands in the second, in the same or another form."""
    words = two.split()
    return all(
        len(word) < params.letters or any(ratio(word, other) / 100 >= params.form for other in words)
        for word in one.split()
    )


def _like(one: str, two: str) -> float:
    return float(token_sort_ratio(one, two)) / 100


def _finding(doc: Prepared, first: tuple[Quote, Quote], second: tuple[Quote, Quote], likeness: float) -> Finding:
    was = first[1].content.of(doc.pair.target.text)
    return RULE.finding(
        f"The same quotation is rendered in other words before: “{was}”.",
        source=[second[0].span, first[0].span],
        target=[second[1].span, first[1].span],
        term=second[0].key,
        rendering=second[1].key,
        expected=was,
        evidence={"likeness": round(likeness, 3)},
        confidence=1.0 - likeness,
    )


EXAMPLES = (
    Example(
        "ru",
        "en",
        "Министр выступил во вторник. «Мы не отступим ни на шаг», — сказал он журналистам. Вечером он повторил в "
        "эфире: «Мы не отступим ни на шаг». Переговоры продолжатся в марте.",
        "The minister spoke on Tuesday. “We will not take a single step back,” he told reporters. In the evening he "
        "repeated on air: “There will be no retreat for us.” The talks will continue in March.",
        ("“There will be no retreat for us.”",),
    ),
    Example(
        "fr",
        "de",
        "« Personne ne sera laissé au bord de la route », a promis la maire lundi. Le slogan est partout. "
        "« Personne ne sera laissé au bord de la route », a-t-elle redit mardi.",
        "„Niemand wird am Straßenrand zurückgelassen“, versprach die Bürgermeisterin am Montag. Der Satz steht "
        "überall. „Wir nehmen alle mit“, sagte sie am Dienstag erneut.",
        ("„Wir nehmen alle mit“",),
    ),
    Example(
        "en",
        "ar",
        "“We will rebuild every house in the valley,” the governor said on Sunday. On Monday he told residents again: "
        "“We will rebuild every house in the valley.” Work begins in May.",
        "قال المحافظ يوم الأحد: «سنعيد بناء كل بيت في الوادي». وقال للسكان مجدداً يوم الاثنين: «سنعيد بناء كل بيت في "
        "الوادي». وتبدأ الأعمال في مايو.",
    ),
    Example(
        "de",
        "en",
        "„Wir haben lange auf diesen Tag gewartet“, sagte der Trainer am Samstag. „Wir haben lange auf dieses Tor "
        "gewartet“, sagte sein Stürmer.",
        "“We have waited a long time for this day,” the coach said on Saturday. “That goal was a long time coming,” "
        "his striker said.",
    ),
)

RULE = Rule(
    code="QUO006",
    name="quote-drift",
    summary="One quotation of the source stands in the translation in two wordings.",
    category=Category.TERM_INCONSISTENT,
    severity=Severity.MINOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
