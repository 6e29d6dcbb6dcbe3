"""Where a source without spaces has a name: the signs that sound like one of its renderings."""

from collections.abc import Collection
from functools import lru_cache

import regex

from transcheck.text.phonetic import similarity

SOUNDS = 0.6
"""Similarity of sound from which signs have the name."""
PIECES = range(2, 6)
"""Signs of a name."""
_RUN = regex.compile(r"[\p{Han}\p{Katakana}ー]+")


@lru_cache(maxsize=4096)
def shared_piece(usual: str, here: str, texts: tuple[str, ...]) -> str:
    """The signs that `here` shares with all of `texts`, where `usual` renders them: those most like it in sound."""
    best, rating = "", SOUNDS
    for run in _RUN.findall(here):
        for piece in _windows(run):
            if all(piece in text for text in texts) and similarity(piece, usual) > rating:
                best, rating = piece, similarity(piece, usual)
    return best


def linked_piece(usual: str, here: str, places: Collection[int]) -> str:
    """The signs of `here` most like `usual` in sound, among those with one at one of these places."""
    best, rating = "", SOUNDS
    for run in _RUN.finditer(here):
        for at, piece in _placed(run.group(), run.start()):
            if any(at <= place < at + len(piece) for place in places) and similarity(piece, usual) > rating:
                best, rating = piece, similarity(piece, usual)
    return best


def _windows(run: str) -> list[str]:
    return [piece for _, piece in _placed(run, 0)]


def _placed(run: str, start: int) -> list[tuple[int, str]]:
    return [(start + at, run[at : at + size]) for size in PIECES for at in range(len(run) - size + 1)]
