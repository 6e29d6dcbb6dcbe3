"""Finds titles in Chinese, Japanese and Korean: the table's sign by sign, others by title marks, quotes and runs."""

from collections.abc import Iterator
from functools import cache

import regex

from transcheck.link.titles_model import FoundTitle, Sentence
from transcheck.model.text import Span
from transcheck.text.fold import fold, fold_with_offsets
from transcheck.text.title_sameness import core
from transcheck.text.title_table import FormClass, TitleForm, instruments
from transcheck.text.title_words import head_groups, title_words

_SKIPPED = frozenset(" \u3000《》〈〉「」『』“”‘’\"'«»·・-—–=")
_WEAK_RUN = {"ja": r"[\p{Han}\p{Katakana}ー々]{2,20}", "ko": r"[\p{Hangul}\p{Nd}]{2,20}"}
_RESOLUTION = {
    "zh": r"第\s*(\d{2,4})\s*号(?:决议|決議)|(?:决议|決議)\s*第?\s*(\d{2,4})\s*号?",
    "ja": r"決議\s*(?:第)?\s*(\d{2,4})\s*号?|第?\s*(\d{2,4})\s*号決議",
    "ko": r"결의(?:안)?\s*(?:제)?\s*(\d{2,4})\s*호?|(\d{2,4})\s*호\s*결의",
}


@cache
def _forms(lang: str) -> tuple[tuple[str, str, TitleForm], ...]:
    """Folded form, instrument, form; the longest first."""
    found = {
        (_packed(form.text), instrument.id, form)
        for instrument in instruments().values()
        for form in instrument.forms.get(lang, ())
        if not instrument.id.startswith("res_")
    }
    return tuple(sorted(found, key=lambda f: (-len(f[0]), f[0], f[1], f[2].text)))


def _packed(text: str) -> str:
    return "".join(c for c in fold(text) if c not in _SKIPPED)


def packed_known(sentence: Sentence) -> Iterator[FoundTitle]:
    """The table's titles in one sentence, longest first where they overlap; spaces and quotes inside do not matter."""
    raw = sentence.span.of(sentence.article.text)
    whole = fold_with_offsets(raw)
    kept = [(c, at) for c, at in zip(whole.text, whole.offsets, strict=True) if c not in _SKIPPED]
    text, offsets = "".join(c for c, _ in kept), [at for _, at in kept]
    taken = [False] * len(text)
    for form, identity, known in _forms(sentence.article.lang):
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            first, last = offsets[start], offsets[end - 1] + 1
            if not any(taken[start:end]) and _stands_alone(raw, first, last, known):
                taken[start:end] = [True] * (end - start)
                span = Span(sentence.span.start + first, sentence.span.start + last)
                groups = _groups(form, sentence.article.lang)
                yield FoundTitle(span, identity, span, True, known.form_class is FormClass.WRONG, True, groups)
            start = text.find(form, start + 1)


def _groups(form: str, lang: str) -> frozenset[str]:
    heads = title_words(lang).heads
    return next((heads[h] for h in sorted(heads, key=len, reverse=True) if form.endswith(h)), frozenset())


def _stands_alone(raw: str, first: int, last: int, form: TitleForm) -> bool:
    """Whether Latin letters and digits are not cut in two, and an acronym has its capitals."""
    surface = raw[first:last]
    if form.form_class is FormClass.ACRONYM and surface.isascii() and surface != form.text:
        return False
    before, after = raw[first - 1 : first], raw[last : last + 1]
    return not (_alnum(surface[0]) and _alnum(before)) and not (_alnum(surface[-1]) and _alnum(after))


def _alnum(character: str) -> bool:
    return character.isascii() and character.isalnum()


def packed_patterns(sentence: Sentence) -> Iterator[FoundTitle]:
    """Numbered resolutions, titles between title marks, quoted names before a head, and (weak) runs that end in one."""
    raw, start, lang = sentence.span.of(sentence.article.text), sentence.span.start, sentence.article.lang
    for match in regex.finditer(_RESOLUTION[lang], raw):
        number = str(int(match[1] or match[2]))
        span = Span(start + match.start(), start + match.end())
        yield FoundTitle(span, f"res_{number}", span, True, groups=frozenset({"resolution"}))
    for match in _pattern(lang).finditer(raw):
        name = match["name"] or match["titled"] or match["run"] or ""
        head = match["head"] or match["runhead"] or ""
        strong = match["titled"] is not None or match["head"] is not None
        groups = head_groups(head, lang) if head else _groups(fold(name), lang)
        named = core(name + head, lang)
        if groups and named and not _generic(named[0], lang):
            span = Span(start + match.start(), start + match.end())
            yield FoundTitle(span, f"{named[0]}|{min(groups)}", span, False, False, strong, groups)


@cache
def _pattern(lang: str) -> regex.Pattern[str]:
    heads = "|".join(sorted(map(regex.escape, title_words(lang).heads), key=len, reverse=True))
    run = (
        rf"|(?P<run>{_WEAK_RUN[lang]}?)(?P<runhead>{heads})(?![\p{{Han}}\p{{Katakana}}]|(?<=법)[원인정무])"
        if lang in _WEAK_RUN
        else "|(?P<run>(?P<runhead>(?!)))"
    )
    return regex.compile(
        rf"[《〈](?P<titled>[^《》〈〉]{{2,40}})[》〉]"
        rf"|[“「『‘\"«](?P<name>[^“”「」『』‘’\"«»]{{2,24}})[”」』’\"»](?:\s?(?P<head>{heads}))?" + run
    )


def _generic(name: str, lang: str) -> bool:
    generic = title_words(lang).generic
    rest = name
    for word in sorted(generic, key=len, reverse=True):
        rest = rest.replace(word, "")
    return len(rest) < 2
