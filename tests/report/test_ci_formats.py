"""What code hosts read: positions, escapes, marks of suppression, and that article text stays text."""

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

import samples
from corpus import ROOT
from reporting import rendered, rule_facts
from transcheck.config.policy import Policy
from transcheck.config.schema import Budget, FailOn
from transcheck.model.findings import Finding
from transcheck.model.result import BatchResult, PairFailure
from transcheck.model.text import ArticlePair
from transcheck.model.usage import Place
from transcheck.report.view import View

MAJOR = Policy(FailOn.MAJOR)
SARIF = Draft4Validator(json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0.json").read_text("utf-8")))


def shown(name: str, result: BatchResult, policy: Policy = MAJOR, **view: Any) -> str:
    about = View(batch=True, fails=policy.reached_by, rules=rule_facts(), **view)
    return rendered(name, result, about, policy)


def astral() -> tuple[BatchResult, Finding]:
    """A finding after a character that takes two UTF-16 units, in the second line."""
    text = "Headline\n😀 Peskoff spoke.\n"
    finding = replace(samples.drift(), target=(samples.span(text, "Peskoff"),))
    pair = samples.arabic_pair(finding)
    target = samples.article(text, "en", "story.en.txt")
    return samples.batch(replace(pair, pair=replace(pair.pair, target=target))), finding


def sarif(result: BatchResult, policy: Policy = MAJOR, **view: Any) -> Any:
    found = json.loads(shown("sarif", result, policy, **view))
    SARIF.validate(found)
    return found["runs"][0]


def test_sarif_is_valid_and_says_all() -> None:
    accepted = replace(samples.number(), suppressed="house style")
    result = samples.batch(
        samples.arabic_pair(samples.drift(), accepted, samples.omission()), failures=(samples.unreadable(),)
    )
    run = sarif(result, baseline=True)
    drift, number, omission = run["results"]
    assert run["tool"]["driver"]["rules"][drift["ruleIndex"]]["id"] == drift["ruleId"] == "NAM001"
    assert drift["partialFingerprints"] == {"transcheck/v1": samples.drift().fingerprint}
    assert [r["level"] for r in run["results"]] == ["warning", "error", "note"]
    assert "suppressions" not in drift
    assert number["suppressions"][0]["justification"] == "house style"
    assert {r["baselineState"] for r in run["results"]} == {"new"}
    assert omission["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "story.ar.txt"
    assert [place["message"]["text"] for place in drift["relatedLocations"]] == ["بيسكوف", "بيسكوف", "Peskov"]
    invocation = run["invocations"][0]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    assert "there is no such file" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_columns_are_counted_in_utf16_from_one() -> None:
    result, _ = astral()
    region = sarif(result)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 11}
    [line] = shown("github", result).splitlines()
    assert "file=story.en.txt,line=2,endLine=2,col=4,endColumn=11::" in line


def test_a_text_out_of_markup_has_no_lines() -> None:
    result, _ = astral()
    pair = result.pairs[0]
    target = replace(pair.pair.target, verbatim=False)
    result = samples.batch(replace(pair, pair=replace(pair.pair, target=target)))
    assert "region" not in sarif(result)["results"][0]["locations"][0]["physicalLocation"]
    assert "line=" not in shown("github", result)
    assert json.loads(shown("gitlab", result))[0]["location"]["lines"] == {"begin": 1}


def test_paths_begin_at_the_root(tmp_path: Path) -> None:
    for path, uri in (
        (tmp_path / "a b/стор.txt", "a%20b/%D1%81%D1%82%D0%BE%D1%80.txt"),
        (tmp_path / "c:d.txt", "./c%3Ad.txt"),
        (tmp_path.parent / "else.txt", (tmp_path.parent / "else.txt").as_uri()),
    ):
        pair = samples.arabic_pair(samples.drift())
        target = replace(pair.pair.target, path=str(path))
        result = samples.batch(replace(pair, pair=replace(pair.pair, target=target)))
        place = sarif(result, root=tmp_path)["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == uri
        inside = path.is_relative_to(tmp_path)
        assert ("uriBaseId" in place["artifactLocation"]) is inside
        wanted = path.relative_to(tmp_path).as_posix() if inside else str(path)
        assert json.loads(shown("gitlab", result, root=tmp_path))[0]["location"]["path"] == wanted


def test_sarif_stops_where_readers_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transcheck.report.formats.sarif.MOST_RESULTS", 2)
    run = sarif(samples.batch())
    assert len(run["results"]) == 2
    assert "1 more findings" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_a_link_in_a_sarif_message_is_none() -> None:
    finding = replace(samples.drift(), message="see [here](1) [x]")
    text = sarif(samples.batch(samples.arabic_pair(finding)))["results"][0]["message"]["text"]
    assert text == "see \\[here](1) [x]: “بيسكوف”. Expected: Peskov"


def test_github_levels_follow_what_fails() -> None:
    accepted = replace(samples.number(), suppressed="baseline")
    pair = samples.arabic_pair(samples.drift(), samples.omission(), accepted)
    levels = [line.split(" ")[0] for line in shown("github", samples.batch(pair)).splitlines()]
    assert levels == ["::error", "::notice"]
    never = Policy(FailOn.NEVER, 80, {"ACC001": Budget(max=0)})
    lines = shown("github", samples.batch(pair, failures=(samples.unreadable(),)), never).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice", "::error", "::error", "::error"]
    assert "overall score 71.2 is below 80" in lines[2]
    assert "budget of ACC001%3A" not in lines[3]
    assert lines[3].endswith("::budget of ACC001: 1 finding, 0 allowed")
    assert "file=lost.ar.txt::lost.ar.txt: there is no such file (mind the path)" in lines[4]


def test_a_failure_with_a_line_is_put_there() -> None:
    failure = PairFailure("x", "m.csv:3", "'source' is empty", None, 3)
    assert "file=m.csv,line=3," in shown("github", samples.batch(failures=(failure,)))
    found = json.loads(shown("gitlab", samples.batch(failures=(failure,))))[-1]
    assert found["location"] == {"path": "m.csv", "lines": {"begin": 3}}
    assert found["severity"] == "blocker"


def test_gitlab_issues_have_all_that_is_asked_for() -> None:
    accepted = replace(samples.number(), suppressed="baseline")
    issues = json.loads(shown("gitlab", samples.batch(samples.arabic_pair(samples.drift(), accepted))))
    assert issues == [
        {
            "description": 'بيسكوف is "Peskoff" here and "Peskov" elsewhere in the article. Expected: Peskov',
            "check_name": "NAM001 name-drift",
            "fingerprint": "0123456789abcdef0123",
            "severity": "major",
            "location": {"path": "story.en.txt", "lines": {"begin": 3}},
        }
    ]


def test_junit_has_a_case_a_pair_with_names_of_their_own() -> None:
    result = samples.batch(
        samples.chinese_pair(), samples.arabic_pair(), failures=(samples.unreadable(), samples.unreadable())
    )
    policy = Policy(FailOn.MAJOR, budgets={"ACC001": Budget(max=0)})
    root = ElementTree.fromstring(shown("junit", result, policy))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("5", "2", "2")
    names = [case.get("name") for case in suite]
    assert names == ["summit", "story", "the whole run", "lost", "lost (2)"]
    assert len(list(suite[0])) == 0
    failure = suite[1].find("failure")
    assert failure is not None
    assert failure.get("message") == "2 findings of severity major or above"
    assert "story.en.txt:3:1: major NAM001 name-drift: " in (failure.text or "")
    assert "budget of ACC001" in suite[2][0].get("message", "")
    assert suite[3].find("error") is not None


def test_the_markdown_says_the_worst_first_and_stays_in_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    result = samples.batch(samples.chinese_pair(), samples.arabic_pair(), failures=(samples.unreadable(),))
    text = shown("markdown", result)
    order = ["## transcheck: ❌ failed: 1 of 2", "| NUM001 number-mismatch | 1 |", "### 1 not checked", "### ❌ story"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "summit" not in text
    monkeypatch.setattr("transcheck.report.formats.markdown.MOST_BYTES", 3_000)
    many = [replace(samples.arabic_pair(), pair=ArticlePair(f"p{n}", *pair_articles())) for n in range(50)]
    text = shown("markdown", samples.batch(*many))
    assert len(text.encode()) < 3_200
    assert re.search(r"… and \d+ more articles", text)


def pair_articles() -> tuple[Any, Any]:
    pair = samples.arabic_pair().pair
    return pair.source, pair.target


def across() -> Finding:
    place = Place(9, 16, "one", "one.en.txt", "Peskoff", 2, 3, "en", 4)
    return replace(samples.drift(), source=(), target=(place, replace(place, pair="two", path="two.en.txt")))


@pytest.mark.parametrize("name", ["text", "json", "github", "gitlab", "junit", "sarif", "markdown"])
def test_a_finding_across_pairs_is_in_every_format_and_fails_the_run(name: str) -> None:
    result = replace(samples.batch(samples.chinese_pair()), batch_findings=(across(),))
    text = shown(name, result)
    assert "Peskoff" in text or name == "markdown"
    assert "NAM001" in text
    if name == "sarif":
        found = sarif(result)["results"][0]
        assert found["locations"][0]["physicalLocation"]["region"]["endColumn"] == 11
        assert len(found["relatedLocations"]) == 1
    if name == "json":
        assert json.loads(text)["batch_findings"][0]["target"][1]["pair"] == "two"
        assert json.loads(text)["outcome"] == {
            "passed": False, "exit_code": 1, "reasons": ["across pairs: 1 finding of severity major or above"],
        }  # fmt: skip


def test_the_markdown_names_the_file_of_a_finding_across_pairs() -> None:
    result = replace(samples.batch(samples.chinese_pair()), batch_findings=(across(),))
    assert r"- **major** NAM001 one.en.txt\:2\:3 " in shown("markdown", result)
    inside = samples.batch(samples.arabic_pair(samples.drift()))
    assert r"- **major** NAM001 3\:1 " in shown("markdown", inside)
    first = replace(across().target[0], path="*a*<b>.txt", line=0)
    assert isinstance(first, Place)
    result = replace(result, batch_findings=(replace(across(), target=(first,)),))
    assert r"NAM001 \*a\*&lt;b&gt;.txt " in shown("markdown", result)


def test_the_text_shows_long_quotations_across_pairs_in_short() -> None:
    said = "We will sign no document that does not guarantee the rights of the villages at the mouth of the river"
    place = replace(across().target[0], text=said)
    assert isinstance(place, Place)
    by = {"renderings": [{"text": said, "translators": {"Dana": 1}}]}
    result = replace(samples.batch(), batch_findings=(replace(across(), target=(place,), evidence=by),))
    text = " ".join(shown("text", result).split())
    assert "one.en.txt:2:3 We will sign no document that does not guarantee…" in text
    assert "by We will sign no document that does not guarantee…: Dana (1)" in text
    assert said not in text


EVIL = st.text(
    st.sampled_from(list("ab\n\r:#[]%,<>&\"'`*|\\{}()!=+-@ \t\x00\x1b\x07\x9b\u202e\u2028\ufeff\ud800\ufffe😀ب")),
    min_size=1,
    max_size=40,
) | st.sampled_from(
    ["\n::error::x", "]]>", "##[error]x", "<img src=x>", "##vso[task.x]y", "--><script>", "%0A::warning"]
)


@settings(max_examples=150, deadline=None)
@given(EVIL, EVIL)
def test_article_text_is_inert_everywhere(text: str, name: str) -> None:
    body = f"{text}x\n"
    target = samples.article(body, "en", f"{name}.en.txt")
    finding = replace(samples.drift(), target=(samples.span(body, body[0]),), message=text, expected=name)
    pair = samples.arabic_pair(finding)
    pair = replace(pair, pair=ArticlePair(name, pair.pair.source, target), beads=(), links=())
    failure = PairFailure(name, f"{text}.txt", text, name, 3)
    result = samples.batch(pair, failures=(failure,))
    for kind in ("github", "gitlab", "junit", "sarif", "json", "markdown"):
        report = shown(kind, result)
        report.encode("utf-8")
        assert not set("\x00\x1b\x07\x9b\u202e\u2028\ufeff\r") & set(report), kind
        commands = [line for line in report.split("\n") if line.strip().startswith("::")]
        assert len(commands) == (2 if kind == "github" else 0), kind
        assert not re.search(r"##\w*\[", report), kind
    sarif(result)
    json.loads(shown("gitlab", result))
    root = ElementTree.fromstring(shown("junit", result))
    assert [child.tag for case in root[0] for child in case] == ["failure", "error"]
    assert not re.search(r"<(?!/?sub>)", shown("markdown", result))
