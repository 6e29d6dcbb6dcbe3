"""Passages that stand word for word in two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.model.text import Span
from transcheck.text.copied import Copies, is_copied, plain_words


def whole(text: str) -> Span:
    return Span(0, len(text))


def copied(source: str, target: str) -> list[tuple[str, str]]:
    return [(c.here.of(target), c.there.of(source)) for c in Copies(source).of(target, whole(target))]


def test_a_passage_and_its_double() -> None:
    source = "Der Rat stimmte zu. Das Parlament entscheidet im Herbst, sagte er."
    target = "The council agreed. “Das Parlament entscheidet im Herbst”, he said."
    assert copied(source, target) == [("Das Parlament entscheidet im Herbst",) * 2]


def test_case_marks_and_diacritics_make_no_difference() -> None:
    source = "Une école a été fermée à Lyon"
    assert copied(source, "UNE ECOLE A ETE FERMEE A LYON!") == [("UNE ECOLE A ETE FERMEE A LYON", source)]


def test_a_changed_word_does_not_break_a_passage() -> None:
    source = "les députés ont adopté la loi mardi soir à Paris"
    target = "les députés ont adopté la loi lundi soir à Paris"
    assert copied(source, target) == [(target, source)]


def test_scripts_without_spaces_are_compared_by_character() -> None:
    assert copied("他说，会议将于三月举行。", "He said: 会议将于三月举行") == [("会议将于三月举行",) * 2]


def test_addresses_and_hashtags_are_no_words() -> None:
    text = "See https://example.org/a-b-c, #BlackLivesMatter and mail press@example.org now"
    assert [w.of(text) for w in plain_words(text, whole(text))] == ["See", "and", "mail", "now"]


def test_two_words_are_no_passage() -> None:
    assert copied("Le Monde a publié", "The newspaper Le Monde published") == []


@pytest.mark.parametrize(("target", "expected"), [("Кошти підуть на ремонт доріг.", True), ("The money goes", False)])
def test_is_copied(target: str, expected: bool) -> None:
    sentence = "Кошти підуть на ремонт доріг і шкіл."
    assert is_copied(Copies(target), sentence, whole(sentence)) is expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_passages_lie_in_their_texts_in_order(source: str, target: str) -> None:
    found = Copies(source).of(target, whole(target))
    for copy in found:
        assert 0 <= copy.here.start < copy.here.end <= len(target)
        assert 0 <= copy.there.start < copy.there.end <= len(source)
    assert [c.here for c in found] == sorted(c.here for c in found)


@given(st.lists(st.sampled_from(["мир", "peace", "سلام", "7", "平和"]), min_size=3, max_size=20))
def test_a_text_stands_wholly_in_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert is_copied(Copies(text), text, whole(text))
