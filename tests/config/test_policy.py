from dataclasses import replace

import pytest

import samples
from transcheck.config.baseline import Baseline
from transcheck.config.policy import Policy
from transcheck.config.schema import Budget, Config, FailOn
from transcheck.config.tally import Tally
from transcheck.model.result import BatchResult, Closing


def closing(policy: Policy, result: BatchResult) -> Closing:
    tally = Tally(policy, Config(), Baseline())
    for pair in result.pairs:
        tally.pair(pair)
    return tally.close(result.failures, result.batch_findings)


def code(policy: Policy, result: BatchResult) -> int:
    return closing(policy, result).exit_code


@pytest.mark.parametrize(
    ("fail_on", "expected"), [(FailOn.MINOR, 1), (FailOn.MAJOR, 1), (FailOn.CRITICAL, 0), (FailOn.NEVER, 0)]
)
def test_a_major_finding_fails_what_fails_on_major_or_less(fail_on: FailOn, expected: int) -> None:
    result = samples.batch(samples.arabic_pair(samples.drift()))
    assert code(Policy(fail_on), result) == expected
    assert bool(closing(Policy(fail_on), result).breaches) == bool(expected)


def test_suppressed_findings_do_not_count() -> None:
    pair = samples.arabic_pair(replace(samples.drift(), suppressed="baseline"))
    assert code(Policy(FailOn.MINOR), samples.batch(pair)) == 0
    assert code(Policy(FailOn.NEVER, budgets={"NAM001": Budget(max=0)}), samples.batch(pair)) == 0


def test_a_score_below_the_least_fails_and_no_score_does_not() -> None:
    pair = samples.arabic_pair()
    assert code(Policy(FailOn.NEVER, 71.3), samples.batch(pair)) == 1
    assert code(Policy(FailOn.NEVER, 71.2), samples.batch(pair)) == 0
    short = replace(pair, scores=replace(pair.scores, overall=None))
    assert code(Policy(FailOn.NEVER, 99), samples.batch(short)) == 0


def test_an_unreadable_pair_wins_over_a_failing_one() -> None:
    result = samples.batch(samples.arabic_pair(), failures=(samples.unreadable(),))
    assert code(Policy(FailOn.MAJOR), result) == 3
    internal = replace(samples.unreadable(), exit_code=4)
    assert code(Policy(FailOn.MAJOR), replace(result, failures=(internal, samples.unreadable()))) == 4


def test_the_reasons_name_the_pair() -> None:
    result = samples.batch(samples.chinese_pair(), samples.arabic_pair())
    assert closing(Policy(FailOn.MAJOR, 80), result).breaches == (
        "story: 2 findings of severity major or above; overall score 71.2 is below 80",
    )


@pytest.mark.parametrize(
    ("name", "budget", "line"),
    [
        ("NAM001", Budget(max=1), None),
        ("NAM001", Budget(max=0), "budget of NAM001: 1 finding, 0 allowed"),
        ("major", Budget(max=0), "budget of major: 1 finding, 0 allowed"),
        ("minor", Budget(max=0), None),
        ("NAM001", Budget(per_1000_words=28), None),
        ("NAM001", Budget(per_1000_words=27), "budget of NAM001: 27.78 findings for every 1,000 words, 27 allowed"),
    ],
)
def test_a_budget_takes_the_place_of_fail_on(name: str, budget: Budget, line: str | None) -> None:
    result = samples.batch(samples.arabic_pair(samples.drift()))
    fail_on = FailOn.NEVER if name == "minor" else FailOn.MAJOR
    found = closing(Policy(fail_on, budgets={name: budget}), result)
    assert found.across == found.breaches == ((line,) if line else ())
    assert found.summary.words == 36


def test_what_has_no_budget_still_fails() -> None:
    policy = Policy(FailOn.MAJOR, budgets={"NAM001": Budget(max=9)})
    assert code(policy, samples.batch(samples.arabic_pair())) == 1  # a critical finding of NUM001
