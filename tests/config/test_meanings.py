from dataclasses import dataclass

from transcheck.config.meanings import meanings


@dataclass(frozen=True)
class Params:
    threshold: float = 0.5
    """How alike two names must be, 0-1."""
    other: int = 3


def test_settings_are_explained_by_the_docstrings_of_their_fields() -> None:
    assert meanings(Params) == {"threshold": "How alike two names must be, 0-1."}
