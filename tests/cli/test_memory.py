"""`gate --memory`: what articles agree on is proposed, and what people decide is held to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus import CORPORA

MANIFEST = CORPORA / "batches" / "clean-ru-en-port-strike" / "manifest.csv"
Cli = Callable[..., Any]


def test_proposals_are_written_and_decide_nothing(cli: Cli, tmp_path: Path) -> None:
    memory = tmp_path / "style.tsv"
    done = cli("gate", MANIFEST, "--memory", memory, "--update-memory")
    assert done.code == 0
    assert f"note: {memory}: " in done.err
    lines = memory.read_text("utf-8").splitlines()
    assert any(
        line.startswith("person\tru\tОлег Рябинин\ten\tOleg Ryabinin\tproposed\t3\t2026-04-06") for line in lines
    )
    assert cli("gate", MANIFEST, "--memory", memory, "-q").code == 0
    assert cli("gate", MANIFEST, "--memory", memory, "--update-memory", "-q").err == ""


def test_a_decided_rendering_is_held_to(cli: Cli, tmp_path: Path) -> None:
    memory = tmp_path / "style.tsv"
    memory.write_text(
        "kind\tsource_lang\tsource\ttarget_lang\ttarget\tstatus\nperson\tru\tГордеева\ten\tGordeeva\tpreferred\n",
        "utf-8",
    )
    done = cli("gate", MANIFEST, "--memory", memory, "-q")
    assert done.code == 1
    assert "Gordeeva" in done.out


def test_a_memory_must_be_named_and_readable(cli: Cli, tmp_path: Path) -> None:
    done = cli("gate", MANIFEST, "--update-memory")
    assert done.code == 2
    assert "--memory" in done.err
    memory = tmp_path / "style.tsv"
    done = cli("gate", MANIFEST, "--memory", memory)
    assert done.code == 2
    assert f"{memory}: there is no such memory (make it with --update-memory)" in done.err
    done = cli("gate", MANIFEST, "--memory", tmp_path / "none" / "style.tsv", "--update-memory")
    assert (done.code, done.out) == (2, "")
    assert "the folder of the output does not exist" in done.err
    memory.write_text("kind\tsource\n", "utf-8")
    done = cli("gate", MANIFEST, "--memory", memory)
    assert done.code == 3
    assert f"{memory}:1: the column 'source_lang' is missing" in done.err


def test_what_is_decided_is_told_in_one_voice(cli: Cli, tmp_path: Path) -> None:
    memory = tmp_path / "style.tsv"
    memory.write_text(
        "kind\tsource_lang\tsource\ttarget_lang\ttarget\tstatus\nperson\tar\tالكعبي\ten\tQaabi\tpreferred\n", "utf-8"
    )
    drift = CORPORA / "batches" / "ar-en-river-talks" / "manifest.csv"
    done = cli("gate", drift, "--memory", memory, "-q", "-v")
    assert "expected  Qaabi" in done.out
    assert "expected  Kaabi" not in done.out
