"""Language codes: which there are, what they are called, which of them the encoder knows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from transcheck.data import rows, table
from transcheck.errors import InputError, UsageError

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Language:
    """One ISO 639-1 language."""

    code: str
    name: str
    """Its English name."""
    scripts: tuple[str, ...]
    """Unicode script names, the usual one first."""
    encoder: bool
    """Whether XLM-R, the encoder's vocabulary and pre-training, knows it."""


@cache
def languages() -> Mapping[str, Language]:
    """Every ISO 639-1 language by code."""
    return {
        row["code"]: Language(row["code"], row["name"], tuple(row["script"].split(",")), row["encoder"] == "yes")
        for row in rows("langs")
    }


def language_name(code: str) -> str:
    """Name and code for messages: 'Arabic (ar)'; the bare code where the name is not known."""
    known = languages().get(code)
    return f"{known.name} ({code})" if known else code


def parse_lang(value: str) -> str:
    """The ISO 639-1 code that a language tag begins with: zh for 'zh-Hans', pt for 'pt_BR', he for 'iw'.

    Raises UsageError, with the nearest code as its hint, for anything that is no tag of a known language.
    """
    tag = _TAG.fullmatch(value.strip())
    primary = tag[1].lower() if tag else ""
    code = table("langs")["aliases"].get(primary, primary)
    if code in languages():
        return str(code)
    raise UsageError(f"unknown language code {value!r}", hint=_suggestion(value))


def _suggestion(value: str) -> str:
    word = value.strip().lower()
    names = {language.name.lower(): code for code, language in languages().items()}
    code = table("langs")["mistakes"].get(word) or names.get(word)
    if code is None and (near := get_close_matches(word, names, n=1, cutoff=0.75)):
        code = names[near[0]]
    if code is None and (near := get_close_matches(word, languages(), n=1, cutoff=0.6)):
        code = near[0]
    if code is None:
        return "use an ISO 639-1 code such as en, ar or zh-Hans"
    return f"did you mean {code!r}, {languages()[code].name}?"


def check_encodable(lang: str, path: str | None = None) -> None:
    """Raise InputError when the encoder (XLM-R's languages) does not know `lang`."""
    known = languages().get(lang)
    if known is None or not known.encoder:
        raise InputError(
            f"the encoder does not know {language_name(lang)}",
            path=path,
            hint="it was trained on the languages of XLM-R; articles in others cannot be aligned",
        )
