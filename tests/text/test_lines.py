from hypothesis import given
from hypothesis import strategies as st

from transcheck.model.text import Span
from transcheck.text.lines import columns, lines, stripped


def test_only_lf_crlf_and_cr_end_a_line() -> None:
    text = "one\u2028still one\r\ntwo\rthree\x85still three\n\nfive"
    assert [line.of(text) for line in lines(text)] == ["one\u2028still one", "two", "three\x85still three", "", "five"]


@given(st.text())
def test_lines_hold_everything_but_their_ends(text: str) -> None:
    joined = "".join(line.of(text) for line in lines(text))
    assert joined == text.replace("\r", "").replace("\n", "")


def test_stripped_and_columns() -> None:
    assert stripped("  word \n", Span(0, 8)) == Span(2, 6)
    assert stripped("   ", Span(0, 3)) == Span(0, 0)
    assert columns("普京said", 80) == 8
