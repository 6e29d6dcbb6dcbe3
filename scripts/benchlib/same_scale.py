"""Weighs sound against what was learned of letters, and puts both on the scale of sound alone."""

from pathlib import Path

import numpy as np

from benchlib.logistic import fitted
from benchlib.same_name import pairs, rotations, trials
from transcheck.text import phonetic
from transcheck.text.transliteration import carried

LANGS = ("ar", "ru", "he", "ko", "zh", "ja")
QUANTILES = (0.05, 0.1, 0.25, 0.5)
"""Shares of the right pairs that score below the same value on both scales."""


def scale(data: Path) -> tuple[float, float, float]:
    """Weight of sound, weight of log odds, and what is added: on parts of names of the half to learn from."""
    rows, labels = [], []
    for lang in LANGS:
        for trial in trials(pairs(data / "names" / f"{lang}.tsv", "PER-token")):
            if trial.half == "dev" and trial.hard in ("both", "distinct") and not trial.mispaired:
                for name in rotations(trial.source)[:1]:
                    odds = carried(name, trial.english)
                    if odds is not None:
                        rows.append((phonetic.similarity(name, trial.english), odds))
                        labels.append(float(trial.same))
    found, same = np.array(rows), np.array(labels)
    *weights, bias = fitted(found, same, 1.0)
    right = found[same > 0]
    mixed = right @ np.array(weights) + bias
    slope, start = np.polyfit(np.quantile(mixed, QUANTILES), np.quantile(right[:, 0], QUANTILES), 1)
    return float(weights[0] * slope), float(weights[1] * slope), float(bias * slope + start)
