from dataclasses import replace
from pathlib import Path

import samples
from transcheck.config.baseline import Baseline, Entry
from transcheck.config.load import parse
from transcheck.config.policy import Policy
from transcheck.config.schema import Config, FailOn
from transcheck.config.suppress import suppressed
from transcheck.config.tally import Tally
from transcheck.model.findings import Severity
from transcheck.model.result import Closing, PairResult

MAJOR = Policy(FailOn.MAJOR)
STALE = Entry("gone", "NAM001", "story", "was here")


def baseline(*entries: Entry) -> Baseline:
    return Baseline(Path("b.json"), {entry.fingerprint: entry for entry in entries})


def run(config: Config, known: Baseline, *pairs: PairResult) -> tuple[Tally, Closing]:
    tally = Tally(MAJOR, config, known, writing=True)
    for pair in pairs or (samples.arabic_pair(),):
        tally.pair(replace(pair, findings=suppressed(pair.findings, config, known, pair.pair)))
    return tally, tally.close([samples.unreadable()])


def test_counts_leave_suppressed_findings_out() -> None:
    _, closing = run(Config(), baseline(Entry.of(samples.drift(), "story")))
    assert closing.summary.findings == {Severity.CRITICAL: 1, Severity.MAJOR: 0, Severity.MINOR: 1}
    assert (closing.summary.suppressed, closing.summary.by_rule) == (1, {"ACC001": 1, "NUM001": 1})
    assert closing.unused == ()


def test_what_suppresses_nothing_is_named() -> None:
    config = parse(
        """
        [[suppressions]]
        reason = "used"
        rule = "NUM001"
        [[suppressions]]
        reason = "used by the same finding"
        term = "1550"
        [[suppressions]]
        reason = "never"
        rule = "NAM001"
        term = "Путин"
        [[suppressions]]
        reason = "not for these articles, so nobody knows"
        languages = "ru-en"
        [[suppressions]]
        reason = "too late"
        rule = "ACC001"
        expires = 2001-02-03
        """,
        Path("t.toml"),
    )
    _, closing = run(config, baseline(STALE, replace(STALE, fingerprint="other", pair="not in this run")))
    assert [(u.kind, u.where.removesuffix(":9"), u.what) for u in closing.unused] == [
        ("suppression", "t.toml:8", "rule NAM001, term Путин: suppresses nothing"),
        ("suppression", "t.toml:15", "rule ACC001: expired on 2001-02-03"),
        ("baseline", "b.json", "NAM001 in story: no longer found"),
    ]


def test_many_stale_entries_are_counted() -> None:
    known = baseline(*(replace(STALE, fingerprint=f"gone{n}") for n in range(50)))
    _, closing = run(Config(), known)
    assert len(closing.unused) == 21
    assert closing.unused[-1].what == "30 more entries are no longer found"


def test_a_new_baseline_keeps_what_belongs_to_pairs_that_could_not_be_checked() -> None:
    config = parse('[[suppressions]]\nreason = "known"\nrule = "NUM001"\n', Path("t.toml"))
    lost = replace(STALE, fingerprint="lost", pair="lost")
    tally, closing = run(config, baseline(STALE, lost, Entry.of(samples.drift(), "story")))
    assert sorted((e.rule, e.pair) for e in tally.kept(closing.failures)) == [
        ("ACC001", "story"), ("NAM001", "lost"), ("NAM001", "story"),
    ]  # fmt: skip
    assert any(samples.ARABIC.split("\n")[3] in entry.message for entry in tally.entries)


def test_nothing_fails_a_run_of_which_nothing_was_asked() -> None:
    tally = Tally(Policy(FailOn.NEVER), Config(), Baseline(), asked=False)
    assert tally.pair(samples.arabic_pair()) == ()
    closing = tally.close([])
    assert (closing.breaches, closing.exit_code) == (None, 0)


def test_an_entry_across_pairs_is_stale_only_where_pairs_were_compared_and_none_was_lost() -> None:
    known = baseline(replace(STALE, pair=""))
    _, alone = run(Config(), known)
    assert alone.unused == ()
    tally, both = run(Config(), known, samples.arabic_pair(), samples.chinese_pair())
    assert [unused.what for unused in both.unused] == ["NAM001 in several pairs: no longer found"]
    assert "gone" in {entry.fingerprint for entry in tally.kept([samples.unreadable()])}
    assert "gone" not in {entry.fingerprint for entry in tally.kept([])}
