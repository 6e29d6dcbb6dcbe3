"""What all tests share: where things are kept while they run, and every sentence of the corpora encoded once."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from corpus import Case, all_cases
from transcheck import __main__ as entry
from transcheck.batch import RunOptions, make_encoder
from transcheck.config.schema import EMBEDDED, Config
from transcheck.model.encoded import Encoded
from transcheck.model.prepared import Prepared
from transcheck.model.result import PairResult
from transcheck.model.terms import Glossary
from transcheck.model.text import ArticlePair
from transcheck.pipeline import finish, prepare, sentences
from transcheck.read.files import article_from_text, read_article
from transcheck.read.glossary import read_glossary
from transcheck.rules.base import Example
from transcheck.rules.registry import all_rules

# Nothing here may try the network: what cannot be had offline must fail as offline.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_OFFLINE"] = "1"

# A busy machine is no failure: nothing is asserted on wall-clock time.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-shortfalls", action="store_true", help="rewrite tests/known_shortfalls.toml from what falls short now"
    )


@pytest.fixture(scope="session", autouse=True)
def transcheck_cache(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this run keeps the converted encoder and its sentences: pytest's own cache, never the user's."""
    cache = request.config.cache
    try:
        folder = cache.mkdir("transcheck") if cache else tmp_path_factory.mktemp("transcheck")
    except OSError:  # the project stands in a folder that cannot be written
        folder = tmp_path_factory.mktemp("transcheck")
    os.environ["TRANSCHECK_CACHE"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def encode(transcheck_cache: Path) -> Callable[[Iterable[str]], dict[str, Encoded]]:
    """Sentences to vectors with the embedded encoder, behind the run's cache."""
    return make_encoder(RunOptions()).encode_distinct


def pair_of_case(case: Case) -> ArticlePair:
    source = read_article(case.folder / "source.txt", case.source_lang)
    target = read_article(case.folder / "target.txt", case.target_lang)
    return ArticlePair(case.id, source, target, meta={"date": case.date} if case.date else {})


def glossary_of(case: Case) -> Glossary:
    """The glossary in the case's folder; an empty one where there is none."""
    path = case.folder / "glossary.csv"
    return read_glossary(path) if path.exists() else Glossary()


def pairs_of_example(example: Example) -> list[ArticlePair]:
    """The article pairs of an example: one, or for a rule of scope batch as many as form feeds part."""
    texts = zip(example.source.split("\f"), example.target.split("\f"), strict=True)
    return [
        ArticlePair(
            f"example {number}",
            article_from_text(source, example.source_lang, "source"),
            article_from_text(target, example.target_lang, "target"),
        )
        for number, (source, target) in enumerate(texts, 1)
    ]


@pytest.fixture(scope="session")
def encoded(encode: Callable[[Iterable[str]], dict[str, Encoded]]) -> Mapping[str, Encoded]:
    """Every sentence of all cases and of all rules' examples, encoded together."""
    pairs = [pair_of_case(case) for case in all_cases()]
    examples = [example for rule in all_rules().values() for example in rule.examples]
    pairs += [pair for example in examples for pair in pairs_of_example(example)]
    return encode(text for pair in pairs for text in sentences(pair))


@pytest.fixture(scope="session")
def checked(
    encoded: Mapping[str, Encoded], encode: Callable[[Iterable[str]], dict[str, Encoded]]
) -> Callable[..., PairResult]:
    """The real pipeline for a pair whose sentences are encoded already."""

    def check(pair: ArticlePair, glossary: Glossary | None = None) -> PairResult:
        doc: Prepared = prepare(pair, encoded, EMBEDDED, glossary, encode=encode)
        return finish(doc, encoded, EMBEDDED, Config())

    return check


@pytest.fixture(scope="session")
def result_of(checked: Callable[..., PairResult]) -> Callable[[Case], PairResult]:
    """The result for a corpus case, computed once a run."""
    known: dict[str, PairResult] = {}

    def result(case: Case) -> PairResult:
        if case.id not in known:
            known[case.id] = checked(pair_of_case(case), glossary_of(case))
        return known[case.id]

    return result


@dataclass
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Ended]:
    """Runs the real command, engine and all, in this process; it stands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(entry.signal, "signal", lambda *args: None)

    def run(*args: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["transcheck", *map(str, args)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            entry.main()
        captured = capfd.readouterr()
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run
