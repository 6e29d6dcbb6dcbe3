"""Sentence pairs and what the rules on numbers and titles must say of them: pairs.txt beside each family's tests.

A pair is three lines: the languages and the expected codes, none where the translation is right; the source; the target.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from transcheck.config.schema import EMBEDDED, Config
from transcheck.model.encoded import Encoded
from transcheck.model.text import ArticlePair
from transcheck.pipeline import finish, prepare, sentences
from transcheck.read.files import article_from_text

HERE = Path(__file__).parent
FILES = (HERE / "numbers" / "pairs.txt", HERE / "titles" / "pairs.txt")
FAMILIES = ("NUM", "TTL")


def _pairs() -> list[tuple[ArticlePair, list[str]]]:
    found = []
    for block in (block for file in FILES for block in file.read_text("utf-8").strip().split("\n\n")):
        head, source, target = block.split("\n")
        source_lang, target_lang, *codes = head.split()
        articles = article_from_text(source, source_lang, "source"), article_from_text(target, target_lang, "target")
        found.append((ArticlePair(source, *articles), codes))
    return found


PAIRS = _pairs()


@pytest.fixture(scope="module")
def vectors(encode: Callable[[Iterable[str]], dict[str, Encoded]]) -> dict[str, Encoded]:
    """All sentences of the pairs, encoded together."""
    return encode(text for pair, _ in PAIRS for text in sentences(pair))


@pytest.mark.parametrize(
    ("pair", "codes"), [pytest.param(*x, id=f"{n}-{x[0].source.lang}") for n, x in enumerate(PAIRS)]
)
def test_a_pair_draws_what_it_must(pair: ArticlePair, codes: list[str], vectors: dict[str, Encoded]) -> None:
    result = finish(prepare(pair, vectors, EMBEDDED), vectors, EMBEDDED, Config())
    assert sorted(f.rule for f in result.findings if f.rule.startswith(FAMILIES)) == sorted(codes)
