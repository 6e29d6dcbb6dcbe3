"""The words of Markdown and HTML articles, with what their markup says is a heading."""

from collections.abc import Iterator
from typing import Any

from transcheck.errors import InputError
from transcheck.model.text import Span


class Extract:
    """An article's text as it is built up, paragraphs apart by a blank line."""

    def __init__(self, text: str = "") -> None:
        self._parts = [text] if text else []
        self._length = len(text)
        self.headings: list[Span] = []

    @property
    def text(self) -> str:
        """All paragraphs so far."""
        return "\n\n".join(self._parts)

    def add(self, paragraph: str, *, heading: bool = False) -> None:
        """Append a paragraph, unless it is blank."""
        words = paragraph.strip()
        if not words:
            return
        start = self._length + 2 if self._parts else 0
        self._parts.append(words)
        self._length = start + len(words)
        if heading:
            self.headings.append(Span(start, self._length))

    def extend(self, other: "Extract") -> None:
        """Append all of another text, its headings too."""
        at = self._length + 2 if self._parts else 0
        if other.text:
            self._parts.append(other.text)
            self._length = at + len(other.text)
            self.headings += [Span(span.start + at, span.end + at) for span in other.headings]


def titled(headline: str, body: Extract) -> Extract:
    """The body under its headline, which is left out where the body's first line repeats it or it is blank."""
    first = " ".join(body.text.partition("\n")[0].split())
    if not headline or headline.casefold() == first.casefold():
        return body
    found = Extract()
    found.add(headline, heading=True)
    found.extend(body)
    return found


def markdown(source: str) -> Extract:
    """Headings, paragraphs and list items of a Markdown text; no code, no raw HTML, no front matter."""
    from markdown_it import MarkdownIt

    found = Extract()
    heading = False
    for token in MarkdownIt("commonmark").enable("table").parse(_without_front_matter(source)):
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline":
            found.add("".join(_inline(token.children or [])), heading=heading)
    return found


def _without_front_matter(source: str) -> str:
    """A YAML block between `---` lines, as static-site generators put at the head, holds no text of the article."""
    head, mark, rest = source.partition("\n---\n")
    return rest if mark and head.startswith("---\n") else source


def _inline(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"


def html(source: str, path: str | None = None) -> Extract:
    """The article in an HTML page: its title if the text lacks it, headings, paragraphs, list items and quotations.

    Raises InputError when the page holds no article text.
    """
    from trafilatura import bare_extraction

    document = bare_extraction(
        source, include_comments=False, include_tables=False, include_links=False, with_metadata=True
    )
    found = Extract()
    body = getattr(document, "body", None)
    paragraphs = (list(_blocks(body)) if body is not None else []) or list(_marked_up(source))
    title = " ".join((getattr(document, "title", None) or "").split())
    if paragraphs and title and not any(_same(title, words) for words, _ in paragraphs[:3]):
        found.add(title, heading=True)
    for words, is_heading in paragraphs:
        found.add(words, heading=is_heading)
    if not paragraphs:
        raise InputError("no article text found in the HTML", path=path, hint="give the article's text as .txt or .md")
    return found


def _blocks(body: Any) -> Iterator[tuple[str, bool]]:
    """Text blocks of trafilatura's tree in order, and whether each is a heading."""
    for element in body.iter("head", "p", "item", "quote"):
        if element.tag != "p" and element.find(".//p") is not None:
            continue
        if element.tag in ("p", "quote") and any(parent.tag == "item" for parent in element.iterancestors()):
            continue
        words = " ".join("".join(element.itertext()).split())
        if words:
            yield words, element.tag == "head"


def _marked_up(source: str) -> Iterator[tuple[str, bool]]:
    """Headings, paragraphs and list items of a page too short for trafilatura to see an article in."""
    from lxml import etree
    from lxml import html as parser

    try:
        tree = parser.fromstring(source.encode("utf-8", "replace"), parser=parser.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return
    for element in tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::p or self::li][not(ancestor::nav)]"):
        words = " ".join(element.text_content().split())
        if words and not element.xpath("ancestor::header | ancestor::footer | ancestor::aside | ancestor::form | .//p"):
            yield words, element.tag in ("h1", "h2", "h3")


def _same(title: str, words: str) -> bool:
    """Whether a page's title (often with the paper's name behind it) is this heading."""
    a, b = title.casefold(), words.casefold()
    return (a in b and len(b) <= 2 * len(a)) or (b in a and 3 * len(b) > len(a))
