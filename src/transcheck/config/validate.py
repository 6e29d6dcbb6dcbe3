"""Parsed TOML to Config: unknown keys, wrong types and unknown rules are errors that point at their line."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from transcheck.config.locate import line_of
from transcheck.config.params import check_params
from transcheck.config.schema import Config, FailOn
from transcheck.errors import ConfigError, UsageError
from transcheck.model.findings import Severity
from transcheck.rules.registry import RuleSetting, all_rules
from transcheck.text.langs import parse_lang

E = TypeVar("E", bound=StrEnum)
Keys = tuple[str, ...]

TOP_KEYS = ("fail-on", "min-score", "encoder", "ner", "source-lang", "target-lang", "glossary", "cache", "rules")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed configuration file with its text, so that errors can point into it."""

    path: Path
    text: str
    data: Mapping[str, Any]

    def refuse(self, keys: Sequence[str], message: str, hint: str | None = None) -> NoReturn:
        """Raises the ConfigError for the setting at `keys`."""
        raise ConfigError(message, path=f"{self.path}:{line_of(self.text, keys)}", hint=hint)

    def refuse_unknown(self, keys: Sequence[str], what: str, known: Iterable[str]) -> NoReturn:
        """Raises the ConfigError for a name that is not among `known`, with the nearest that is."""
        known = list(known)
        near = difflib.get_close_matches(keys[-1], known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
        self.refuse(keys, f"unknown {what} {keys[-1]!r}", hint)


def validate(document: Document) -> Config:
    """The configuration, or ConfigError at the first thing that is wrong."""
    data = document.data
    for key in data:
        if key not in TOP_KEYS:
            document.refuse_unknown((key,), "key", TOP_KEYS)
    default = Config()
    return Config(
        fail_on=_choice(document, ("fail-on",), FailOn) if "fail-on" in data else None,
        min_score=_score(document, ("min-score",)) if "min-score" in data else None,
        encoder=_string(document, "encoder") or default.encoder,
        ner=_string(document, "ner") or default.ner,
        source_lang=_lang(document, "source-lang"),
        target_lang=_lang(document, "target-lang"),
        glossary=_paths(document, "glossary"),
        cache=_boolean(document, ("cache",), data.get("cache", default.cache)),
        rules=_rules(document),
    )


def _string(document: Document, key: str) -> str | None:
    value = document.data.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        document.refuse((key,), f"{key!r} must be a text, not {value!r}")
    return value


def _lang(document: Document, key: str) -> str | None:
    value = _string(document, key)
    try:
        return parse_lang(value) if value is not None else None
    except UsageError as error:
        document.refuse((key,), error.message, error.hint)


def _boolean(document: Document, keys: Keys, value: object) -> bool:
    if not isinstance(value, bool):
        document.refuse(keys, f"{keys[-1]!r} must be true or false, not {value!r}")
    return value


def _score(document: Document, keys: Keys) -> float:
    value = document.data[keys[-1]]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        document.refuse(keys, f"{keys[-1]!r} must be a number from 0 to 100, not {value!r}")
    return float(value)


def _paths(document: Document, key: str) -> tuple[Path, ...]:
    value = document.data.get(key, [])
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        document.refuse((key,), f"{key!r} must be a list of file names, not {value!r}")
    return tuple(document.path.parent / name for name in names)


def _choice(document: Document, keys: Keys, kind: type[E], value: object = None) -> E:
    value = document.data[keys[0]] if value is None else value
    allowed = [member.value for member in kind]
    if value not in allowed:
        near = difflib.get_close_matches(str(value), allowed, n=1)
        hint = f"did you mean {near[0]!r}?" if near else None
        document.refuse(keys, f"{keys[-1]!r} must be one of {', '.join(allowed)}, not {value!r}", hint)
    return kind(value)


def _rules(document: Document) -> Mapping[str, RuleSetting]:
    section = document.data.get("rules", {})
    if not isinstance(section, dict):
        document.refuse(("rules",), "'rules' must be a table, one [rules.CODE] for each rule")
    return {code: _rule(document, code, settings) for code, settings in section.items()}


def _rule(document: Document, code: str, settings: object) -> RuleSetting:
    keys = ("rules", code)
    rules = all_rules()
    if code not in rules:
        by_name = next((rule.code for rule in rules.values() if rule.name == code.lower()), None)
        if by_name:
            document.refuse(keys, f"unknown rule {code!r}", f"write its code, {by_name}")
        document.refuse_unknown(keys, "rule", rules)
    if not isinstance(settings, dict):
        document.refuse(keys, f"the settings of {code} must be a table: [rules.{code}]")
    severity = settings.get("severity")
    return RuleSetting(
        enabled=_boolean(document, (*keys, "enabled"), settings.get("enabled", True)),
        severity=None if severity is None else _choice(document, (*keys, "severity"), Severity, severity),
        params=_params(document, keys, settings, rules[code].params),
    )


def _params(document: Document, keys: Keys, settings: Mapping[str, Any], defaults: Any) -> Mapping[str, Any]:
    given = {key: value for key, value in settings.items() if key not in ("enabled", "severity")}
    problem = check_params(given, defaults)
    if problem is None:
        return {key.replace("-", "_"): tuple(v) if isinstance(v, list) else v for key, v in given.items()}
    if problem.message is None:
        document.refuse_unknown((*keys, problem.key), f"setting of {keys[1]}", problem.known)
    document.refuse((*keys, problem.key), problem.message)
