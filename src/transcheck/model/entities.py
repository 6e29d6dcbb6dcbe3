"""What a token-classification model, or the metadata of a news item, says are names in a text."""

from dataclasses import dataclass

from transcheck.model.terms import Kind
from transcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that a model found or the metadata list."""

    span: Span
    """In the text that was tagged: a segment's, or the article's once it is placed there."""
    kind: Kind
    """person, place, organisation, or name where the model's label says none of these."""
    confidence: float
    """0-1: the lowest probability among its pieces; 1 for one that the metadata list."""

    def moved(self, by: int) -> "Entity":
        """The same, in a text in which the tagged one starts at `by`."""
        return Entity(Span(self.span.start + by, self.span.end + by), self.kind, self.confidence)
