from dataclasses import dataclass
from typing import Literal

import pytest

from transcheck.config.params import check_params


@dataclass(frozen=True)
class Params:
    threshold: float = 0.5
    longest_gap: int = 3
    strict: bool = False
    skip: tuple[str, ...] = ()
    script: Literal["latin", "any"] = "any"
    unit: str | None = None


@pytest.mark.parametrize(
    "given",
    [
        {"threshold": 1},
        {"threshold": 0.25, "longest-gap": 2},
        {"longest_gap": 2, "strict": True},
        {"skip": ["a", "b"]},
        {"script": "latin"},
        {"unit": "km"},
    ],
)
def test_what_fits_passes(given: dict[str, object]) -> None:
    assert check_params(given, Params()) is None


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ({"threshold": "high"}, "a number"),
        ({"threshold": True}, "a number"),
        ({"longest-gap": 2.5}, "a whole number"),
        ({"strict": 1}, "true or false"),
        ({"skip": "a"}, "a list of which each is a text"),
        ({"skip": [1]}, "a list"),
        ({"script": "greek"}, "one of 'latin', 'any'"),
        ({"unit": 3}, "a text"),
    ],
)
def test_what_does_not_fit_is_named(given: dict[str, object], part: str) -> None:
    problem = check_params(given, Params())
    assert problem is not None
    assert part in (problem.message or "")


def test_an_unknown_parameter_lists_those_there_are() -> None:
    problem = check_params({"treshold": 1}, Params())
    assert problem is not None
    assert problem.message is None
    assert "threshold" in problem.known
