"""A clause that only says who speaks makes direct speech of the words beside it; a piece of a sentence is no statement."""

import pytest

from transcheck.model.text import Article, Segment, SegmentKind, Span
from transcheck.text.quotation import find_quotes
from transcheck.text.speech_tags import opens_statement, speech_tag

TAGS = (
    ("en", "The market was always political, says Tarlo.", "says Tarlo."),
    ("en", "There was a time, Mr Panvalkar said, when he felt they should leave.", "Mr Panvalkar said"),
    ("en", "We will not leave, she told the reporters.", "she told the reporters."),
    ("fr", "L'architecture ne peut pas aider les morts, affirme-t-il.", "affirme-t-il."),
    ("de", "Für die Toten ist Architektur keine Hilfe mehr, sagt er.", "sagt er."),
    ("es", "No vamos a cerrar el puente, dijo el alcalde.", "dijo el alcalde."),
    ("ru", "Москва ждёт, заявил вчера журналистам Песков.", "заявил вчера журналистам Песков."),
    ("uk", "Ми чекаємо — сказав міністр.", "сказав міністр."),
    ("zh", "建筑不能帮助死去的人，他说。", "他说。"),
    ("ja", "まだ待ちます、大臣は言った。", "大臣は言った。"),
    ("ko", "아직 기다린다, 장관은 말했다.", "장관은 말했다."),
    ("tr", "Kararın yanlış olduğunu biliyoruz, dedi bakan.", "dedi bakan."),
    ("ar", "لن نستسلم أبدا، قال الوزير.", "قال الوزير."),
    ("fa", "ما منتظر می‌مانیم، وزیر گفت.", "وزیر گفت."),
    ("he", "לא נוותר, אמר השר.", "אמר השר."),
    ("hi", "हम इंतज़ार करेंगे, मंत्री ने कहा।", "मंत्री ने कहा।"),
)
NO_TAGS = (
    ("en", "The minister, who said he would go, left the room."),
    ("en", "The minister left, and a spokesman for his family later said that he would not come back to this city."),
    ("de", "Der Sprecher kam, er sagte dass alle warten müssen."),
    ("en", "“We are waiting,” said the minister."),
    ("en", "She said, people are still disgusted by it."),
)
STATEMENTS = (
    ("en", "“We are waiting for an answer from the others,” said the minister.", True),
    ("en", "The minister said: “We are waiting for an answer from the others.”", True),
    ("en", "The minister said that “they are waiting for an answer from the others”.", True),
    ("en", "The diocese feared that it would “seek to pass along all of the costs”.", False),
    ("en", "Meeting the man he later married - “caught me by surprise, all of it” - was luck.", False),
    ("fr", "Le diocèse craint de devoir « payer tous les frais de la restauration ».", False),
    ("zh", "部长表示“我们仍在等待对方的答复”。", True),
    ("zh", "这是一次“结束一百三十九年分歧”的机会。", False),
    ("ja", "大臣は「われわれはまだ返事を待っている」と述べた。", True),
)


def article(text: str, lang: str) -> Article:
    return Article(text, lang, (Segment(Span(0, len(text)), SegmentKind.SENTENCE, 0),))


@pytest.mark.parametrize(("lang", "text", "expected"), TAGS)
def test_a_clause_that_only_says_who_speaks(lang: str, text: str, expected: str) -> None:
    found = speech_tag(article(text, lang), Span(0, len(text)), Span(0, 5))
    assert found is not None
    assert found.of(text).strip() == expected


def test_before_the_words_too_where_no_word_for_that_tells_reported_speech() -> None:
    text = "她说，人们仍然觉得恶心。"
    found = speech_tag(article(text, "zh"), Span(0, len(text)), Span(3, len(text)))
    assert found is not None
    assert found.of(text) == "她说"
    plain = "She said, people are still disgusted."
    assert speech_tag(article(plain, "en"), Span(0, len(plain)), Span(10, len(plain))) is None


@pytest.mark.parametrize(("lang", "text"), NO_TAGS)
def test_what_is_reported_or_marked_has_no_such_clause(lang: str, text: str) -> None:
    assert speech_tag(article(text, lang), Span(0, len(text)), Span(0, 5)) is None


@pytest.mark.parametrize(("lang", "text", "expected"), STATEMENTS)
def test_a_quotation_makes_a_statement_or_is_woven_in(lang: str, text: str, expected: bool) -> None:
    (quote,) = (q for q in find_quotes(article(text, lang)) if q.direct)
    assert opens_statement(article(text, lang), quote) is expected
