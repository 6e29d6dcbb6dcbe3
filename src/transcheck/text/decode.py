"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks, legacy encodings by which language the bytes then read as."""

import codecs
import re
from dataclasses import dataclass
from typing import Any

import regex

from transcheck.data import table
from transcheck.errors import InputError
from transcheck.text.langid import detect
from transcheck.text.langs import parse_lang

CONTROL_SHARE = 0.1
"""Share of control characters above which a text is binary noise."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTE = re.compile(_CONTROL.pattern.encode("latin-1"))
_LEGACY_CONTROL_SHARE = 0.005
"""The same for bytes that are not UTF-8, where random data is the likelier case."""
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NUL_SHARE = 0.05
_LATIN_NUL_SHARE = 0.8
"""Share of the pairs with a NUL from which bytes that would also be good UTF-8 without their NULs are Latin UTF-16."""
_DAMAGED_UTF8_SHARE = 0.9
"""Share of the non-ASCII bytes in well-formed UTF-8 sequences above which a file is UTF-8 with damage."""
_ODD = re.compile("[\x80-\x9f\xa4-\xa6\xac\xb8-\xba\xbc-\xbe\u2500-\u259f\ue000-\uf8ff\uff61-\uff9f\ufffd]")
"""C1 controls, signs that prose hardly has, box drawing, private use, half-width kana: a wrong encoding's mark."""
_SAMPLE = 20_000
_CONVINCING = 0.4
_ODD_WEIGHT = 5
_COMMON_SHARE = 0.2
"""Least share of a language's commonest characters, where the table lists them, in a text rightly decoded."""
_RAISED = regex.compile(r"\p{Ll}\p{Lu}")
"""A capital after a small letter: KOI8 read as windows-1251 is full of them."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and how it was encoded."""

    text: str
    encoding: str
    """IANA name in lower case."""

    @property
    def note(self) -> str | None:
        """What to tell the user about the encoding; None for UTF-8."""
        return None if self.encoding == "utf-8" else f"read as {self.encoding}, not UTF-8"


def decode(data: bytes, path: str | None = None, lang: str | None = None, declared: str | None = None) -> Decoded:
    """The text in `data`.

    `lang` (a language tag) and `declared` (the encoding that an HTML page names) help where it is not Unicode.
    Raises InputError for binary data and for bytes that no encoding explains.
    """
    _refuse_known_binary(data, path)
    decoded = _marked(data, path) or _unmarked_utf16(data) or _utf8(data)
    if decoded is None:
        _refuse_damaged_utf8(data, path)
        _refuse_noise(len(_CONTROL_BYTE.findall(data)), len(data), _LEGACY_CONTROL_SHARE, path)
        decoded = _declared(data, declared) or _legacy(data, parse_lang(lang) if lang else None) or _guessed(data)
    if decoded is None:
        raise InputError("the text's encoding cannot be told", path=path, hint="save it as UTF-8")
    refuse_binary(decoded.text, path)
    return decoded


def refuse_binary(text: str, path: str | None = None) -> None:
    """Raise InputError when `text` has so many control characters that it is no text."""
    _refuse_noise(len(_CONTROL.findall(text)), len(text), CONTROL_SHARE, path)


def _refuse_noise(controls: int, size: int, share: float, path: str | None) -> None:
    if controls > share * size:
        raise InputError("binary data, not text", path=path, hint="give a text, Markdown or HTML file")


def _refuse_known_binary(data: bytes, path: str | None) -> None:
    for signature in table("encodings")["signature"]:
        if data.startswith(bytes.fromhex(signature["hex"])):
            raise InputError(
                f"{signature['what']}, not text", path=path, hint="save the article as text, Markdown or HTML"
            )


def _marked(data: bytes, path: str | None) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"not valid {encoding} (byte {error.start + len(mark)})", path=path, hint="save it as UTF-8"
                ) from None
    return None


def _utf8(data: bytes) -> Decoded | None:
    if b"\x1b$B" in data or b"\x1b$@" in data:
        return _strict(data, "iso2022_jp", "iso-2022-jp")
    return _strict(data, "utf-8", "utf-8")


def _strict(data: bytes, codec: str, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), name)
    except (UnicodeDecodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: in spaces, digits and line ends one byte of each pair, always the same, is NUL."""
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if data[high::2].count(0) > _NUL_SHARE * len(data) and not data[low::2].count(0):
            if 2 * data.count(0) < _LATIN_NUL_SHARE * len(data) and _is_utf8_with_nuls(data):
                continue
            decoded = _strict(data, encoding, encoding)
            if decoded and not _CONTROL.search(decoded.text):
                return decoded
    return None


def _is_utf8_with_nuls(data: bytes) -> bool:
    """Whether it is UTF-8 but for stray NULs: UTF-16 of other scripts than Latin is full of other controls then."""
    rest = data.replace(b"\0", b"")
    return _strict(rest, "utf-8", "utf-8") is not None and not _CONTROL_BYTE.search(rest)


def _refuse_damaged_utf8(data: bytes, path: str | None) -> None:
    inside = sum(len(sequence) for sequence in _UTF8_SEQUENCE.findall(data))
    if inside < _DAMAGED_UTF8_SHARE * sum(byte > 0x7F for byte in data):
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"not valid UTF-8: byte 0x{data[error.start]:02x} at {error.start}, line {line}",
            path=path,
            hint="the file is damaged or cut off; save it again as UTF-8",
        ) from None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """By the encoding that a page declares, read as browsers read that label where the table has it."""
    if declared is None:
        return None
    label = declared.strip().lower()
    for entry in table("encodings")["encoding"]:
        if label in (entry["name"], entry["codec"]):
            return _strict(data, entry["codec"], entry["name"])
    return _strict(data, label, label)


def _legacy(data: bytes, lang: str | None) -> Decoded | None:
    """The most plausible of the table's encodings, those of `lang` first; a few words only need to look right."""
    entries: list[dict[str, Any]] = table("encodings")["encoding"]
    own = [entry for entry in entries if lang in entry["langs"]]
    for group in (own, entries):
        scored = [(_plausibility(data, entry), -i, entry) for i, entry in enumerate(group)]
        if scored and (best := max(scored, key=lambda item: item[:2]))[0] >= _CONVINCING:
            return _strict(data, best[2]["codec"], best[2]["name"])
    candidates = (_strict(data, entry["codec"], entry["name"]) for entry in own)
    return next((found for found in candidates if found and not _ODD.search(found.text)), None)


def _plausibility(data: bytes, entry: dict[str, Any]) -> float:
    """0-1: how well the bytes read in this encoding as one of its languages."""
    decoded = _strict(data, entry["codec"], entry["name"])
    if decoded is None:
        return 0.0
    sample = decoded.text[:_SAMPLE]
    guess = detect(sample)
    if guess.lang not in entry["langs"]:
        return 0.0
    foreign = [c for c in sample if c > "\x7f"]
    common = table("encodings")["common"].get(guess.lang, "")
    if common and sum(c in common for c in foreign) < _COMMON_SHARE * len(foreign):
        return 0.0
    odd = (len(_ODD.findall(sample)) + len(_RAISED.findall(sample))) / max(1, len(foreign))
    return guess.confidence * max(0.0, 1.0 - _ODD_WEIGHT * odd)


def _guessed(data: bytes) -> Decoded | None:
    """What charset-normalizer says, where the result then reads as some language."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or best.encoding.startswith("utf"):
        return None
    decoded = _strict(data, best.encoding, best.encoding.replace("_", "-"))
    return decoded if decoded and detect(decoded.text).confidence >= _CONVINCING else None
