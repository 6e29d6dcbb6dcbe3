import json
from pathlib import Path

import pytest

import samples
from engines import Engine
from transcheck.model.result import PairFailure


@pytest.fixture(autouse=True)
def manifest(transcheck) -> Path:
    path = Path("m.csv")
    path.write_text("id,source,target\nstory,a,b\n")
    return path


def test_a_clean_gate_says_one_line(transcheck, engine: Engine) -> None:
    engine.result = samples.batch(samples.chinese_pair())
    done = transcheck("gate", "m.csv")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("✓ passed · 1 pair · ")
    assert done.out.count("\n") == 1


def test_several_formats_in_one_run(transcheck, engine: Engine) -> None:
    names = ("json", "sarif", "junit", "gitlab", "github", "markdown")
    asked = [part for name in names for part in ("--format", f"{name}:out.{name}")]
    done = transcheck("gate", "m.csv", "--format", "text", *asked)
    assert done.code == 1
    assert "✗ failed: 1 of 1 article" in done.out
    for name in names:
        assert "NUM001" in Path(f"out.{name}").read_text("utf-8"), name
    assert json.loads(Path("out.json").read_text("utf-8"))["outcome"]["exit_code"] == 1


def test_the_job_summary_is_written_besides_the_annotations(
    transcheck, engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Path("summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert transcheck("gate", "m.csv", "--format", "text").code == 1
    assert Path("summary.md").read_text() == "before\n"
    done = transcheck("gate", "m.csv", "--format", "github")
    assert done.out.startswith("::error title=NUM001 number-mismatch (critical),file=story.en.txt,line=3,")
    assert Path("summary.md").read_text("utf-8").startswith("before\n## transcheck: ❌ failed")


def test_one_report_that_cannot_be_written_does_not_lose_the_others(
    transcheck, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "none/summary.md")
    engine.result = samples.batch(samples.chinese_pair())
    done = transcheck("gate", "m.csv", "--format", "github", "--format", "json:out.json")
    assert done.code == 2
    assert "none/summary.md: the report cannot be written: No such file or directory" in done.err
    assert json.loads(Path("out.json").read_text("utf-8"))["pairs"]
    if Path("/dev/full").exists():
        done = transcheck("gate", "m.csv", "--format", "junit:/dev/full", "--format", "text")
        assert done.code == 4
        assert "✓ passed" in done.out


def test_a_baseline_accepts_what_was_there(transcheck, engine: Engine) -> None:
    done = transcheck("gate", "m.csv", "--write-baseline")
    assert done.code == 0
    assert done.err == "transcheck: note: transcheck-baseline.json: 3 findings accepted from now on\n"
    entries = json.loads(Path("transcheck-baseline.json").read_text("utf-8"))["findings"]
    assert {entry["rule"] for entry in entries} == {"NUM001", "NAM001", "ACC001"}
    transcheck("gate", "m.csv", "--baseline", "transcheck-baseline.json")
    assert samples.drift().fingerprint in engine.options["accepted"]
    assert "other" not in engine.options["accepted"]
    assert transcheck("gate", "m.csv", "--baseline", "none.json").code == 2
    assert transcheck("gate", "m.csv", "--write-baseline", "-q").err == ""
    Path("transcheck.toml").write_text('baseline = "transcheck-baseline.json"\n')
    transcheck("gate", "m.csv")
    assert samples.drift().fingerprint in engine.options["accepted"]
    transcheck("score", "a", "b")
    assert samples.drift().fingerprint not in engine.options["accepted"]


def test_a_baseline_that_cannot_be_written_or_is_something_else_is_refused_before_the_run(
    transcheck, engine: Engine
) -> None:
    done = transcheck("gate", "m.csv", "--write-baseline", "--baseline", "none/b.json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("transcheck: error: none/b.json: the folder of the output does not exist")
    Path("b.json").write_text('{"mine": 1}')
    done = transcheck("gate", "m.csv", "--write-baseline", "--baseline", "b.json")
    assert done.code == 2
    assert "(move it away and make another with --write-baseline)" in done.err
    assert Path("b.json").read_text() == '{"mine": 1}'
    assert engine.requests == ()


def test_a_run_that_could_not_read_all_still_writes_its_baseline_and_says_3(transcheck, engine: Engine) -> None:
    engine.result = samples.batch(failures=(samples.unreadable(),))
    assert transcheck("gate", "m.csv", "--write-baseline", "--baseline", "b.json").code == 3
    assert len(json.loads(Path("b.json").read_text("utf-8"))["findings"]) == 3


def test_stale_entries_and_unused_suppressions_are_reported(transcheck, engine: Engine) -> None:
    transcheck("gate", "m.csv", "--write-baseline")
    engine.result = samples.batch(samples.arabic_pair(samples.number()))
    Path("transcheck.toml").write_text('[[suppressions]]\nreason = "so"\nterm = "x"\n')
    done = transcheck("gate", "m.csv", "--baseline", "transcheck-baseline.json")
    assert "unused suppression: transcheck.toml:1:1: term x: suppresses nothing" in done.out
    assert "unused baseline: transcheck-baseline.json: NAM001 in story: no longer found" in done.out
    found = json.loads(transcheck("gate", "m.csv", "--baseline", "transcheck-baseline.json", "--format", "json").out)
    assert [unused["kind"] for unused in found["unused"]] == ["suppression", "baseline", "baseline"]


def test_budgets_decide_instead_of_fail_on(transcheck, engine: Engine) -> None:
    engine.result = samples.batch(samples.arabic_pair(samples.drift()))
    Path("pyproject.toml").write_text("[tool.transcheck.budgets]\nNAM001.max = 1\n")
    assert transcheck("gate", "m.csv").code == 0
    Path("pyproject.toml").write_text("[tool.transcheck.budgets]\nNAM001.max = 0\n")
    done = transcheck("gate", "m.csv", "--fail-on", "never")
    assert done.code == 1
    assert "budget of NAM001: 1 finding, 0 allowed" in done.out


@pytest.mark.parametrize(("codes", "expected"), [((), 1), ((3,), 3), ((4, 3), 4)])
def test_the_highest_code_wins(transcheck, engine: Engine, codes: tuple[int, ...], expected: int) -> None:
    failures = tuple(PairFailure(f"p{code}", None, "lost", None, code) for code in codes)
    engine.result = samples.batch(failures=failures)
    assert transcheck("gate", "m.csv").code == expected


def test_no_color_and_quiet(transcheck, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in transcheck("gate", "m.csv").out
    assert "\x1b[" in transcheck("gate", "m.csv", "--color", "always").out
    Path("odd.csv").write_text("id,source,target,colour\nstory,a,b,red\n")
    assert "not read: colour" in transcheck("gate", "odd.csv").err
    assert transcheck("gate", "odd.csv", "-q").err == ""
