"""Names that a configuration uses: rules, languages, pairs of languages, budgets."""

from transcheck.config.document import Document
from transcheck.config.schema import Named
from transcheck.errors import UsageError
from transcheck.model.findings import Severity
from transcheck.rules.registry import all_rules
from transcheck.text.langs import parse_lang

ANY = "*"


def checked(document: Document, keys: tuple[str | int, ...], name: str, kind: Named) -> str:
    """The name in its one spelling. Raises ConfigError where there is no such thing."""
    match kind:
        case Named.LANGUAGE:
            return _language(document, keys, name)
        case Named.LANGUAGES:
            source, dash, target = name.replace("_", "-").partition("-")
            if not dash:
                document.refuse(keys, f"{name!r} is not a pair of languages", 'write the source first: "ar-en", "*-en"')
            sides = (side if side == ANY else _language(document, keys, side) for side in (source, target))
            return "-".join(sides)
        case Named.RULE:
            return _rule(document, keys, name, ())
        case Named.BUDGET:
            return _rule(document, keys, name, tuple(severity.value for severity in Severity))


def _language(document: Document, keys: tuple[str | int, ...], name: str) -> str:
    try:
        return parse_lang(name)
    except UsageError as error:
        document.refuse(keys, error.message, error.hint)


def _rule(document: Document, keys: tuple[str | int, ...], name: str, besides: tuple[str, ...]) -> str:
    rules = all_rules()
    if name in rules or name in besides:
        return name
    if code := next((rule.code for rule in rules.values() if rule.name == name.lower()), None):
        document.refuse(keys, f"unknown rule {name!r}", f"write its code, {code}")
    kind = "rule or severity" if besides else "rule"
    near = keys if keys and keys[-1] == name else (*keys, name)
    document.refuse_unknown(near, kind, (*besides, *rules))
