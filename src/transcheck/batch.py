"""Many pairs: read, encode their distinct sentences together, judge each; one bad pair never loses the others."""

import hashlib
import os
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import platformdirs

from transcheck import __version__
from transcheck.config.schema import EMBEDDED, Config
from transcheck.encode.base import Encoder
from transcheck.encode.cache import CachedEncoder, Store
from transcheck.encode.embedded import EmbeddedEncoder
from transcheck.encode.hub import HubEncoder
from transcheck.encode.tagger import Tagger
from transcheck.errors import TranscheckError
from transcheck.model.encoded import Encoded
from transcheck.model.request import PairRequest
from transcheck.model.result import BatchResult, PairFailure, PairResult
from transcheck.model.terms import Glossary
from transcheck.model.text import ArticlePair
from transcheck.pipeline import Tagged, finish, prepare, sentences
from transcheck.read.files import check_distinct, read_article
from transcheck.text.langid import check_pair_languages

Progress = Callable[[str, int, int], None]
"""Called with the stage, what is done and what there is."""
T = TypeVar("T")
GROUP = 200
"""Pairs whose sentences are encoded together: enough to fill batches, few enough for flat memory."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a run needs beside the pairs."""

    encoder: str = EMBEDDED
    config: Config = field(default_factory=Config)
    glossary: Glossary = field(default_factory=Glossary)
    cache: bool = True
    ner: str | None = None
    """A transformers token-classification model whose names are extra evidence."""
    warn: Callable[[str], None] = warnings.warn


def cache_folder() -> Path:
    """Where models and vectors are kept: $TRANSCHECK_CACHE, else the user's cache, else a temporary folder."""
    named = os.environ.get("TRANSCHECK_CACHE")
    folder = Path(named) if named else Path(platformdirs.user_cache_dir("transcheck"))
    # Without a home the user's cache is "~/..." word for word: not a place to make.
    if (named or folder.is_absolute()) and _writable(folder):
        return folder
    folder = Path(tempfile.gettempdir()) / f"transcheck-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
    if _writable(folder) and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()):
        return folder
    return Path(tempfile.mkdtemp(prefix="transcheck-"))  # that name is taken by somebody else


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def make_encoder(options: RunOptions) -> CachedEncoder:
    """The encoder that the options name, behind the sentence cache. Raises UsageError if it cannot be had."""
    folder = cache_folder()
    inner: Encoder = EmbeddedEncoder(folder) if options.encoder == EMBEDDED else HubEncoder(options.encoder)
    return CachedEncoder(inner, Store(folder / "sentences.sqlite", options.warn) if options.cache else None)


class _Clock:
    """Seconds a stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - start


def run(requests: Sequence[PairRequest], options: RunOptions, progress: Progress | None = None) -> BatchResult:
    """Checks all pairs, in the order asked for. Raises UsageError for what concerns the whole run."""
    start = time.perf_counter()
    clock = _Clock()
    encoder = make_encoder(options)
    tagger = Tagger(options.ner) if options.ner else None
    signature = _signature(encoder, options, tagger)
    results: list[PairResult] = []
    failures: list[PairFailure] = []
    for at in range(0, len(requests), GROUP):
        pairs: list[ArticlePair] = []
        with clock.stage("read"):
            for request in requests[at : at + GROUP]:
                _sorted_in(_guarded(request.id, str(request.target), partial(_read, request)), pairs, failures)
        with clock.stage("encode"):
            wanted = [text for pair in pairs for text in sentences(pair)]
            encoded = encoder.encode_distinct(wanted, partial(progress, "encode") if progress else None)
        tagged: Tagged = {}
        if tagger:
            with clock.stage("tag names"):
                tagged = tagger.tag(wanted, partial(progress, "tag names") if progress else None)
        for number, pair in enumerate(pairs, 1):
            check = partial(_check, pair, encoded, tagged, encoder.name, options, clock)
            _sorted_in(_guarded(pair.id, pair.target.path, check), results, failures)
            if progress:
                progress("check", min(at + number, len(requests)), len(requests))
    seconds = time.perf_counter() - start
    return BatchResult(signature, tuple(results), tuple(failures), (), seconds, clock.stages)


def _check(
    pair: ArticlePair,
    encoded: Mapping[str, Encoded],
    tagged: Tagged,
    encoder: str,
    options: RunOptions,
    clock: _Clock,
) -> PairResult:
    with clock.stage("align and link"):
        doc = prepare(pair, encoded, encoder, options.glossary, tagged)
    with clock.stage("judge and score"):
        return finish(doc, encoded, encoder, options.config)


def _sorted_in(outcome: T | PairFailure, results: list[T], failures: list[PairFailure]) -> None:
    if isinstance(outcome, PairFailure):
        failures.append(outcome)
    else:
        results.append(outcome)


def _guarded(pair_id: str, path: str | None, action: Callable[[], T]) -> T | PairFailure:
    """What `action` returns, or the failure it ends in; the only place where every exception is caught."""
    try:
        return action()
    except TranscheckError as error:
        return PairFailure(pair_id, error.path or path, error.message, error.hint, error.exit_code)
    except Exception as error:  # a fault in one pair must not lose the others, and never look like a pass
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = f"internal failure: {type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        return PairFailure(pair_id, path, what, "please report it with the article", 4)


def _read(request: PairRequest) -> ArticlePair:
    check_distinct(request.source, request.target)
    source = read_article(request.source, request.source_lang)
    target = read_article(request.target, request.target_lang)
    check_pair_languages(source, target)
    references = tuple(read_article(path, target.lang) for path in request.references)
    return ArticlePair(request.id, source, target, references, dict(request.meta))


def _signature(encoder: CachedEncoder, options: RunOptions, tagger: Tagger | None) -> str:
    parts = [f"transcheck {__version__}", f"encoder {encoder.fingerprint}"]
    if tagger:
        parts.append(f"ner {tagger.fingerprint}")
    if options.config.rules:
        parts.append(f"rules {_hash(options.config.rules)}")
    if options.glossary.terms:
        parts.append(f"glossary {_hash(options.glossary.terms)}")
    return " | ".join(parts)


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()[:12]
