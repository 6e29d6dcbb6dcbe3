"""Articles, their segments and words. Offsets: 0-based, half-open, code points into `Article.text`."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class Side(StrEnum):
    """Which text of the pair something stands in."""

    SOURCE = "source"
    TARGET = "target"

    @property
    def other(self) -> "Side":
        """The side that faces this one."""
        return Side.TARGET if self is Side.SOURCE else Side.SOURCE


class SegmentKind(StrEnum):
    """What a segment is in the article."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    SUBHEADING = "subheading"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The slice of `text` that the span names."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A headline, dateline, sub-heading or sentence of an article, without surrounding white space."""

    span: Span
    kind: SegmentKind
    paragraph: int
    """0-based number of the paragraph (block of lines) that the segment belongs to."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text as read, with its segments in order; segments never overlap and are never blank."""

    text: str
    lang: str
    """ISO 639-1 code."""
    segments: tuple[Segment, ...]
    path: str | None = None
    title: str | None = None
    """Text of the headline segment, or None."""
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    """What the reader wants the user to know: another encoding than UTF-8, a language that was detected."""
    names: tuple[tuple[str, str], ...] = ()
    """Names that the metadata list, each with its kind (person, place, organisation); not always in the text."""
    verbatim: bool = True
    """Whether the text is the file's own, so that its lines are the file's: not where it was marked up."""

    def segment_text(self, index: int) -> str:
        """The text of segment `index`."""
        return self.segments[index].span.of(self.text)

    def segment_at(self, offset: int) -> int | None:
        """Index of the segment that holds `offset`, or None between segments."""
        i = bisect_right(self.segments, offset, key=lambda s: s.span.start) - 1
        return i if i >= 0 and offset < self.segments[i].span.end else None


Groups = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""Segments of the source and of the target (indices) that translate each other, in order; () = nothing on a side."""


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """A source article, its translation, references if any, and what a manifest says about the pair."""

    id: str
    source: Article
    target: Article
    references: tuple[Article, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    """translator, system, date: free text from the manifest."""
    given: Groups | None = None
    """Which segments translate each other, where the file says so; every segment is in exactly one group."""

    def side(self, side: Side) -> Article:
        """The article on that side."""
        return self.source if side is Side.SOURCE else self.target
