"""A number in the source and the number in its translation do not agree.

Why it matters
    Readers and other newsrooms copy figures. A wrong toll, sum or date is the costliest slip of a translation and the
    hardest to see, because the sentence around it reads well.

Wrong
    "قُتل 45 شخصا" becomes "54 people were killed"; "1,5 млрд рублей" becomes "1.5 million roubles"; "30%" is left out.

Right
    "٤٥ ألف" as "45,000"; "1,5 млн" as "1.5 million"; "двадцать пять" as "25"; "3 p.m." as "15:00"; "10 شباط" as
    "10 February"; "عامين" as "two years"; a number that has moved into the next sentence; 1.47 million rounded to 1.5.

Limits
    Numbers up to twelve are compared only where both sides have a different one in the same sentence; sums in another
    currency and measures in other units are not converted but for the commonest; Persian and Hijri years are passed
    over; idioms ("a thousand thanks") may be read as numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Mention, Quantity
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.kinship import Kinship
from transcheck.text.number_format import format_number, format_plain
from transcheck.text.renumbered import renumbered


@dataclass(frozen=True, slots=True)
class Params:
    """What may be configured."""

    min_confidence: float = 0.5
    """A number that stands on one side only is reported from this certainty on."""
    pair_confidence: float = 0.25
    """Two different numbers in one sentence are reported when each is at least as sure as this ..."""
    figure_confidence: float = 0.3
    """... and one of them as this: a small number in words is compared with figures only."""
    critical_ratio: float = 9.5
    """A value off by this factor or more is critical."""
    report_missing: bool = True
    """Whether a number that stands on one side only is reported at all."""


@dataclass(frozen=True, slots=True)
class _Lone:
    """A quantity without counterpart."""

    quantity: Quantity
    confidence: float


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """Pairs of numbers that disagree in one bead, then numbers that stand on one side only."""
    links = _related(doc, doc.of_kind(Kind.QUANTITY))
    for bead in sorted({link.bead for link in links}):
        here = [link for link in links if link.bead == bead and (link.source is None or link.target is None)]
        sources = _lone([(link, link.source) for link in here])
        targets = _lone([(link, link.target) for link in here])
        for source, target in _pairs(doc, sources, targets, params):
            sources.remove(source)
            targets.remove(target)
            yield _differs(doc, source, target, params)
        if params.report_missing and all(doc.beads[bead].side(side) for side in Side):
            # Where a whole sentence is missing, that is another finding.
            yield from (_missing(doc, x, bead) for x in _reportable(sources, params))
            yield from (_added(doc, x, bead) for x in _reportable(targets, params))


def _related(doc: Prepared, links: Sequence[Link]) -> list[Link]:
    """Links that touch no sentence whose place is taken by an unrelated one: that is one error, and not in a number.

    Nor an instrument that the two sides number differently: TTL005 says so.
    """
    replaced = [
        (doc.article(side).segments[segment].span, side)
        for pair in Kinship.of(doc).unrelated()
        for side, segment in ((Side.SOURCE, pair.source), (Side.TARGET, pair.target))
    ]
    replaced += [(x.source.span, Side.SOURCE) for x in renumbered(doc)]
    replaced += [(x.target.span, Side.TARGET) for x in renumbered(doc)]
    return [
        link
        for link in links
        if not any(
            mention and span.overlaps(mention.span)
            for span, where in replaced
            for mention in ((link.source,) if where is Side.SOURCE else (link.target,))
        )
    ]


def _lone(links: Sequence[tuple[Link, Mention | None]]) -> list[_Lone]:
    return [_Lone(mention, link.confidence) for link, mention in links if isinstance(mention, Quantity)]


def _reportable(lone: Sequence[_Lone], params: Params) -> list[_Lone]:
    """What stands on one side only and must not; a whole date may take the place of a weekday or "yesterday"."""
    whole_date = any(x.quantity.key.startswith("month:") for x in lone)
    return [
        x
        for x in lone
        if x.confidence >= params.min_confidence and not (whole_date and x.quantity.role in ("date", "year"))
    ]


def _pairs(
    doc: Prepared, sources: Sequence[_Lone], targets: Sequence[_Lone], params: Params
) -> list[tuple[_Lone, _Lone]]:
    """Unmatched numbers that seem to stand for each other, likeliest first, each used once."""
    ranked = sorted(
        (
            (-_likeness(doc, a, b), i, j)
            for i, a in enumerate(sources)
            for j, b in enumerate(targets)
            if min(a.confidence, b.confidence) >= params.pair_confidence
            and (max(a.confidence, b.confidence) >= params.figure_confidence or _alike(a.quantity, b.quantity))
            and _comparable(a.quantity, b.quantity)
            and (min(a.confidence, b.confidence) >= params.figure_confidence or _same_size(a.quantity, b.quantity))
        ),
    )
    used_sources: set[int] = set()
    used_targets: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_sources and j not in used_targets:
            used_sources.add(i)
            used_targets.add(j)
            pairs.append((sources[i], targets[j]))
    return pairs


def _alike(a: Quantity, b: Quantity) -> bool:
    """Months and codes are compared among themselves, however unsure each is alone."""
    return (a.role == "code" and b.role == "code") or (a.key.startswith("month:") and b.key.startswith("month:"))


def _same_size(a: Quantity, b: Quantity) -> bool:
    """Whether two values have as many digits: a slip of one digit, not another number altogether."""
    return len(format_plain(a.value)) == len(format_plain(b.value))


def _comparable(a: Quantity, b: Quantity) -> bool:
    """Codes are compared with codes, months with months, anything else with anything else."""
    months = a.key.startswith("month:") == b.key.startswith("month:")
    return months and (a.role == "code") == (b.role == "code")


def _likeness(doc: Prepared, a: _Lone, b: _Lone) -> float:
    x, y = a.quantity, b.quantity
    linked = any(span.overlaps(y.span) for span in doc.projected(Side.SOURCE, x.span))
    digits = set(format_plain(x.value)) & set(format_plain(y.value))
    return 2.0 * linked + 1.0 * (x.role == y.role) + len(digits) / 10 + min(a.confidence, b.confidence)


def _text(doc: Prepared, side: Side, quantity: Quantity) -> str:
    return quantity.span.of(doc.article(side).text)


def _in_digits_of(text: str, sample: str) -> str:
    """`text` with its digits in the script of the digits in `sample`, unchanged where there are none."""
    zero = next((ord(c) - int(c) for c in sample if c.isdecimal()), ord("0"))
    return "".join(chr(zero + ord(c) - ord("0")) if "0" <= c <= "9" else c for c in text)


def _expected(doc: Prepared, quantity: Quantity) -> str:
    value = quantity.value
    plain = quantity.role in ("year", "date", "time", "code") or value < 1000
    lang = doc.pair.target.lang
    text = format_plain(value) if plain and value == int(value) else format_number(value, lang)
    return _in_digits_of(text, doc.article(Side.TARGET).text)


def _differs(doc: Prepared, source: _Lone, target: _Lone, params: Params) -> Finding:
    a, b = source.quantity, target.quantity
    there, here = _text(doc, Side.SOURCE, a), _text(doc, Side.TARGET, b)
    low, high = sorted((abs(a.value), abs(b.value)))
    same_thing = a.role == b.role or _digits(a.value) == _digits(b.value)
    critical = low > 0 and high / low >= params.critical_ratio and same_thing
    expected = _expected(doc, a)
    return RULE.finding(
        f"source has {there}, translation has {here}" + (f"; {expected} expected" if there != expected else ""),
        source=[a.span],
        target=[b.span],
        term=a.key,
        rendering=b.key,
        expected=expected,
        evidence={"source_value": a.value, "target_value": b.value, "source_role": a.role, "target_role": b.role},
        confidence=max(source.confidence, target.confidence),
        severity=Severity.CRITICAL if critical else Severity.MAJOR,
    )


def _digits(value: float) -> str:
    """The significant digits of a value: 28 of 2.8 and of 2.8 billion."""
    return f"{value:.9e}".split("e")[0].replace(".", "").rstrip("0")


def _missing(doc: Prepared, lone: _Lone, bead: int) -> Finding:
    a = lone.quantity
    span = doc.bead_span(bead, Side.TARGET)
    return RULE.finding(
        f"source has {_text(doc, Side.SOURCE, a)}, translation has no such number here",
        source=[a.span],
        target=_spans(span),
        term=a.key,
        expected=_expected(doc, a),
        evidence={"source_value": a.value, "source_role": a.role},
        confidence=lone.confidence * 0.9,
    )


def _added(doc: Prepared, lone: _Lone, bead: int) -> Finding:
    b = lone.quantity
    return RULE.finding(
        f"translation has {_text(doc, Side.TARGET, b)}, source has no such number here",
        source=_spans(doc.bead_span(bead, Side.SOURCE)),
        target=[b.span],
        term="",
        rendering=b.key,
        evidence={"target_value": b.value, "target_role": b.role},
        confidence=lone.confidence * 0.9,
    )


def _spans(span: Span | None) -> list[Span]:
    return [] if span is None else [span]


RULE = Rule(
    code="NUM001",
    name="number-mismatch",
    summary="A number, date or sum differs between source and translation.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ar",
            "en",
            "قُتل ٤٥ شخصا في الهجوم يوم الجمعة.",
            "The attack on Friday killed 54 people.",
            flags=("54",),
        ),
        Example(
            "ru",
            "en",
            "Бюджет составил 1,5 млрд рублей.",
            "The budget came to 1.5 million roubles.",
            flags=("1.5 million",),
        ),
        Example("en", "zh", "The city has 120,000 residents.", "该市有12万居民。"),
        Example("de", "en", "Fünfundzwanzig Menschen wurden verletzt.", "25 people were injured."),
    ),
)
