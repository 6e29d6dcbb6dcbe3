"""Finds titles that recur, in scripts without capitals and outside quotation marks: all that shows them there."""

from collections.abc import Iterator

from transcheck.link.titles_model import FoundTitle, Sentence, Word
from transcheck.model.text import Span
from transcheck.text.title_words import CASED, head_groups, is_generic, title_stem, title_words

MAX_RUN = 5
"""Words beside a head noun that are compared."""


def recurring_titles(sentences: tuple[Sentence, ...], taken: tuple[Span, ...]) -> Iterator[FoundTitle]:
    """In scripts without capitals: head nouns whose neighbouring words recur in the article; weak."""
    lang = sentences[0].article.lang if sentences else ""
    if lang in CASED or not sentences:
        return
    runs = [run for s in sentences for i in range(len(s.words)) if (run := _run(s, i, taken))]
    for run in runs:
        size = max((_shared(run, other, lang) for other in runs if other is not run), default=0)
        neighbours = run[1][:size]
        while neighbours and (is_generic(neighbours[-1].text, lang) or neighbours[-1].text.isdecimal()):
            neighbours = neighbours[:-1]
        if not neighbours or all(is_generic(w.text, lang) for w in neighbours):
            continue
        head, groups = run[0], head_groups(run[0].text, lang)
        edges = [head.span, *(w.span for w in neighbours)]
        span = Span(min(e.start for e in edges), max(e.end for e in edges))
        key = " ".join(title_stem(w.text, lang) for w in neighbours)
        yield FoundTitle(span, f"{key}|{min(groups)}", span, False, False, False, groups)


def _run(sentence: Sentence, position: int, taken: tuple[Span, ...]) -> tuple[Word, list[Word]] | None:
    """The head noun at `position` and the words next to it on the side of the name."""
    words, lang = sentence.words, sentence.article.lang
    groups = head_groups(words[position].text, lang)
    if not groups or "resolution" in groups or any(words[position].span.overlaps(t) for t in taken):
        return None
    step = 1 if title_words(lang).order == "first" else -1
    run: list[Word] = []
    at = position + step
    while 0 <= at < len(words) and len(run) < MAX_RUN and not words[at].mark:
        if any(words[at].span.overlaps(t) for t in taken):
            break
        run.append(words[at])
        at += step
    return (words[position], run) if run else None


def _shared(run: tuple[Word, list[Word]], other: tuple[Word, list[Word]], lang: str) -> int:
    if head_groups(run[0].text, lang).isdisjoint(head_groups(other[0].text, lang)):
        return 0
    pairs = zip(run[1], other[1], strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if title_stem(a.text, lang) != title_stem(b.text, lang)),
        min(len(run[1]), len(other[1])),
    )
