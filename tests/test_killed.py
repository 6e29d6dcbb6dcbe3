"""A run that is killed at any moment leaves nothing behind that changes, or stops, the next one."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from corpus import CORPORA

MANIFEST = CORPORA / "batches" / "ar-en-river-talks" / "manifest.csv"
KILLS = 10


def _environment(cache: Path) -> dict[str, str]:
    """A cache without sentences; the converted model is what takes long and is not at stake here."""
    cache.mkdir()
    for model in Path(os.environ["TRANSCHECK_CACHE"]).glob("e5-small-*"):
        (cache / model.name).symlink_to(model)
    return {**os.environ, "TRANSCHECK_CACHE": str(cache)}


def _command(output: Path) -> list[str]:
    return [sys.executable, "-m", "transcheck", "gate", str(MANIFEST), "--format", f"json:{output}", "-q"]


def _result(output: Path) -> dict[str, object]:
    result: dict[str, object] = json.loads(output.read_text("utf-8"))
    summary = result["summary"]
    assert isinstance(summary, dict)
    summary["seconds"] = 0
    return result


def test_ten_kills_change_nothing(transcheck_cache: Path, tmp_path: Path) -> None:
    undisturbed = tmp_path / "undisturbed.json"
    began = time.monotonic()
    done = subprocess.run(
        _command(undisturbed), env=_environment(tmp_path / "one"), capture_output=True, timeout=300, check=False
    )
    seconds = time.monotonic() - began
    assert (done.returncode, done.stderr) == (1, b"")
    environment = _environment(tmp_path / "other")
    output = tmp_path / "killed.json"
    moments = random.Random(10)
    for _ in range(KILLS):
        with subprocess.Popen(
            _command(output), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as run:
            try:
                run.wait(moments.uniform(0, seconds))
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
        if output.exists():  # whole, or not there at all
            assert _result(output) == _result(undisturbed)
            output.unlink()
    last = subprocess.run(_command(output), env=environment, capture_output=True, timeout=300, check=False)
    assert (last.returncode, last.stderr) == (1, b"")
    assert _result(output) == _result(undisturbed)
