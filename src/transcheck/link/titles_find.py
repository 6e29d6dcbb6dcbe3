"""All title mentions of one article: the table's, those found by pattern, those that recur."""

from dataclasses import replace

from transcheck.link.titles_known import known_titles
from transcheck.link.titles_model import FoundTitle, Sentence, folded
from transcheck.link.titles_packed import packed_known, packed_patterns
from transcheck.link.titles_pattern import CLOSING, OPENING, pattern_titles
from transcheck.link.titles_recurring import recurring_titles
from transcheck.model.text import Article, Span
from transcheck.text.title_table import instruments, related
from transcheck.text.title_words import PACKED, head_groups, title_words

_OPEN = OPENING | frozenset("《〈「『(（")
_PAIRS = tuple((p[0], p[1]) for p in ('""', "«»", "“”", "„“", "‘’", "()", "（）", "《》", "「」", "『』"))
_CLOSE = CLOSING | frozenset("》〉」』)）")


def find_titles(article: Article) -> tuple[FoundTitle, ...]:
    """The titles of the article in order; they never overlap. A bare head noun ("the treaty") is none."""
    sentences = tuple(Sentence(article, i) for i in range(len(article.segments)))
    found: list[FoundTitle] = []
    for sentence in sentences:
        packed = article.lang in PACKED
        known = sorted(packed_known(sentence) if packed else known_titles(sentence), key=lambda f: f.span)
        grown = [_balanced(sentence, _with_head(sentence, title)) for title in _merged(article, known)]
        spans = tuple(title.span for title in grown)
        others = packed_patterns(sentence) if packed else pattern_titles(sentence, spans)
        found += grown + [title for title in others if not any(title.span.overlaps(span) for span in spans)]
    if article.lang not in PACKED:
        found += recurring_titles(sentences, tuple(title.span for title in found))
    return _disjoint(found)


def _disjoint(found: list[FoundTitle]) -> tuple[FoundTitle, ...]:
    kept: list[FoundTitle] = []
    for title in sorted(found, key=lambda f: (not f.known, not f.strong, -len(f.span), f.span)):
        if not any(title.span.overlaps(other.span) for other in kept):
            kept.append(title)
    return tuple(sorted(kept, key=lambda f: f.span))


def _merged(article: Article, known: list[FoundTitle]) -> list[FoundTitle]:
    """Neighbours that are one title twice, as a title and its acronym in brackets, made one mention."""
    merged: list[FoundTitle] = []
    for title in known:
        last = merged[-1] if merged else None
        if last and related(last.key, title.key) and _only_marks(article, last.span.end, title.span.start):
            span = Span(last.span.start, title.span.end)
            key = _closer(last.key, title.key)
            merged[-1] = FoundTitle(span, key, span, True, last.wrong and title.wrong, True, last.groups | title.groups)
        else:
            merged.append(title)
    return merged


def _only_marks(article: Article, start: int, end: int) -> bool:
    between = article.text[start:end]
    return len(between) <= 4 and not any(c.isalnum() or c in ",;.،、，" for c in between)


def _closer(first: str, second: str) -> str:
    """The more specific of two related ids."""
    return second if second in instruments()[first].covers else first


def _with_head(sentence: Sentence, title: FoundTitle) -> FoundTitle:
    """The title with a head noun that stands beside it: "New START treaty", «معاهدة «نيو ستارت»»."""
    if title.groups:
        return title
    if sentence.article.lang in PACKED:
        return _with_packed_head(sentence, title)
    words, lang = sentence.words, sentence.article.lang
    order, links = title_words(lang).order, title_words(lang).links
    first = next(i for i, w in enumerate(words) if w.span.start >= title.span.start)
    last = max(i for i, w in enumerate(words) if w.span.end <= title.span.end)
    before, after = first - 1, last + 1
    opened = before >= 0 and words[before].text in _OPEN
    closed = after < len(words) and words[after].text in _CLOSE
    span = title.span
    if order != "first":
        head = after + 1 if opened and closed else after
        if head < len(words) and words[head].text in "-‐‑":
            head += 1
        if head < len(words) and _is_head(words[head].text, lang):
            span = Span(words[before].span.start if opened and closed else span.start, words[head].span.end)
    if order != "last" and span == title.span:
        head = before - 1 if opened else before
        if head > 0 and folded(words[head].text) in links:
            head -= 1
        if head >= 0 and _is_head(words[head].text, lang):
            span = Span(words[head].span.start, words[after].span.end if opened and closed else span.end)
    return replace(title, span=span)


def _is_head(word: str, lang: str) -> bool:
    groups = head_groups(word, lang)
    return bool(groups) and "resolution" not in groups


def _with_packed_head(sentence: Sentence, title: FoundTitle) -> FoundTitle:
    text, lang = sentence.article.text, sentence.article.lang
    start, end = title.span.start, title.span.end
    opened = text[start - 1 : start] in _OPEN and start > sentence.span.start
    closed = text[end : end + 1] in _CLOSE and end < sentence.span.end
    at = end + 1 if opened and closed else end
    at += text[at : at + 1] == " "
    head = next((h for h in sorted(title_words(lang).heads, key=len, reverse=True) if text.startswith(h, at)), None)
    if head is None or len(head) < 2 or at + len(head) > sentence.span.end:
        return title
    return replace(title, span=Span(start - 1 if opened and closed else start, at + len(head)))


def _balanced(sentence: Sentence, title: FoundTitle) -> FoundTitle:
    """The title with the mark beside it that closes or opens what stands open inside it: "New START" treaty."""
    text, start, end = sentence.article.text, title.span.start, title.span.end
    for opening, closing in _PAIRS:
        inside = text[start:end]
        opened, closed = inside.count(opening), inside.count(closing)
        odd = opened % 2 == 1 if opening == closing else opened > closed
        if odd and text[end : end + 1] == closing and end < sentence.span.end:
            end += 1
        elif (odd or closed > opened) and text[start - 1 : start] == opening and start > sentence.span.start:
            start -= 1
    return replace(title, span=Span(start, end))
