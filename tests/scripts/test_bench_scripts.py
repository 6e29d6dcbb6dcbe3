import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
NAMES = (
    "bench_alignment",
    "bench_clean",
    "bench_findings",
    "bench_heldout",
    "bench_names",
    "bench_qe",
    "bench_similarity",
    "bench_speed",
    "train_qe",
)


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPTS / name), *arguments], capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("name", (*NAMES, "bench_report"))
def test_help_shows_an_example(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert f"Example: scripts/{name}" in " ".join(done.stdout.split())


@pytest.mark.parametrize("name", NAMES)
def test_missing_data_is_said_in_words(name: str, tmp_path: Path) -> None:
    done = run(name, "--data", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert "no such folder" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ("bench_alignment", "bench_clean", "bench_findings", "bench_names"))
def test_data_must_be_named(name: str) -> None:
    done = run(name)
    assert done.returncode == 2
    assert "--data" in done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_without_the_data_is_no_data(name: str, tmp_path: Path) -> None:
    more = ("--cache", str(tmp_path)) if name.endswith("_qe") else ()
    done = run(name, "--data", str(tmp_path), *more)
    assert done.returncode == 2
    assert "there is no folder" in done.stderr


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    done = run("bench_clean", "--data", str(tmp_path), "--langs", "ar,xx")
    assert done.returncode == 2
    assert "xx" in done.stderr
