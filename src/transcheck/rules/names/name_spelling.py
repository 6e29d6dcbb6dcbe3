"""A name that is nearly, but not quite, what it should be.

Why it matters
    A misspelled name is a correction the next day. Where the translation has the name once, or always wrong, no
    comparison inside the translation shows it; the source's own spelling, the glossary, a table of names much in the
    news or another mention under another source form does.

Wrong
    Песков, once in the article, is Beskov. French Emmanuel Macron is Emmanuel Marcon. The glossary says Zelenskyy,
    and every mention is Zelenskky.

Right
    Kiev and Kyiv, Gaddafi and Qaddafi: forms that a table admits. Exonyms (Londres, London), case endings, the
    spellings that houses choose between.

Limits
    Names that stand once and are in no table and in another script are not judged. A word one letter off a name of
    the translation is taken for it where the source sentence has the name, or no other word like it; two people whose
    names differ by a letter are told apart by the rest of their full names. In Chinese and Japanese a name of two signs
    is too short to tell a slip from another word. Two renderings of one source word are NAM001's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from transcheck.model.findings import Category, Finding, Severity
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Link, NameLink
from transcheck.model.text import Side, Span
from transcheck.rules.base import Example, Rule
from transcheck.text.decided import Use, departures, uses
from transcheck.text.fold import fold
from transcheck.text.full_copies import copied_otherwise
from transcheck.text.known_names import renderings, words
from transcheck.text.name_copies import slips
from transcheck.text.name_echoes import Echo, Echoes
from transcheck.text.name_echoes_uncased import UncasedEchoes
from transcheck.text.name_forms import Names
from transcheck.text.phonetic import similarity
from transcheck.text.scripts import unspaced
from transcheck.text.variants import derives, near, same_form, slip, spelled_alike


@dataclass(frozen=True, slots=True)
class Params:
    """When a near form is a misspelling."""

    letters: int = 5
    """Letters that a name needs, here and in the table, to be judged by a table or the source's spelling."""
    sound: float = 0.6
    """How much like the source, 0-1, the form of a table must sound to be what is meant."""


def check(doc: Prepared, params: Params) -> Iterator[Finding]:
    """One finding a misspelled name, at its first occurrence."""
    decided = uses(doc)
    names = Names(doc, [use.source for use in decided])
    done: set[Span] = set()
    found = (_departing(doc, decided), _foreign(doc), _echoing(names), _known(names, params), _copied(names, params))
    for finding in chain.from_iterable(found):
        if not any(finding.target[0].overlaps(span) for span in done):
            done.add(finding.target[0])
            yield finding


def _departing(doc: Prepared, decided: tuple[Use, ...]) -> Iterator[Finding]:
    """Names that the translation never writes as the glossary does."""
    for found in departures(decided):
        if not found.right:
            text = found.text(doc)
            yield RULE.finding(
                found.message(doc),
                source=found.sources,
                target=found.targets,
                term=found.entry.id,
                rendering=fold(text),
                expected=found.expected,
                evidence=found.evidence(doc),
                confidence=0.95,
            )


def _foreign(doc: Prepared) -> Iterator[Finding]:
    """Words in Latin letters beside those of another script, copied with a slip."""
    for slip_ in slips(doc):
        name, word = slip_.source.of(doc.pair.source.text), slip_.target.of(doc.pair.target.text)
        yield RULE.finding(
            _told(word, name, name),
            source=[slip_.source],
            target=[slip_.target],
            term=fold(name),
            rendering=fold(word),
            expected=name,
            evidence={"why": "the source has the word in the same letters, one letter otherwise"},
            confidence=0.85,
        )


def _told(word: str, source: str, meant: str) -> str:
    if source == meant:
        return f"“{word}” is spelled “{meant}” in the source."
    return f"“{word}” stands for “{source}”, which is spelled “{meant}”."


def _echoing(names: Names) -> Iterator[Finding]:
    for echo in (*Echoes(names.doc, names).find(), *UncasedEchoes(names.doc, names).find()):
        yield _nearly(names.doc, echo)


def _nearly(doc: Prepared, echo: Echo) -> Finding:
    word = echo.word.of(doc.pair.target.text)
    source = echo.source.of(doc.pair.source.text) if echo.source else ""
    bead = doc.bead_at(Side.TARGET, echo.word.start)
    place = echo.source or (doc.bead_span(bead, Side.SOURCE) if bead is not None else None)
    told, why = "and the source sentence has no other name like it", "no word of the source sentence is like it"
    if source:
        told = f"and is missing here for “{source}”"
        why = f"the source has “{source}” here, and the translation a word that is nearly its usual rendering"
    return RULE.finding(
        f"“{word}” is nearly “{echo.usual}”, which stands elsewhere, {told}.",
        source=[place] if place else [],
        target=[echo.word, *echo.again, *echo.others],
        term=fold(source),
        rendering=fold(word),
        expected=echo.usual,
        evidence={
            "why": why,
            "renderings": [
                {"text": echo.usual, "count": len(echo.others)},
                {"text": word, "count": 1 + len(echo.again)},
            ],
            "alike": round(near(word, echo.usual), 2),
        },
        confidence=0.8,
    )


def _known(names: Names, params: Params) -> Iterator[Finding]:
    """Names that a table has, rendered nearly as it says."""
    here, there = names.doc.pair.source.lang, names.doc.pair.target.lang
    for whole in names.wholes:
        forms = renderings(names.source(whole), here, there) if whole.target and not unspaced(there) else ()
        right = tuple(dict.fromkeys(word for form in forms for word in words(form)))
        for part in whole.parts if right else ():
            word = names.target(part)
            if len(word) < params.letters or names.kept(part) or any(same_form(word, good, there) for good in right):
                continue
            if _of_other_name(names, part, right) or derives(word, there):
                continue
            meant = _meant(names, part, right, params)
            if meant and _confirmed(names, whole, part, meant, forms) and not _has(names, part, meant):
                yield _misspelled(names, part, meant, "a table of names much in the news has another spelling", forms)


def _of_other_name(names: Names, part: Link, right: tuple[str, ...]) -> bool:
    """Whether the article has the word behind one with a capital that the table does not know beside it: Dwi Haris."""
    lang = names.doc.pair.target.lang
    for link in names.by_key[part.source.key] if part.source else ():
        before = _before(names.doc, link)
        if before[:1].isupper() and not any(same_form(before, good, lang) for good in right):
            return True
    return False


def _before(doc: Prepared, link: Link) -> str:
    """The word that stands one space before a rendering, '' if none does."""
    if link.target is None:
        return ""
    at = doc.word_range(Side.TARGET, link.target.span).start
    close = at > 0 and doc.target_words[at - 1].end + 1 == link.target.span.start
    return doc.target_words[at - 1].of(doc.pair.target.text) if close else ""


def _meant(names: Names, part: Link, right: tuple[str, ...], params: Params) -> str | None:
    """The table's word that the part's rendering nearly is."""
    word, lang = names.target(part), names.doc.pair.target.lang
    near_by = [
        good
        for good in right
        if len(good) >= params.letters
        and slip(word, good)
        and not spelled_alike(word, good, lang)
        and similarity(names.source(part), good) >= params.sound
    ]
    return max(near_by, key=lambda good: near(word, good), default=None)


def _confirmed(names: Names, whole: NameLink, part: Link, meant: str, forms: tuple[str, ...]) -> bool:
    """Whether the table's name is meant: another word of it stands here too, or the source sounds more like it.

    A single word that the source writes like two names may be the other one: Medina and the golf course of Medinah.
    """
    lang, name = names.doc.pair.target.lang, names.source(part)
    others = [names.target(other) for other in whole.parts if other is not part]
    beside = (word for form in map(words, forms) if meant in form for word in form if word != meant)
    if any(same_form(word, other, lang) for word in beside for other in others):
        return True
    return similarity(name, meant) > similarity(name, names.target(part))


def _has(names: Names, part: Link, meant: str) -> bool:
    """Whether the translation has the right form of this source word elsewhere: then it is a drift, and NAM001's."""
    links = names.by_key[part.source.key] if part.source else []
    return any(same_form(names.target(link), meant, names.doc.pair.target.lang) for link in links)


def _copied(names: Names, params: Params) -> Iterator[Finding]:
    """Full names between languages of one script: every other word the same, one a slip of the pen inside the word."""
    for part in copied_otherwise(names, params.letters):
        name = names.source(part)
        if not _has(names, part, name):
            yield _misspelled(names, part, name, "the source spells it otherwise, in the same letters", (name,))


def _misspelled(names: Names, part: Link, meant: str, why: str, forms: tuple[str, ...]) -> Finding:
    word, source = names.target(part), names.source(part)
    others = names.by_key[part.source.key] if part.source else []
    same = [o for o in others if o.target and o.target.key == fold(word)] or [part]
    return RULE.finding(
        _told(word, source, meant),
        source=[o.source.span for o in same if o.source],
        target=[o.target.span for o in same if o.target],
        term=part.source.key if part.source else "",
        rendering=fold(word),
        expected=meant,
        evidence={"why": why, "right": list(forms), "alike": round(near(word, meant), 2)},
        confidence=0.85,
    )


RULE = Rule(
    code="NAM005",
    name="name-spelling",
    summary="A name is nearly, but not quite, what the source, the glossary or a table of names says.",
    category=Category.TERM_WRONG,
    severity=Severity.MAJOR,
    params=Params(),
    check=check,
    examples=(
        Example(
            "ru",
            "en",
            "Пресс-секретарь Кремля Дмитрий Песков отказался комментировать сообщение. Встреча пройдет в пятницу.",
            "Kremlin spokesman Dmitry Beskov declined to comment on the report. The meeting is due on Friday.",
            ("Beskov",),
        ),
        Example(
            "fr",
            "en",
            "La ministre Agnès Pannier-Runacher a reçu Thierry Guimbaud à Paris. Le texte sera voté jeudi.",
            "Minister Agnès Pannier-Runacher received Thierry Guimabud in Paris. The text will be voted on Thursday.",
            ("Guimabud",),
        ),
        Example(
            "en",
            "zh",
            "Collier County reported new cases. Officials in Collier said the beaches stay open. Lee County is clear.",
            "科利尔县报告了新病例。科达尔的官员表示海滩继续开放。李县情况正常。",
            ("科达尔",),
        ),
        Example(
            "zh",
            "en",
            "MSNBC的收视率达到160万。CNN排名第二。分析人士说这并不奇怪。",
            "Ratings reached 1.6 million at MSBC. CNN came second. Analysts said this was no surprise.",
            ("MSBC",),
        ),
        Example(
            "ru",
            "en",
            "В Шотландии прошли выборы. Правительство Шотландии довольно. Он вернулся туда в пятницу.",
            "Elections were held in Scotland. The government of Scotland is content. He returned to Sctland on Friday.",
            ("Sctland",),
        ),
        Example(
            "ru",
            "en",
            "Франсуа Бушар забил гол. Через минуту забил и Фрэнсис Бовилье. Матч закончился вничью.",
            "Francois Bouchard scored. A minute later Francis Beauvillier scored, too. The match ended in a draw.",
        ),
        Example(
            "ar",
            "en",
            "قال معمر القذافي في طرابلس إن المحادثات مستمرة. وأضاف أن الموعد لم يحدد.",
            "Muammar Qaddafi said in Tripoli that talks were going on. He added that no date had been set.",
        ),
    ),
)
