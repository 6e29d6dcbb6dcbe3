"""Where an English name stands in a parallel line of another language: by recurrence, spelling and the tables.

Evidence: (1) recurrence: the Dice coefficient, over all lines of all articles, between the lines that have the
English name and the lines that have the candidate; (2) spelling: the candidate put into ASCII letter by letter
(`anyascii`) and the English name, both reduced to classes of consonants (Soundex), compared by edit distance; (3)
the product's tables of people and places as plain lists of forms. The product's linker, its comparison of sounds
and the encoder have no part in it. A name that is neither spelled alike nor recurrent nor in a table is not located
and so never injected: a bias towards names that a reader of both scripts can tell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex
from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from benchlib.names_english import Name
from transcheck.data import rows
from transcheck.model.text import Span

_TOKEN = regex.compile(r"[\p{L}\p{M}]+(?:['’׳][\p{L}\p{M}]+)*")
_HAN = regex.compile(r"\p{Han}+")
_KANA = regex.compile(r"[\p{Katakana}ー]{2,}")
_CLITICS = {
    "ar": ("وبال", "وال", "بال", "لل", "فال", "كال", "ال", "و", "ب", "ل", "ف", "ك"),
    "he": ("וה", "שה", "ל", "ב", "ו", "מ", "ה", "ש", "כ"),
    "fa": ("و",),
}
_STEM = 5
"""First letters by which recurrence counts the inflected forms of a word as one."""
SPELLED = 0.75
RECURRENT = 0.75
_STRETCHES = frozenset({"zh", "ja", "ko"})
"""Languages whose candidates are stretches of letters, not words."""
CASED = frozenset({"ru", "uk", "de", "fr", "es", "tr"})
_CLASSES = str.maketrans("bpfvwcgjkqsxzdtlrmn", "11111222222223344" + "55")


@lru_cache(maxsize=200000)
def skeleton(text: str) -> str:
    """Classes of the consonants; a vowel at the start is kept as one sign, doubles count once."""
    plain = anyascii(text).lower().replace("ng", "n")
    coded = "".join(c for c in plain.translate(_CLASSES) if c.isdigit())
    return ("A" if plain[:1] in "aeiou" else "") + regex.sub(r"(\d)\1+", r"\1", coded)


def spelled(first: str, second: str) -> float:
    """How alike two names are spelled across scripts, 0-1: mostly the consonants."""
    a, b = skeleton(first), skeleton(second)
    if len(a) < 2 or len(b) < 2:
        return 0.0
    whole = Levenshtein.normalized_similarity(anyascii(first).lower(), anyascii(second).lower())
    return 0.8 * Levenshtein.normalized_similarity(a, b) + 0.2 * whole


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a line that may be a name, and what recurrence counts it by."""

    span: Span
    text: str
    stem: str


def candidates(line: str, lang: str) -> Iterator[Candidate]:
    """Words without clitics, beginnings of Korean words, runs of katakana, 2 to 6 Chinese characters in a row."""
    if lang in ("zh", "ja"):
        for run in _HAN.finditer(line):
            for size in range(2, 7):
                for at in range(run.start(), run.end() - size + 1):
                    yield _candidate(line, at, at + size)
        yield from (_candidate(line, *run.span()) for run in (_KANA.finditer(line) if lang == "ja" else ()))
        return
    for token in _TOKEN.finditer(line):
        start, end = token.span()
        if lang == "ko" and not token.group().isascii():
            yield from (_candidate(line, start, at) for at in range(start + 2, min(end, start + 8) + 1))
            continue
        yield _candidate(line, start, end, _STEM)
        for clitic in _CLITICS.get(lang, ()):
            if token.group().startswith(clitic) and end - start - len(clitic) > 2:
                yield _candidate(line, start + len(clitic), end, _STEM)


def _candidate(line: str, start: int, end: int, stem: int | None = None) -> Candidate:
    text = line[start:end]
    return Candidate(Span(start, end), text, text.lower()[:stem])


@cache
def _tables(lang: str) -> dict[str, frozenset[str]]:
    """English forms, word by word where they have as many, to the forms of the other language."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in (*rows("people"), *rows("places")):
        english, other = (
            {f.strip("!?") for cell in row.get(code, "").split("|") for f in cell.split("~")} for code in ("en", lang)
        )
        for form in english - {""}:
            found[form.lower()] |= {f.lower() for f in other if f}
    return {form: frozenset(others) for form, others in found.items()}


class Projection:
    """Finds English names in the parallel lines of one language."""

    def __init__(self, english: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]], lang: str) -> None:
        """`english` and `other`: article name to lines."""
        self.lang, self.english = lang, english
        self.other = other
        self.lines_with: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self.common = Counter[str]()
        for article, lines in other.items():
            for number, line in enumerate(lines):
                for stem in {c.stem for c in candidates(line, lang)}:
                    self.lines_with[stem].add((article, number))
                self.common.update(t for t in _TOKEN.findall(line) if t[0].islower())

    @lru_cache(maxsize=20000)  # noqa: B019
    def _english_lines(self, key: str) -> frozenset[tuple[str, int]]:
        pattern = regex.compile(rf"\b{regex.escape(key)}\b")
        return frozenset(
            (article, n)
            for article, lines in self.english.items()
            for n, line in enumerate(lines)
            if pattern.search(line)
        )

    def find(self, article: str, name: Name) -> Name | None:
        """The English name word `name` in the other language, or None where it cannot be told for sure."""
        line = self.other[article][name.line]
        known = _tables(self.lang).get(name.key.lower(), frozenset())
        rated = [
            (*self._rated(c, name.key, known), -c.span.start, c)
            for c in candidates(line, self.lang)
            if self.lang not in CASED or (c.text[0].isupper() and c.text.lower() not in self.common)
        ]
        best = max(rated, key=lambda r: r[:3], default=None)
        if best is None or best[0] <= 0:
            return None
        found = best[-1]
        return Name(name.line, found.span, found.text, name.key, name.person)

    def _rated(self, candidate: Candidate, key: str, known: frozenset[str]) -> tuple[float, float]:
        """(rating, length): 0 if the evidence is too thin."""
        ours, theirs = self._english_lines(key), self.lines_with[candidate.stem]
        dice = 2 * len(ours & theirs) / max(len(ours) + len(theirs), 1)
        alike = spelled(key, candidate.text)
        both = len(ours & theirs)
        recurs = dice >= RECURRENT and both > 2 and (alike > 0.3 or self.lang in _STRETCHES)
        # A word that stands in many more lines than the name is another word.
        odd = len(theirs) > 3 * len(ours) + 2
        if self.lang in _STRETCHES:  # many stretches, so that one is alike by chance
            by_sound = (alike > 0.45 and both > 1 and dice >= 0.6) or (alike >= 0.85 and len(skeleton(key)) > 2)
        else:
            by_sound = alike >= SPELLED
        listed = candidate.text.lower() in known
        enough = listed or recurs or (by_sound and not odd)
        return ((listed + dice + alike) if enough else 0.0), float(len(candidate.text))
