"""What other people's CI runs: the action's own steps under bash, the hook's command, and the examples of docs/ci.md."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus import ROOT
from engines import Engine
from transcheck.config.load import parse
from transcheck.config.schema import FailOn
from transcheck.report import formats

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
GATE = STEPS["Check the translations"]
[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
DOCS = (ROOT / "docs" / "ci.md").read_text("utf-8")


def gate(tmp_path: Path, code: int = 0, **inputs: str) -> tuple[int, list[str], str]:
    """Runs the action's gate step with a command that only tells its arguments; its code, arguments and outputs."""
    command = tmp_path / "transcheck" / "bin" / "transcheck"
    command.parent.mkdir(parents=True)
    told = tmp_path / "told"
    script = f"import sys; open({str(told)!r}, 'w').write('\\0'.join(sys.argv[1:])); sys.exit({code})"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c {shlex.quote(script)} "$@"\n')
    command.chmod(0o755)
    names = {key: re.fullmatch(r"\$\{\{ inputs\.([\w-]+) }}", value)[1] for key, value in GATE["env"].items()}  # type: ignore[index]
    defaults = {name: str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
    given = {key: inputs.get(name.replace("-", "_"), defaults[name]) for key, name in names.items()}
    env = {"PATH": "/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "out"), **given}
    done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", GATE["run"]], env=env, timeout=60)
    return done.returncode, told.read_text().split("\0"), (tmp_path / "out").read_text()


def test_the_action_hands_everything_on(tmp_path: Path) -> None:
    code, told, output = gate(
        tmp_path, 3, paths="articles\nm 1.csv\n", baseline="known.json", fail_on="minor", sarif="a b.sarif",
        arguments="--min-score=70\n-v\n",
    )  # fmt: skip
    assert told == [
        "gate", "--format", "github", "--baseline=known.json", "--fail-on=minor", "--format", "sarif:a b.sarif",
        "--min-score=70", "-v", "--", "articles", "m 1.csv",
    ]  # fmt: skip
    assert (code, output) == (3, "exit-code=3\n")


def test_the_action_without_more_than_paths(tmp_path: Path) -> None:
    assert gate(tmp_path, paths="articles") == (0, ["gate", "--format", "github", "--", "articles"], "exit-code=0\n")


def test_what_a_caller_gives_is_never_a_part_of_a_script(tmp_path: Path) -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    _, told, _ = gate(tmp_path, paths="$(touch pwned); `x`\n--write-baseline", fail_on="'; exit 0; '")
    assert told[-3:] == ["--", "$(touch pwned); `x`", "--write-baseline"]
    assert "--fail-on='; exit 0; '" in told


@pytest.mark.parametrize("step", [name for name, step in STEPS.items() if "run" in step])
def test_steps_are_bash(step: str) -> None:
    assert STEPS[step]["shell"] == "bash"
    assert subprocess.run(["bash", "-n", "-c", STEPS[step]["run"]]).returncode == 0


def test_inputs_that_name_choices_exist() -> None:
    listed = re.search(r"\((.*)\)", ACTION["inputs"]["fail-on"]["description"])
    assert listed
    assert listed[1].split(", ") == [value.value for value in FailOn]


def test_the_hook_runs_the_gate(transcheck, engine: Engine) -> None:
    Path("articles").mkdir()
    for name in ("story.ar.txt", "story.en.txt"):
        Path("articles", name).write_text("x")
    assert (HOOK["pass_filenames"], HOOK["require_serial"]) == (False, True)
    done = transcheck(*HOOK["entry"].split()[1:], *HOOK["args"])
    assert done.code == 1
    assert engine.requests[0].target == Path("articles/story.en.txt")
    changed = re.compile(HOOK["files"])
    assert changed.search("articles/story.en.txt") and changed.search("transcheck.toml")
    assert not changed.search("src/main.py")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_examples_of_the_docs_hold() -> None:
    github, gitlab, hook = (yaml.safe_load(block) for block in blocks(DOCS, "yaml"))
    used: dict[str, Any] = next(s["with"] for s in github["jobs"]["translations"]["steps"] if "OWNER" in str(s))
    assert set(used) <= set(ACTION["inputs"])
    assert hook["repos"][0]["hooks"][0]["id"] == HOOK["id"]
    written = dict(re.findall(r"--format (\w+):(\S+)", gitlab["translations"]["script"][1]))
    reports = gitlab["translations"]["artifacts"]["reports"]
    assert (written["gitlab"], written["junit"]) == (reports["codequality"], reports["junit"])
    assert set(re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE)) == set(formats.names())


def test_the_example_configuration_is_one() -> None:
    [block] = blocks((ROOT / "docs" / "configuration.md").read_text("utf-8"), "toml")
    config = parse(block, Path("transcheck.toml"))
    assert (config.fail_on, len(config.overrides), len(config.suppressions)) == (FailOn.MAJOR, 1, 1)
