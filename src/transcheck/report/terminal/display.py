"""Article text made safe to show: nothing in it can move the cursor, turn the writing direction or break a table."""

import re
import unicodedata

from transcheck.text.langs import languages

FIRST_STRONG_ISOLATE = "\u2068"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
POP_ISOLATE = "\u2069"

RTL_SCRIPTS = frozenset({"Adlam", "Arabic", "Hebrew", "Nko", "Syriac", "Thaana"})

_SPACE = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029 ]+")
_REPLACEMENT = "\ufffd"
# Format characters that people see or that shape letters: ZWNJ in Persian, number signs of Arabic and Syriac.
_KEPT_FORMAT = frozenset("\u200c\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")

# Hebrew to Arabic with its extensions and presentation forms; runs may hold spaces, joiners and combining marks.
_RTL_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_RUN = re.compile(rf"[{_RTL_LETTER}](?:[{_RTL_LETTER}\u200c .,0-9-]*[{_RTL_LETTER}])?")


def plain(text: str) -> str:
    """`text` on one line: white space as single spaces, controls as visible signs, bidi and format characters gone."""
    return "".join(map(visible, _SPACE.sub(" ", text)))


def visible(char: str) -> str:
    """One character as it may be shown: itself, a sign that stands for it, or ''."""
    if char.isascii() and char.isprintable():
        return char
    category = unicodedata.category(char)
    if category == "Cc":
        return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\u2421" if char == "\x7f" else _REPLACEMENT
    if category in ("Cs", "Cn"):
        return _REPLACEMENT
    if category in ("Zl", "Zp"):
        return " "
    if category == "Cf":
        return char if char in _KEPT_FORMAT else ""
    return char


def is_rtl(lang: str) -> bool:
    """Whether a language is usually written from right to left."""
    known = languages().get(lang)
    return known is not None and known.scripts[0] in RTL_SCRIPTS


def isolated(text: str) -> str:
    """A sentence of ours, cleaned, with every right-to-left run in its own isolate, as in: "Peskoff" for بيسكوف."""
    return with_isolates(plain(text))


def with_isolates(text: str) -> str:
    """`text`, as it is, with isolates around its right-to-left runs."""
    return _RTL_RUN.sub(lambda match: f"{FIRST_STRONG_ISOLATE}{match[0]}{POP_ISOLATE}", text)
