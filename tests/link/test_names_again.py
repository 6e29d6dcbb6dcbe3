"""Names on one side only, judged again."""

from transcheck.link.names_again import chance, in_doubt, judged_again
from transcheck.model.terms import Kind, Link, Mention, NameLink
from transcheck.model.text import Side, Span


def _alone(side: Side, start: int, confidence: float, bead: int = 0) -> NameLink:
    mention = Mention(Kind.NAME, Span(start, start + 5), "x")
    source, target = (mention, None) if side is Side.SOURCE else (None, mention)
    return NameLink(Kind.NAME, source, target, bead, confidence, "")


def test_what_the_sentence_is_better_without_is_surer_to_be_alone() -> None:
    for side in Side:
        assert chance(side, 0.5, 0.05) > chance(side, 0.5, 0.0) > chance(side, 0.5, -0.05)


def test_only_names_that_may_matter_are_judged_again() -> None:
    likely, weak = _alone(Side.TARGET, 0, 0.7), _alone(Side.TARGET, 10, 0.2, bead=1)
    assert in_doubt([likely, weak]) == [(0, Side.TARGET, Span(0, 5))]


def test_a_weak_name_matters_beside_a_strong_one_of_the_other_side() -> None:
    lost, added = _alone(Side.SOURCE, 0, 0.3), _alone(Side.TARGET, 10, 0.5)
    assert in_doubt([lost, added]) == [(0, Side.SOURCE, Span(0, 5)), (0, Side.TARGET, Span(10, 15))]
    faint = _alone(Side.SOURCE, 0, 0.05)
    assert in_doubt([faint, _alone(Side.TARGET, 10, 0.5)]) == []


def test_each_gets_its_own_gain_and_nothing_else_changes() -> None:
    mention = Mention(Kind.NAME, Span(20, 25), "y")
    linked = Link(Kind.NAME, mention, mention, 0, 0.9, "")
    weak, lost, added = _alone(Side.SOURCE, 30, 0.1, bead=3), _alone(Side.SOURCE, 0, 0.6), _alone(Side.TARGET, 10, 0.6)
    found = judged_again([linked, weak, lost, added], [0.1, -0.1])
    assert found[:2] == (linked, weak)
    assert found[2].confidence > lost.confidence
    assert found[3].confidence < added.confidence
