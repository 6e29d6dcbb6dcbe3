"""A finished run as its reports show it, without the command line."""

import json
from typing import Any

from transcheck.config.baseline import Baseline
from transcheck.config.policy import Policy
from transcheck.config.schema import Config, FailOn
from transcheck.config.tally import Tally
from transcheck.model.result import BatchResult
from transcheck.report.formats import maker
from transcheck.report.view import RuleFacts, View
from transcheck.rules.registry import all_rules, documentation

NEVER = Policy(FailOn.NEVER)


def rule_facts() -> tuple[RuleFacts, ...]:
    return tuple(
        RuleFacts(r.code, r.name, r.summary, r.severity, r.category, documentation(r)) for r in all_rules().values()
    )


def rendered(
    name: str,
    result: BatchResult,
    view: View | None = None,
    policy: Policy | None = None,
    config: Config | None = None,
    baseline: Baseline | None = None,
) -> str:
    """The report of that format; a policy is what may fail the run."""
    tally = Tally(policy or NEVER, config or Config(), baseline or Baseline(), asked=policy is not None)
    parts: list[str] = []
    report = maker(name)(parts.append, view or View())
    report.begin(result.signature)
    for pair in result.pairs:
        report.pair(pair, tally.pair(pair))
    report.end(tally.close(result.failures, result.batch_findings, result.seconds))
    return "".join(parts)


def dumps(result: BatchResult) -> str:
    """The JSON of a result."""
    return rendered("json", result)


def encode(result: BatchResult) -> Any:
    """The same, parsed."""
    return json.loads(dumps(result))
