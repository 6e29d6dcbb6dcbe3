"""Files to articles: bytes, encoding, format, language, segments."""

import re
from dataclasses import replace
from pathlib import Path

from transcheck.errors import InputError
from transcheck.model.text import Article, SegmentKind, Span
from transcheck.read.markup import Extract, html, markdown
from transcheck.text.decode import decode, refuse_binary
from transcheck.text.langid import resolve_language
from transcheck.text.langs import parse_lang
from transcheck.text.lines import has_words
from transcheck.text.structure import segment

MAX_TEXT_BYTES = 2_000_000
"""An article's text in UTF-8: about 100 times a long news article; more is a book or a mistake."""
MAX_FILE_BYTES = 8_000_000
"""The file itself, whose markup or encoding may take more room than the text."""
MAX_SEGMENTS = 5_000
"""Alignment takes time and memory in proportion; 5,000 sentences are some 100,000 words."""
MAX_SENTENCE = 10_000
"""Code points: some 50 times a long sentence; a text that goes on like this without an end is none."""
_SPLIT = "split it into its articles"

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_DATA = frozenset(
    {".json", ".jsonl", ".csv", ".tsv", ".xml", ".xlf", ".xliff", ".tmx", ".tbx", ".yaml", ".yml", ".toml"}
)
_LOOKS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{3,30})""", re.I)


def read_article(path: str | Path, lang: str | None = None) -> Article:
    """The article in a plain-text, Markdown or HTML file, segmented; `lang` is its language tag, None to detect it.

    Raises UsageError for an unknown language code, InputError for a file that cannot be read as an article.
    """
    given = parse_lang(lang) if lang is not None else None
    name = str(path)
    data = _bytes(Path(path), name)
    suffix = Path(path).suffix.lower()
    if suffix in _DATA:
        raise InputError(f"a {suffix} file is no article", path=name, hint="give a text, Markdown or HTML file")
    is_page = suffix in _HTML or (suffix not in _MARKDOWN and bool(_LOOKS_HTML.match(data[:2000].decode("latin-1"))))
    charset = _CHARSET.search(data[:2000]) if is_page else None
    decoded = decode(data, name, given, charset[1].decode("ascii") if charset else None)
    if is_page:
        found = html(decoded.text, name)
    elif suffix in _MARKDOWN:
        found = markdown(decoded.text)
    else:
        found = Extract(decoded.text)
    article = _article(found, given, name)
    notes = (decoded.note,) if decoded.note else ()
    return replace(article, encoding=decoded.encoding, notes=(*notes, *article.notes))


def article_from_text(text: str, lang: str | None = None, path: str | None = None) -> Article:
    """The article in a string, segmented, with the checks and errors of `read_article`."""
    return _article(Extract(text), lang, path)


def check_distinct(source: str | Path, target: str | Path) -> None:
    """Raise InputError when both paths name one file."""
    first, second = Path(source), Path(target)
    try:
        same = first.samefile(second)
    except (OSError, ValueError):
        same = first == second
    if same:
        raise InputError(
            "source and target are the same file", path=str(target), hint="give an article and its translation"
        )


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            # Read one byte more than allowed, not the size on record: pipes and devices have none.
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise InputError("no such file", path=name, hint="check the path") from None
    except IsADirectoryError:
        raise InputError(
            "a folder, not a file", path=name, hint="give a file; `transcheck gate` takes folders"
        ) from None
    except PermissionError:
        raise InputError("permission denied", path=name, hint="make the file readable") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"cannot be read: {why}", path=name, hint="check the path") from None
    if len(data) > MAX_FILE_BYTES:
        raise InputError(f"a file of more than {_mb(MAX_FILE_BYTES)} (the limit)", path=name, hint=_SPLIT)
    if not data:
        raise InputError("the file is empty", path=name, hint="give the article's text")
    return data


def _article(found: Extract, lang: str | None, path: str | None) -> Article:
    text = found.text
    refuse_binary(text, path)
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_TEXT_BYTES:
        raise InputError(f"{_mb(size)} of text, and the limit is {_mb(MAX_TEXT_BYTES)}", path=path, hint=_SPLIT)
    if not has_words(text):
        raise InputError("no words in the text", path=path, hint="give the article's text")
    code, note = resolve_language(text, lang, path)
    segments = segment(text, code, found.headings)
    if len(segments) > MAX_SEGMENTS:
        raise InputError(f"{len(segments):,} sentences, and the limit is {MAX_SEGMENTS:,}", path=path, hint=_SPLIT)
    longest = max((len(s.span) for s in segments), default=0)
    if longest > MAX_SENTENCE:
        message = f"a sentence of {longest:,} characters, and the limit is {MAX_SENTENCE:,}"
        raise InputError(message, path=path, hint="is it an article? put its sentences and paragraphs apart")
    titles = (s.span for s in segments if s.kind is SegmentKind.HEADLINE)
    title: Span | None = next(titles, None)
    return Article(
        text=text,
        lang=code,
        segments=segments,
        path=path,
        title=title.of(text) if title else None,
        notes=(note,) if note else (),
    )


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
