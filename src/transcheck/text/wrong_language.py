"""Tells that a sentence is surely not in the language that it should be in, and which one it is in."""

from functools import cache

import regex

from transcheck.data import table
from transcheck.text.langid import Guess, are_confused, detect, script_share
from transcheck.text.langs import languages

LEAST_LETTERS = 40
"""Letters of a sentence that is judged (a Chinese, Japanese or Korean one counts three times): less is often names."""
LEAST_LETTERS_FOREIGN = 25
"""The same in letters that the language is not written in."""
FOREIGN = 0.1
"""Up to this share of letters of the language's own, a sentence is in another writing."""
SURE, SURE_CONFUSED = 0.8, 0.95
"""Least confidence of the detector; between languages that detectors confuse, with half as many letters again."""
TELLING, LEAST_TELLING = 0.15, 2
"""Share and number of words (Chinese: twice as many characters) in letters that the language does not write, from which
they confirm the detector: a name or two may be left in another spelling."""
LEAST_LOWER = 3
"""Words in lower case that running text has, in scripts with capitals; the rest may be a row of names."""
LEAST_KANA = 0.25
"""Share of kana from which a text is surely Japanese; one that is surely Chinese has none."""

_HAN_OR_KANA = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_HAN = regex.compile(r"\p{Han}")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_LOWER = regex.compile(r"(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*+")
_LETTER = regex.compile(r"\p{L}")
_CASED = regex.compile(r"[\p{Lu}\p{Ll}]")


def wrong_language(text: str, lang: str) -> str | None:
    """The ISO 639-1 language of a sentence that is surely not in `lang`; None where it is, or may be.

    The detector must be sure of the sentence and, in scripts with capitals, say the same of its words in lower case.
    It takes no sentence of ntrex's, in 14 languages, for one in another, and is sure of nine in ten.
    """
    guess = detect(text)
    if guess.lang not in languages() or guess.lang == lang or not _sure(guess, text, lang):
        return None
    return guess.lang if _running(text, guess.lang) else None


def _running(text: str, lang: str | None) -> bool:
    """Whether the text is more than names, as far as capitals tell."""
    if 2 * len(_CASED.findall(text)) < len(_LETTER.findall(text)):
        return True
    lower = _LOWER.findall(text)
    return len(lower) >= LEAST_LOWER and detect(" ".join(lower)).lang == lang


def _sure(guess: Guess, text: str, lang: str) -> bool:
    if {guess.lang, lang} == {"zh", "ja"}:
        kana, letters = len(_KANA.findall(text)), len(_HAN_OR_KANA.findall(text))
        if guess.lang == "ja":
            return guess.letters >= LEAST_LETTERS and kana >= LEAST_KANA * letters
        return kana == 0 and guess.letters >= (1 if _only_chinese(text) else 2) * LEAST_LETTERS
    if guess.lang and are_confused(guess.lang, lang) and not _unwritten(text, lang):
        return 2 * guess.letters >= 3 * LEAST_LETTERS and guess.confidence >= SURE_CONFUSED
    foreign = script_share(text, lang) < FOREIGN
    return guess.letters >= (LEAST_LETTERS_FOREIGN if foreign else LEAST_LETTERS) and guess.confidence >= SURE


@cache
def _letters(lang: str) -> regex.Pattern[str] | None:
    letters = table("langs")["unwritten"].get(lang)
    return regex.compile(f"[{letters}]", regex.IGNORECASE) if letters else None


def _unwritten(text: str, lang: str) -> bool:
    """Whether several words have letters that `lang` does not write."""
    letters, words = _letters(lang), text.split()
    telling = sum(bool(letters.search(word)) for word in words) if letters else 0
    return telling >= max(LEAST_TELLING, TELLING * len(words))


def _only_chinese(text: str) -> bool:
    """Whether several characters are none of Japan's standard ones (JIS X 0208): simplified ones, most of them."""
    return sum(not character.encode("shift_jis", "ignore") for character in _HAN.findall(text)) >= 2 * LEAST_TELLING
