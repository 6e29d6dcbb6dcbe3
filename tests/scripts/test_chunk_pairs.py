"""The learner of letter groups finds a made-up script's letters, digraphs and silent signs from pairs alone."""

import random

from benchlib.chunk_pairs import fit

LETTERS = {"α": "a", "β": "b", "γ": "sh", "δ": "d", "ε": "i", "ζ": "k"}


def _pairs(count: int) -> list[tuple[str, str]]:
    rng = random.Random(0)
    names = ["".join(rng.choices(list(LETTERS), k=rng.randint(2, 6))) for _ in range(count)]
    return [(name, "".join(LETTERS[c] for c in name)) for name in names]


def test_letters_and_digraphs_are_learned() -> None:
    weights = fit(_pairs(300), rounds=5).weights
    assert weights["α", "a"] > 1 and weights["γ", "sh"] > 1
    assert weights["γ", "sh"] > weights.get(("γ", "s"), -9) and ("β", "k") not in weights


def test_pairs_of_other_names_count_less() -> None:
    wrong = [("αα", "kkdd"), ("ββ", "shsh"), ("δδ", "aaii")]
    weights = fit([*_pairs(300), *wrong], rounds=5).weights
    assert weights["α", "a"] > 1 > weights.get(("α", "k"), -9)
