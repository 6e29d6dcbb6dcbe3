"""Pairs of news items that name each other in their metadata: which is a translation of which (docs/formats.md)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from transcheck.errors import InputError
from transcheck.model.request import PairRequest
from transcheck.model.result import PairFailure
from transcheck.read.found import Found

_HINT = "put both into the run, link them (docs/formats.md), or name them like story.ar.json and story.en.json"


@dataclass(slots=True)
class Linked:
    """Pairs by metadata, and the articles that metadata do not pair."""

    requests: list[PairRequest] = field(default_factory=list)
    failures: list[PairFailure] = field(default_factory=list)
    rest: list[Found] = field(default_factory=list)
    """To be paired by their names; of news items without links, `story` is what their metadata share."""


def link(articles: Sequence[Found], source_lang: str | None, target_lang: str | None) -> Linked:
    """The pairs that metadata name, in the languages asked for; one that is not there or there twice is a failure."""
    known: dict[str, list[Found]] = {}
    for article in articles:
        for name in article.ids:
            known.setdefault(name, []).append(article)
    linked = Linked()
    edges: dict[tuple[Found, Found], None] = {}
    failed: set[Found] = set()
    for article in articles:
        for edge in _edges(article, known):
            if isinstance(edge, PairFailure):
                linked.failures.append(edge)
                failed.add(article)
            else:
                edges[edge] = None
    for original, translation in edges:
        if _wanted(original, source_lang) and _wanted(translation, target_lang):
            linked.requests.append(request(translation.name, original, translation))
    paired = {article for edge in edges for article in edge} | failed
    linked.rest = list(_grouped([article for article in articles if article not in paired]))
    return linked


def request(pair_id: str, source: Found, target: Found) -> PairRequest:
    """The request for two articles that were found."""
    return PairRequest(
        id=pair_id,
        source=source.path,
        target=target.path,
        source_lang=source.lang or None,
        target_lang=target.lang or None,
        source_item=source.place,
        target_item=target.place,
    )


def alone(article: Found) -> PairFailure:
    """The failure of a news item that nothing pairs with another."""
    return _failure(article, "no original and no translation of this item is here", _HINT)


def _edges(article: Found, known: dict[str, list[Found]]) -> Iterator[tuple[Found, Found] | PairFailure]:
    """(original, translation) for each link of the article, or what is wrong with the link."""
    of_group = (article.group,) if article.group in known and article.group not in article.ids else ()
    for name in article.originals or of_group:
        partners = [other for other in known.get(name, ()) if other is not article]
        if len(partners) == 1:
            yield partners[0], article
        elif partners:
            files = ", ".join(other.name for other in partners[:5])
            yield _failure(article, f"more than one original {name!r}: {files}", "leave one")
        elif not article.story:
            yield _failure(article, f"its original {name!r} is not here", _HINT)
    for name in article.translations:
        partners = [other for other in known.get(name, ()) if other is not article]
        if len(partners) > 1:
            files = ", ".join(other.name for other in partners[:5])
            yield _failure(article, f"more than one translation {name!r}: {files}", "leave one")
        yield from ((article, other) for other in partners[:1] if len(partners) == 1)


def _grouped(articles: Sequence[Found]) -> Iterator[Found]:
    """The articles; those that share a group by their metadata are one story, whatever their files are called."""
    groups = Counter(article.group for article in articles if article.group and article.lang)
    for article in articles:
        shared = article.lang and groups[article.group] > 1
        yield replace(article, story=article.group) if shared else article


def _wanted(article: Found, lang: str | None) -> bool:
    return lang is None or article.lang in ("", lang)


def _failure(article: Found, message: str, hint: str) -> PairFailure:
    return PairFailure(article.name, str(article.path), message, hint, InputError.exit_code)
