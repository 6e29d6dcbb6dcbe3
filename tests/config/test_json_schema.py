import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from corpus import ROOT
from settings import GATE
from transcheck.config.json_schema import json_schema
from transcheck.config.load import parse
from transcheck.errors import ConfigError

VALIDATOR = Draft7Validator(json_schema())


def test_the_committed_schema_is_current_and_valid() -> None:
    committed = (ROOT / "docs" / "transcheck.schema.json").read_text("utf-8")
    assert json.loads(committed) == json_schema(), "run scripts/gen_config_schema"
    Draft7Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    "text",
    [
        GATE.replace("2026-11-24", '"2026-11-24"'),  # editors see TOML's dates as texts
        'fail-on = "mayor"',
        "min-score = 101",
        'failon = "major"',
        "[rules.NUM01]\nenabled = true",
        "[rules.NUM001]\nenabled = 1",
        "[rules.NUM001]\nno_such = 1",
        '[[suppressions]]\nrule = "NUM001"',
        '[[overrides]]\nlanguages = ["arabic"]',
        "[budgets.NUM001]\nmax = -1",
    ],
)
def test_the_schema_and_the_reader_agree(text: str) -> None:
    ours = text.replace('"2026-11-24"', "2026-11-24")
    try:
        parse(ours, Path("transcheck.toml"))
        accepted = True
    except ConfigError:
        accepted = False
    assert VALIDATOR.is_valid(tomllib.loads(text)) == accepted


def test_every_key_is_explained() -> None:
    schema = json_schema()
    for name, value in schema["properties"].items():
        assert value.get("description"), name
