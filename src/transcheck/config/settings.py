"""The settings of rules that hold for one pair."""

from collections.abc import Mapping
from dataclasses import replace

from transcheck.config.schema import Config
from transcheck.config.scope import Scope
from transcheck.model.text import ArticlePair
from transcheck.rules.registry import RuleSetting


def rules_for(config: Config, pair: ArticlePair) -> Mapping[str, RuleSetting]:
    """The settings at the top with every override that fits the pair over them, in the order of the file."""
    scope = Scope.of_pair(pair)
    settings = dict(config.rules)
    for override in config.overrides:
        if scope.within(override.languages, override.paths, config.folder):
            settings |= {code: _over(settings.get(code), setting) for code, setting in override.rules.items()}
    return settings


def _over(below: RuleSetting | None, above: RuleSetting) -> RuleSetting:
    if below is None:
        return above
    return replace(
        above,
        enabled=below.enabled if above.enabled is None else above.enabled,
        severity=above.severity or below.severity,
        params={**below.params, **above.params},
    )
