"""Article pairs of `ntrex` in one direction, with the names that injections draw from."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchlib.data import article, documents, lines
from benchlib.inject_names import Named
from benchlib.injected import Pair
from benchlib.names_english import Name, english_texts, vocabulary, whole, words
from benchlib.names_projected import Projection
from transcheck.model.text import Span

FOREIGN = 30
"""Names and sentences of other articles that a replacement may draw from."""


@dataclass(frozen=True, slots=True)
class Texts:
    """All articles of one language pair, English on one side or on neither."""

    articles: tuple[str, ...]
    english: dict[str, list[str]]
    sides: tuple[dict[str, list[str]], dict[str, list[str]]]
    langs: tuple[str, str]


def texts(data: Path, langs: tuple[str, str]) -> Texts:
    """Reads `ntrex/`."""
    folder = data / "ntrex"
    names = documents(folder)
    read = {lang: {n: lines(article(folder, n, lang)) for n in names} for lang in {*langs, "en"}}
    return Texts(tuple(names), read["en"], (read[langs[0]], read[langs[1]]), langs)


def pairs(found: Texts) -> list[Pair]:
    """The pairs as lines."""
    source, target = found.sides
    return [Pair(n, tuple(source[n]), tuple(target[n]), *found.langs) for n in found.articles]


def named(data: Path, found: Texts, seed: str) -> list[Named]:
    """The pairs with their names."""
    small = vocabulary(english_texts(data))
    english = {n: words(found.english[n], small) for n in found.articles}
    sides = [english if lang == "en" else _projected(found, english, number) for number, lang in enumerate(found.langs)]
    wholes = {n: _wholes(sides[1][n], found.sides[1][n], found.langs[1]) for n in found.articles}
    everything = [name for n in found.articles for name in wholes[n]]
    out = []
    for pair in pairs(found):
        rng = random.Random(f"{seed}:{pair.id}")
        here = {word for name in wholes[pair.id] for word in name.key.split()}
        foreign = [name for name in everything if not here & set(name.key.split())]
        others = rng.sample(foreign, min(FOREIGN, len(foreign)))
        source = {(name.line, name.key): name.span for name in sides[0][pair.id]}
        lines = [line for n in found.articles if n != pair.id for line in found.sides[1][n][1:]]
        sentences = tuple(rng.sample(lines, min(FOREIGN, len(lines))))
        out.append(Named(pair, tuple(sides[1][pair.id]), tuple(wholes[pair.id]), source, tuple(others), sentences))
    return out


def _projected(found: Texts, english: dict[str, list[Name]], number: int) -> dict[str, list[Name]]:
    projection = Projection(found.english, found.sides[number], found.langs[number])
    return {n: list(_distinct(projection.find(n, name) for name in english[n])) for n in found.articles}


def _distinct(names: Iterator[Name | None]) -> Iterator[Name]:
    """Found names without those that share letters with one before."""
    taken: list[Name] = []
    for name in names:
        if name and not any(name.line == t.line and name.span.overlaps(t.span) for t in taken):
            taken.append(name)
            yield name


def _wholes(found: list[Name], side: list[str], lang: str) -> list[Name]:
    """Whole names; without capitals, name words that touch or are a space or dot apart, in the order of the line."""
    if lang == "en":
        return whole(found, side)
    out: list[Name] = []
    for name in sorted(found, key=lambda n: (n.line, n.span.start)):
        last = out[-1] if out and out[-1].line == name.line else None
        if last and side[name.line][last.span.end : name.span.start] in ("", " ", "·", "・", "-"):
            span = Span(last.span.start, name.span.end)
            person = last.person or name.person
            out[-1] = replace(
                last, span=span, text=span.of(side[name.line]), key=f"{last.key} {name.key}", person=person
            )
        else:
            out.append(name)
    return out
