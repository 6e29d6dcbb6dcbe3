"""One treaty, law or agreement of the source goes by two titles in the translation.

Why it matters
    A title is a name: New START and the Strategic Offensive Reductions Treaty are two treaties. A reader who meets both
    in one article takes them for two, and the desk has said something false about one of them.

Wrong
    New START ... Putin suspended his country's part in the Strategic Offensive Reductions Treaty   (نيو ستارت twice)

Right
    Any of a title's official, short and admitted forms; an acronym after its expansion; a shortened title (the START
    treaty for New START); another word for the instrument with the same name (the Paris accord, the Paris deal); a
    description without a name (the pact, the nuclear deal).

Limits
    Only renderings that are titles beyond doubt are compared: in the table, in quotation or title marks, or with a
    capitalised head noun. In scripts without capitals an unquoted title that the table does not know is not judged, and
    neither is a title that was replaced by a mere description. With one occurrence of each form, and no table to say
    which is right, the later one is reported. A title that is wrong everywhere in the text does not
    drift: TTL002 reports it where it knows what is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.title_renderings import Rendering, groups, renderings
from transcheck.text.title_sameness import same_title


@dataclass(frozen=True, slots=True)
class Params:
    """Which renderings are compared."""

    min_confidence: float = 0.7
    """Links below this, 0-1, are no evidence: one of their sides may be a description."""
    max_minority: float = 0.5
    """Where nothing says which is right: reported if at most this share, 0-1, of the renderings are like it."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each group of renderings that is not a form of the title's usual or official one."""
    titles = renderings(doc, params.min_confidence)
    usual = {key: groups(doc, found)[0][0].text for key, found in titles.items()}
    for key, found in titles.items():
        first, *others = groups(doc, found)
        if found[0].authority and not first[0].right:
            continue  # nowhere the official title: TTL002 says so
        for group in others:
            if group[0].right or (not first[0].right and len(group) > params.max_minority * len(found)):
                continue
            if not group[0].known and _renders_another(doc, key, group[0], usual):
                continue
            yield _finding(doc, key, [first, *others], group)


def _renders_another(doc: Prepared, key: str, rendering: Rendering, usual: dict[str, str]) -> bool:
    """Whether this is how the text renders another title of the source: then the link, not the title, is wrong."""
    return any(other != key and same_title(rendering.text, text, doc.pair.target.lang) for other, text in usual.items())


def _finding(doc: Prepared, key: str, found: list[list[Rendering]], group: list[Rendering]) -> Finding:
    expected = _expected(found[0])
    first, *others = group
    title = first.source.span.of(doc.pair.source.text)
    return RULE.finding(
        f"“{first.text}” stands for “{title}”, which is “{expected}” elsewhere in the translation.",
        source=[r.source.span for r in (first, *others, *found[0])],
        target=[r.target.span for r in (first, *others, *found[0])],
        term=key,
        rendering=fold(first.text),
        expected=expected,
        evidence={
            "title": title,
            "renderings": _counts(found),
            "official": list(first.authority.right[:6] if first.authority else ()),
            "why": first.link.why,
        },
        confidence=first.link.confidence,
    )


def _expected(group: list[Rendering]) -> str:
    """The most frequent wording of the group, the earliest of equals."""
    texts = [rendering.text for rendering in group]
    return max(texts, key=texts.count)


def _counts(found: list[list[Rendering]]) -> list[dict[str, object]]:
    texts = [rendering.text for group in found for rendering in group]
    return [{"text": text, "count": texts.count(text)} for text in dict.fromkeys(texts)]


EXAMPLES = (
    Example(
        "ar",
        "en",
        "انتهى العمل بمعاهدة «نيو ستارت» يوم الخميس. وعلّقت موسكو مشاركتها في معاهدة «نيو ستارت» عام 2023. "
        "وقال الأمين العام إن انتهاء «نيو ستارت» لحظة خطيرة.",
        "The New START treaty expired on Thursday. Moscow suspended its participation in the Strategic Offensive "
        "Reductions Treaty in 2023. The Secretary-General said the end of New START was a grave moment.",
        ("Strategic Offensive Reductions Treaty",),
    ),
    Example(
        "en",
        "ru",
        "The Paris Agreement was adopted in 2015. Nearly all countries have ratified the Paris Agreement. "
        "The president wants to leave the Paris Agreement next year.",
        "Парижское соглашение было принято в 2015 году. Почти все страны ратифицировали Парижское соглашение. "
        "Президент хочет выйти из Киотского протокола в следующем году.",
        ("Киотского протокола",),
    ),
    Example(
        "zh",
        "en",
        "两国于周五签署《边境水资源协定》。部长说，《边境水资源协定》将于明年生效。",
        "The two countries signed the Border Waters Agreement on Friday. The Lake Fisheries Convention will enter into "
        "force next year, the minister said.",
        ("Lake Fisheries Convention",),
    ),
    Example(
        "ru",
        "en",
        "Договор о нераспространении ядерного оружия вступил в силу в 1970 году. ДНЯО подписали почти все страны. "
        "Иран грозит выйти из договора.",
        "The Treaty on the Non-Proliferation of Nuclear Weapons entered into force in 1970. Almost all countries have "
        "signed the NPT. Iran is threatening to leave the pact.",
    ),
    Example(
        "en",
        "de",
        "The Paris Agreement turns ten this year. Washington has left the Paris climate accord for a second time. "
        "Supporters of the Paris deal were disappointed.",
        "Das Pariser Abkommen wird in diesem Jahr zehn Jahre alt. Washington hat das Pariser Klimaabkommen zum zweiten "
        "Mal verlassen. Anhänger des Abkommens waren enttäuscht.",
    ),
    Example(
        "ja",
        "en",
        "イラン核合意は2015年に結ばれた。米国は2018年にイラン核合意から離脱した。包括的共同行動計画の再建は難しい。",
        "The Iran nuclear deal was concluded in 2015. The United States left the JCPOA in 2018. It will be hard to "
        "rebuild the Joint Comprehensive Plan of Action.",
    ),
)

RULE = Rule(
    code="TTL001",
    name="title-drift",
    summary="One treaty, law or agreement of the source goes by two titles in the translation.",
    category=Category.TERM_INCONSISTENT,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=EXAMPLES,
)
