from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.positions import Position, Positions

TEXT = st.text(alphabet=st.sampled_from("aб新😀\n\r\u2028\u0085 "), max_size=40)


def test_lines_and_columns_count_from_one() -> None:
    positions = Positions("Headline\n\nПесков said")
    assert positions.at(0) == Position(1, 1)
    assert positions.at(8) == Position(1, 9)
    assert positions.at(10) == Position(3, 1)
    assert positions.at(17) == Position(3, 8)


def test_crlf_is_one_line_end_and_so_is_cr() -> None:
    assert Positions("a\r\nb\rc").at(3) == Position(2, 1)
    assert Positions("a\r\nb\rc").at(5) == Position(3, 1)


def test_unicode_line_separators_do_not_start_a_line() -> None:
    assert Positions("a\u2028b\u0085c").at(4) == Position(1, 5)


def test_astral_characters_are_two_units_in_utf16_and_four_bytes_in_utf8() -> None:
    positions = Positions("x\n😀😀b")
    assert positions.utf16(4) == 6
    assert positions.utf16_column(4) == 5
    assert positions.utf8(4) == 10


def test_a_lone_surrogate_is_three_bytes() -> None:
    assert Positions("\ud800a").utf8(1) == 3


@given(TEXT)
def test_positions_lead_back_to_their_offset(text: str) -> None:
    positions = Positions(text)
    assert [positions.offset(positions.at(i)) for i in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXT)
def test_utf16_agrees_with_the_encoder(text: str) -> None:
    positions = Positions(text)
    assert all(positions.utf16(i) == len(text[:i].encode("utf-16-le")) // 2 for i in range(len(text) + 1))
