import json
import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus import CORPORA
from reporting import dumps, encode
from transcheck.batch import RunOptions, cache_folder, run, start
from transcheck.config.schema import Config
from transcheck.engines import local, pool, setup, stages
from transcheck.errors import UsageError
from transcheck.model.request import PairRequest
from transcheck.model.result import BatchResult, PairResult
from transcheck.rules.registry import RuleSetting

Cli = Callable[..., Any]
CLEAN = ("clean/en-ko-physics-nobel", "clean/uk-en-eu-accession-talks", "clean/zh-en-central-asia-treaty")
PLANTED = "pairs/ar-en-new-start-expiry"


def request(name: str) -> PairRequest:
    folder = CORPORA / name
    return PairRequest(name, folder / "source.txt", folder / "target.txt")


def bad(name: str, tmp_path: Path) -> PairRequest:
    return replace(request(name), id="bad", target=tmp_path / "none.txt")


def text(result: BatchResult) -> str:
    return dumps(replace(result, seconds=0.0))


def by_id(result: BatchResult) -> dict[str, Any]:
    return {pair["id"]: pair for pair in encode(result)["pairs"]}


def test_one_bad_pair_does_not_lose_the_others(tmp_path: Path) -> None:
    first, second, third = map(request, CLEAN)
    same = replace(second, id="same", target=second.source)
    copied = tmp_path / "copy.txt"
    copied.write_bytes(third.source.read_bytes())
    untranslated = replace(third, id="untranslated", target=copied)
    result = run([first, bad(CLEAN[0], tmp_path), second, same, untranslated, third], RunOptions())
    assert [pair.pair.id for pair in result.pairs] == list(CLEAN)
    assert [(f.id, f.exit_code) for f in result.failures] == [("bad", 3), ("same", 3), ("untranslated", 3)]
    assert [f.error for f in result.failures[:2]] == ["no such file", "source and target are the same file"]
    assert all(f.path for f in result.failures)


def test_a_fault_of_our_own_in_one_pair_does_not_lose_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    real = local.prepare

    def faulty(pair: Any, *rest: Any) -> Any:
        return [][1] if pair.id == CLEAN[1] else real(pair, *rest)

    monkeypatch.setattr(local, "prepare", faulty)
    result = run([request(name) for name in CLEAN], RunOptions())
    assert [pair.pair.id for pair in result.pairs] == [CLEAN[0], CLEAN[2]]
    [failure] = result.failures
    assert (failure.id, failure.exit_code) == (CLEAN[1], 4)
    assert failure.error.startswith("internal failure: IndexError: list index out of range (test_batch.py:")


def test_nothing_to_do() -> None:
    result = run([], RunOptions())
    assert (result.pairs, result.failures) == ((), ())
    assert "encoder" in result.signature


def test_an_encoder_that_cannot_be_had_stops_the_run() -> None:
    with pytest.raises(UsageError, match="cannot be loaded"):
        run([request(PLANTED)], RunOptions(encoder="nosuch/model"))


def test_the_same_bytes_twice_from_the_cache_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    requests = [request(PLANTED), request(CLEAN[0])]
    first = text(run(requests, RunOptions()))
    assert text(run(requests, RunOptions())) == first
    assert text(run(requests, RunOptions(cache=False))) == first
    monkeypatch.setattr(local, "GROUP", 1)
    assert text(run(requests, RunOptions())) == first


def test_the_same_bytes_whatever_the_jobs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    requests = [request(PLANTED), bad(CLEAN[0], tmp_path), *map(request, CLEAN)]
    alone = text(run(requests, RunOptions()))
    monkeypatch.setattr(pool, "CHUNK", 2)
    steps: list[tuple[str, int, int]] = []
    assert text(run(requests, RunOptions(jobs=2), lambda *step: steps.append(step))) == alone
    assert steps == [("check", 2, 5), ("check", 4, 5), ("check", 5, 5)]


KILLER = """
import os
from transcheck.engines import local
read = local.read_pair
local.read_pair = lambda request: os._exit(9) if request.id == "killer" else read(request)
"""


def test_a_worker_that_dies_loses_one_pair_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(KILLER, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path) + os.pathsep + os.environ.get("PYTHONPATH", ""))
    monkeypatch.setattr(pool, "CHUNK", 2)
    killer = replace(request(CLEAN[0]), id="killer")
    result = run([request(PLANTED), killer, *map(request, CLEAN)], RunOptions(jobs=2))
    assert [pair.pair.id for pair in result.pairs] == [PLANTED, *CLEAN]
    [failure] = result.failures
    assert (failure.id, failure.exit_code) == ("killer", 4)
    assert "died" in failure.error


def test_outcomes_come_one_by_one_in_order() -> None:
    session = start([request(name) for name in CLEAN], RunOptions())
    outcomes = iter(session)
    first = next(outcomes)
    assert isinstance(first, PairResult)
    assert [first.pair.id, *(o.pair.id for o in outcomes if isinstance(o, PairResult))] == list(CLEAN)
    assert {"read", "encode", "align and link", "judge and score"} <= set(session.stages)


def test_a_pair_gets_the_same_json_alone_and_in_a_batch() -> None:
    names = [*CLEAN, PLANTED]
    together = by_id(run([request(name) for name in names], RunOptions()))
    backwards = by_id(run([request(name) for name in reversed(names)], RunOptions(cache=False)))
    for name in names:
        assert by_id(run([request(name)], RunOptions()))[name] == together[name] == backwards[name]


def test_progress_goes_forward_to_its_end() -> None:
    calls: list[tuple[str, int, int]] = []
    run([request(CLEAN[0]), request(PLANTED)], RunOptions(cache=False), lambda *call: calls.append(call))
    for stage in ("encode", "check"):
        steps = [(done, total) for name, done, total in calls if name == stage]
        assert steps == sorted(steps)
        assert steps[-1][0] == steps[-1][1]


def test_the_signature_follows_what_the_figures_depend_on() -> None:
    plain = run([], RunOptions()).signature
    config = Config(rules={"NUM001": RuleSetting(enabled=False)})
    assert run([], RunOptions(config=config)).signature != plain
    assert run([], RunOptions(config=Config())).signature == plain


def test_the_cache_has_a_place_where_one_can_write(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path / "deep" / "cache"))
    assert cache_folder() == tmp_path / "deep" / "cache"
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with pytest.warns(UserWarning, match="cannot be written"):
        fallback = cache_folder()
    assert fallback.parent == tmp_path / "temporary"
    assert stat.S_IMODE(fallback.stat().st_mode) == 0o700
    monkeypatch.setattr(setup.platformdirs, "user_cache_dir", lambda name: f"~/.cache/{name}")
    monkeypatch.delenv("TRANSCHECK_CACHE")
    monkeypatch.chdir(tmp_path)
    with pytest.warns(UserWarning, match="cannot be written"):
        assert cache_folder() == fallback
    assert not Path("~").exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="there are no user ids here")
def test_a_temporary_cache_of_somebody_else_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: 4321)
    with pytest.warns(UserWarning, match="is used instead"):
        assert cache_folder().name != "transcheck-4321"


def manifest(path: Path, *names: str, more: str = "") -> Path:
    lines = [
        json.dumps({"id": n, "source": str(CORPORA / n / "source.txt"), "target": str(CORPORA / n / "target.txt")})
        for n in names
    ]
    path.write_text("\n".join(lines) + f"\n{more}", "utf-8")
    return path


def test_exit_codes_of_the_gate(cli: Cli, tmp_path: Path) -> None:
    planted = manifest(tmp_path / "planted.jsonl", CLEAN[1], PLANTED)
    lost = manifest(tmp_path / "lost.jsonl", PLANTED, more='{"id": "lost", "source": "none.txt", "target": "b.txt"}\n')
    done = cli("gate", "--outside", planted, "--format", "json", "-q")
    assert (done.code, done.err) == (1, "")
    assert [pair["id"] for pair in json.loads(done.out)["pairs"]] == [CLEAN[1], PLANTED]
    assert cli("gate", "--outside", planted, "--fail-on", "never", "-q").code == 0
    done = cli("gate", "--outside", lost, "--format", "json", "-q")
    assert done.code == 3
    assert done.err == f"transcheck: {tmp_path / 'none.txt'}: no such file (check the path)\n"
    found = json.loads(done.out)
    assert [pair["id"] for pair in found["pairs"]] == [PLANTED]
    assert [failure["id"] for failure in found["failures"]] == ["lost"]
    assert cli("gate", "--outside", lost, "--fail-on", "never", "-q").code == 3
    assert cli("gate", "--outside", lost, "--encoder", "nosuch/model", "-q").code == 2


def test_score_and_gate_write_the_same_pair(cli: Cli, tmp_path: Path) -> None:
    folder = CORPORA / PLANTED
    scored = cli("score", folder / "source.txt", folder / "target.txt", "--format", "json", "-q")
    gated = cli("gate", "--outside", manifest(tmp_path / "m.jsonl", PLANTED), "--format", "json", "-q")
    [one], [other] = (json.loads(done.out)["pairs"] for done in (scored, gated))
    for pair in (one, other):
        pair["id"] = ""
        for finding in pair["findings"]:
            del finding["fingerprint"]  # holds the id
    assert one == other


def test_an_internal_failure_is_4_and_more_than_a_finding(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def faulty(*args: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(local, "prepare", faulty)
    done = cli(
        "gate", "--outside", manifest(tmp_path / "m.jsonl", PLANTED, more='{"source": "x", "target": "y"}\n'), "-q"
    )
    assert done.code == 4
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) == 2


def test_a_stage_within_another_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 1.0, 3.0, 6.0])
    monkeypatch.setattr(stages.time, "perf_counter", lambda: next(times))
    clock = stages.Clock()
    with clock.stage("outer"), clock.stage("inner"):
        pass
    assert clock.stages == {"inner": 2.0, "outer": 4.0}
