import tracemalloc
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import sides
from transcheck.align.sentences import LONGEST, MOST, Aligned, align_sentences, cuts

sizes = st.lists(st.integers(0, 6), max_size=14)


def check(beads: Sequence[Aligned], n: int, m: int) -> None:
    """Every segment in exactly one bead, in order, and no bead larger than the search allows."""
    assert [s for b in beads for s in b.source] == list(range(n))
    assert [s for b in beads for s in b.target] == list(range(m))
    for bead in beads:
        a, b = len(bead.source), len(bead.target)
        assert a + b > 0
        if a and b:
            assert a <= LONGEST and b <= LONGEST and a + b <= MOST
            assert np.isfinite([bead.affinity, bead.pooled]).all()
        else:
            assert a + b == 1
            assert (bead.affinity, bead.pooled) == (0.0, 0.0)


@settings(deadline=None, max_examples=150)
@given(sizes, sizes, st.integers(0, 2**32 - 1))
@example([], [], 0)
@example([], [3], 0)
@example([3], [], 0)
@example([0], [0], 0)
@example([0, 0, 0, 0, 0], [0], 0)
@example([1], [6] * 14, 0)
def test_every_segment_is_in_one_bead_and_order_is_kept(left: list[int], right: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    check(align_sentences(sides.make(random, left), sides.make(random, right)), len(left), len(right))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from([(1, 1)] * 6 + [(2, 1), (1, 2), (3, 1), (2, 2)]), min_size=5, max_size=20),
    st.integers(0, 99),
)
def test_known_beads_are_found_again(beads: list[tuple[int, int]], seed: int) -> None:
    random = np.random.default_rng(seed)
    source = sides.make(random, [12] * sum(a for a, _ in beads), dim=64, marks=0)
    found = align_sentences(source, sides.mirrored(random, source, beads, noise=0.05))
    borders = {(sum(a for a, _ in beads[:k]), sum(b for _, b in beads[:k])) for k in range(len(beads) + 1)}
    at, hits = (0, 0), 0
    for bead in found:
        at = (at[0] + len(bead.source), at[1] + len(bead.target))
        hits += at in borders
    assert hits >= len(beads) - 1  # two segments that are one bead on both sides may be told apart by chance


@pytest.mark.parametrize(("n", "m"), [(500, 700), (700, 500), (1, 700), (700, 1), (181, 180), (0, 400), (2000, 3)])
def test_long_texts(n: int, m: int) -> None:
    random = np.random.default_rng(n + m)
    check(align_sentences(sides.make(random, [2] * n, dim=8), sides.make(random, [2] * m, dim=8)), n, m)


def test_a_long_text_is_aligned_right_across_its_cuts() -> None:
    random = np.random.default_rng(5)
    beads = [(1, 1), (1, 1), (2, 1), (1, 1), (1, 2)] * 120
    source = sides.make(random, [8] * sum(a for a, _ in beads), dim=64, marks=0)
    target = sides.mirrored(random, source, beads, noise=0.05)
    assert len(cuts(source, target)) > 3
    found = [(len(bead.source), len(bead.target)) for bead in align_sentences(source, target)]
    assert found == beads


def test_cuts_go_forward_and_leave_chunks_of_bounded_size() -> None:
    random = np.random.default_rng(6)
    for n, m in ((500, 700), (5000, 300), (1000, 1000)):
        points = cuts(sides.make(random, [1] * n, dim=4), sides.make(random, [1] * m, dim=4))
        assert points[0] == (0, 0)
        assert points[-1] == (n, m)
        for (i, j), (k, q) in pairwise(points):
            assert i <= k and j <= q and (i, j) != (k, q)
            assert k - i <= 400 and q - j <= 400


def test_memory_grows_with_length_and_not_with_its_square() -> None:
    def peak(n: int) -> int:
        random = np.random.default_rng(n)
        source = sides.make(random, [6] * n, dim=16, marks=0)
        target = sides.mirrored(random, source, [(1, 1)] * n, noise=0.1)
        tracemalloc.start()
        align_sentences(source, target)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(1600) < 2.5 * peak(400)
