"""Checks pairs in this process, a group at a time: their distinct sentences are encoded together."""

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from transcheck.engines.setup import Models, Outcome, Progress, RunOptions
from transcheck.engines.stages import Clock
from transcheck.errors import TranscheckError
from transcheck.glossary.phrases import phrases_of
from transcheck.model.encoded import Encoded
from transcheck.model.request import PairRequest
from transcheck.model.result import PairFailure, PairResult
from transcheck.model.text import ArticlePair
from transcheck.pipeline import Tagged, finish, prepare, sentences
from transcheck.read.pairs import read_pair

T = TypeVar("T")
GROUP = 100
"""Pairs whose sentences are encoded together: enough to fill batches, few enough for flat memory."""


def check(
    requests: Sequence[PairRequest],
    models: Models,
    options: RunOptions,
    clock: Clock,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """What becomes of each pair, in the order asked for; one bad pair never loses the others."""
    for at in range(0, len(requests), GROUP):
        read: list[ArticlePair | PairFailure] = []
        with clock.stage("read"):
            for request in requests[at : at + GROUP]:
                read.append(_guarded(request.id, str(request.target), partial(read_pair, request)))
        pairs = [pair for pair in read if isinstance(pair, ArticlePair)]
        with clock.stage("encode"):
            wanted = [text for pair in pairs for text in sentences(pair)]
            encoded = models.encoder.encode_distinct(wanted, partial(progress, "encode") if progress else None)
        tagged: Tagged = {}
        if models.tagger:
            with clock.stage("tag names"):
                tagged = models.tagger.tag(wanted, partial(progress, "tag names") if progress else None)
        for number, pair in enumerate(read, 1):
            if isinstance(pair, PairFailure):
                yield pair
            else:
                action = partial(_check, pair, encoded, tagged, models, options, clock)
                yield _guarded(pair.id, pair.target.path, action)
            if progress:
                progress("check", min(at + number, len(requests)), len(requests))


def check_pair(pair: ArticlePair, models: Models, options: RunOptions) -> PairResult:
    """The result for one pair that has been read. Raises TranscheckError where a model cannot be had."""
    wanted = list(sentences(pair))
    encoded = models.encoder.encode_distinct(wanted)
    tagged = models.tagger.tag(wanted) if models.tagger else {}
    return _check(pair, encoded, tagged, models, options, Clock())


def _check(
    pair: ArticlePair,
    encoded: Mapping[str, Encoded],
    tagged: Tagged,
    models: Models,
    options: RunOptions,
    clock: Clock,
) -> PairResult:
    encoder = models.encoder.name

    def encode(texts: Iterable[str]) -> Mapping[str, Encoded]:
        with clock.stage("encode"):
            return models.encoder.encode_distinct(texts)

    with clock.stage("align and link"):
        doc = prepare(pair, encoded, encoder, options.glossary, tagged, encode)
    with clock.stage("judge and score"):
        result = finish(doc, encoded, encoder, options.config, options.accepted, models.scorers)
    if not options.phrases:
        return result
    with clock.stage("find phrases"):
        return replace(result, phrases=phrases_of(doc))


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
