"""Who renders what how: the uses of names, titles and quotations in a whole batch, without the articles' texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from transcheck.model.terms import Glossary, Kind
from transcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A span that says which article it is of, for findings that look at several."""

    pair: str
    path: str | None
    text: str
    """The slice that the span names."""
    line: int
    """1-based; 0, as are the columns, where the text was taken out of markup and has no lines of a file."""
    column: int
    """1-based, in code points."""
    lang: str = ""
    column16: int = 0
    """1-based, in UTF-16 units; 0 where nobody counted."""


@dataclass(frozen=True, slots=True)
class Use:
    """One rendering of a name or of one of its words, of a title or of a quotation."""

    kind: Kind
    term: str
    """Key of the source side: folded, without clitics and case endings."""
    whole: str
    """For a word of a name, the key of the only longer name in its article that has this word, '' without."""
    rendering: str
    """Key of the target side."""
    source: Place
    target: Place
    confidence: float
    """The link's, 0-1."""
    full: bool = False
    """A name of several words as a whole; its words are uses of their own."""
    official: tuple[str, ...] = ()
    """For a title that a table knows: its right forms in the target language."""


@dataclass(frozen=True, slots=True)
class ArticleUse:
    """All uses in one article pair, and whose translation it is."""

    pair: str
    source_lang: str
    target_lang: str
    uses: tuple[Use, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    """translator, system, date, as the manifest has them."""


@dataclass(frozen=True)
class Usage:
    """The uses of a batch, article by article in the order of the batch; all that a rule of scope batch sees."""

    articles: tuple[ArticleUse, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    """What the user has decided."""

    @cached_property
    def by_direction(self) -> Mapping[tuple[str, str], tuple[ArticleUse, ...]]:
        """The articles of each (source language, target language)."""
        found: dict[tuple[str, str], list[ArticleUse]] = {}
        for article in self.articles:
            found.setdefault((article.source_lang, article.target_lang), []).append(article)
        return {direction: tuple(articles) for direction, articles in found.items()}

    @cached_property
    def meta_of(self) -> Mapping[str, Mapping[str, str]]:
        """What the manifest says of each pair, by its id."""
        return {article.pair: article.meta for article in self.articles}
