import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import tiny_model
from corpus import CORPORA
from transcheck.encode.hub import HubEncoder
from transcheck.errors import UsageError

PAIR = CORPORA / "pairs" / "en-ru-pandemic-agreement"
ARTICLES = (PAIR / "source.txt", PAIR / "target.txt")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_model.save(tmp_path_factory.mktemp("hub") / "tiny")


def bits(encoder: HubEncoder, sentences: list[str]) -> list[tuple[bytes, bytes]]:
    return [(e.pooled.tobytes(), e.quantised.tobytes()) for e in encoder.encode(sentences)]


def test_a_folder_serves_as_encoder(model: Path, cli: Callable[..., object]) -> None:
    done = cli("score", *ARTICLES, "--encoder", model, "--format", "json", "-q", "--no-cache")
    assert (done.code, done.err) == (0, "")
    result = json.loads(done.out)
    assert str(model) in result["signature"]
    [pair] = result["pairs"]
    assert sorted(s for b in pair["beads"] for s in b["source"]) == list(range(len(pair["source"]["segments"])))
    assert sorted(s for b in pair["beads"] for s in b["target"]) == list(range(len(pair["target"]["segments"])))


def test_bits_do_not_depend_on_company(model: Path) -> None:
    encoder = HubEncoder(str(model))
    sentences = ["a cat", "мир", "\ud800", "", "it expired on thursday, and nobody knew what came next"]
    assert bits(encoder, sentences * 4) == [bits(encoder, [s])[0] for s in sentences] * 4


def test_a_model_of_few_positions_still_sees_every_word(model: Path) -> None:
    text = "peskov said nothing new " * 300
    [encoded] = HubEncoder(str(model)).encode([text])
    assert [w.of(text) for w in encoded.words] == text.split()
    assert (np.abs(encoded.quantised).max(axis=1) == 127).all()


def test_the_fingerprint_follows_the_files(model: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(model, tmp_path / "copy")
    before = HubEncoder(str(copy)).fingerprint
    assert HubEncoder(str(copy)).fingerprint == before
    (copy / "tokenizer.json").write_text((copy / "tokenizer.json").read_text("utf-8") + "\n", "utf-8")
    assert HubEncoder(str(copy)).fingerprint != before


@pytest.mark.parametrize("name", ["sentence-transformers/LaBSE", "nosuch", "./nosuch", "a b", "../x", "x/y/z"])
def test_a_name_that_cannot_be_had_offline(cli: Callable[..., object], name: str) -> None:
    done = cli("score", *ARTICLES, "--encoder", name)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith(f"transcheck: error: the encoder {name!r} cannot be loaded: it is neither a folder nor")
    assert "--encoder embedded" in line


DAMAGE = {
    "config.json": ["", "{", "[]", '{"model_type": "nosuch"}', '{"model_type": "t5"}', '{"model_type": "clip"}'],
    "model.safetensors": [None, "", "noise" * 50],
    "tokenizer.json": [None, "", "{}"],
}


@pytest.mark.parametrize(("file", "text"), [(file, text) for file, texts in DAMAGE.items() for text in texts])
def test_a_damaged_folder_is_named_in_one_line(
    model: Path, tmp_path: Path, cli: Callable[..., object], file: str, text: str | None
) -> None:
    copy = shutil.copytree(model, tmp_path / "copy")
    if text is None:
        (copy / file).unlink()
    else:
        (copy / file).write_text(text)
    done = cli("score", *ARTICLES, "--encoder", copy, "--no-cache")
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert str(copy) in line


def test_weights_that_lack_something_are_not_filled_with_chance(model: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    copy = shutil.copytree(model, tmp_path / "copy")
    state = load_file(copy / "model.safetensors")
    dropped = [name for name in state if "layer.1" in name]
    save_file({k: v for k, v in state.items() if k not in dropped}, copy / "model.safetensors", {"format": "pt"})
    with pytest.raises(UsageError, match=f"lacks {len(dropped)} of its weights"):
        HubEncoder(str(copy)).encode(["мир"])


def test_pickled_weights_are_not_touched(model: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(model, tmp_path / "copy")
    (copy / "model.safetensors").rename(copy / "pytorch_model.bin")
    with pytest.raises(UsageError, match="cannot be loaded"):
        HubEncoder(str(copy)).encode(["мир"])
