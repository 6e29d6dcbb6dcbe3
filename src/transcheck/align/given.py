"""Beads that the file gives (XLIFF, TMX): kept as they are, and measured as aligned ones are."""

from collections.abc import Sequence

from transcheck.align.affinity import BeadScores, Weights, similarities
from transcheck.align.sentences import CHUNK, Aligned
from transcheck.align.sides import Sides
from transcheck.model.text import Groups


def given_beads(source: Sides, target: Sides, given: Groups) -> list[Aligned]:
    """The beads of `given`, in order, each with how alike its sides are. Memory grows linearly with the texts."""
    beads: list[Aligned] = []
    for at in range(0, len(given), CHUNK):
        beads += _chunk(source, target, given[at : at + CHUNK])
    return beads


def _chunk(source: Sides, target: Sides, given: Groups) -> list[Aligned]:
    """The beads of a run of groups, measured against each other's segments."""
    (i, k), (j, q) = (_range([group[side] for group in given]) for side in (0, 1))
    longest = max((len(side) for group in given if all(group) for side in group), default=0)
    if not longest:
        return [Aligned(*group, 0.0, 0.0) for group in given]
    ours, theirs = source.part(i, k), target.part(j, q)
    scores = BeadScores(ours, theirs, similarities(ours, theirs), longest, Weights())
    shapes = {(len(first), len(second)) for first, second in given if first and second}
    grids = {shape: (scores.affinity(*shape), scores.pooled(*shape)) for shape in shapes}
    beads = []
    for first, second in given:
        affinity = pooled = 0.0
        if first and second:
            measured = grids[len(first), len(second)]
            affinity, pooled = (float(grid[first[0] - i, second[0] - j]) for grid in measured)
        beads.append(Aligned(first, second, affinity, pooled))
    return beads


def _range(groups: Sequence[Sequence[int]]) -> tuple[int, int]:
    """From the first segment of all groups to before the end of the last; empty where there is none."""
    found = [index for group in groups for index in group]
    return (found[0], found[-1] + 1) if found else (0, 0)
