from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.phonetic import Sounds, _distance, _drop, _swap, similarity, sounds, sounds_like

Costs = tuple[float, float]
NAMES = (
    "Peskov", "Песков", "بيسكوف", "Schwarzenegger", "Шварценеггер", "شوارزنيجر", "נתניהו", "Netanyahu", "मोदी", "Modi",
    "普京", "Putin", "マクロン", "Macron", "문재인", "Mexico", "x", "Zelenskyy", "Зеленський", "Erdoğan", "اردوغان",
)  # fmt: skip


def _plainly(first: Sounds, second: Sounds, costs: tuple[Costs, Costs]) -> float:
    """The textbook's weighted edit distance."""
    table = {(0, 0): 0.0}
    for i in range(len(first) + 1):
        for j in range(len(second) + 1):
            ways = []
            if i:
                ways.append(table[i - 1, j] + _drop(first[i - 1], *costs[0]))
            if j:
                ways.append(table[i, j - 1] + _drop(second[j - 1], *costs[1]))
            if i and j:
                ways.append(table[i - 1, j - 1] + _swap(first[i - 1], second[j - 1]))
            table[i, j] = min(ways, default=0.0)
    return table[len(first), len(second)]


COSTS = st.tuples(st.sampled_from((0.12, 0.4)), st.sampled_from((0.3, 1.0)))


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), COSTS, COSTS)
def test_the_distance_is_the_textbooks_to_the_last_bit(first: str, second: str, a: Costs, b: Costs) -> None:
    left, right = sounds(first), sounds(second)
    assert _distance(left, right, (a, b)) == _plainly(left, right, (a, b))


def test_transliterations_sound_alike_and_other_names_do_not() -> None:
    for first, second in (("Peskov", "بيسكوف"), ("Netanyahu", "נתניהו"), ("Modi", "मोदी"), ("Зеленський", "Zelenskyy")):
        assert similarity(first, second) > 0.75 > 0.6 > similarity(first, "Schwarzenegger")


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from((0.3, 0.6, 0.75, 0.88, 1.0)))
def test_the_quick_way_agrees_with_the_similarity(first: str, second: str, least: float) -> None:
    exact = similarity(first, second)
    assert sounds_like(first, second, least) == (exact if exact >= least else 0.0)


@given(st.text(max_size=8), st.text(max_size=8))
def test_the_quick_way_agrees_on_any_text(first: str, second: str) -> None:
    exact = similarity(first, second)
    assert sounds_like(first, second, exact) == exact
