from pathlib import Path

import pytest

from transcheck.config.load import load, parse
from transcheck.config.locate import line_of
from transcheck.config.schema import Config, FailOn
from transcheck.errors import ConfigError
from transcheck.model.findings import Severity
from transcheck.rules.registry import all_rules

PATH = Path("conf/transcheck.toml")


def refused(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        parse(text, PATH)
    return caught.value


def test_an_empty_file_is_the_defaults() -> None:
    assert parse("", PATH) == Config()
    assert Config().encoder == "embedded"


def test_every_key_is_read() -> None:
    config = parse(
        'fail-on = "critical"\nmin-score = 70\nencoder = "LaBSE"\nsource-lang = "ar"\ntarget-lang = "en"\n'
        'glossary = ["names.csv"]\ncache = false\n',
        PATH,
    )
    assert config == Config(FailOn.CRITICAL, 70.0, "LaBSE", "ar", "en", (Path("conf/names.csv"),), False)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ('encoder = "x"\nfail_on = "major"\n', 2, "did you mean 'fail-on'?"),
        ('# which\n\nfail-on = "mayor"', 3, "did you mean 'major'?"),
        ("min-score = 101", 1, "0 to 100"),
        ("min-score = true", 1, "0 to 100"),
        ('cache = "yes"', 1, "true or false"),
        ("glossary = [1]", 1, "list of file names"),
        ("encoder = 3", 1, "must be a text"),
        ('encoder = "x"\n\n[rules.XYZ999]\nenabled = true\n', 3, "unknown rule 'XYZ999'"),
        ("rules = 3", 1, "must be a table"),
        ('source-lang = "xx"', 1, "language code"),
    ],
)
def test_an_error_names_the_line_and_what_was_meant(text: str, line: int, part: str) -> None:
    error = refused(text)
    assert error.path == f"{PATH}:{line}"
    assert part in str(error)
    assert error.exit_code == 2


def test_broken_toml_names_its_line() -> None:
    error = refused('encoder = "x"\nfail-on = \n')
    assert error.path == f"{PATH}:2"
    assert "\n" not in str(error)


def test_a_rule_can_be_set_and_is_checked() -> None:
    code = next(iter(all_rules()))
    config = parse(f'[rules.{code}]\nenabled = false\nseverity = "minor"\n', PATH)
    assert config.rules[code].enabled is False
    assert config.rules[code].severity is Severity.MINOR
    assert refused(f"[rules.{code}]\nenabled = 1\n").path == f"{PATH}:2"
    assert "did you mean 'severity'?" in str(refused(f'[rules.{code}]\n\nseveritee = "minor"\n'))
    assert f"write its code, {code}" in str(refused(f"[rules.{all_rules()[code].name}]\n"))


def test_the_working_directory_is_looked_in_and_need_not_have_one(tmp_path: Path) -> None:
    assert load(folder=tmp_path) == Config()
    (tmp_path / "transcheck.toml").write_text("\ufeffmin-score = 5\n", "utf-8")
    assert load(folder=tmp_path).min_score == 5.0


def test_a_file_that_was_asked_for_must_be_there_and_readable(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such"):
        load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'encoder = "caf\xe9"')
    with pytest.raises(ConfigError, match="UTF-8"):
        load(tmp_path / "latin.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("encoder",), 1),
        (("rules", "NAM001", "severity"), 4),
        (("rules", "NAM002", "enabled"), 6),
        (("rules", "NAM003", "gap"), 8),
        (("rules", "NAM003"), 8),
        (("rules", "NAM009"), 3),
    ],
)
def test_lines_of_keys(keys: tuple[str, ...], line: int) -> None:
    text = (
        'encoder = "x"\n\n[rules.NAM001] # names\nseverity = "minor"\n'
        '[rules."NAM002"]\nenabled = true\n[rules]\nNAM003.gap = 3\n'
    )
    assert line_of(text, keys) == line
