import random

import pytest

from benchlib import inject_names
from benchlib.inject_names import KINDS, Named
from benchlib.injected import Edit, Pair, edited, with_line, without_line
from benchlib.misspell import misspelled
from benchlib.names_english import vocabulary, whole, words
from benchlib.names_projected import Projection, spelled
from transcheck.model.text import Span

LINES = [
    "Trump Visits Pyongyang Again",
    "President Trump met Dmitry Peskov in Moscow on Monday, the spokesman said.",
    "Later Peskov flew to Pyongyang with Wang Yi, and Trump left.",
    "Reading it in Moscow, Wang said no.",
]
ARABIC = [
    "ترامب يزور بيونغ يانغ",
    "التقى الرئيس ترامب ديمتري بيسكوف في موسكو يوم الاثنين.",
    "ثم طار بيسكوف إلى بيونغ يانغ مع وانغ يي وغادر ترامب.",
    "وقال وانغ وهو يقرؤه في موسكو لا.",
]
SMALL = vocabulary([*LINES, "the president was reading later"])


def _named(rng_seed: str = "1") -> Named:
    found = words(LINES, SMALL)
    pair = Pair("doc", tuple(ARABIC), tuple(LINES), "ar", "en")
    projection = Projection({"doc": LINES}, {"doc": ARABIC}, "ar")
    source = {(n.line, n.key): p.span for n in found if (p := projection.find("doc", n))}
    return Named(pair, tuple(found), tuple(whole(found, LINES)), source, ())


def test_names_are_capitals_in_the_middle_of_sentences() -> None:
    found = [name.text for name in words(LINES, SMALL)]
    assert {"Trump", "Peskov", "Moscow", "Wang"} <= set(found)
    assert not {"President", "Monday", "Reading", "Later", "Visits"} & set(found)
    assert "Dmitry Peskov" in [name.text for name in whole(words(LINES, SMALL), LINES)]
    assert not [name for name in words(LINES, SMALL) if name.line == 0]  # title case


def test_english_names_are_found_in_arabic_without_their_clitics() -> None:
    lines = ["قال بيسكوف إنه راض.", "وقالت لبيسكوف لا.", "x"]
    english = ["Then Peskov said he was glad.", "She told Peskov no.", "x"]
    projection = Projection({"a": english}, {"a": lines}, "ar")
    found = [projection.find("a", name) for name in words(english, vocabulary(english))]
    assert [name.text for name in found if name] == ["بيسكوف", "بيسكوف"]
    assert all(name.span.of(lines[name.line]) == name.text for name in found if name)


@pytest.mark.parametrize(("first", "second"), [("Peskov", "بيسكوف"), ("Kavanaugh", "Кавано"), ("Trump", "트럼프")])
def test_names_are_spelled_alike_across_scripts(first: str, second: str) -> None:
    assert spelled(first, second) > 0.6
    assert spelled("Moscow", second) < 0.6


@pytest.mark.parametrize("name", ["Peskov", "Песков", "بيسكوف", "פסקוב", "ペスコフ", "페스코프", "पेस्कोव"])
def test_a_slip_differs_by_a_letter_or_two_and_keeps_the_script(name: str) -> None:
    slips = {misspelled(name, random.Random(seed)) for seed in range(20)}
    assert None not in slips and name not in slips and len(slips) > 3
    assert all(slip and abs(len(slip) - len(name)) <= 1 for slip in slips)


def test_a_chinese_slip_takes_a_sign_of_another_name() -> None:
    slip = misspelled("佩斯科夫", random.Random(1), "普京佩斯科夫")
    assert slip and len(slip) == 4 and sum(a != b for a, b in zip(slip, "佩斯科夫", strict=True)) == 1
    assert misspelled("普", random.Random(1), "京") is None
    assert misspelled("Yi", random.Random(1)) is None


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_injection_changes_what_it_says_and_says_where(kind: str) -> None:
    doc = _named()
    clean = "\n".join(LINES) + "\n"
    injected = KINDS[kind](doc, random.Random(3))
    if kind in ("misspelled", "replaced", "deleted"):
        assert injected is not None
    if injected is None:
        return
    assert injected.target != clean
    rest, kept = injected.target, clean
    for span in reversed(injected.at):
        rest = rest[: span.start] + rest[span.end :]
    for span in reversed(injected.was):
        kept = kept[: span.start] + kept[span.end :]
    assert rest == kept
    assert KINDS[kind](doc, random.Random(3)) == injected


def test_a_misspelled_name_stands_elsewhere_and_its_source_is_known() -> None:
    injected = inject_names.misspelled_again(_named(), random.Random(0))
    assert injected is not None
    old = injected.what.split(" > ")[0]
    assert "\n".join(LINES).count(old) > 1
    assert injected.at[0].of(injected.target) == injected.what.split(" > ")[1]
    assert [span.of("\n".join(ARABIC)) for span in injected.source]


def test_a_deletion_takes_its_preposition_along() -> None:
    taken = {i.what for seed in range(20) if (i := inject_names.deleted(_named(), random.Random(seed)))}
    assert any(what.startswith(" in ") or what.startswith(" with ") or what.startswith(" to ") for what in taken)


def test_lines_left_out_and_put_in() -> None:
    pair = Pair("p", ("eins", "zwei"), ("one", "two"), "de", "en")
    assert without_line(pair, 0, "").target == "two\n"
    assert without_line(pair, 1, "").source[0].of("eins\nzwei\n") == "zwei"
    added = with_line(pair, 1, "new", "")
    assert added.target == "one\nnew\ntwo\n" and added.at[0].of(added.target) == "new"
    assert edited(pair, [Edit(1, Span(0, 3), "2")], "").target == "one\n2\n"
