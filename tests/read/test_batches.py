from pathlib import Path

import pytest

from transcheck.read.batches import collect

XLIFF = '<xliff version="1.2"><file original="x" source-language="ar" target-language="en"><body><trans-unit id="1"><source>قال.</source><target>He said.</target></trans-unit></body></file></xliff>'


def test_manifests_folders_and_files_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("f/story.ru.txt", "f/story.en.txt", "g/fr/a.txt", "g/en/a.txt", "one.ar.txt", "one.en.md", "odd.txt"):
        Path(name).parent.mkdir(exist_ok=True, parents=True)
        Path(name).write_text("text")
    Path("m.csv").write_text("id,source,target\nx,a,b\n")
    Path("n.jsonl").write_text('{"id": "y", "source": "a", "target": "b"}\nbroken\n')
    Path("s.xlf").write_text(XLIFF, "utf-8")
    names = ["f", "m.csv", "one.ar.txt", "g", "s.xlf", "n.jsonl", "one.en.md", "odd.txt", "gone", "m.csv"]
    pairing = collect([Path(name) for name in names])
    assert [request.id for request in pairing.requests] == ["story", "x", "a", "y", "one", "s.xlf"]
    assert [(failure.id, failure.error) for failure in pairing.failures] == [
        ("n.jsonl:2", "this line is not valid JSON"),
        ("gone", "no such file"),
        ("odd.txt", "no telling which article this is the translation of"),
    ]
    assert all(failure.hint and failure.exit_code == 3 for failure in pairing.failures)


def test_two_folders_may_have_stories_of_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("mon/story.ar.txt", "mon/story.en.txt", "tue/story.ar.txt", "tue/story.en.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("text")
    pairing = collect([Path("mon"), Path("tue"), Path("mon/")])
    assert [request.id for request in pairing.requests] == ["story", "tue/story"]
    assert not pairing.failures


def test_more_than_two_languages_do_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("f").mkdir()
    for name in ("a.ar.txt", "a.en.txt", "a.fr.txt"):
        Path("f", name).write_text("text")
    Path("f/s.xlf").write_text(XLIFF, "utf-8")
    Path("m.csv").write_text("id,source,target\nx,a,b\n")
    pairing = collect([Path("f"), Path("m.csv")])
    assert [request.id for request in pairing.requests] == ["s.xlf", "x"]
    [failure] = pairing.failures
    assert "which language is the source? here are ar, en, fr" in failure.error
    assert failure.exit_code == 3


def test_folders_name_of_a_single_file_is_no_language(tmp_path: Path) -> None:
    """A home called `fr` must not make every file beneath it French."""
    (tmp_path / "fr").mkdir()
    for name in ("story.ar.txt", "story.en.txt", "plain.txt"):
        (tmp_path / "fr" / name).write_text("text")
    pairing = collect(sorted((tmp_path / "fr").iterdir()))
    assert [(r.id, r.source_lang, r.target_lang) for r in pairing.requests] == [("story", "ar", "en")]
    assert [failure.id for failure in pairing.failures] == ["plain.txt"]


def test_links_to_folders_do_not_go_in_circles(tmp_path: Path) -> None:
    for name in ("a.ar.txt", "a.en.txt"):
        (tmp_path / name).write_text("text")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [request.id for request in collect([tmp_path]).requests] == ["a"]
