import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.model.text import Segment, SegmentKind, Span
from transcheck.text.structure import segment

H, D, B, S = SegmentKind.HEADLINE, SegmentKind.DATELINE, SegmentKind.SUBHEADING, SegmentKind.SENTENCE


def shown(text: str, lang: str = "en") -> list[tuple[SegmentKind, str]]:
    return [(s.kind, s.span.of(text)) for s in segment(text, lang)]


def test_the_shape_of_a_wire_story() -> None:
    text = (
        "date 2026-02-05 The spokesman announced today (Thursday) that nothing had come. \n\n\n\nHe waits.\n\n\n\n"
        "Moscow's Approach\n\n\n\nHe pointed to the risks. He left.\n\n\n\nNATO Warnings\n\n\n\nFor its part, NATO called for restraint."
    )
    assert shown(text) == [
        (D, "date 2026-02-05"),
        (S, "The spokesman announced today (Thursday) that nothing had come."),
        (S, "He waits."),
        (B, "Moscow's Approach"),
        (S, "He pointed to the risks."),
        (S, "He left."),
        (B, "NATO Warnings"),
        (S, "For its part, NATO called for restraint."),
    ]


@pytest.mark.parametrize(
    ("lang", "headline", "dateline", "body", "subheading"),
    [
        ("en", "Treaty lapses at midnight", "MOSCOW (Reuters) -", "The Kremlin waited.", "What Moscow wants"),
        ("ar", "انتهاء المعاهدة", "موسكو - رويترز:", "قال الكرملين إنه ينتظر.", "موقف موسكو"),
        ("ru", "Договор истёк", "МОСКВА, 5 фев (Рейтер) -", "Кремль ждёт.", "Позиция Москвы"),
        ("zh", "条约到期", "（新华社莫斯科2月5日电）", "克里姆林宫表示等待。", "莫斯科的立场"),
        ("ja", "条約が失効", "（モスクワ＝ロイター）", "ロシアは待つと述べた。", "ロシアの立場"),
        ("hi", "संधि समाप्त", "मॉस्को (रॉयटर्स) -", "क्रेमलिन ने कहा कि वह इंतज़ार करेगा।", "मॉस्को का रुख"),
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n"])
def test_headline_dateline_and_subheading_in_any_script(
    lang: str, headline: str, dateline: str, body: str, subheading: str, gap: str
) -> None:
    text = gap.join([headline, f"{dateline} {body}", body, subheading, body])
    assert shown(text, lang) == [(H, headline), (D, dateline), (S, body), (S, body), (B, subheading), (S, body)]


def test_a_date_line_above_the_headline() -> None:
    text = "2026-02-05\n\nWill the treaty last?\n\nNobody knows. We wait."
    assert shown(text)[:3] == [(D, "2026-02-05"), (H, "Will the treaty last?"), (S, "Nobody knows.")]


def test_what_is_no_subheading() -> None:
    body = "The talks lasted a day and ended without any result."
    items = [
        "- first point",
        "• second point",
        "3. third point",
        "Photo: Reuters",
        "(File photo)",
        "He said:",
        "Why now?",
    ]
    for line in items:
        assert (S, line.strip()) in shown(f"Talks end\n\n{body}\n\n{line}\n\n{body}"), line
    table = "\n\n".join(["Russia", "United States", "China", "France"])
    assert B not in {kind for kind, _ in shown(f"Talks end\n\n{body}\n\n{table}\n\n{body}")}
    assert shown(f"{body}\n\nReuters")[-1] == (S, "Reuters")


def test_markup_decides_what_is_a_heading() -> None:
    text = "What now?\n\nNobody knows.\n\nWhat next?\n\nNobody knows."
    marked = segment(text, "en", [Span(0, 9), Span(26, 36)])
    assert [s.kind for s in marked] == [H, S, B, S]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Treaty lapses\n\nThe Kremlin said on Thursday that it had received no answer to\nits proposal to extend the treaty for"
        " another year. It would\nwait another week, its spokesman told reporters in the capital\nof Russia. Nobody called.\n"
    )
    assert [kind for kind, _ in shown(text)] == [H, S, S, S]
    assert {s.paragraph for s in segment(text, "en")} == {0, 1}


def test_rules_and_asterisks_are_layout() -> None:
    assert shown("One ended.\n\n* * *\n\n-----\n\nTwo began.") == [(S, "One ended."), (S, "Two began.")]


def check(text: str, found: tuple[Segment, ...]) -> None:
    covered = [False] * len(text)
    last = 0
    for s in found:
        assert last <= s.span.start < s.span.end <= len(text)
        assert s.span.of(text) == s.span.of(text).strip()
        covered[s.span.start : s.span.end] = [True] * len(s.span)
        last = s.span.end
    assert all(covered[i] for i, c in enumerate(text) if c.isalnum())
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


_WORDS = "Putin said г. « » “ ” 「 」 。 … 5 俄罗斯 د. أعلن — ( ) 😀 \u202e \x00 \ud800 \u2028"
PIECES = (
    *_WORDS.split(" "),
    *('"', " ", ". ", "? ", "! ", "- ", "Dr. ", "1. ", "\n", "\r\n", "\n\n"),
    *("MOSCOW (Reuters) - ", "date 2026-02-05 "),
)
NEWSLIKE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(st.characters(), max_size=300), NEWSLIKE),
    st.sampled_from(["en", "ar", "ru", "zh", "ja", "ko", "he", "hi", "de"]),
)
def test_segments_are_exact_ordered_and_cover_every_word(text: str, lang: str) -> None:
    check(text, segment(text, lang))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["“Go.", "”", " ", "He left", ". ", "»", "«No", "! ", ") ", "5"]), max_size=30).map(
        "".join
    )
)
def test_a_closing_mark_stays_with_the_sentence_that_it_closes(text: str) -> None:
    for s in segment(text, "en")[1:]:
        assert text[s.span.start] not in "”»)"
