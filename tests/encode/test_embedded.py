import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import packed
from transcheck.encode import embedded
from transcheck.encode.embedded import EmbeddedEncoder, convert
from transcheck.errors import InternalError
from transcheck.model.encoded import Encoded
from transcheck.text.words import is_mark

MIXED = [
    "قال المتحدث باسم الكرملين دميتري بيسكوف إن روسيا لم تتلق ردا.",
    "Peskov said Russia had received no reply.",
    "Пески",
    "习近平与普京在北京会晤。",
    "高市早苗氏は21日、首相に選出された。",
    "윤석열 대통령이 파면됐다.",
    "रविवार को चंद्रयान-3 उतरा।",
    " ".join(["The treaty expired on Thursday, and nobody knew what would come after it."] * 12),
]


@pytest.fixture(scope="module")
def encoder(transcheck_cache: Path) -> EmbeddedEncoder:
    return EmbeddedEncoder(transcheck_cache)


def bits(encoded: Encoded) -> tuple[object, ...]:
    arrays = (encoded.pooled, encoded.quantised, encoded.scales)
    return (encoded.words, encoded.pieces, *(a.tobytes() for a in arrays))


def test_a_sentence_gets_the_same_bits_alone_and_in_company(encoder: EmbeddedEncoder) -> None:
    alone = [bits(encoder.encode([sentence])[0]) for sentence in MIXED]
    together = [bits(e) for e in encoder.encode(MIXED)]
    crowded = [bits(e) for e in encoder.encode([*MIXED[::-1], *MIXED * 3])]
    assert together == alone
    assert crowded == alone[::-1] + alone * 3


@pytest.mark.parametrize("unit", ["слово ", "word, ", "条约", "كلمة "])
def test_an_overlong_sentence_keeps_every_word(encoder: EmbeddedEncoder, unit: str) -> None:
    text = (unit * 2000).strip()
    [encoded] = encoder.encode([text])
    words = [w.of(text) for w in encoded.words if not is_mark(w.of(text))]
    assert sum(map(len, words)) == len(text.replace(" ", "").replace(",", ""))
    lengths = np.linalg.norm(encoded.vectors, axis=1)
    np.testing.assert_allclose(lengths, 1.0, atol=0.02)
    assert np.linalg.norm(encoded.pooled) == pytest.approx(1.0, abs=1e-5)


ODD = ["", " ", "\n\t", "\x00", "\x01\x02", "\ud800", "a\ud83dz", "\u202e\u2066", "\ufeff", "\U0010ffff", "́", "🙂" * 40]


@pytest.mark.parametrize("text", ODD, ids=[ascii(text)[:20] for text in ODD])
def test_odd_sentences_have_sound_vectors(encoder: EmbeddedEncoder, text: str) -> None:
    for sentence in (text, f"Peskov said{text} on Thursday"):
        [encoded] = encoder.encode([sentence])
        assert np.isfinite(encoded.pooled).all()
        assert encoded.pooled.shape == (384,)
        assert encoded.quantised.shape == (len(encoded.words), 384)
        assert all(0 <= w.start < w.end <= len(sentence) for w in encoded.words)
        assert all(a.end <= b.start for a, b in zip(encoded.words, encoded.words[1:], strict=False))
    assert {"Peskov", "Thursday"} <= {w.of(sentence) for w in encoded.words}


def test_no_sentences_no_vectors(encoder: EmbeddedEncoder) -> None:
    assert encoder.encode([]) == []


def test_translations_are_nearer_than_other_sentences(encoder: EmbeddedEncoder) -> None:
    pooled = np.stack([e.pooled for e in encoder.encode([*MIXED[:2], "The bakery on the corner sells warm bread."])])
    assert pooled[0] @ pooled[1] > max(pooled[0] @ pooled[2], pooled[1] @ pooled[2])


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "small.bin"
    path.write_bytes(packed.PackedFile().bytes())
    monkeypatch.setattr(embedded, "WEIGHTS_SHA256", embedded._sha256(path))
    monkeypatch.setattr(embedded, "WORD_LAYER", 1)
    return path


def names(folder: Path) -> Sequence[str]:
    return sorted(path.name for path in folder.iterdir())


def test_other_weights_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    path.write_bytes(packed.PackedFile().bytes())
    with pytest.raises(InternalError, match=r"weights are not the ones.*reinstall") as refused:
        EmbeddedEncoder(tmp_path / "cache", path).encode(["мир"])
    assert refused.value.path == str(path)
    assert not (tmp_path / "cache").exists()


def test_a_small_model_goes_all_the_way(small: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    [encoded] = EmbeddedEncoder(cache, small).encode(["мир мир"])
    assert [w.start for w in encoded.words] == [0, 4]
    assert encoded.pooled.shape == (packed.HIDDEN,)
    [model] = cache.iterdir()
    assert names(model) == ["model.json", "tokenizer.json", "weights.safetensors"]


@pytest.mark.parametrize("file", ["weights.safetensors", "tokenizer.json", "model.json"])
@pytest.mark.parametrize("damage", ["cut", "gone", "text", "list"])
def test_a_damaged_conversion_is_made_anew(small: Path, tmp_path: Path, file: str, damage: str) -> None:
    cache = tmp_path / "cache"
    expected = bits(EmbeddedEncoder(cache, small).encode(["мир"])[0])
    [model] = cache.iterdir()
    path = model / file
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes({"cut": path.read_bytes()[:-9], "text": b"not this", "list": b"[1]"}[damage])
    assert bits(EmbeddedEncoder(cache, small).encode(["мир"])[0]) == expected
    assert names(cache) == [model.name]
    assert json.loads((model / "model.json").read_text("utf-8"))["sha256"]


def test_a_conversion_that_fails_leaves_nothing(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(embedded, "_tokenizer", full)
    with pytest.raises(OSError, match="No space left"):
        convert(small, tmp_path / "cache" / "model")
    assert names(tmp_path / "cache") == []


def test_what_killed_conversions_left_is_swept_away(small: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for name, age in ((".converting-dead", 2), (".converting-live", 0)):
        (cache / name / "model").mkdir(parents=True)
        os.utime(cache / name, (age and 1, age and 1) if age else None)
    convert(small, cache / "model")
    assert names(cache) == [".converting-live", "model"]


def test_two_runs_may_convert_at_once(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "model"
    code = (
        "import sys, pathlib; from transcheck.encode.embedded import convert; convert(*map(pathlib.Path, sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, str(small), str(folder)]
    processes = [subprocess.Popen(command) for _ in range(2)]
    for process in processes:
        assert process.wait(120) == 0
    assert names(folder.parent) == ["model"]
    assert EmbeddedEncoder._intact(folder)
