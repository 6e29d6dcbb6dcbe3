"""The currency of a sum: the sign before it, the sign or the word after it."""

from functools import cache

import regex

from transcheck.data import table
from transcheck.text.number_fold import fold
from transcheck.text.word_table import looked_up

_LOOK = 3
"""Words after the number among which the currency may stand: 5 млн канадских долларов."""
_TOKEN = regex.compile(r"[ \-'.]{0,2}([\p{L}\p{M}]+(?:[\"'][\p{L}\p{M}]+)*|\p{Sc})")
_LONGEST = 4
"""Signs of the longest currency in Chinese, Japanese and Korean."""


@cache
def _signs() -> tuple[regex.Pattern[str], regex.Pattern[str], dict[str, str]]:
    names = {
        fold(sign, "").text: name
        for name, entry in table("currencies").items()
        for sign in entry.get("signs", "").split()
    }
    body = "|".join(regex.escape(sign) for sign in sorted(names, key=len, reverse=True))
    edge = r"(?<![\p{L}\p{M}])"
    return (
        regex.compile(rf".*{edge}({body}) ?$", regex.DOTALL),
        regex.compile(rf" ?({body})(?![\p{{L}}\p{{M}}])"),
        names,
    )


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    for name, entry in table("currencies").items():
        for word in entry.get("words", "").split():
            kept = stems if word.endswith("*") else exact
            kept[fold(word.rstrip("*").replace("_", " "), "").text] = name
    return exact, stems


def currencies(before: str, after: str) -> tuple[str, ...]:
    """Names of the currencies (data/currencies.toml) that folded text ending at a number and beginning at its end can
    mean; () if none."""
    first, last, names = _signs()
    if match := first.match(before):
        return (names[match[1]],)
    if match := last.match(after):
        return (names[match[1]],)
    at = 0
    for _ in range(_LOOK):
        token = _TOKEN.match(after, at)
        if token is None:
            return ()
        # Of d'euros, what stands after the apostrophe is asked too.
        words = token[1], token[1].rpartition("'")[2]
        if found := next((name for word in words if (name := looked_up(word, *_words(), _LONGEST))), None):
            return (found,)
        at = token.end()
    return ()
