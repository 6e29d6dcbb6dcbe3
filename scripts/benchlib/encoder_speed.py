"""The encoder against the machine: matrix-multiply peak and floating point operations a second."""

import time
from collections.abc import Callable
from pathlib import Path

from benchlib.data import REPOSITORY

ROWS, HIDDEN, FFN, LAYERS = 1280, 384, 1536, 12
OPERATIONS_A_TOKEN = LAYERS * (4 * HIDDEN**2 + 2 * HIDDEN * FFN) * 2
"""Multiplications and additions of the weight matrices; attention itself, softmax and norms are not counted."""
SENTENCES = 64
FRAME = 4
"""Tokens around each sentence: start, the prefix's two, end."""


def _seconds(action: Callable[[], object], runs: int) -> float:
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return min(found)


def peak(dtype: str, runs: int = 60) -> float:
    """GFLOP/s of a 1280x384x1536 product, best of `runs` measurements of ten products each."""
    import torch

    left = torch.randn(ROWS, HIDDEN).to(getattr(torch, dtype))
    right = torch.randn(HIDDEN, FFN).to(getattr(torch, dtype))
    out = torch.empty(ROWS, FFN, dtype=left.dtype)

    def ten() -> None:
        for _ in range(10):
            torch.mm(left, right, out=out)

    ten()
    return 10 * 2 * ROWS * HIDDEN * FFN / _seconds(ten, runs) / 1e9


def news_sentences() -> list[str]:
    """64 sentences of the project's own articles, evenly spread over lengths and so over languages."""
    from transcheck.read.files import read_article

    found: set[str] = set()
    for path in sorted((REPOSITORY / "corpora").glob("*/*/*.txt")):
        if path.parent.parent.name in ("pairs", "clean"):
            article = read_article(path)
            found |= {article.segment_text(i) for i in range(len(article.segments))}
    ordered = sorted(found, key=lambda text: (len(text), text))
    return [ordered[(2 * i + 1) * len(ordered) // (2 * SENTENCES)] for i in range(SENTENCES)]


def encoder_figures(cache: Path, runs: int = 7) -> dict[str, object]:
    """Speed of the embedded encoder on `news_sentences`, without any cache, and its share of the peak."""
    import torch

    from transcheck.encode.embedded import EmbeddedEncoder, precision

    sentences = news_sentences()
    encoder = EmbeddedEncoder(cache)
    tokens = sum(encoded.pieces + FRAME for encoded in encoder.encode(sentences))
    seconds = _seconds(lambda: encoder.encode(sentences), runs)
    speed = tokens * OPERATIONS_A_TOKEN / seconds / 1e9
    peaks = {dtype: peak(dtype) for dtype in ("float32", "bfloat16")}
    return {
        "threads": torch.get_num_threads(),
        "peak_gflops": peaks,
        "precision": precision(),
        "sentences": len(sentences),
        "tokens": tokens,
        "seconds": seconds,
        "sentences_a_second": len(sentences) / seconds,
        "ms_a_sentence": 1000 * seconds / len(sentences),
        "gflops": speed,
        "share_of_peak": speed / peaks[precision()],
        "share_of_float32_peak": speed / peaks["float32"],
    }
