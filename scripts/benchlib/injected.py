"""What an error injection is, and how a text of lines is edited so that the place of the edit is known."""

from dataclasses import dataclass, replace

from transcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and its translation line by line: line n of one side translates line n of the other."""

    id: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    source_lang: str
    target_lang: str

    def source_span(self, line: int, span: Span | None = None) -> Span:
        """A span of one source line, or the whole line, in the source text with one line feed after each line."""
        return placed(self.source, line, span)

    def target_span(self, line: int, span: Span | None = None) -> Span:
        """A span of one target line, or the whole line, in the target text."""
        return placed(self.target, line, span)


@dataclass(frozen=True, slots=True)
class Injected:
    """One copy of a translation with one error in it."""

    target: str
    """The whole target text with the error."""
    at: tuple[Span, ...]
    """Where the error stands in `target`; empty where the error is that something is missing."""
    was: tuple[Span, ...]
    """What stood there, in the clean target: a finding that the clean target draws there too is no hit."""
    source: tuple[Span, ...]
    """What the error mistranslates or loses, in the source; empty if that is not known."""
    what: str
    """For a person: the change in a few words."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of one target line that are replaced."""

    line: int
    span: Span
    text: str


def placed(lines: tuple[str, ...] | list[str], line: int, span: Span | None = None) -> Span:
    """`span` of line `line`, or the whole line, as a span of the text of all lines."""
    start = sum(len(text) + 1 for text in lines[:line])
    inside = span or Span(0, len(lines[line]))
    return Span(start + inside.start, start + inside.end)


def text_of(lines: tuple[str, ...] | list[str]) -> str:
    """The text of a file with these lines."""
    return "\n".join(lines) + "\n"


def edited(pair: Pair, edits: list[Edit], what: str, source: tuple[Span, ...] = ()) -> Injected:
    """`pair` with `edits`, which stand in different lines, in its target."""
    lines = list(pair.target)
    for edit in edits:
        old = lines[edit.line]
        lines[edit.line] = old[: edit.span.start] + edit.text + old[edit.span.end :]
    at = [placed(lines, e.line, Span(e.span.start, e.span.start + len(e.text))) for e in edits if e.text]
    was = [pair.target_span(e.line, e.span) for e in edits]
    return Injected(text_of(lines), tuple(at), tuple(was), source, what)


def without_line(pair: Pair, line: int, what: str) -> Injected:
    """`pair` with one target line left out; the source line is where it is missed."""
    lines = [*pair.target[:line], *pair.target[line + 1 :]]
    return Injected(text_of(lines), (), (pair.target_span(line),), (pair.source_span(line),), what)


def with_line(pair: Pair, before: int, line: str, what: str) -> Injected:
    """`pair` with a line that translates nothing put before target line `before`."""
    lines = [*pair.target[:before], line, *pair.target[before:]]
    return Injected(text_of(lines), (placed(lines, before),), (), (), what)


def about(injected: Injected, source: tuple[Span, ...]) -> Injected:
    """`injected` with the source spans it concerns."""
    return replace(injected, source=source)
