"""Results made by hand, as a run would give them: an Arabic article and its English translation with three faults."""

from transcheck.model.align import Bead
from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.result import BatchResult, Metric, PairFailure, PairResult, ScoreCard, Verdict
from transcheck.model.terms import Kind, Link, Mention
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Span

ARABIC = (
    "انتهاء العمل بمعاهدة نيو ستارت\n"
    "موسكو - رويترز: قال المتحدث باسم الكرملين دميتري بيسكوف إن روسيا لم تتلق ردا على اقتراحها.\n"
    "وأضاف بيسكوف أن المعاهدة حددت سقفا عند 1550 رأسا نووية.\n"
    "ولم تعلق وزارة الخارجية على التصريحات.\n"
)
ENGLISH = (
    "New START treaty expires\n"
    "MOSCOW (Reuters) - Kremlin spokesman Dmitry Peskov said Russia had received no reply to its proposal.\n"
    "Peskoff added that the treaty set a ceiling of 1,500 nuclear warheads.\n"
)
CHINESE = "条约到期\n习近平与普京在北京会晤。\n"
CHINESE_ENGLISH = "Treaty expires\nXi Jinping met Putin in Beijing.\n"


def span(text: str, surface: str, occurrence: int = 0) -> Span:
    """Where `surface` stands in `text`, the first time or a later one."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(surface, start + 1)
    return Span(start, start + len(surface))


def article(text: str, lang: str, path: str) -> Article:
    """An article with one segment a line, the first one its headline."""
    segments, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line:
            kind = SegmentKind.SENTENCE if number else SegmentKind.HEADLINE
            segments.append(Segment(Span(start, start + len(line)), kind, number))
        start += len(line) + 1
    return Article(text, lang, tuple(segments), path, text.split("\n")[0])


def drift() -> Finding:
    return Finding(
        rule="NAM001",
        name="name-drift",
        severity=Severity.MAJOR,
        category=Category.TERM_INCONSISTENT,
        message='بيسكوف is "Peskoff" here and "Peskov" elsewhere in the article.',
        source=(span(ARABIC, "بيسكوف", 1), span(ARABIC, "بيسكوف")),
        target=(span(ENGLISH, "Peskoff"), span(ENGLISH, "Peskov")),
        term="بيسكوف",
        rendering="peskoff",
        expected="Peskov",
        evidence={"why": "both link to بيسكوف by word alignment and sound", "similarity": 0.91237},
        confidence=0.87654,
        fingerprint="0123456789abcdef0123",
    )


def number() -> Finding:
    return Finding(
        rule="NUM001",
        name="number-mismatch",
        severity=Severity.CRITICAL,
        category=Category.MISTRANSLATION,
        message="The source has 1550, the translation 1,500.",
        source=(span(ARABIC, "1550"),),
        target=(span(ENGLISH, "1,500"),),
        term="1550",
        rendering="1500",
        expected="1,550",
        fingerprint="1123456789abcdef0123",
    )


def omission() -> Finding:
    return Finding(
        rule="ACC001",
        name="omission",
        severity=Severity.MINOR,
        category=Category.OMISSION,
        message="A sentence of the source has no counterpart in the translation.",
        source=(span(ARABIC, ARABIC.split("\n")[3]),),
        target=(),
        term="",
        rendering="",
        fingerprint="2123456789abcdef0123",
    )


def arabic_pair(*findings: Finding, verdict: Verdict = Verdict.FAIL) -> PairResult:
    """The faulty pair, by default with all of its findings."""
    source, target = article(ARABIC, "ar", "story.ar.txt"), article(ENGLISH, "en", "story.en.txt")
    link = Link(
        Kind.PERSON,
        Mention(Kind.PERSON, span(ARABIC, "بيسكوف"), "بيسكوف"),
        Mention(Kind.PERSON, span(ENGLISH, "Peskov"), "peskov"),
        1,
        0.9333333,
        "sounds alike",
    )
    missing = Link(Kind.QUANTITY, Mention(Kind.QUANTITY, span(ARABIC, "1550"), "1550"), None, 2, 0.5, "no rendering")
    return PairResult(
        pair=ArticlePair("story", source, target),
        verdict=verdict,
        reasons=("1 critical finding",),
        beads=(Bead((0,), (0,), 0.91), Bead((1,), (1,), 0.93456), Bead((2,), (2,), 0.9), Bead((3,), (), 0.0)),
        scores=ScoreCard(
            71.25,
            88.0,
            75.0,
            50.0,
            (Metric("chrF2++", 61.23456, "nrefs:1|case:mixed", 57.0, 65.5),),
            ("only 3 sentences: too short for intervals",),
        ),
        findings=findings or (number(), drift(), omission()),
        links=(link, missing),
    )


def chinese_pair() -> PairResult:
    """A clean pair."""
    source = article(CHINESE, "zh", "summit.zh.txt")
    target = article(CHINESE_ENGLISH, "en", "summit.en.txt")
    return PairResult(
        pair=ArticlePair("summit", source, target),
        verdict=Verdict.PASS,
        reasons=(),
        beads=(Bead((0,), (0,), 0.95), Bead((1,), (1,), 0.96)),
        scores=ScoreCard(96.0, 95.0, 100.0, 100.0),
        findings=(),
        links=(),
    )


def unreadable() -> PairFailure:
    return PairFailure("lost", "lost.ar.txt", "there is no such file", "mind the path", 3)


def batch(*pairs: PairResult, failures: tuple[PairFailure, ...] = ()) -> BatchResult:
    return BatchResult("transcheck:0.1|ar-en|enc:embedded", pairs or (arabic_pair(),), failures, (), 1.23456)
