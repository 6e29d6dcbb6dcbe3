"""Adequacy and coverage of alignments made by hand."""

import pytest

from transcheck.metrics.adequacy import adequacy, coverage, words_of
from transcheck.model.align import Aligned, Bead
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Side, Span
from transcheck.text.words import tokens

GERMAN = ("Der Rat hat zugestimmt.", "Die Kosten bleiben gleich, sagte er.", "Niemand widersprach.")
ENGLISH = ("The council agreed.", "Costs stay the same, he said.", "Nobody objected.")


def article(lines: tuple[str, ...], lang: str) -> Article:
    segments, text = [], ""
    for number, line in enumerate(lines):
        segments.append(Segment(Span(len(text), len(text) + len(line)), SegmentKind.SENTENCE, number))
        text += line + "\n"
    return Article(text, lang, tuple(segments))


def aligned(*beads: Bead) -> Aligned:
    pair = ArticlePair("pair", article(GERMAN, "de"), article(ENGLISH, "en"))
    words = [tuple(token.span for token in tokens(pair.side(side).text)) for side in Side]
    return Aligned(pair, beads, words[0], words[1], ())


def test_marks_are_no_words() -> None:
    doc = aligned(Bead((0,), (0,), 0.9), Bead((1,), (1,), 0.9), Bead((2,), (2,), 0.9))
    assert [words_of(doc, Side.SOURCE, bead) for bead in doc.beads] == [4, 6, 2]
    assert [words_of(doc, Side.TARGET, bead) for bead in doc.beads] == [3, 6, 2]


def test_adequacy_is_weighted_by_source_words() -> None:
    doc = aligned(Bead((0,), (0,), 0.9), Bead((1,), (1,), 0.5), Bead((2,), (2,), 0.7))
    assert adequacy(doc) == pytest.approx(100 * (4 * 0.9 + 6 * 0.5 + 2 * 0.7) / 12)


def test_what_has_no_counterpart_counts_for_coverage_not_for_adequacy() -> None:
    doc = aligned(Bead((0,), (0,), 0.9), Bead((1,), (), 0.0), Bead((), (1,), 0.0), Bead((2,), (2,), 0.9))
    assert adequacy(doc) == pytest.approx(90)
    assert coverage(doc) == pytest.approx(100 * (4 + 3 + 2 + 2) / (12 + 11))


def test_unrelated_text_is_not_covered() -> None:
    doc = aligned(Bead((0, 1), (0, 1), 0.49), Bead((2,), (2,), 0.5))
    assert coverage(doc) == pytest.approx(100 * 4 / 23)


def test_without_a_bead_of_both_sides_there_is_no_adequacy() -> None:
    doc = aligned(Bead((0, 1, 2), (), 0.0), Bead((), (0, 1, 2), 0.0))
    assert adequacy(doc) is None
    assert coverage(doc) == 0


def test_nothing_at_all_has_no_coverage() -> None:
    empty = Article("", "de", ())
    assert coverage(Aligned(ArticlePair("none", empty, empty), (), (), (), ())) is None
