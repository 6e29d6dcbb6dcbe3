"""DEMETR's perturbed translations: is the perturbation found, and is the unperturbed translation left alone?

Each row is a pair of one sentence. A perturbation is found if the perturbed translation draws a finding of the wanted
rules (the same rule, term and rendering) that the unperturbed one does not draw. The translations are MT, so that some
of what the unperturbed ones draw is true.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchlib.clean import listing, live
from benchlib.data import rows
from benchlib.injected import Pair
from benchlib.injection_run import run_pairs
from benchlib.output import table
from transcheck.model.findings import Finding
from transcheck.model.result import PairResult

LANGS = {
    "chinese_simple": "zh", "czech": "cs", "french": "fr", "german": "de", "hindi": "hi", "italian": "it",
    "japanese": "ja", "polish": "pl", "russian": "ru", "spanish": "es",
}  # fmt: skip
FOREIGN = frozenset({"cs", "it", "pl"})
"""Languages that the project has no tables for; they are reported apart."""
NAMES = {"critical_id9_ne_replaced": "replaced", "critical_id25_ne_removed": "removed"}


def _pair(row: dict[str, str], number: int) -> Pair:
    return Pair(str(number), (row["src"],), (row["mt_en"],), LANGS[row["src_lang"]], "en")


def _said(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.term, finding.rendering


def _new(clean: PairResult, changed: PairResult, rules: tuple[str, ...]) -> list[Finding]:
    before = {_said(finding) for finding in live(clean, frozenset())}
    return [f for f in live(changed, frozenset()) if f.rule.startswith(rules) and _said(f) not in before]


def measured(path: Path, kinds: dict[str, str], rules: dict[str, tuple[str, ...]], verbose: bool) -> dict[str, Any]:
    """Per kind and language: rows, share detected, findings of the kind's rules an unperturbed sentence."""
    found = [(n, row) for n, row in enumerate(rows(path)) if row["pert_name"] in kinds]
    wanted = [(f"{n}:clean", _pair(row, n), row["mt_en"] + "\n") for n, row in found]
    wanted += [(f"{n}:changed", _pair(row, n), row["perturbed_en"] + "\n") for n, row in found]
    results = run_pairs(wanted)
    counts: dict[tuple[str, str], list[tuple[bool, int]]] = defaultdict(list)
    for n, row in found:
        clean, changed = results.get(f"{n}:clean"), results.get(f"{n}:changed")
        kind, lang = kinds[row["pert_name"]], LANGS[row["src_lang"]]
        if clean is None or changed is None:
            continue
        hit = bool(_new(clean, changed, rules[kind]))
        false = [f for f in live(clean, frozenset()) if f.rule.startswith(rules[kind])]
        for group in (lang, "foreign" if lang in FOREIGN else "known"):
            counts[kind, group].append((hit, len(false)))
        if verbose:
            print(*(listing(clean, f) for f in false), sep="\n")
            print("" if hit else f"missed: {kind} {lang}: {row['src']}\n    {row['perturbed_en']}")
    return _figures(counts)


def _figures(counts: dict[tuple[str, str], list[tuple[bool, int]]]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for (kind, group), each in sorted(counts.items()):
        hits, false = sum(hit for hit, _ in each), sum(count for _, count in each)
        figures.setdefault(kind, {})[group] = {
            "rows": len(each),
            "detected": hits / len(each),
            "unperturbed": false / len(each),
        }
    return figures


def print_figures(figures: dict[str, Any], groups: Sequence[str] = ("known", "foreign")) -> None:
    """A table: the 14 languages of the project, and the others."""
    print("\nDEMETR: share of perturbations detected, and findings an unperturbed MT sentence")
    heads = ("kind", *(f"{group} {what}" for group in groups for what in ("rows", "detected", "unperturbed")))
    lines = [
        (kind, *(value for group in groups for value in each.get(group, {"r": None, "d": None, "u": None}).values()))
        for kind, each in figures.items()
    ]
    print(table(heads, lines))


def names_figures(data: Path, verbose: bool) -> dict[str, Any]:
    """The two perturbations of named entities, by the NAM rules."""
    figures = measured(data / "demetr.tsv", NAMES, dict.fromkeys(NAMES.values(), ("NAM",)), verbose)
    print_figures(figures)
    return figures


FINDINGS = {
    "critical_id10_numbers_replaced": "number",
    "critical_id8_negation": "negation",
    "critical_id23_noun_removed": "omission: noun",
    "critical_id24_subj_removed": "omission: subject",
    "critical_id25_ne_removed": "omission: name",
    "critical_id6_addition": "addition",
    "base_id33_shuffle_trans": "unrelated",
}
_RULES: dict[str, tuple[str, ...]] = {
    "number": ("NUM",),
    "negation": ("ACC", "QUO"),
    "omission: noun": ("ACC", "NAM", "QUO"),
    "omission: subject": ("ACC", "NAM", "QUO"),
    "omission: name": ("ACC", "NAM", "QUO"),
    "addition": ("ACC", "NAM", "QUO"),
    "unrelated": ("ACC",),
}


def findings_figures(data: Path, verbose: bool) -> dict[str, Any]:
    """Numbers, negation, omission, addition and unrelated translations, by the rules that are for them."""
    figures = measured(data / "demetr.tsv", FINDINGS, _RULES, verbose)
    print_figures(figures)
    return figures
