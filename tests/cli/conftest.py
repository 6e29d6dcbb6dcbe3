"""Runs the command as a process would, with the engine replaced by results made by hand."""

import sys
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from engines import Engine
from transcheck import __main__ as entry


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    found = Engine()
    module = types.ModuleType("transcheck.batch")
    module.start, module.RunOptions = found.start, dict  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "transcheck.batch", module)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    return found


@dataclass
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def transcheck(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> Callable[..., Outcome]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(entry.signal, "signal", lambda *args: None)

    def command(*args: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["transcheck", *args])
        with pytest.raises(SystemExit) as ended:
            entry.main()
        captured = capsys.readouterr()
        return Outcome(ended.value.code or 0, captured.out, captured.err)

    return command
