import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

import samples
from reporting import rendered, rule_facts
from transcheck.config.policy import Policy
from transcheck.config.schema import Budget, FailOn
from transcheck.model.align import Bead
from transcheck.model.result import BatchResult, PairResult, Verdict
from transcheck.model.text import ArticlePair, Span
from transcheck.report.terminal.passages import wrapped
from transcheck.report.view import View

ANSI = re.compile(r"\x1b\[[0-9;]*m")


MAJOR = Policy(FailOn.MAJOR)


def shown(result: BatchResult, width: int = 120, policy: Policy | None = None, **view: object) -> str:
    fails = policy.reached_by if policy else Policy(FailOn.NEVER).reached_by
    return rendered("text", result, View(width=width, fails=fails, **view), policy)  # type: ignore[arg-type]


def test_the_card_gives_verdict_scores_intervals_reasons_and_notes() -> None:
    report = shown(samples.batch())
    for part in ("✗ FAIL", "ar → en", "71.2", "coverage", "95% 57.0 – 65.5", "1 critical finding", "too short"):
        assert part in report


def test_a_finding_says_what_where_and_what_would_be_right() -> None:
    report = shown(samples.batch(samples.arabic_pair(samples.drift())))
    assert "MAJOR  NAM001 name-drift" in report
    assert "source · ar  story.ar.txt:3:7 " in report
    assert "translation · en  story.en.txt:3:1\n" in report
    assert "⟦Peskoff⟧ added that the treaty" in report
    assert "⟦بيسكوف⟧" in report
    assert re.search(r"expected +Peskov\n", report)
    assert re.search(r"elsewhere +Peskov \(line 2\)\n", report)
    assert "both link to" in report


def test_side_by_side_when_wide_and_stacked_when_narrow() -> None:
    assert re.search(r"source · ar  story.ar.txt:3:7 +│ translation · en", shown(samples.batch()))
    assert not re.search(r"source · ar.+│ trans", shown(samples.batch(), width=80))


@pytest.mark.parametrize("width", [80, 120])
def test_a_long_path_stays_on_one_line(width: int) -> None:
    pair = samples.arabic_pair(samples.drift())
    path = "/archive/" + "deep/" * 30 + "story.en.txt"
    pair = replace(pair, pair=replace(pair.pair, target=replace(pair.pair.target, path=path)))
    assert f"translation · en  {path}:3:1\n" in shown(samples.batch(pair), width)


def test_a_missing_sentence_is_marked_in_the_source_and_nothing_stands_opposite() -> None:
    report = shown(samples.batch(samples.arabic_pair(samples.omission())), width=80)
    assert "⟦ولم تعلق وزارة الخارجية على التصريحات.⟧" in report
    assert "nothing aligned" in report


def test_a_whole_sentence_opposite_a_narrower_problem_is_not_marked() -> None:
    target = samples.span(samples.ENGLISH, samples.ENGLISH.split("\n")[2])
    report = shown(samples.batch(samples.arabic_pair(replace(samples.number(), target=(target,)))), width=80)
    assert "⟦1550⟧" in report
    assert "│ Peskoff added" in report
    source = samples.span(samples.ARABIC, samples.ARABIC.split("\n")[2])
    report = shown(samples.batch(samples.arabic_pair(replace(samples.number(), source=(source,)))), width=80)
    assert "⟦1,500⟧" in report
    assert report.count("⟦") == 1


def test_a_sentence_left_untranslated_is_marked_whole() -> None:
    target = samples.span(samples.ENGLISH, samples.ENGLISH.split("\n")[2])
    source = samples.span(samples.ARABIC, samples.ARABIC.split("\n")[2])
    finding = replace(samples.number(), source=(source,), target=(target,))
    assert shown(samples.batch(samples.arabic_pair(finding)), width=80).count("⟦") == 2


def test_no_line_begins_with_closing_punctuation() -> None:
    console = Console(width=10)
    assert wrapped(Text("普京与习近平，在北京"), "zh", console, 12).plain == "普京与习近\n平，在北京"
    assert wrapped(Text("普京与习近平"), "zh", console, 12).plain == "普京与习近平"


@pytest.mark.parametrize("width", [40, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for view in ({}, {"batch": True}, {"batch": True, "verbose": True}):
        if view and width < 60:  # lines that must be found whole
            continue
        report = shown(samples.batch(samples.chinese_pair(), samples.arabic_pair()), width=width, **view)
        assert max(map(cell_len, report.split("\n"))) <= min(width, 160)


@pytest.mark.parametrize("width", [60, 120])
def test_right_to_left_lines_are_isolated_one_by_one(width: int) -> None:
    for line in (shown(samples.batch(), width) + shown(samples.batch(), width, batch=True)).split("\n"):
        opened = line.count("\u2067") + line.count("\u2068")
        assert opened == line.count("\u2069")


def test_colour_marks_by_style_and_without_colour_there_is_none() -> None:
    coloured = shown(samples.batch(), color=True)
    assert ANSI.search(coloured)
    assert "⟦" not in coloured
    assert not ANSI.search(shown(samples.batch()))


def test_a_clean_batch_is_one_line() -> None:
    report = shown(
        samples.batch(samples.chinese_pair(), named(samples.chinese_pair(), "other")), batch=True, policy=MAJOR
    )
    assert report == "✓ passed · 2 pairs · 30 source words · no findings · 1.2 s\n"


def test_a_run_with_unread_pairs_is_never_said_to_have_passed() -> None:
    result = samples.batch(samples.chinese_pair(), failures=(samples.unreadable(),))
    report = shown(result, batch=True, policy=MAJOR)
    assert "✗ not passed: 1 pair not checked" in report
    assert "mind the path" in report
    assert "✓ passed" not in report


def named(pair: PairResult, name: str) -> PairResult:
    return replace(pair, pair=replace(pair.pair, id=name))


def test_a_failing_batch_groups_findings_by_article_the_worst_first() -> None:
    result = samples.batch(samples.chinese_pair(), samples.arabic_pair(), failures=(samples.unreadable(),))
    report = shown(result, batch=True, policy=MAJOR, rules=rule_facts())
    assert "summit" not in report
    order = ["✗ story.en.txt  ar→en  71.2  1 critical, 1 major, 1 minor", "3:48  critical  NUM001  The source has 1550"]
    order += ["3:1  major     NAM001", "→ Peskov", "source 4:1  minor     ACC001", "1 pair not checked"]
    order += ["by rule  ACC001 omission 1 · NAM001 name-drift 1", "✗ failed: 1 of 2 articles · 2 pairs"]
    places = [report.index(part) for part in order]
    assert places == sorted(places)


def test_minor_findings_of_passing_pairs_are_for_the_verbose() -> None:
    passing = samples.arabic_pair(samples.omission(), verdict=Verdict.PASS)
    result = samples.batch(samples.chinese_pair(), passing)
    assert shown(result, batch=True, policy=MAJOR).count("\n") == 1
    verbose = shown(result, batch=True, policy=MAJOR, verbose=True)
    assert "ACC001 omission" in verbose
    assert re.search(r"✓ pass +summit  zh→en +96\.0 +95\.0 +100\.0 +100\.0 +no findings", verbose)


def test_sixty_failing_articles_fit_one_screen() -> None:
    pairs = [named(samples.arabic_pair(*[samples.drift()] * 4), f"story{n}") for n in range(60)]
    report = shown(samples.batch(*pairs), batch=True, policy=MAJOR, rules=rule_facts())
    assert report.count("\n") <= 40
    assert "… and 51 more articles with 204 findings (-v shows all)" in report
    assert "✗ failed: 60 of 60 articles · 60 pairs" in report
    assert shown(samples.batch(*pairs), batch=True, policy=MAJOR, verbose=True).count("NAM001 name-drift") == 240


def test_what_fails_without_a_finding_says_why() -> None:
    policy = Policy(FailOn.NEVER, 80, {"NAM001": Budget(max=0)})
    report = shown(samples.batch(samples.arabic_pair(samples.drift())), batch=True, policy=policy)
    assert "  budget of NAM001: 1 finding, 0 allowed\n" in report
    assert "  story: overall score 71.2 is below 80\n" in report


def test_no_line_is_a_command_of_a_ci() -> None:
    evil = replace(samples.drift(), message="##[error]boo", expected="##vso[task]")
    text = samples.ENGLISH.replace("\nPeskoff", "\n::add-mask::Peskoff")
    target = samples.article(text, "en", "story.en.txt")
    pair = samples.arabic_pair(replace(evil, target=(samples.span(text, "::add-mask::Peskoff"),)))
    pair = replace(pair, pair=replace(pair.pair, target=target))
    for view in ({}, {"color": True}, {"batch": True}, {"batch": True, "verbose": True}):
        for line in shown(samples.batch(pair), width=60, policy=MAJOR, **view).split("\n"):
            assert not line.strip().startswith("::")
            assert "##[" not in line
            assert "##vso[" not in line


def test_a_long_passage_is_cut_around_the_problem() -> None:
    text = "word " * 500 + "Peskoff " + "word " * 500
    target = samples.article(text, "en", "long.en.txt")
    pair = samples.arabic_pair()
    finding = replace(samples.drift(), target=(samples.span(text, "Peskoff"),), source=())
    pair = replace(
        pair,
        pair=ArticlePair("long", pair.pair.source, target),
        beads=(Bead((0, 1, 2, 3), (0,), 0.5),),
        findings=(finding,),
    )
    report = shown(samples.batch(pair))
    assert "⟦Peskoff⟧" in report
    assert report.count("word") < 120


def test_one_unreadable_pair_leaves_no_report() -> None:
    assert shown(BatchResult("", (), (samples.unreadable(),))) == ""


AWKWARD = "aб新בא\x00\x1b\x9b\n\u202e\u2067\u2069\ud800\ufeff\u0301 \u200d"


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from(AWKWARD), min_size=3, max_size=60), st.integers(0, 2), st.sampled_from([40, 80, 120]))
def test_no_text_breaks_a_report(text: str, start: int, width: int) -> None:
    target = samples.article(text, "ar", "x\x1b.txt")
    if not target.segments:
        return
    finding = replace(samples.drift(), target=(Span(start, start + 1),), message=text, expected=text)
    pair = samples.arabic_pair()
    pair = replace(
        pair,
        pair=ArticlePair(text, pair.pair.source, target),
        beads=(Bead((0, 1, 2, 3), tuple(range(len(target.segments))), 0.5),),
        findings=(finding,),
        links=(),
    )
    report = shown(samples.batch(pair), width=width)
    report.encode("utf-8")
    assert not set("\x00\x1b\x9b\u202e\ufeff") & set(report)
    assert max(map(cell_len, report.split("\n"))) <= width
