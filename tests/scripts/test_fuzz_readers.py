import importlib.util
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from benchlib.mutate import SEEDS, mutated
from corpus import ROOT
from transcheck.read.batches import collect

SCRIPT = ROOT / "scripts" / "fuzz_readers"


@cache
def script() -> ModuleType:
    loader = SourceFileLoader("fuzz_readers", str(SCRIPT))
    spec = importlib.util.spec_from_loader("fuzz_readers", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_are_whole_and_damaged_ones_are_read_or_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SEEDS[name], "utf-8")
    assert not [f for f in collect([path]).failures if "valid" in f.error or "well-formed" in f.error]
    random = Random(name)
    for _ in range(60):
        path.write_bytes(mutated(random, name))
        assert script().attack(path) in ("read", "refused")
