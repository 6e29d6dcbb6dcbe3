import json
from dataclasses import replace
from pathlib import Path

import pytest

import samples
from transcheck.config.baseline import Baseline, Entry, dumps, read_baseline
from transcheck.errors import ConfigError

ENTRY = Entry.of(samples.drift(), "story")


def test_a_baseline_is_read_as_it_was_written_one_line_a_finding(tmp_path: Path) -> None:
    other = replace(ENTRY, fingerprint="f\ud800\u202e", pair="another")
    text = dumps([ENTRY, other, ENTRY])
    assert text == dumps([other, ENTRY])
    assert text.count("fingerprint") == 2
    assert len(text.split("\n")) == 8
    file = tmp_path / "b.json"
    file.write_text(text, "utf-8")
    assert read_baseline(file).entries == {e.fingerprint: e for e in (other, ENTRY)}
    assert ENTRY.fingerprint in read_baseline(file)
    assert "f" not in read_baseline(file)
    assert json.loads(dumps([]))["findings"] == []


def test_messages_are_cut_and_stay_on_one_line() -> None:
    entry = Entry.of(replace(samples.drift(), message="a\nb " * 200), "x")
    assert len(entry.message) <= 200
    assert "\n" not in entry.message


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ":1:1: this is not valid JSON"),
        ("{\n x}", ":2:2: this is not valid JSON"),
        ("[]", "no baseline"),
        ('{"schema": "transcheck.baseline/2", "findings": []}', "no baseline"),
        ('{"schema": "transcheck.baseline/1", "findings": {}}', "no baseline"),
        ('{"schema": "transcheck.baseline/1", "findings": [{"rule": "NAM001"}]}', "finding 1 of the baseline"),
        ('{"schema": "transcheck.baseline/1", "findings": [3]}', "finding 1 of the baseline"),
        ("[" * 100_000, "--write-baseline"),
    ],
)
def test_what_is_no_baseline_is_a_configuration_error(tmp_path: Path, text: str, part: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        read_baseline(file)
    assert part in str(caught.value)
    assert str(file) in str(caught.value)
    assert "--write-baseline" in str(caught.value)


def test_a_baseline_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such baseline"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(ConfigError, match="cannot be read"):
        read_baseline(tmp_path)
    (tmp_path / "b").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="UTF-8"):
        read_baseline(tmp_path / "b")


def test_an_empty_baseline_accepts_nothing() -> None:
    assert ENTRY.fingerprint not in Baseline()
