"""Writes a number as a news text in a language would."""

from functools import cache

from transcheck.text.numerals import find_numerals

_COMPACT_FROM = 1e6
_LEAST = 1e-3


@cache
def _locale(lang: str) -> str:
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        return str(Locale.parse(lang))
    except (UnknownLocaleError, ValueError):
        return "en"


def format_number(value: float, lang: str) -> str:
    """`value` with the grouping, decimal sign and, from a million on, the scale word of `lang`: 2.5 million, 250万.

    The scale word is used only where nothing of the value is lost.
    """
    from babel.numbers import format_compact_decimal, format_decimal

    locale = _locale(lang)
    if value >= _COMPACT_FROM:
        for style in ("long", "short"):
            try:
                compact = str(format_compact_decimal(value, format_type=style, locale=locale, fraction_digits=3))
            except KeyError:
                # CLDR has no long style for Chinese, Japanese and Korean.
                continue
            read = find_numerals(compact, lang)
            if len(read) == 1 and any(abs(v - value) < _LEAST for v in read[0].values):
                return compact
    return str(format_decimal(value, locale=locale))


def format_plain(value: float) -> str:
    """Digits alone, for years and parts of dates."""
    return f"{value:.12g}"
