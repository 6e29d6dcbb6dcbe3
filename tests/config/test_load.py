from datetime import date, datetime
from pathlib import Path

import pytest

from settings import GATE
from transcheck.config.load import load, parse
from transcheck.config.schema import Budget, Config, FailOn
from transcheck.errors import ConfigError, UsageError
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
    ("text", "place", "part"),
    [
        ('encoder = "x"\nfail_on = "major"\n', "2:1", "did you mean 'fail-on'?"),
        ('# which\n\nfail-on = "mayor"', "3:1", "did you mean 'major'?"),
        ("min-score = 101", "1:1", "a number from 0 to 100, not 101"),
        ("min-score = true", "1:1", "from 0 to 100"),
        ('cache = "yes"', "1:1", "true or false"),
        ("glossary = [1]", "1:1", "list of file names"),
        ("encoder = 3", "1:1", "must be a text"),
        ('encoder = "x"\n\n[rules.XYZ999]\nenabled = true\n', "3:1", "unknown rule 'XYZ999'"),
        ("rules = 3", "1:1", "must be a table"),
        ('source-lang = "xx"', "1:1", "language code"),
        ("[rules]\n  NUM001 = 3", "2:3", "must be a table: [rules.NUM001]"),
        ('[[overrides]]\nlanguages = ["ar-en", "arabic"]\n', "2:23", "not a pair of languages"),
        ('[[overrides]]\nlanguages = "ar-xx"\n', "2:1", "unknown language code"),
        ("[[overrides]]\n[overrides.rules.NUM001]\nenabled = false\n", "1:1", "must say for what"),
        ('[[overrides]]\npaths="a"\n[overrides.rules.NUM01]\n', "3:1", "did you mean 'NUM001'?"),
        ("overrides = 3", "1:1", "array of tables: [[overrides]]"),
        ('[[suppressions]]\nrule = "NUM001"\n', "1:1", "'reason' is missing"),
        ('[[suppressions]]\nreason = " "\n', "2:1", "must be a text"),
        ('[[suppressions]]\nreason = "so"\n', "1:1", "must say what it is for"),
        ('[[suppressions]]\nreason = "so"\nrules = "NUM001"\n', "3:1", "did you mean 'rule'?"),
        ('[[suppressions]]\nreason = "so"\nterm = "x"\nexpires = "2026-12-31"\n', "4:1", "must be a date"),
        ("budgets.NUM001 = 3", "1:1", "must be a table"),
        ("[budgets.NUM001]", "1:1", "must give a number"),
        ("[budgets.NUM001]\nmax = 0.5", "2:1", "a whole number of at least 0"),
        ("[budgets.NUM001]\nper-1000-words = -1", "2:1", "a number of at least 0"),
        ("[budgets.mayor]\nmax = 1", "1:1", "did you mean 'major'?"),
        ("fail-on = \n", "1:11", "not valid TOML"),
    ],
)
def test_an_error_names_the_place_and_what_was_meant(text: str, place: str, part: str) -> None:
    error = refused(text)
    assert error.path == f"{PATH}:{place}"
    assert part in str(error)
    assert "\n" not in str(error)
    assert error.exit_code == 2


def test_a_rule_can_be_set_and_is_checked() -> None:
    code = next(iter(all_rules()))
    config = parse(f'[rules.{code}]\nenabled = false\nseverity = "minor"\n', PATH)
    assert config.rules[code].enabled is False
    assert config.rules[code].severity is Severity.MINOR
    assert refused(f"[rules.{code}]\nenabled = 1\n").path == f"{PATH}:2:1"
    assert "did you mean 'severity'?" in str(refused(f'[rules.{code}]\n\nseveritee = "minor"\n'))
    assert f"write its code, {code}" in str(refused(f"[rules.{all_rules()[code].name}]\n"))


def test_what_a_gate_needs_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    config = parse(GATE, PATH)
    assert config.baseline == Path("conf/known.json")
    assert config.folder == Path("conf").absolute()
    [override], [suppression] = config.overrides, config.suppressions
    assert (override.languages, override.paths) == (("ar-en", "*-en"), ("sport/**",))
    assert override.rules["NUM001"].severity is Severity.MINOR
    assert override.rules["NUM001"].enabled is None
    assert config.budgets == {"NAM001": Budget(max=3), "minor": Budget(per_1000_words=2.0)}
    assert (suppression.where, suppression.expires) == (f"{PATH}:10:1", date(2026, 11, 24))
    for day, expired in (("2026-11-24", False), ("2026-11-25", True)):
        seconds = datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(seconds)))
        assert parse(GATE, PATH).suppressions[0].expired is expired
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(UsageError, match="seconds since 1970"):
        parse(GATE, PATH)


def test_pyproject_holds_settings_too_and_gives_way_to_our_own_file(tmp_path: Path) -> None:
    shared = tmp_path / "pyproject.toml"
    shared.write_text("[tool.other]\nmin-score = 3\n[tool.transcheck]\nmin-score = 4\n")
    assert load(folder=tmp_path).min_score == load(shared).min_score == 4.0
    shared.write_text("[tool.other]\nx = 1\n[tool.transcheck]\n\nmin_score = 4\n")
    with pytest.raises(ConfigError) as caught:
        load(folder=tmp_path)
    assert caught.value.path == f"{shared}:5:1"
    shared.write_text("[tool]\ntranscheck = 3\n")
    with pytest.raises(ConfigError, match="must be a table"):
        load(folder=tmp_path)
    (tmp_path / "transcheck.toml").write_text("min-score = 5\n")
    assert load(folder=tmp_path).min_score == 5.0
    (tmp_path / "transcheck.toml").unlink()
    shared.write_text("[tool.other]\nbroken = \n")
    assert load(folder=tmp_path) == Config()


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
