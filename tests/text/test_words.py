import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.words import is_mark, tokens

texts = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("aй習が가ا״’'.,٫1०\u200c \ud800\u0301")), max_size=60
)


def words(text: str) -> list[str]:
    return [token.span.of(text) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. and the U.N. met.", ["The", "U.S.", "and", "the", "U.N.", "met", "."]),
        ("1,550.5 warheads at 15:00", ["1,550.5", "warheads", "at", "15:00"]),
        ("«نيو ستارت» في ٢٬٥٠٠٫٧٥", ["«", "نيو", "ستارت", "»", "في", "٢٬٥٠٠٫٧٥"]),
        ('נשיא ארה"ב וצה״ל', ["נשיא", 'ארה"ב', "וצה״ל"]),
        ("ג‘רארד ולית’גוי", ["ג‘רארד", "ולית’גוי"]),  # a geresh typed as a quotation mark
        ("ל‘פרלמנט’ החדש", ["ל", "‘", "פרלמנט", "’", "החדש"]),  # a quotation mark after a preposition
        ("п’ять об'єктів", ["п’ять", "об'єктів"]),
        ("او می\u200cشود", ["او", "می\u200cشود"]),
        ("Erdoğan'ın l'accord", ["Erdoğan", "'", "ın", "l", "'", "accord"]),
        ("マリオ・ドラギ氏は", ["マリオ", "・", "ドラギ", "氏は"]),
        ("चंद्रयान-3 उतरा।", ["चंद्रयान", "-", "3", "उतरा", "।"]),
        ("윤석열 대통령은", ["윤석열", "대통령은"]),
        ("习近平说：“好”。", ["习近平说", "：", "“", "好", "”", "。"]),
        ("COVID-19", ["COVID", "-", "19"]),
        ("", []),
        (" \n\u200b\x00", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_only_scripts_without_spaces_are_left_to_the_encoder() -> None:
    unspaced = {t.span.of("条约 Treaty ドラギ 가나 สนธิ") for t in tokens("条约 Treaty ドラギ 가나 สนธิ") if t.unspaced}
    assert unspaced == {"条约", "สนธิ"}


def test_marks() -> None:
    assert all(map(is_mark, [".", "«", "—", "。", "״", "…"]))
    assert not any(map(is_mark, ["a", "1", "氏は", "U.S.", "٢٬٥"]))


@given(texts)
def test_tokens_are_in_order_apart_and_without_space(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.span.start < token.span.end <= len(text)
        assert not any(c.isspace() for c in token.span.of(text))
        at = token.span.end


@given(texts)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    kept = set().union(*(range(t.span.start, t.span.end) for t in tokens(text)))
    assert all(i in kept for i, c in enumerate(text) if c.isalpha() or c.isdecimal())
