"""Finds titles that no table knows, in languages that part words by spaces: head noun and a name or a number."""

from collections.abc import Iterator

from transcheck.link.titles_model import FoundTitle, Sentence, Word, folded
from transcheck.model.text import Span
from transcheck.text.title_sameness import core
from transcheck.text.title_words import (
    CASED,
    compound,
    head_groups,
    is_definite,
    is_generic,
    loose_links,
    title_words,
)

OPENING, CLOSING = frozenset("\"«“„‘‚‹'״"), frozenset("\"»”“’‘›'״")
MAX_NAME = 8
"""Words of a name at most."""
MAX_TAIL = 5
"""Words that are taken after a capitalised head in languages that write the rest of a title small."""
SMALL_TAILS = frozenset({"fr", "es", "ru", "uk"})
JOINING = frozenset({"en", "tr"})
"""Languages in which a name before its head may hold small link words."""
_HYPHENS = frozenset("-‐‑–—&/")


def pattern_titles(sentence: Sentence, taken: tuple[Span, ...]) -> Iterator[FoundTitle]:
    """The titles of one sentence outside `taken`, in order."""
    blocked = list(taken)
    for position, word in enumerate(sentence.words):
        if word.mark or any(word.span.overlaps(span) for span in blocked):
            continue
        found = _at(sentence, position)
        if found and not any(found.span.overlaps(span) for span in blocked):
            blocked.append(found.span)
            yield found


def _at(sentence: Sentence, position: int) -> FoundTitle | None:
    lang, word = sentence.article.lang, sentence.words[position]
    groups = head_groups(word.text, lang)
    if "resolution" in groups:
        return _numbered(sentence, position)
    if not groups:
        return _compounded(sentence, position)
    found = _quoted(sentence, position, groups) or _enclosed(sentence, position, groups)
    if found or lang not in CASED or sentence.shouted or sentence.title_case:
        return found
    order = title_words(lang).order
    before = _before(sentence, position, groups) if order != "first" else None
    return before or (_after(sentence, position, groups) if order != "last" else None)


def _numbered(sentence: Sentence, position: int) -> FoundTitle | None:
    """A resolution with its number: at most four council words and marks between them."""
    words, lang = sentence.words, sentence.article.lang
    allowed = title_words(lang).number_words
    for step in (1, -1):
        at = position + step
        while 0 <= at < len(words) and abs(at - position) < 6:
            word = words[at]
            if word.text.isdecimal():
                if not 2 + (abs(at - position) == 1) <= len(word.text) <= 4:
                    break  # "the decision, 23 January": two digits only after "No." or the council's name
                first, last = sorted((position, at))
                span = Span(words[first].span.start, words[last].span.end)
                return FoundTitle(span, f"res_{int(word.text)}", span, True, groups=frozenset({"resolution"}))
            if not word.mark and folded(word.text) not in allowed:
                break
            if word.mark and word.text not in "°º№.'’":
                break
            at += step
    return None


def _found(
    sentence: Sentence, first: int, last: int, name: Span, groups: frozenset[str], strong: bool
) -> FoundTitle | None:
    """The title from word `first` to `last` if something names it."""
    lang, text = sentence.article.lang, sentence.article.text
    named = core(name.of(text), lang)
    if (
        lang in CASED
        and not any(c.isupper() or c.isdecimal() for c in name.of(text))
        and not sentence.words[first].capital
    ):
        return None
    if not named or (all(is_generic(word, lang) for word in named) and not strong):
        return None
    span = Span(sentence.words[first].span.start, sentence.words[last].span.end)
    return FoundTitle(span, f"{' '.join(named)}|{min(groups)}", name, False, False, strong, groups)


def _quoted(sentence: Sentence, position: int, groups: frozenset[str]) -> FoundTitle | None:
    """A name in quotation marks next to the head, or one link word away from it."""
    words, lang = sentence.words, sentence.article.lang
    if is_definite(words[position].text, lang):
        return None
    order, links = title_words(lang).order, title_words(lang).links
    if order != "last":
        at = position + 1
        if at < len(words) and folded(words[at].text) in links:
            at += 1
        if at < len(words) and words[at].text in OPENING:
            end = next((i for i in range(at + 2, min(at + MAX_NAME + 4, len(words))) if words[i].text in CLOSING), None)
            if end is not None:
                name = Span(words[at + 1].span.start, words[end - 1].span.end)
                return _found(sentence, position, end, name, groups, True)
    if order != "first" and position >= 3 and words[position - 1].text in CLOSING:
        low = max(-1, position - MAX_NAME - 4)
        start = next((i for i in range(position - 3, low, -1) if words[i].text in OPENING), None)
        if start is not None:
            name = Span(words[start + 1].span.start, words[position - 2].span.end)
            return _found(sentence, start, position, name, groups, True)
    return None


def _enclosed(sentence: Sentence, position: int, groups: frozenset[str]) -> FoundTitle | None:
    """A title that stands between quotation marks as a whole: «Декларация о прочном мире», “Paris Peace Declaration”.

    Where capitals make titles (English), all its words but small ones have them; elsewhere its head is its first or
    last word, as the language orders them, and it has at least four words.
    """
    words, lang = sentence.words, sentence.article.lang
    start = next((i for i in range(position - 1, max(-1, position - MAX_NAME), -1) if words[i].text in OPENING), None)
    end = next((i for i in range(position + 1, min(len(words), position + MAX_NAME + 2)) if words[i].mark), None)
    if start is None or end is None or words[end].text not in CLOSING or end - start < 5:
        return None
    inside = words[start + 1 : end]
    if any(word.mark for word in inside) or (lang in CASED and not inside[0].capital):
        return None
    if lang == "en":
        fits = all(word.capital or folded(word.text) in title_words(lang).links for word in inside)
    else:
        order = title_words(lang).order
        fits = (order != "last" and position == start + 1) or (order != "first" and position == end - 1)
    name = Span(inside[0].span.start, inside[-1].span.end)
    return _found(sentence, start + 1, end - 1, name, groups, words[position].capital) if fits else None


def _before(sentence: Sentence, position: int, groups: frozenset[str]) -> FoundTitle | None:
    """A capitalised name before the head: "Inflation Reduction Act", «Парижское соглашение»."""
    words, lang = sentence.words, sentence.article.lang
    first = _name_start(sentence, position)
    capitals = [word for word in words[first:position] if word.capital]
    head_capital = words[position].capital and position > 0
    if not capitals or (first == 0 and len(capitals) == 1 and not head_capital):
        return None
    telling = any(not is_generic(word.text, lang) for word in capitals)
    if not telling and not (head_capital and len(capitals) >= 2):
        return None
    name = Span(words[first].span.start, words[position - 1].span.end)
    return _found(sentence, first, position, name, groups, head_capital and lang != "de")


def _name_start(sentence: Sentence, position: int) -> int:
    """The first word of the capitalised name that ends before the head at `position`; `position` if there is none."""
    words, lang = sentence.words, sentence.article.lang
    first = position
    for i in range(position - 1, max(-1, position - MAX_NAME - 1), -1):
        word = words[i]
        if word.mark:
            if word.text not in _HYPHENS:
                break
        elif word.capital:
            if i == 0 and is_generic(word.text, lang):
                break
            first = i
        elif not ((first < position and _joins(words, position, i, lang)) or _describes(words, i, lang)):
            break
    while first < position and _determiner(words[first], lang):
        first += 1
    return first


def _determiner(word: Word, lang: str) -> bool:
    return folded(word.text) in title_words(lang).links or (
        len(word.text) <= 5 and is_generic(word.text, lang) and not word.capital
    )


def _joins(words: tuple[Word, ...], head: int, position: int, lang: str) -> bool:
    """Whether a small link word may belong to the name: only before a capitalised head ("Rule of Law Act")."""
    return lang in JOINING and words[head].capital and folded(words[position].text) in title_words(lang).links


def _describes(words: tuple[Word, ...], position: int, lang: str) -> bool:
    """Whether it describes the instrument and a capitalised word stands at most two words before it."""
    near = words[max(0, position - 2) : position]
    if folded(words[position].text) in title_words(lang).links:
        return False
    return is_generic(words[position].text, lang) and any(word.capital for word in near)


def _after(sentence: Sentence, position: int, groups: frozenset[str]) -> FoundTitle | None:
    """A name after the head and a link word: "Convention on the Law of the Sea", « accord de Minsk »."""
    words, lang = sentence.words, sentence.article.lang
    links = title_words(lang).links
    head_capital = words[position].capital and position > 0
    small = head_capital and lang in SMALL_TAILS
    last, capitals, taken = position, 0, 0
    if position + 1 >= len(words) or folded(words[position + 1].text) not in links - loose_links():
        return None
    if lang == "en" and not head_capital and folded(words[position + 1].text) != "of":
        return None
    for i in range(position + 1, min(len(words), position + MAX_NAME + 1)):
        word = words[i]
        if word.mark and word.text not in "-’'":
            break
        if word.mark or folded(word.text) in links:
            continue
        if not word.capital and (not (small and taken < MAX_TAIL) or (capitals and last == i - 1)):
            break  # Protocolo de Windhoek protege: nothing joins the small word to the name
        last, taken, capitals = i, taken + 1, capitals + word.capital
    if last == position or not (capitals or small):
        return None
    name = Span(words[position + 1].span.start, words[last].span.end)
    return _found(sentence, position, last, name, groups, head_capital and lang != "de")


def _compounded(sentence: Sentence, position: int) -> FoundTitle | None:
    """Name and head in one word: Klimaschutzgesetz; weak, since German builds such words for anything."""
    word, lang = sentence.words[position], sentence.article.lang
    parts = compound(word.text, lang)
    if parts is None or "resolution" in parts[1] or (lang in CASED and not word.capital) or len(parts[0]) < 5:
        return None
    if is_generic(parts[0], lang) or is_generic(parts[0].rstrip("s"), lang):
        return None
    return FoundTitle(word.span, f"{parts[0]}|{min(parts[1])}", word.span, False, False, False, parts[1])
