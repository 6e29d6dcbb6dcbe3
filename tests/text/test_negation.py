import pytest
import regex

from transcheck.data import table
from transcheck.model.text import Span
from transcheck.rules.base import LANGUAGES
from transcheck.text.negation import negations


def _found(text: str, lang: str) -> list[tuple[str, bool]]:
    return [(cue.span.of(text), cue.plain) for cue in negations(text, Span(0, len(text)), lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_a_table_that_compiles(lang: str) -> None:
    entry = table("negation")[lang]
    for kind in ("plain", "phrases", "weak", "answers"):
        assert entry[kind]
        assert all(regex.compile(pattern) for pattern in entry[kind])
        assert len(set(entry[kind])) == len(entry[kind])


@pytest.mark.parametrize(
    ("lang", "text", "plain"),
    [
        ("en", "He didn’t say that they cannot come.", ["didn’t", "cannot"]),
        ("de", "Sie hat kein Geld und kommt nicht.", ["kein", "nicht"]),
        ("fr", "Il ne viendra pas.", ["pas"]),
        ("es", "No lo sabe nadie.", ["No", "nadie"]),
        ("ru", "Он не пришёл.", ["не"]),
        ("uk", "Він не прийшов.", ["не"]),
        ("ar", "ولم يصل الوزير.", ["ولم"]),
        ("fa", "او به تهران نرفت.", ["نرفت"]),
        ("he", "הוא לא הגיע.", ["לא"]),
        ("hi", "वह नहीं आया।", ["नहीं"]),
        ("tr", "Bakan toplantıya gelmedi.", ["gelmedi"]),
        ("ja", "大臣は来なかった。", ["なかった"]),
        ("ko", "장관은 오지 않았다.", ["오지 않았다"]),
        ("zh", "部长不会来。", ["不"]),
        ("zh", "部長沒有來，也無法來。", ["沒有", "無法"]),
    ],
)
def test_plain_negations(lang: str, text: str, plain: list[str]) -> None:
    assert [surface for surface, is_plain in _found(text, lang) if is_plain] == plain


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Not only the mayor failed; no doubt others will, unless they are unlucky. It is No. 1."),
        ("ar", "لا يزال الوزير هنا"),
        ("ru", "не только министр"),
        ("zh", "不仅如此，他不得不离开。"),
        ("ja", "行かなければならない。"),
        ("ko", "대통령뿐만 아니라 총리도 갈 수밖에 없었다."),
        ("fr", "Il n'a parlé que de lui, à pas lents: un pas en avant."),
        ("en", "The risk should not go unnoticed. It didn't only rain. Peace is the last thing that they want."),
        ("es", "La noticia no pasó desapercibida."),
        ("en", "He vows never to stop meddling. It did not fail."),
        ("de", "Das ist nicht zu leugnen. Ich frage mich, ob sie sich nicht wundern."),
        ("fr", "Le ministre n'a pas refusé."),
        ("zh", "他不否认此事。"),
        ("ru", "Кто бы им ни стал, он приедет. Его слова не остались незамеченными."),
        ("uk", "Хто б ним не став, він приїде. Його слова не залишилися непоміченими."),
        ("fr", "Les rues ne désemplissent habituellement pas. Il n'arrête pas de pleuvoir."),
        ("es", "Es el peor espectáculo que he visto nunca. No podía evitar llorar. No se aprovecha lo suficiente."),
        ("en", "It was not quite enough. They could not easily deny it."),
        ("uk", "Роль не зовсім відповідає її таланту."),
        ("ru", "Роль не вполне отвечает её таланту."),
        ("he", "הם נכנסו לאצטדיון המלא ללא סיכון."),
        ("hi", "जब तक वह धन एकत्रित नहीं कर लेगी, वह रुकेगी।"),
        ("zh", "这个角色不太适合她。"),
        ("ar", "وفقا لم قاله الوزير"),  # a slip for لما: a negated verb would begin with ي, ت, ن or أ
    ],
)
def test_what_negates_no_statement(lang: str, text: str) -> None:
    assert not any(plain for _, plain in _found(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "An election is the last thing they want."),
        ("de", "Das ist das letzte, was sie wollen."),
        ("fr", "C'est la dernière chose qu'ils veulent."),
        ("es", "Es lo último que quieren."),
        ("ru", "Это последнее, чего они хотят."),
        ("uk", "Це останнє, чого вони хочуть."),
        ("ar", "الانتخابات آخر ما تريده الحكومة."),
        ("fa", "این آخرین چیزی است که می‌خواهند."),
        ("he", "זה הדבר האחרון שהם רוצים."),
        ("hi", "यह आखिरी चीज़ है जो वे चाहते हैं।"),
        ("tr", "Bu, isteyecekleri son şey."),
        ("ja", "選挙は政府が望む最後のことだ。"),
        ("ko", "선거는 정부가 원하는 마지막 것이다."),
        ("zh", "大选是政府最后想看到的。"),
    ],
)
def test_the_last_thing_anyone_wants_may_render_a_negation(lang: str, text: str) -> None:
    assert any(not plain for _, plain in _found(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The goal was ruled out."),
        ("en", "Their recruitment has been poor."),
        ("de", "Das Spiel war schlecht."),
        ("ru", "Игра была плохой."),
        ("ar", "كانت النتيجة سيئة."),
        ("zh", "成绩很差。"),
        ("en", "She warned Europe about it."),
        ("zh", "他警告欧洲。"),
    ],
)
def test_not_good_does_not_count_and_not_to_are_said_without_a_negation(lang: str, text: str) -> None:
    assert [plain for _, plain in _found(text, lang)] == [False]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He will win again unless a scandal ends his term."),
        ("de", "Er gewinnt, es sei denn, ein Skandal kommt."),
        ("fr", "Il gagnera, à moins d'un scandale."),
        ("es", "Ganará, a menos que haya un escándalo."),
        ("ru", "Он победит, разве что случится скандал."),
        ("uk", "Він переможе, хіба що станеться скандал."),
        ("ar", "سيفوز ما لم تقع فضيحة."),
        ("fa", "او برنده می‌شود مگر اینکه رسوایی رخ دهد."),
        ("he", "הוא ינצח, אלא אם תפרוץ שערורייה."),
        ("hi", "जब तक कोई घोटाला हो, वह जीतेगा।"),
        ("tr", "Bir skandal çıkmadıkça kazanacak."),
        ("ja", "不祥事がない限り勝つ。"),
        ("ko", "추문이 터지지 않는 한 이긴다."),
        ("zh", "除非出现丑闻，他会获胜。"),
    ],
)
def test_unless_answers_a_negation_anywhere_in_its_sentence(lang: str, text: str) -> None:
    assert [cue.far for cue in negations(text, Span(0, len(text)), lang) if cue.far] == [True]


def test_a_negation_before_what_has_none_in_its_meaning_stays_one() -> None:
    assert ("not", True) in _found("The money will not last.", "en")
    assert ("nicht", True) in _found("Das Geld wird nicht weiter fließen.", "de")


def test_a_negation_farther_off_affirms_nothing() -> None:
    assert ("not", True) in _found("They did not say why the talks had failed.", "en")


def test_a_language_without_a_table_has_none() -> None:
    assert _found("Nie ma go.", "pl") == []


def test_know_not_is_a_word_in_korean_and_may_be_written_on_to_the_one_before() -> None:
    assert _found("왜 그녀를 선택했는지모르겠다.", "ko") == [("선택했는지모르겠다", False)]
