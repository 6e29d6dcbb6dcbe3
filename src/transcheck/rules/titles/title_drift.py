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
    which is right, the later one is reported. A title that is wrong everywhere in the text does not drift.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Kind, Link, Mention
from transcheck.rules.base import Example, Rule
from transcheck.text.fold import fold
from transcheck.text.title_sameness import same_title
from transcheck.text.title_table import FormClass, instruments, related


@dataclass(frozen=True, slots=True)
class Params:
    """Which renderings are compared."""

    min_confidence: float = 0.7
    """Links below this, 0-1, are no evidence: one of their sides may be a description."""
    max_minority: float = 0.5
    """A rendering is reported if at most this share, 0-1, of the title's renderings are like it."""


@dataclass(frozen=True, slots=True)
class _Rendering:
    link: Link
    source: Mention
    target: Mention
    text: str
    right: bool
    """Whether the table has it as a right form of this source title."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding for each group of renderings that is not a form of the title's usual or official one."""
    titles: dict[str, list[_Rendering]] = {}
    for link in doc.of_kind(Kind.TITLE):
        if link.source and link.target and link.confidence >= params.min_confidence:
            rendering = _rendering(doc, link, link.source, link.target)
            titles.setdefault(link.source.key, []).append(rendering)
    usual = {key: _usual(_groups(doc, found)) for key, found in titles.items()}
    for key, found in titles.items():
        groups = _groups(doc, found)
        for group in groups:
            if group is groups[0] or group[0].right or len(group) > params.max_minority * len(found):
                continue
            if not _is_known(group[0]) and _renders_another(doc, key, group[0], usual):
                continue
            yield _finding(doc, key, groups, group)


def _rendering(doc: Prepared, link: Link, source: Mention, target: Mention) -> _Rendering:
    text = target.span.of(doc.pair.target.text)
    wrong = source.key in instruments() and _is_wrong_form(source.key, text, doc.pair.target.lang)
    return _Rendering(link, source, target, text, related(source.key, target.key) and not wrong and bool(link.official))


def _is_wrong_form(key: str, text: str, lang: str) -> bool:
    forms = instruments()[key].forms.get(lang, ())
    matches = [form for form in forms if fold(form.text) in fold(text)]
    return bool(matches) and max(matches, key=lambda form: len(form.text)).form_class is FormClass.WRONG


def _is_known(rendering: _Rendering) -> bool:
    return rendering.target.key in instruments()


def _groups(doc: Prepared, found: list[_Rendering]) -> list[list[_Rendering]]:
    """Renderings that can be forms of each other; the right, then the largest, then the first group comes first."""
    groups: list[list[_Rendering]] = []
    for rendering in found:
        home = next((group for group in groups if any(_same(doc, rendering, other) for other in group)), None)
        if home is None:
            groups.append([rendering])
        else:
            home.append(rendering)
    return sorted(groups, key=lambda group: (not any(r.right for r in group), -len(group), group[0].target.span))


def _same(doc: Prepared, one: _Rendering, other: _Rendering) -> bool:
    if one.right != other.right and _is_known(one) and _is_known(other):
        return False
    if one.right and other.right:
        return True
    if _is_known(one) and _is_known(other):
        return related(one.target.key, other.target.key)
    lang = doc.pair.target.lang
    texts = (one.text, other.text)
    forms = [form for rendering in (one, other) if rendering.right for form in rendering.link.official]
    return same_title(*texts, lang) or any(same_title(text, form, lang) for text in texts for form in forms)


def _usual(groups: list[list[_Rendering]]) -> str:
    return groups[0][0].text


def _renders_another(doc: Prepared, key: str, rendering: _Rendering, usual: dict[str, str]) -> bool:
    """Whether this is how the text renders another title of the source: then the link, not the title, is wrong."""
    return any(other != key and same_title(rendering.text, text, doc.pair.target.lang) for other, text in usual.items())


def _finding(doc: Prepared, key: str, groups: list[list[_Rendering]], group: list[_Rendering]) -> Finding:
    expected = _expected(groups[0])
    first, *others = group
    title = first.source.span.of(doc.pair.source.text)
    counts = _counts(groups)
    return RULE.finding(
        f"“{first.text}” stands for “{title}”, which is “{expected}” elsewhere in the translation.",
        source=[r.source.span for r in (first, *others, *groups[0])],
        target=[r.target.span for r in (first, *others, *groups[0])],
        term=key,
        rendering=fold(first.text),
        expected=expected,
        evidence={
            "title": title,
            "renderings": counts,
            "official": list(first.link.official[:6]),
            "why": first.link.why,
        },
        confidence=first.link.confidence,
    )


def _expected(group: list[_Rendering]) -> str:
    """The most frequent wording of the group, the earliest of equals."""
    texts = [rendering.text for rendering in group]
    return max(texts, key=texts.count)


def _counts(groups: list[list[_Rendering]]) -> list[dict[str, object]]:
    texts = [rendering.text for group in groups for rendering in group]
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
