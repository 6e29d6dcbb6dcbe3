"""Name links against the gold entities of `pud_parallel.tsv`, English into another language; a document is an article.

Where both sides have gold (ru, zh, de), an English entity is paired with the other side's entity of its kind that
is spelled most alike or, of those that are not, stands at the same rank; what cannot be paired (another number of
entities of the kind) is left out. Recall: pairs that a link joins. Precision: of the links that touch a paired
entity of English, those whose other end touches its pair. For the other languages: recall of entity words that
`names_projected` can tell.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchlib.data import rows
from benchlib.injected import Pair, text_of
from benchlib.injection_run import run_pairs
from benchlib.names_english import Name
from benchlib.names_projected import Projection, spelled
from benchlib.output import table
from transcheck.model.terms import NAMES
from transcheck.model.text import Span

GOLD = ("ru", "zh", "de")
TEXTS = ("ar", "fr", "es", "ko", "tr", "hi")
Joined = tuple[Span, Span]


def _documents(path: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(path):
        found[row["doc_id"]].append(row)
    return found


def _entities(row: dict[str, str], lang: str) -> Iterator[tuple[str, str]]:
    for item in row[f"entities_{lang}"].split(" | "):
        kind, _, text = item.partition(":")
        if text and row[lang].count(text) == 1:
            yield kind, text


def _gold(row: dict[str, str], lang: str) -> Iterator[tuple[str, str]]:
    """Entities that are one, English first."""
    ours, theirs = list(_entities(row, "en")), list(_entities(row, lang))
    for kind in ("PER", "LOC", "ORG"):
        english, other = ([text for k, text in side if k == kind] for side in (ours, theirs))
        if len(english) != len(other):
            continue
        left = list(other)
        for text in sorted(english, key=lambda t: -max((spelled(t, o) for o in other), default=0)):
            best = max(left, key=lambda o: spelled(text, o))
            # Not spelled alike: the order of the text decides.
            same_rank = other[english.index(text)]
            chosen = best if spelled(text, best) >= 0.5 or same_rank not in left else same_rank
            left.remove(chosen)
            yield text, chosen


def _span(lines: Sequence[str], number: int, text: str) -> Span:
    start = sum(len(line) + 1 for line in lines[:number]) + lines[number].index(text)
    return Span(start, start + len(text))


def _pair(name: str, found: list[dict[str, str]], lang: str) -> Pair:
    return Pair(name, tuple(r["en"] for r in found), tuple(r[lang] for r in found), "en", lang)


def _joined(documents: dict[str, list[dict[str, str]]], lang: str) -> dict[str, list[Joined]]:
    """Gold links of every document, or links of names that can be told by their spelling."""
    if lang in GOLD:
        return {
            name: [
                (_span([r["en"] for r in found], n, a), _span([r[lang] for r in found], n, b))
                for n, row in enumerate(found)
                for a, b in _gold(row, lang)
            ]
            for name, found in documents.items()
        }
    english = {name: [r["en"] for r in found] for name, found in documents.items()}
    other = {name: [r[lang] for r in found] for name, found in documents.items()}
    projection = Projection(english, other, lang)
    out: dict[str, list[Joined]] = defaultdict(list)
    for name, found in documents.items():
        for n, row in enumerate(found):
            for word in {w for _, text in _entities(row, "en") for w in text.split() if w[0].isupper() and len(w) > 3}:
                if row["en"].count(word) != 1:
                    continue
                at = row["en"].index(word)
                told = projection.find(name, Name(n, Span(at, at + len(word)), word, word, False))
                if told and spelled(word, told.text) >= 0.75:
                    start = sum(len(line) + 1 for line in other[name][:n])
                    theirs = Span(start + told.span.start, start + told.span.end)
                    out[name].append((_span(english[name], n, word), theirs))
    return {name: sorted(each) for name, each in out.items()}


def _measured(documents: dict[str, list[dict[str, str]]], lang: str) -> dict[str, Any]:
    gold = _joined(documents, lang)
    found = {name: _pair(name, each, lang) for name, each in documents.items()}
    results = run_pairs([(name, pair, text_of(pair.target)) for name, pair in found.items()])
    recalled = wanted = right = touching = 0
    for name, result in results.items():
        links = [
            (link.source.span, link.target.span)
            for link in result.links
            if link.kind in NAMES and link.source and link.target
        ]
        for source, target in gold.get(name, ()):
            touched = [t for s, t in links if s.overlaps(source)]
            hits = sum(t.overlaps(target) for t in touched)
            wanted, recalled = wanted + 1, recalled + bool(hits)
            touching, right = touching + len(touched), right + hits
    figures: dict[str, Any] = {"names": wanted, "recall": recalled / max(wanted, 1)}
    if lang in GOLD:
        figures["precision"] = right / max(touching, 1)
    return figures


def link_figures(data: Path, langs: Sequence[str]) -> dict[str, Any]:
    """Recall, and precision where there is gold, per language."""
    documents = _documents(data / "pud_parallel.tsv")
    figures = {f"en-{lang}": _measured(documents, lang) for lang in (*GOLD, *TEXTS) if lang in langs}
    print("\nName links on PUD: gold entities (ru, zh, de), names told by spelling (others)")
    print(
        table(
            ("pair", "names", "recall", "precision"),
            [(p, f["names"], f["recall"], f.get("precision")) for p, f in figures.items()],
        )
    )
    return figures
