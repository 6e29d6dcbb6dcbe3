"""A sentence stands twice in the translation and once in the source.

Why it matters
    It is the trace of a paste that went wrong, often over a sentence that is now missing. Readers take it for
    carelessness and trust the rest less.

Wrong
    The council agreed on Monday. The council agreed on Monday. The law takes effect in May.

Right
    A refrain, a slogan or a quotation that the source repeats too, or says again in other words; a headline that the
    first sentence takes up again.

Limits
    Only sentences that agree word for word are compared, from `min_words` words on; a second translation of one
    sentence in other words is not found. Headlines and sub-headings are not judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.text import Article, SegmentKind, Side
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.kinship import kinship_of
from transcheck.text.speech import counted_words


@dataclass(frozen=True, slots=True)
class Params:
    """Which sentences are compared."""

    min_words: int = 5
    """Shorter sentences may be repeated on purpose; two Chinese characters count as a word."""
    rendered: float = 0.8
    """Link score of a copy's words with its own source sentence, 1 being usual in the article, from which the source
    says the same thing twice in other words."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each later copy of a target sentence that its source sentences do not repeat."""
    target = doc.pair.target
    first: dict[str, int] = {}
    for segment, key in _sentences(target, params):
        earlier = first.setdefault(key, segment)
        if earlier != segment and not _repeated_in_source(doc, params) and not _renders_its_own(doc, segment, params):
            yield _finding(doc, earlier, segment, key)


def _sentences(article: Article, params: Params) -> Iterator[tuple[int, str]]:
    """The sentences that are long enough, by index, without case, marks and spacing."""
    for index, segment in enumerate(article.segments):
        text = article.segment_text(index)
        if segment.kind is SegmentKind.SENTENCE and counted_words(text) >= params.min_words:
            yield index, "".join(character for character in fold(text) if character.isalnum())


def _repeated_in_source(doc: Prepared, params: Params) -> bool:
    """Whether the source itself repeats a sentence: then it is no slip of the translation."""
    keys = [key for _, key in _sentences(doc.pair.source, params)]
    return len(set(keys)) < len(keys)


def _renders_its_own(doc: Prepared, segment: int, params: Params) -> bool:
    """Whether the copy alone stands for one sentence of the source, which its words render."""
    bead = doc.bead_at(Side.TARGET, doc.pair.target.segments[segment].span.start)
    alone = bead is not None and len(doc.beads[bead].source) == len(doc.beads[bead].target) == 1
    return alone and kinship_of(doc).explained(Side.TARGET, segment) >= params.rendered


def _finding(doc: Prepared, earlier: int, segment: int, key: str) -> Finding:
    segments = doc.pair.target.segments
    bead = doc.bead_at(Side.TARGET, segments[segment].span.start)
    source = None if bead is None else doc.bead_span(bead, Side.SOURCE)
    return RULE.finding(
        "This sentence stands in the translation before already; the source does not repeat it.",
        source=[] if source is None else [source],
        target=[segments[segment].span, segments[earlier].span],
        term=key,
        rendering=key,
    )


EXAMPLES = (
    Example(
        "de",
        "en",
        "Der Rat stimmte am Montag nach langer Debatte zu. Das Gesetz tritt im Mai in Kraft.",
        "The council agreed on Monday after a long debate. The council agreed on Monday after a long debate. The law "
        "takes effect in May.",
        ("The council agreed on Monday after a long debate.",),
    ),
    Example(
        "en",
        "zh",
        "The delegation arrived in Geneva on Monday. The next round of talks will be held in March.",
        "代表团周一抵达日内瓦。下一轮会谈将于三月举行。下一轮会谈将于三月举行。",
        ("下一轮会谈将于三月举行。",),
    ),
    Example(
        "ru",
        "en",
        "Мы никогда не забудем этот день. Так начал речь мэр. Мы никогда не забудем этот день.",
        "We will never forget this day. So the mayor began his speech. We will never forget this day.",
    ),
    Example(
        "fr",
        "en",
        "Le train a déraillé mardi près de Lyon. Le train n'avait pas dépassé la vitesse autorisée.",
        "The train derailed near Lyon on Tuesday. The train had not been going faster than allowed.",
    ),
)

RULE = Rule(
    code="ACC007",
    name="duplicated",
    summary="A sentence stands twice in the translation and once in the source.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
