"""What `score` and `gate` share: settings, run, reports, exit code."""

from collections.abc import Callable
from dataclasses import replace

from transcheck.cli.options import Settings
from transcheck.cli.output import Destination, destinations, say, write
from transcheck.cli.progress import progress
from transcheck.config.load import load
from transcheck.config.policy import Policy
from transcheck.config.schema import Config, FailOn
from transcheck.errors import TranscheckError
from transcheck.model.request import Pairing
from transcheck.model.result import BatchResult, PairFailure
from transcheck.model.terms import Glossary
from transcheck.report.formats import renderer
from transcheck.report.view import View


def execute(settings: Settings, collect: Callable[[Config], Pairing], default_fail_on: FailOn) -> int:
    """Checks the pairs that `collect` finds, writes the reports, and returns the exit code."""
    outputs = destinations(settings.formats, settings.output)
    config = merged(load(settings.config), settings)
    asked = config.fail_on is not None or config.min_score is not None or default_fail_on is not FailOn.NEVER
    policy = Policy(config.fail_on or default_fail_on, config.min_score)
    glossary = _glossary(config)
    pairing = collect(config)
    result = _checked(pairing, config, glossary, settings)
    _messages(pairing, result, settings)
    for output in outputs:
        _report(result, output, settings, policy.breaches(result) if asked else None)
    return policy.exit_code(result)


def merged(config: Config, settings: Settings) -> Config:
    """The configuration with the options of the command line over it."""
    return replace(
        config,
        fail_on=settings.fail_on or config.fail_on,
        min_score=config.min_score if settings.min_score is None else settings.min_score,
        encoder=settings.encoder or config.encoder,
        ner=settings.ner or config.ner,
        source_lang=settings.source_lang or config.source_lang,
        target_lang=settings.target_lang or config.target_lang,
        glossary=(*config.glossary, *settings.glossary),
        cache=config.cache if settings.cache is None else settings.cache,
    )


def _glossary(config: Config) -> Glossary:
    from transcheck.read.tables import merge, read_glossary

    return merge([read_glossary(path, config.source_lang, config.target_lang) for path in config.glossary])


def _checked(pairing: Pairing, config: Config, glossary: Glossary, settings: Settings) -> BatchResult:
    if not pairing.requests:
        return BatchResult("", (), pairing.failures)
    from transcheck.batch import RunOptions, run

    options = RunOptions(
        encoder=config.encoder,
        ner=config.ner,
        config=config,
        glossary=glossary,
        cache=config.cache,
        jobs=settings.jobs,
        warn=lambda line: say(f"note: {line}"),
    )
    with progress(settings.quiet) as advance:
        result = run(pairing.requests, options, advance)
    return replace(result, failures=(*pairing.failures, *result.failures))


def _messages(pairing: Pairing, result: BatchResult, settings: Settings) -> None:
    for failure in result.failures:
        say(_line(failure))
    if settings.quiet:
        return
    for note in pairing.notes:
        say(f"note: {note}")
    if settings.verbose or (len(result.pairs) == 1 and "text" not in settings.formats):
        for pair in result.pairs:
            for article in (pair.pair.source, pair.pair.target, *pair.pair.references):
                for note in article.notes:
                    say(f"note: {article.path}: {note}")
    if settings.verbose:
        for stage, seconds in result.stages.items():
            say(f"{stage}: {seconds:.2f} s")


def _line(failure: PairFailure) -> str:
    return str(TranscheckError(failure.error, path=failure.path or failure.id, hint=failure.hint))


def _report(result: BatchResult, output: Destination, settings: Settings, breaches: tuple[str, ...] | None) -> None:
    view = View(output.width(), output.color(settings.color), settings.verbose, breaches)
    write(renderer(output.format)(result, view), output.path)
