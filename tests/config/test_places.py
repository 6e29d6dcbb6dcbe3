import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.config.places import offsets, position_of

TEXT = '''\
encoder = "x"

[rules.NAM001] # names
severity = "minor"
[rules."NAM002"]
enabled = true
[rules]
NAM003.gap = 3
list = [
  "[no.header]",  # "a", 'b'
  { a = 1, b.c = [2, 3] },
]
text = """
[neither.this]
key = 1\\"""""
when = 1979-05-27 07:32:00
[[many]]
a = 1
[many.inner]
b = 2
[[many]]
 a = 3
'''


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("encoder",), (1, 1)),
        (("rules", "NAM001", "severity"), (4, 1)),
        (("rules", "NAM002", "enabled"), (6, 1)),
        (("rules", "NAM003", "gap"), (8, 1)),
        (("rules", "NAM003"), (8, 1)),
        (("rules", "NAM009"), (3, 1)),
        (("rules", "list", 0), (10, 3)),
        (("rules", "list", 1, "b", "c", 1), (11, 22)),
        (("rules", "when"), (16, 1)),
        (("many", 0, "inner", "b"), (20, 1)),
        (("many", 1), (21, 1)),
        (("many", 1, "a"), (22, 2)),
        (("none", "at", "all"), (1, 1)),
    ],
)
def test_places_of_keys(keys: tuple[str | int, ...], place: tuple[int, int]) -> None:
    tomllib.loads(TEXT)
    assert position_of(TEXT, keys) == place


def paths(value: Any, keys: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    found = {keys} if keys else set()
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found |= paths(item, (*keys, key))
    return found


def test_every_key_is_found_and_none_besides() -> None:
    assert set(offsets(TEXT)) == paths(tomllib.loads(TEXT))


KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", 'h . "i"', "1"])
VALUES = st.recursive(
    st.sampled_from(["1", "true", '"x # [y]"', "'z'", "'''\n[k]\n'''", '"""a\\"b"""""', "1979-05-27 07:32:00", "-inf"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[\n # c\n{', '.join(items)}]")
        | inner.map(lambda item: f"{{ k = {item} }}")
    ),
    max_leaves=5,
)
LINES = st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}")
HEADERS = KEYS.map(lambda key: f"[{key}]") | KEYS.map(lambda key: f"[[ {key} ]]")


@given(st.lists(LINES | HEADERS, max_size=8).map("\n".join))
def test_whatever_tomllib_accepts_is_found_whole(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(offsets(text)) == paths(data)


@given(st.text(alphabet="[]{}=\"'#.,\n a1-", max_size=30))
def test_nothing_makes_it_fail(text: str) -> None:
    position_of(text, ("a", 0))
