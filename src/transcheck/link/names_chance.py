"""How likely a name has no counterpart on the other side, from its signs.

Two logistic regressions, one a side, for all languages. The weights are printed by `scripts/calibrate_names ... signs`,
which fits them on every second article of NTREX, translated by people, with names replaced, deleted and added.
"""

import math

from transcheck.link.names_signs import Signs
from transcheck.model.text import Side

WEIGHTS = {
    Side.SOURCE: (
        -2.05,  # sound
        -1.09,  # clear
        -1.59,  # long
        -1.90,  # link
        -0.91,  # strong
        0.26,  # unlinked
        -1.11,  # heard
        -0.79,  # table
        0.20,  # known
        -0.36,  # again
        -0.16,  # nearby
        0.66,  # against
        0.92,  # rival
        1.31,  # conflict
        3.72,  # name
        1.44,  # sure
        -1.80,  # towards
        1.36,  # other
        0.31,  # others
        -0.76,  # habit
        -0.09,  # acronym
        -0.01,  # derived
        -0.26,  # length
        0.78,  # several
        -0.74,  # mates_sound
        -0.86,  # mates_link
        -0.95,  # mates_table
        -0.43,  # mates_again
        1.48,  # rendered
        -0.62,  # alike
        -3.28,  # bias
    ),
    Side.TARGET: (
        -1.53,  # sound
        -1.38,  # clear
        -0.96,  # long
        -2.86,  # link
        -0.92,  # strong
        0.19,  # unlinked
        -0.79,  # heard
        -1.14,  # table
        0.14,  # known
        -0.45,  # again
        -0.67,  # nearby
        1.07,  # against
        0.73,  # rival
        0.93,  # conflict
        3.44,  # name
        0.89,  # sure
        -1.19,  # towards
        1.54,  # other
        0.52,  # others
        -0.38,  # habit
        0.15,  # acronym
        -0.29,  # derived
        0.36,  # length
        0.83,  # several
        -0.91,  # mates_sound
        -0.79,  # mates_link
        -0.46,  # mates_table
        -0.54,  # mates_again
        1.05,  # rendered
        -0.46,  # alike
        -3.16,  # bias
    ),
}
"""A weight a sign, in the order of `Signs`, then the bias."""


def alone_chance(side: Side, signs: Signs) -> float:
    """The chance, 0-1, that a name of `side` with these signs has no counterpart."""
    *weights, bias = WEIGHTS[side]
    odds = bias + sum(weight * value for weight, value in zip(weights, signs.values(), strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
