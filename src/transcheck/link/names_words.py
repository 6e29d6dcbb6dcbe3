"""Which words of a side can be (part of) a name, by capitals, and which capitals mean nothing."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from transcheck.data import table
from transcheck.model.align import Aligned
from transcheck.model.text import SegmentKind, Side, Span
from transcheck.text.affixes import bare_forms, stem
from transcheck.text.fold import fold
from transcheck.text.scripts import cased
from transcheck.text.words import common_words, is_mark

TITLE_CASE = 0.6
"""Share of capitalised words from which a segment is in title case, where capitals mean nothing."""
INITIALS = 3
"""Letters up to which a full stop abbreviates (J., St., Gen.) rather than ends a sentence inside a run of capitals."""


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("casing")["particles"]["words"].split())


@dataclass(frozen=True, slots=True)
class Words:
    """One side's words as the name linker sees them."""

    side: Side
    lang: str
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    keys: tuple[str, ...]
    """One key for all inflections of a word within this article; '' for marks."""
    capital: tuple[bool, ...]
    """Whether the word has a capital that means something, or an optional model takes it for a name."""
    doubtful: tuple[bool, ...]
    """Whether the word has a capital that may mean nothing: in title case or at the start of a sentence."""
    mentions: tuple[range, ...]
    """Runs of words that make up one name, particles included."""


def _keys(texts: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """One key a word: the longest of its bare forms that most words of the article share."""
    affixes = table("affixes").get(lang, {})
    if not affixes.get("prefixes"):
        return tuple("" if is_mark(t) else stem(t, lang) for t in texts)
    forms = [() if is_mark(t) else bare_forms(t, lang) for t in texts]
    counts = Counter(form for found in forms for form in set(found))
    return tuple(max(found, key=lambda f: (counts[f], len(f))) if found else "" for found in forms)


def words_of(aligned: Aligned, side: Side) -> Words:
    """The words of one side, with capitals judged and names put together."""
    article = aligned.article(side)
    spans = aligned.words(side)
    texts = tuple(span.of(article.text) for span in spans)
    capital = _capitals(aligned, side, texts) if cased(article.lang) else (False,) * len(texts)
    tagged = {w for entity in aligned.entities_of(side) for w in aligned.word_range(side, entity.span)}
    if tagged:  # a model's word for it is as good as a capital
        capital = tuple(sure or (w in tagged and not is_mark(texts[w])) for w, sure in enumerate(capital))
    common = common_words(article.lang)
    doubtful = tuple(
        any(capital) and not sure and len(text) > 2 and _is_capital(text) and fold(text) not in common
        for text, sure in zip(texts, capital, strict=True)
    )
    keys, mentions = _keys(texts, article.lang), _mentions(texts, capital, spans)
    return Words(side, article.lang, spans, texts, keys, capital, doubtful, mentions)


def _is_capital(text: str) -> bool:
    return text[0].isupper() or text[0].istitle()


def _capitals(aligned: Aligned, side: Side, texts: tuple[str, ...]) -> tuple[bool, ...]:
    """Capitals that mean a name: not only the start of a sentence, not title case, not a common word."""
    article = aligned.article(side)
    common = common_words(article.lang)
    first = [False] * len(texts)
    flat = [False] * len(texts)
    for segment in article.segments:
        inside = aligned.word_range(side, segment.span)
        content = [w for w in inside if not is_mark(texts[w]) and len(texts[w]) > 3]
        share = sum(_is_capital(texts[w]) for w in content) / max(len(content), 1)
        titled = len(content) > 2 and share > TITLE_CASE and segment.kind is not SegmentKind.SENTENCE
        start = True
        for w in inside:
            flat[w] = titled or segment.kind is SegmentKind.DATELINE
            if is_mark(texts[w]):
                start = start or texts[w] in ".!?:…«»“”\"„'‘’—–-•("
                continue
            first[w], start = start, False
    lower = {t for t in texts if t[:1].islower()}
    sure = {t for w, t in enumerate(texts) if _is_capital(t) and not first[w] and not flat[w]}
    return tuple(
        _is_capital(t)
        and any(c.isalpha() for c in t)
        and fold(t).strip(".") not in common
        and (t in sure or (not flat[w] and len(t) > 2 and t.lower() not in lower))
        for w, t in enumerate(texts)
    )


def _mentions(texts: tuple[str, ...], capital: tuple[bool, ...], spans: tuple[Span, ...]) -> tuple[range, ...]:
    mentions: list[range] = []
    at = 0
    while at < len(texts):
        if not capital[at]:
            at += 1
            continue
        end = at + 1
        while end < len(texts):
            step = _joined(texts, capital, spans, end)
            if not step:
                break
            end += step
        mentions.append(range(at, end))
        at = end
    return tuple(mentions)


def _joined(texts: tuple[str, ...], capital: tuple[bool, ...], spans: tuple[Span, ...], at: int) -> int:
    """How many words from `at` on belong to the name that ends before `at`: 0, 1, or 2 with a particle or hyphen."""
    near = spans[at].start - spans[at - 1].end
    if capital[at] and near <= 1:
        return 1
    follows = at + 1 < len(texts) and capital[at + 1] and spans[at + 1].start - spans[at].end <= 1
    joint = texts[at] in "-‐‑–'’" or (texts[at] == "." and len(texts[at - 1]) <= INITIALS)
    hyphen = joint and near == 0 and follows and spans[at + 1].start - spans[at].end <= 1
    particle = texts[at].lower() in _particles() and near == 1 and follows
    return 2 if hyphen or particle else 0
