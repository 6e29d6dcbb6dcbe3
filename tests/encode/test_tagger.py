import json
from collections.abc import Callable
from pathlib import Path

import pytest

import tiny_model
from corpus import CORPORA
from transcheck.encode.tagger import Piece, Tagger, entities, kind_of
from transcheck.errors import UsageError
from transcheck.model.terms import Kind
from transcheck.model.text import Span

PAIR = CORPORA / "pairs" / "ar-en-new-start-expiry"
ARTICLES = (PAIR / "source.txt", PAIR / "target.txt")
LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_model.save_tagger(tmp_path_factory.mktemp("ner") / "tiny", LABELS)


def pieces(text: str, *labelled: tuple[str, str]) -> list[Piece]:
    found, at = [], 0
    for piece, label in labelled:
        at = text.index(piece, at)
        found.append((Span(at, at + len(piece)), label, 0.9))
        at += len(piece)
    return found


def test_pieces_of_one_name_are_joined() -> None:
    text = "Xi Jinping met Putin"
    found = entities(
        text, pieces(text, ("Xi", "B-PER"), ("Jin", "I-PER"), ("ping", "I-PER"), ("met", "O"), ("Putin", "B-PER"))
    )
    assert [(e.span.of(text), e.kind) for e in found] == [("Xi Jinping", Kind.PERSON), ("Putin", Kind.PERSON)]


def test_two_names_side_by_side_stay_two() -> None:
    text = "Moscow Kyiv"
    assert len(entities(text, pieces(text, ("Moscow", "B-LOC"), ("Kyiv", "B-LOC")))) == 2


def test_a_name_without_spaces_is_joined() -> None:
    text = "習近平は"
    found = entities(text, pieces(text, ("習", "B-PER"), ("近平", "I-PER"), ("は", "O")))
    assert [e.span.of(text) for e in found] == ["習近平"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("B-PER", Kind.PERSON), ("GPE", Kind.PLACE), ("I-ORG", Kind.ORGANISATION), ("O", None), ("B-DATE", None)],
)
def test_labels(label: str, kind: Kind | None) -> None:
    assert kind_of(label) is kind


def test_a_long_text_is_read_to_its_end(model: Path) -> None:
    text = "peskov said nothing new " * 60
    tagger = Tagger(str(model))
    assert max((span.end for span, _, _ in tagger._pieces([text])[0]), default=0) >= len(text.rstrip()) - 1


def test_a_run_with_a_model_says_so_in_its_signature(model: Path, cli: Callable[..., object]) -> None:
    done = cli("score", *ARTICLES, "--ner", model, "--format", "json", "-q")
    assert done.code == 0, done.err
    assert f"ner {model}" in json.loads(done.out)["signature"]


def test_what_tags_no_names_is_refused(tmp_path: Path) -> None:
    folder = tiny_model.save_tagger(tmp_path / "pos", ("NOUN", "VERB"))
    with pytest.raises(UsageError, match="tags no names"):
        Tagger(str(folder))


def test_a_model_that_cannot_be_had(cli: Callable[..., object]) -> None:
    done = cli("score", *ARTICLES, "--ner", "./nosuch")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "name model" in done.err
