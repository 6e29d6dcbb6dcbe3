"""The project's own tables, each line with its source or reason; read once, never written."""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `data/<name>.toml`; treat it as read-only."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.tsv` by column name; lines that start with # are comments."""
    lines = files(__name__).joinpath(f"{name}.tsv").read_text("utf-8").split("\n")
    kept = (line for line in lines if line and not line.startswith("#"))
    return tuple(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))
