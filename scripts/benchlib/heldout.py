"""Clean human translations that no rule was tuned on: PUD, Wikinews of TICO-19, the human references of WMT.

PUD has sentences, not articles: consecutive ones of a genre stand together as a pseudo-article of about 15 lines, so
names seldom recur in it. Every second article is sealed: it is counted and never listed, so that its figure stays held
out when the findings on the others have been read.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchlib.data import article, documents, lines, rows
from benchlib.injected import Pair

PUD, WIKINEWS, WMT = "pud_parallel.tsv", "tico19_wikinews", "mqm"
"""Where each part lies in the data."""
WMT_FILES = ("segments.tsv", "qe_train.tsv.gz")
"""Whole documents of news with human translations; the second file is the estimator's, no rule's."""
LINES = 15
"""Lines of a pseudo-article, and of the article that rates are given for."""
NO_TRANSLATIONS = frozenset({("Wikinews_1", "fr"), ("Wikinews_3", "fr")})
"""Files of TICO-19 whose lines translate other texts than their article (a review of coronaviruses)."""
HUMAN = "HUMAN"
"""How the names of human translators begin among the systems of WMT."""


def pairs(data: Path, langs: tuple[str, str]) -> list[Pair]:
    """Every article of the data in these two languages, in a fixed order."""
    found = [*_pud(data / PUD, langs), *_wikinews(data / WIKINEWS, langs)]
    for name in WMT_FILES:
        known = {pair.id for pair in found}
        found += [pair for pair in _wmt(data / WMT / name, langs) if pair.id not in known]
    return found


def sealed(found: Sequence[Pair]) -> frozenset[str]:
    """Ids of the articles whose findings nobody reads: every second one."""
    return frozenset(pair.id for pair in found[1::2])


def _pair(name: str, found: Sequence[tuple[str, str]], langs: tuple[str, str]) -> Pair:
    return Pair(name, tuple(s for s, _ in found), tuple(t for _, t in found), *langs)


def _pud(path: Path, langs: tuple[str, str]) -> Iterator[Pair]:
    genres: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(path):
        if row.keys() >= set(langs):
            genres[row["genre"]].append((row[langs[0]], row[langs[1]]))
    for genre, found in sorted(genres.items()):
        for number, lot in enumerate(_lots(found)):
            yield _pair(f"pud-{genre}-{number:02}", lot, langs)


def _lots(found: Sequence[tuple[str, str]]) -> Iterator[Sequence[tuple[str, str]]]:
    """Lots of nearly the same size, about `LINES`."""
    count = max(1, round(len(found) / LINES))
    for number in range(count):
        yield found[number * len(found) // count : (number + 1) * len(found) // count]


def _wikinews(folder: Path, langs: tuple[str, str]) -> Iterator[Pair]:
    for name in documents(folder):
        source, target = (article(folder, name, lang) for lang in langs)
        known = source.is_file() and target.is_file()
        if known and not NO_TRANSLATIONS.intersection((name, lang) for lang in langs):
            yield _pair(name.lower(), list(zip(lines(source), lines(target), strict=True)), langs)


def _wmt(path: Path, langs: tuple[str, str]) -> Iterator[Pair]:
    """One human translation of each segment: a rated one if there is one, the first by name; else the reference."""
    texts: dict[str, dict[int, list[tuple[str, str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(path):
        if row["domain"] != "news":
            continue
        rated = row["system"].startswith(HUMAN)
        target = row["mt"] if rated else row["ref"]
        if row["lp"] == "-".join(langs) and target:
            rank = row["system"] if rated else "reference"
            texts[row["doc"]][int(row["seg_id"])].append((rank, row["src"], target))
    for doc, segments in sorted(texts.items()):
        yield _pair(f"wmt-{doc}", [min(segments[number])[1:] for number in sorted(segments)], langs)
