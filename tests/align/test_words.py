import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sides
from transcheck.align.affinity import IDENTICAL, telling
from transcheck.align.words import MIXED, link_words, links


@settings(deadline=None)
@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 2**32 - 1))
def test_links_stand_in_the_grid_in_order_and_once(n: int, m: int, seed: int) -> None:
    cosines = np.random.default_rng(seed).uniform(-1, 1, (n, m)).astype(np.float32)
    found = links(cosines)
    assert found == sorted(set(found))
    assert all(0 <= i < n and 0 <= j < m for i, j in found)
    assert bool(found) == bool(n and m)  # the best pair of all is always mutual


def test_each_word_finds_its_own() -> None:
    cosines = np.eye(5, dtype=np.float32)[::-1]
    assert links(cosines) == [(0, 4), (1, 3), (2, 2), (3, 1), (4, 0)]


def test_one_word_may_be_two() -> None:
    cosines = np.array([[0.8, 0.79, 0.0], [0.0, 0.0, 0.9]], np.float32)
    assert links(cosines) == [(0, 0), (0, 1), (1, 2)]


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_scores_are_positive_and_no_more_than_the_cosine(n: int, m: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    source, target = sides.make(random, [n], marks=0.3), sides.make(random, [m], marks=0.3)
    for link in link_words(source, target, list(range(n)), list(range(m))):
        cosine = float(source.vectors[link.source] @ target.vectors[link.target])
        if source.folded[link.source] == target.folded[link.target] and telling(source.folded[link.source]):
            cosine = max(cosine, IDENTICAL)
        mixed = source.weights[link.source] != target.weights[link.target]
        assert 0 < link.score == pytest.approx(cosine - MIXED * mixed, abs=0.001)


def _one_word_against(*cosines: float, marks: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Links of one word with as many words or marks of the given cosines to it."""
    random = np.random.default_rng(3)
    source, target = sides.make(random, [1], marks=0), sides.make(random, [len(cosines)], marks=0)
    other = np.eye(source.vectors.shape[1])
    object.__setattr__(source, "vectors", other[:1])
    rows = [c * other[0] + np.sqrt(1 - c * c) * other[k] for k, c in enumerate(cosines, 1)]
    object.__setattr__(target, "vectors", np.stack(rows))
    object.__setattr__(target, "weights", np.array([0.0 if mark else 1.0 for mark in marks]))
    return [(link.source, link.target) for link in link_words(source, target, [0], list(range(len(cosines))))]


def test_a_mark_may_render_a_word_that_nothing_else_renders() -> None:
    assert _one_word_against(0.1, 0.8, marks=(False, True)) == [(0, 1)]


def test_a_word_keeps_its_link_beside_a_mark_that_is_a_little_nearer() -> None:
    assert _one_word_against(0.3, 0.6, marks=(False, True)) == [(0, 0), (0, 1)]
    assert _one_word_against(0.3, 0.6, marks=(False, False)) == [(0, 1)]


def test_neighbours_that_are_a_pair_support_a_link() -> None:
    cosines = np.zeros((4, 4))
    cosines[1, 0], cosines[1, 2] = 0.62, 0.5
    assert (1, 2) not in links(cosines)
    cosines[2, 3] = 1.0
    assert (1, 2) in links(cosines)


def test_only_the_words_asked_for_are_linked() -> None:
    random = np.random.default_rng(1)
    source = sides.make(random, [4, 4], dim=32, marks=0)
    target = sides.mirrored(random, source, [(1, 1), (1, 1)], noise=0.01)
    found = link_words(source, target, [4, 5, 6, 7], [4, 5, 6, 7])
    assert [(link.source, link.target) for link in found] == [(4, 4), (5, 5), (6, 6), (7, 7)]


def test_equal_words_link_though_their_vectors_do_not() -> None:
    random = np.random.default_rng(2)
    source, target = sides.make(random, [3], marks=0), sides.make(random, [3], marks=0)
    object.__setattr__(source, "folded", ("1550", "reuters", "a"))
    object.__setattr__(target, "folded", ("b", "1550", "reuters"))
    object.__setattr__(target, "vectors", -source.vectors)
    found = {(link.source, link.target) for link in link_words(source, target, [0, 1, 2], [0, 1, 2])}
    assert {(0, 1), (1, 2)} <= found
