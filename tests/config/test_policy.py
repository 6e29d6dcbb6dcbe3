from dataclasses import replace

import pytest

import samples
from transcheck.config.policy import Policy
from transcheck.config.schema import FailOn


@pytest.mark.parametrize(
    ("fail_on", "code"), [(FailOn.MINOR, 1), (FailOn.MAJOR, 1), (FailOn.CRITICAL, 0), (FailOn.NEVER, 0)]
)
def test_a_major_finding_fails_what_fails_on_major_or_less(fail_on: FailOn, code: int) -> None:
    result = samples.batch(samples.arabic_pair(samples.drift()))
    assert Policy(fail_on).exit_code(result) == code
    assert bool(Policy(fail_on).breaches(result)) == bool(code)


def test_suppressed_findings_do_not_count() -> None:
    pair = samples.arabic_pair(replace(samples.drift(), suppressed="baseline"))
    assert Policy(FailOn.MINOR).exit_code(samples.batch(pair)) == 0


def test_a_score_below_the_least_fails_and_no_score_does_not() -> None:
    pair = samples.arabic_pair()
    assert Policy(FailOn.NEVER, 71.3).exit_code(samples.batch(pair)) == 1
    assert Policy(FailOn.NEVER, 71.2).exit_code(samples.batch(pair)) == 0
    short = replace(pair, scores=replace(pair.scores, overall=None))
    assert Policy(FailOn.NEVER, 99).exit_code(samples.batch(short)) == 0


def test_an_unreadable_pair_wins_over_a_failing_one() -> None:
    result = samples.batch(samples.arabic_pair(), failures=(samples.unreadable(),))
    assert Policy(FailOn.MAJOR).exit_code(result) == 3


def test_the_reasons_name_the_pair() -> None:
    result = samples.batch(samples.chinese_pair(), samples.arabic_pair())
    assert Policy(FailOn.MAJOR, 80).breaches(result) == (
        "story: 2 findings of severity major or above; overall score 71.2 is below 80",
    )
