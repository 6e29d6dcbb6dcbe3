from dataclasses import replace
from pathlib import Path

import pytest

import samples
from transcheck.config.load import parse
from transcheck.config.scope import Scope, matches
from transcheck.config.settings import rules_for
from transcheck.model.findings import Severity
from transcheck.model.text import ArticlePair
from transcheck.model.usage import Place

FOLDER = Path.cwd() / "desk"


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("sport/**", "desk/sport/a/b.en.txt", True),
        ("sport/**", "desk/world/sport/b.en.txt", False),
        ("**/sport/*", "desk/world/sport/b.en.txt", True),
        ("sport", "desk/world/sport/b.en.txt", True),
        ("sport/", "desk/sport/b.en.txt", True),
        ("/sport", "desk/world/sport/b.en.txt", False),
        ("*.ar.txt", "desk/world/b.ar.txt", True),
        ("*.ar.txt", "desk/world/b.ar.txt.bak", False),
        ("world/*.txt", "desk/world/deep/b.txt", False),
        ("./world/?.txt", "desk/world/b.txt", True),
        ("w[o]rld/b.txt", "desk/world/b.txt", False),
        ("../other/*", "other/b.txt", True),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path, FOLDER) is fits
    assert matches(pattern, str(Path(path).absolute()), FOLDER) is fits


def test_overrides_are_laid_over_each_other_in_order() -> None:
    config = parse(
        """
        [rules.NUM001]
        enabled = false
        severity = "critical"
        [[overrides]]
        languages = "ar-*"
        rules.NUM001.enabled = true
        [[overrides]]
        paths = "*.en.txt"
        rules.NUM001.severity = "minor"
        [[overrides]]
        languages = "*-ar"
        rules.NUM001.enabled = false
        """,
        Path("transcheck.toml"),
    )
    setting = rules_for(config, samples.arabic_pair().pair)["NUM001"]
    assert (setting.enabled, setting.severity) == (True, Severity.MINOR)
    assert rules_for(config, samples.chinese_pair().pair)["NUM001"].enabled is False


def test_parameters_of_an_override_join_those_at_the_top() -> None:
    config = parse(
        "[rules.ACC001]\nmin-words = 7\n[[overrides]]\nlanguages = 'ar-en'\nrules.ACC001.severity = 'minor'\n",
        Path("transcheck.toml"),
    )
    setting = rules_for(config, samples.arabic_pair().pair)["ACC001"]
    assert (setting.params, setting.severity) == ({"min_words": 7}, Severity.MINOR)


def test_a_finding_across_pairs_has_the_languages_that_its_places_share() -> None:
    place = Place(0, 3, "a", "desk/a.en.txt", "abc", 1, 1, "en", 1)
    other = replace(place, pair="b", path="desk/b.fr.txt", lang="fr")
    finding = replace(samples.drift(), source=(), target=(place, replace(place, path="desk/c.en.txt")))
    assert Scope.of_finding(finding) == Scope(None, "en", ("desk/a.en.txt", "desk/c.en.txt"))
    scope = Scope.of_finding(replace(finding, target=(place, other)))
    assert scope.within((), ("*.fr.txt",), FOLDER)
    assert scope.within(("*-*",), (), FOLDER)
    assert not scope.within(("*-en",), (), FOLDER)


def test_an_article_without_a_path_fits_no_pattern() -> None:
    pair = samples.arabic_pair().pair
    unnamed = ArticlePair("x", replace(pair.source, path=None), replace(pair.target, path=None))
    assert not Scope.of_pair(unnamed).within((), ("**",), FOLDER)
