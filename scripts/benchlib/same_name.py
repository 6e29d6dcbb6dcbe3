"""Same-name verification on `names/`: is an English name the rendering of a source name?

Positives are the pairs of the file. The hard negative of each is the other English name of the file that is
nearest to the romanised source (`anyascii`, edit distance), unless the file itself pairs the two. `distinct`
takes the nearest name whose consonants differ in Soundex class from the right one, as Jon and John are told apart
by no script but Latin; `any` takes the nearest at all.

The files were mined from Wikidata word by word, so that a family name may be paired with a given name (Korean and
Japanese order). Positives whose romanised consonants share less than a third, or are too few to compare, are
taken for such and left out; `auc_raw` keeps them. The filter (`names_projected.spelled`) is nearer to the
baselines' comparison than to ours. A full name is compared in every rotation of its words, by every method. Names
fall into two halves by a hash of the English name: tables are developed on `dev`, figures are of `test`.
"""

import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from benchlib.data import rows
from benchlib.names_projected import skeleton, spelled
from benchlib.output import say, table
from transcheck.link.names_parts import SOUNDS
from transcheck.text.same_name import similarity

Score = Callable[[str, str], float]
TYPES = {"PER-token": "part", "PER": "full", "LOC-country": "country"}
MISPAIRED = 1 / 3
MIXED = 0.5
"""Threshold of the baselines, as in FACTS."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A source name, an English name, whether they are one, and which half and set the trial is in."""

    source: str
    english: str
    same: bool
    half: str
    hard: str
    """any or distinct, both for a positive."""
    mispaired: bool = False
    """A positive that the file seems to pair wrongly, or too short to tell."""


def half(english: str) -> str:
    """The half that an English name falls into."""
    return ("dev", "test")[zlib.crc32(english.lower().encode()) % 2]


def pairs(path: Path, kind: str) -> list[tuple[str, str]]:
    """The distinct pairs of one type in a file; ANETAC's mined rows are noise and left out."""
    return list(
        dict.fromkeys(
            (r["source_name"], r["english_name"]) for r in rows(path) if r["type"] == kind and r["origin"] != "ANETAC"
        )
    )


def trials(found: Sequence[tuple[str, str]]) -> list[Trial]:
    """Positives and their hard negatives."""
    paired: dict[str, set[str]] = defaultdict(set)
    for source, english in found:
        paired[source].add(english)
    names = sorted({english for _, english in found})
    sources = sorted(paired)
    plain = [anyascii(name).lower() for name in names]
    near = process.cdist([anyascii(s).lower() for s in sources], plain, scorer=Levenshtein.normalized_similarity)
    order = {source: np.argsort(-near[n], kind="stable")[:50] for n, source in enumerate(sources)}
    out = []
    for source, english in found:
        part = half(english)
        out.append(Trial(source, english, True, part, "both", _spelled(source, english) < MISPAIRED))
        others = [names[n] for n in order[source] if names[n] not in paired[source]]
        apart = [o for o in others if all(skeleton(o) != skeleton(right) for right in paired[source])]
        out += [
            Trial(source, other[0], False, part, hard)
            for hard, other in (("any", others), ("distinct", apart))
            if other
        ]
    return out


def rotations(name: str) -> list[str]:
    """A name with its words in every rotation: the family name first or last."""
    words = name.replace(",", "").split()
    return [" ".join(words[n:] + words[:n]) for n in range(len(words))] or [name]


def _spelled(source: str, english: str) -> float:
    return max(spelled(name, english) for name in rotations(source))


def auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The chance that a positive scores above a negative; ties count half."""
    ordered = np.sort(np.asarray(wrong))
    below = np.searchsorted(ordered, right, "left")
    through = np.searchsorted(ordered, right, "right")
    return float(np.mean((below + through) / 2) / max(len(ordered), 1))


def judged(found: Sequence[Trial], score: Score, threshold: float, half: str, hard: str) -> dict[str, float]:
    """AUC, and at the threshold accuracy and shares of right and wrong pairs accepted."""
    rated = [
        (max(score(name, t.english) for name in rotations(t.source)), t)
        for t in found
        if t.half == half and t.hard in ("both", hard)
    ]
    right = [s for s, t in rated if t.same and not t.mispaired]
    wrong = [s for s, t in rated if not t.same]
    accepted, refused = sum(s >= threshold for s in right), sum(s < threshold for s in wrong)
    return {
        "trials": len(right) + len(wrong),
        "auc": auc(right, wrong),
        "auc_raw": auc([s for s, t in rated if t.same], wrong),
        "accuracy": (accepted + refused) / max(len(right) + len(wrong), 1),
        "true_positive": accepted / max(len(right), 1),
        "false_positive": 1 - refused / max(len(wrong), 1),
    }


def _compared(romanised: Callable[[str], str]) -> Score:
    """FACTS' comparison of a romanised name: edit similarity of consonant skeletons and of the letters, evenly."""

    def bare(text: str) -> str:
        return "".join(c for c in text if c not in "aeiouyhw'’- ")

    def score(source: str, english: str) -> float:
        ours, theirs = romanised(source).lower(), anyascii(english).lower()
        similar = Levenshtein.normalized_similarity
        return (similar(bare(ours), bare(theirs)) + similar(ours, theirs)) / 2

    return score


def baselines() -> dict[str, Score | str]:
    """The baselines of FACTS that this machine has; for the others, what is missing."""
    found: dict[str, Score | str] = {"anyascii": _compared(lambda name: anyascii(name))}
    try:
        import icu

        latin = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII")
        found["icu"] = _compared(lambda name: str(latin.transliterate(name)))
    except ImportError:
        found["icu"] = "PyICU is not installed"
    try:
        from romanizer import romanize

        found["romanizer"] = _compared(lambda name: str(romanize(name)))
    except ImportError:
        found["romanizer"] = "romanizer is not installed"
    return found


def verify_figures(data: Path, langs: Sequence[str]) -> dict[str, Any]:
    """Per language and type of name, on the `test` half: ours at the shipped threshold, and the baselines."""
    scores: dict[str, Any] = {"transcheck": similarity, **baselines()}
    missing = {name: score for name, score in scores.items() if isinstance(score, str)}
    for name, why in missing.items():
        say(f"baseline {name} left out: {why}")
    figures: dict[str, Any] = {"missing": missing, "threshold": SOUNDS, "baseline_threshold": MIXED}
    lines = []
    for lang in langs:
        for kind, title in TYPES.items():
            found = trials(pairs(data / "names" / f"{lang}.tsv", kind))
            for name, score in scores.items() if found else ():
                if name in missing:
                    continue
                threshold = SOUNDS if name == "transcheck" else MIXED
                for hard in ("distinct", "any"):
                    result = judged(found, score, threshold, "test", hard)
                    figures.setdefault(lang, {}).setdefault(title, {}).setdefault(name, {})[hard] = result
                    lines.append((f"{lang} {title} {hard}", name, *result.values()))
    print("\nSame-name verification, test half")
    print(table(("names", "method", "trials", "AUC", "AUC raw", "accuracy", "true pos", "false pos"), lines))
    return figures
