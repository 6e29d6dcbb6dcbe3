"""What the embedded encoder is like: the mean vectors of each language, what a similarity is worth, what a name is.

`data/centres.npz` and the two constants below are made by `scripts/calibrate` from the project's own corpora,
`data/name_probe.npz` by `scripts/calibrate_names` from the even half of NTREX.
"""

import math
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from transcheck.align.sides import Centre, Sides, Vector

EMBEDDED = "embedded"
AFFINITY, POOLED, BIAS = 7.98, 9.92, -3.37
"""Logistic regression of "this is its translation" on a bead's affinity and pooled cosine."""


def similarity(affinity: float, pooled: float) -> float:
    """The chance, 0-1, that a bead's two sides are translations rather than two sentences of one article.

    It tells apart what is unrelated or half missing; among good translations it does not rank.
    """
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, AFFINITY * affinity + POOLED * pooled + BIAS))))


@cache
def _centres() -> dict[str, Centre]:
    resource = files("transcheck.data").joinpath("centres.npz")
    if not resource.is_file():
        return {}
    with as_file(resource) as path, np.load(path, allow_pickle=False) as arrays:
        langs = [name.removeprefix("pooled_") for name in arrays.files if name.startswith("pooled_")]
        return {
            lang: Centre(arrays[f"pooled_{lang}"].astype(np.float64), arrays[f"words_{lang}"].astype(np.float64))
            for lang in langs
        }


def centre(encoder: str, lang: str) -> Centre | None:
    """The mean vectors of `lang` (of all languages, where it was not measured), or None for another encoder."""
    if encoder != EMBEDDED:
        return None
    return _centres().get(lang) or _centres().get("all")


@cache
def _probe() -> tuple[Vector, float] | None:
    resource = files("transcheck.data").joinpath("name_probe.npz")
    if not resource.is_file():
        return None
    with as_file(resource) as path, np.load(path, allow_pickle=False) as arrays:
        return arrays["weights"].astype(np.float64), float(arrays["bias"])


def name_chances(encoder: str, side: Sides) -> tuple[float, ...]:
    """How likely, 0-1, each word of `side` is part of a name, one figure for all languages; () for another encoder.

    A logistic regression on the word's vector, which knows names without capitals and in every script.
    """
    probe = _probe() if encoder == EMBEDDED else None
    if probe is None:
        return ()
    weights, bias = probe
    chances = side.weights / (1.0 + np.exp(-np.clip(side.vectors @ weights + bias, -30, 30)))
    return tuple(round(float(chance), 3) for chance in chances)
