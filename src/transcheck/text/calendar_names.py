"""How a language writes a month or a weekday."""

from functools import cache

from transcheck.text.fold import fold


@cache
def calendar_name(key: str, lang: str) -> str | None:
    """The name of what a quantity's key says (month:6, weekday:3) in `lang`; None where it has no single name."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_day_names, get_month_names

    kind, _, number = key.partition(":")
    if not number.isdecimal():
        return None
    try:
        if kind == "month":
            return str(get_month_names("wide", "stand-alone", lang)[int(number)])
        if kind == "weekday":
            return str(get_day_names("wide", "stand-alone", lang)[int(number) - 1])
    except (UnknownLocaleError, ValueError, KeyError):
        return None
    return None


@cache
def calendar_words(lang: str) -> frozenset[str]:
    """Months and weekdays, folded: like names in their capitals, and like each other (Tuesday, Thursday)."""
    keys = [*(f"month:{number}" for number in range(1, 13)), *(f"weekday:{number}" for number in range(1, 8))]
    return frozenset(fold(name) for key in keys if (name := calendar_name(key, lang)))
