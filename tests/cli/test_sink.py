import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from transcheck.cli.sink import Sink, trouble
from transcheck.errors import InternalError, UsageError


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("old")
    file.chmod(0o640)
    with Sink(file) as sink:
        sink.write("new\n")
        assert file.read_text() == "old"
        sink.commit()
    assert file.read_text() == "new\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    with pytest.raises(ZeroDivisionError), Sink(file) as sink:
        sink.write("half")
        raise ZeroDivisionError
    assert file.read_text() == "new\n"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link_and_what_others_write_stays(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("first\n")
    (tmp_path / "link").symlink_to("real")
    with Sink(tmp_path / "link") as sink:
        sink.write("second\n")
        sink.commit()
    assert (tmp_path / "link").is_symlink()
    with Sink(tmp_path / "real", append=True) as sink:
        sink.write("third\n")
        sink.commit()
    assert (tmp_path / "real").read_text() == "second\nthird\n"


def test_lone_surrogates_do_not_stop_a_report(tmp_path: Path) -> None:
    with Sink(tmp_path / "report") as sink:
        sink.write("a\ud800b")
        sink.commit()
    assert (tmp_path / "report").read_text() == "a?b"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_an_internal_failure() -> None:
    with pytest.raises(InternalError) as caught, Sink(Path("/dev/full")) as sink:
        sink.write("x" * 100_000)
        sink.commit()
    assert str(caught.value).startswith("/dev/full: the report cannot be written: No space left on device (make room")


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, InternalError), (errno.EACCES, UsageError)])
def test_a_disk_that_fills_up_on_the_way_leaves_the_old_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    file = tmp_path / "report"
    file.write_text("old")

    def full(*args: Any, **more: Any) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(kind), Sink(file) as sink:
        sink.write("new")
        monkeypatch.setattr(Path, "replace", full)
        sink.commit()
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_cannot_be_written_is_wrong_usage() -> None:
    error = trouble(PermissionError(errno.EACCES, "Permission denied"), Path("report"))
    assert isinstance(error, UsageError)
    assert "choose another place" in str(error)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_standard_output_that_is_full_is_reported_once() -> None:
    code = "import sys; sys.argv = ['transcheck', 'rules', 'list']\nfrom transcheck.__main__ import main\nmain()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 4
    assert done.stderr == (
        "transcheck: error: standard output: the report cannot be written: No space left on device "
        "(make room, or choose another place)\n"
    )
