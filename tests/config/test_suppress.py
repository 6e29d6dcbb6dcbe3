from collections.abc import Container
from dataclasses import replace
from pathlib import Path

import pytest

import samples
from transcheck.config.load import parse
from transcheck.config.schema import Config
from transcheck.config.suppress import suppressed
from transcheck.model.usage import Place


def config(keys: str) -> Config:
    return parse(f'[[suppressions]]\nreason = "so it is"\n{keys}\n', Path("transcheck.toml"))


def marked(settings: Config, accepted: Container[str] = ()) -> list[str]:
    """The rules of the faulty pair's findings that are suppressed."""
    pair = samples.arabic_pair()
    found = suppressed(pair.findings, settings, accepted, pair.pair)
    assert len(found) == len(pair.findings)
    return [finding.rule for finding in found if finding.suppressed is not None]


@pytest.mark.parametrize(
    ("keys", "rules"),
    [
        ('rule = "NUM001"', ["NUM001"]),
        ('term = "بيسكوف"', ["NAM001"]),
        ('term = "1550"', ["NUM001"]),
        ('rendering = "PESKOFF"', ["NAM001"]),
        ('rendering = "1,500"', ["NUM001"]),
        ('rendering = "Peskov"', []),  # only where the problem is, not where the name stands besides
        ('rule = "NUM001"\nterm = "بيسكوف"', []),
        ('fingerprint = "0123456789abcdef0123"', ["NAM001"]),
        ('paths = "story.*"', ["NUM001", "NAM001", "ACC001"]),
        ('paths = "other/**"', []),
        ('languages = "ar-en"', ["NUM001", "NAM001", "ACC001"]),
        ('languages = "en-ar"', []),
        ('rule = "NUM001"\nexpires = 2000-01-01', []),
        ('rule = "NUM001"\nexpires = 2999-01-01', ["NUM001"]),
    ],
)
def test_all_keys_that_are_given_must_match(keys: str, rules: list[str]) -> None:
    assert marked(config(keys)) == rules


def test_a_reason_wins_over_the_baseline() -> None:
    settings = config('rule = "NAM001"')
    pair = samples.arabic_pair()
    found = suppressed(pair.findings, settings, {finding.fingerprint for finding in pair.findings}, pair.pair)
    assert [finding.suppressed for finding in found] == ["baseline", "so it is", "baseline"]


def test_a_finding_across_pairs_is_suppressed_by_what_its_places_say() -> None:
    place = Place(0, 7, "one", "one.en.txt", "Peskoff", 1, 1, "en", 1)
    finding = replace(samples.drift(), source=(), target=(place,))
    for keys, rule in (('rendering = "Peskoff"', True), ('paths = "one.*"', True), ('paths = "two.*"', False)):
        [found] = suppressed([finding], config(keys), ())
        assert (found.suppressed == "so it is") is rule
