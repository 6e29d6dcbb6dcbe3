"""What the title finders hand to the linker."""

from dataclasses import dataclass
from functools import cached_property

from transcheck.model.text import Article, Span
from transcheck.text.fold import fold
from transcheck.text.words import is_mark, tokens

_CLOSING = " \"'”’»)"


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A title as it stands in one article."""

    span: Span
    key: str
    """The instrument's id if the table has it, otherwise name stems and the head's group."""
    name: Span
    """The part that names the instrument: `span` without a head noun that was added to it."""
    known: bool = False
    """Whether the table has it."""
    wrong: bool = False
    """Whether the table has this form as one that is seen but wrong."""
    strong: bool = True
    """Whether its form shows beyond doubt that it is a title: capitals, quotation marks, the table."""
    groups: frozenset[str] = frozenset()
    """The groups of its head noun."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a segment."""

    span: Span
    text: str
    mark: bool

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter; digits and uncased scripts do not."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """One segment cut into words, for the finders that walk word by word."""

    article: Article
    index: int

    @cached_property
    def span(self) -> Span:
        """The segment's span."""
        return self.article.segments[self.index].span

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words and marks in order, with spans in the article."""
        text, start = self.span.of(self.article.text), self.span.start
        return tuple(
            Word(Span(start + t.span.start, start + t.span.end), word, is_mark(word))
            for t in tokens(text)
            if (word := t.span.of(text))
        )

    @cached_property
    def shouted(self) -> bool:
        """Whether it is written in capitals throughout, so that capitals show nothing."""
        letters = [c for c in self.span.of(self.article.text) if c.isalpha() and c.lower() != c.upper()]
        return len(letters) > 8 and sum(c.isupper() for c in letters) > 0.7 * len(letters)

    @cached_property
    def title_case(self) -> bool:
        """Whether most of its longer words are capitalised, as in English headlines, which end in no full stop."""
        if self.span.of(self.article.text).rstrip(_CLOSING).endswith((".", "!", "?")):
            return False
        longer = [w for w in self.words if len(w.text) > 3 and not w.mark and w.text.isalpha()]
        return len(longer) > 3 and sum(w.capital for w in longer) > 0.7 * len(longer)


def folded(word: str) -> str:
    """The word folded and without dots, so that U.N. and UN are one."""
    return fold(word).replace(".", "")
