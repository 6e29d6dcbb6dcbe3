"""Sentence pairs and what the rules must say of them: pairs.txt beside each family's tests.

A pair is three lines: the languages and the expected codes, none where the translation is right; the source; the target.
Minor findings have a small m behind their code.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from transcheck.config.schema import EMBEDDED, Config
from transcheck.model.encoded import Encoded
from transcheck.model.findings import Finding, Severity
from transcheck.model.text import ArticlePair
from transcheck.pipeline import finish, prepare, sentences
from transcheck.read.files import article_from_text

HERE = Path(__file__).parent
FAMILIES = {"numbers": ("NUM", "TTL"), "titles": ("NUM", "TTL"), "quotes": ("QUO",), "accuracy": ("ACC",)}
"""What is judged in the pairs of each folder."""
Case = tuple[ArticlePair, tuple[str, ...], list[str]]


def _pairs() -> list[Case]:
    found: list[Case] = []
    for folder, families in FAMILIES.items():
        for block in (HERE / folder / "pairs.txt").read_text("utf-8").strip().split("\n\n"):
            head, source, target = block.split("\n")
            source_lang, target_lang, *codes = head.split()
            articles = (
                article_from_text(source, source_lang, "source"),
                article_from_text(target, target_lang, "target"),
            )
            found.append((ArticlePair(source, *articles), families, codes))
    return found


PAIRS = _pairs()


@pytest.fixture(scope="module")
def vectors(encode: Callable[[Iterable[str]], dict[str, Encoded]]) -> dict[str, Encoded]:
    """All sentences of the pairs, encoded together."""
    return encode(text for pair, _, _ in PAIRS for text in sentences(pair))


def _told(finding: Finding) -> str:
    return finding.rule + ("m" if finding.severity is Severity.MINOR else "")


@pytest.mark.parametrize(
    ("pair", "families", "codes"), [pytest.param(*x, id=f"{n}-{x[0].source.lang}") for n, x in enumerate(PAIRS)]
)
def test_a_pair_draws_what_it_must(
    pair: ArticlePair, families: tuple[str, ...], codes: list[str], vectors: dict[str, Encoded]
) -> None:
    result = finish(prepare(pair, vectors, EMBEDDED), vectors, EMBEDDED, Config())
    assert sorted(_told(f) for f in result.findings if f.rule.startswith(families)) == sorted(codes)
