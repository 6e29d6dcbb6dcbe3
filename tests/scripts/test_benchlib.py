from hypothesis import given
from hypothesis import strategies as st

from benchlib.output import differences, rounded, table
from benchlib.sentence_gold import Counts, rejoined, strict
from benchlib.word_gold import GoldSentence, Tally, owners
from transcheck.model.text import Span


@given(st.integers(0, 40), st.integers(0, 1000))
def test_rejoined_lines_keep_all_text_and_gold_covers_it(count: int, seed: int) -> None:
    source, target = [f"س{i}" for i in range(count)], [f"s{i}" for i in range(count)]
    gold = rejoined(source, target, "ar", str(seed))
    assert " ".join(gold.source).split() == source
    assert " ".join(gold.target).split() == target
    assert [i for bead in gold.beads for i in bead[0]] == list(range(len(gold.source)))
    assert [j for bead in gold.beads for j in bead[1]] == list(range(len(gold.target)))
    for ours, theirs in gold.beads:
        assert 1 in (len(ours), len(theirs))
        words = " ".join(gold.source[i] for i in ours).replace("س", "s")
        assert words == " ".join(gold.target[j] for j in theirs)


def test_rejoining_is_the_same_for_the_same_seed_and_drops_spaces_in_chinese() -> None:
    source, target = ["一。", "二。", "三。", "四。", "五。", "六。"], list("abcdef")
    assert rejoined(source, target, "zh", "7:x") == rejoined(source, target, "zh", "7:x")
    assert not any(" " in line for line in rejoined(source, target, "zh", "7:x").source)


def test_strict_counts_leave_out_beads_with_an_empty_side() -> None:
    gold = [((0,), (0,)), ((1, 2), (1,)), ((3,), ())]
    found = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,))]
    counts = strict(found, gold)
    assert counts == Counts(1, 3, 2)
    assert round(counts.figures()["f1"], 3) == 0.4


def test_our_words_own_the_gold_tokens_whose_letters_they_share() -> None:
    # "don't" is one word of ours and two tokens of the gold; a Chinese token of two is cut in two by us.
    assert owners([Span(0, 6)], ["do", "n't"]) == [[0, 1]]
    assert owners([Span(0, 1), Span(1, 2), Span(3, 4)], ["海洋", "。"]) == [[0], [0], [1]]


def test_error_rate_by_hand() -> None:
    gold = GoldSentence(["a", "b"], ["x", "y"], frozenset({(0, 0)}), frozenset({(0, 0), (1, 1)}))
    figures = Tally().plus({(0, 0), (1, 1), (1, 0)}, gold).figures()
    assert figures["aer"] == 100 * (1 - (1 + 2) / (3 + 1))


def test_differences_name_the_figures_that_moved() -> None:
    assert differences({"a": {"b": 1.0, "c": 2}}, {"a": {"b": 1.5, "c": 2, "d": 3}}) == [("a/b", 1.0, 1.5, 0.5)]


def test_table_and_rounding() -> None:
    assert table(("name", "n"), [("ar", 1), ("en-ru", 0.5)]).split("\n")[2:] == ["ar         1", "en-ru  0.500"]
    assert rounded({"x": [0.123456, "y", 3]}) == {"x": [0.1235, "y", 3]}
