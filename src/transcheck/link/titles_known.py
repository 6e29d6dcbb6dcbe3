"""Finds the table's titles in languages that part words by spaces: inflected, with clitics, quoted or not."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck.link.titles_model import FoundTitle, Sentence, Word, folded
from transcheck.model.text import Span
from transcheck.text.title_table import FormClass, instruments
from transcheck.text.title_words import compound, head_groups, word_forms
from transcheck.text.words import is_mark, tokens

INNER_MARKS = frozenset("\"'«»“”„‘’‚‹›״׳-‐‑–—−·,،():/+")
"""Marks that may stand between two words of a title."""
CAPITALISED = frozenset({"en", "tr"})
"""Languages that capitalise titles throughout: without a capital the words are a description."""

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Form:
    id: str
    words: tuple[Keys, ...]
    texts: tuple[str, ...]
    form_class: FormClass
    groups: frozenset[str]

    @property
    def capital(self) -> bool:
        return any(text[0].isupper() for text in self.texts)


@lru_cache(maxsize=65536)
def word_keys(word: str, lang: str, flexible: bool = True) -> Keys:
    """What a word can match by: its bare forms, or for a head noun (if `flexible`) its groups."""
    forms = frozenset(form.replace(".", "") for form in word_forms(word, lang))
    tags = frozenset(f"#{group}" for group in head_groups(word, lang))
    parts = compound(word, lang)
    joined = frozenset(f"{parts[0]}#{group}" for group in parts[1]) if parts else frozenset()
    if flexible:
        return tags or joined or forms
    return forms


@lru_cache(maxsize=65536)
def text_keys(word: str, lang: str) -> Keys:
    """All that a word of a text can be matched by."""
    return word_keys(word, lang, True) | word_keys(word, lang, False)


@cache
def _index(lang: str) -> dict[str, tuple[_Form, ...]]:
    table: dict[str, list[_Form]] = defaultdict(list)
    for instrument in instruments().values():
        for form in instrument.forms.get(lang, ()):
            compiled = _compile(instrument.id, form.text, form.form_class, lang)
            for key in compiled.words[0]:
                table[key].append(compiled)
    return {key: tuple(forms) for key, forms in table.items()}


def _compile(identity: str, text: str, form_class: FormClass, lang: str) -> _Form:
    words = [w for w in (t.span.of(text) for t in tokens(text)) if not is_mark(w)]
    flexible = form_class is not FormClass.WRONG and len(words) > 1
    groups: frozenset[str] = frozenset().union(*(head_groups(w, lang) for w in words))
    return _Form(identity, tuple(word_keys(w, lang, flexible) for w in words), tuple(words), form_class, groups)


def known_titles(sentence: Sentence) -> Iterator[FoundTitle]:
    """The table's titles in one sentence, longest first where they overlap, in order, without added head nouns."""
    words = sentence.words
    position = 0
    while position < len(words):
        found = _longest(sentence, position)
        if found is None:
            position += 1
            continue
        end, form = found
        span = Span(words[position].span.start, words[end - 1].span.end)
        yield FoundTitle(span, form.id, span, True, form.form_class is FormClass.WRONG, True, form.groups)
        position = end


@lru_cache(maxsize=65536)
def _starting(word: str, lang: str) -> tuple[_Form, ...]:
    """The forms that may begin with this word of a text."""
    index = _index(lang)
    return tuple({id(form): form for key in text_keys(word, lang) for form in index.get(key, ())}.values())


def _longest(sentence: Sentence, position: int) -> tuple[int, _Form] | None:
    lang, first = sentence.article.lang, sentence.words[position]
    if first.mark:
        return None
    candidates = _starting(first.text, lang)
    ends = [(end, form) for form in candidates if (end := _end(sentence, position, form)) is not None]
    return max(ends, key=lambda item: (item[0], _literal(sentence, position, item), item[1].id), default=None)


def _literal(sentence: Sentence, position: int, found: tuple[int, _Form]) -> int:
    end, form = found
    words = [folded(w.text) for w in sentence.words[position:end] if not w.mark]
    return sum(a == folded(b) for a, b in zip(words, form.texts, strict=False))


def _end(sentence: Sentence, position: int, form: _Form) -> int | None:
    """Where the form ends if it stands at `position`, or None."""
    lang, matched = sentence.article.lang, list[Word]()
    for i in range(position, len(sentence.words)):
        word = sentence.words[i]
        if word.mark:
            if word.text in INNER_MARKS:
                continue
            return None
        if form.words[len(matched)].isdisjoint(text_keys(word.text, lang)):
            return None
        matched.append(word)
        if len(matched) == len(form.words):
            return i + 1 if _case_agrees(sentence, matched, form) else None
    return None


def _case_agrees(sentence: Sentence, matched: list[Word], form: _Form) -> bool:
    if form.form_class is FormClass.ACRONYM:
        if form.capital:
            plain = [word.text.replace(".", "") for word in matched]
            return not sentence.shouted and plain == list(form.texts)
        return True
    if sentence.article.lang in CAPITALISED and form.capital:
        return any(word.capital for word in matched)
    return True
