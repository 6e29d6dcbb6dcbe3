import socket

import pytest

from transcheck.errors import InputError, UsageError
from transcheck.model.text import Article
from transcheck.text.langid import check_pair_languages, contradicts, detect, resolve_language, script_share

NEWS = {
    "ar": "أعلن المتحدث باسم الكرملين اليوم الخميس أن روسيا لم تتلق ردا على اقتراحها تمديد المعاهدة مع الولايات المتحدة لمدة عام آخر، وأنها ستتصرف بمسؤولية.",
    "de": "Der Sprecher des Kremls sagte am Donnerstag, Russland habe auf seinen Vorschlag, den Vertrag um ein Jahr zu verlängern, keine Antwort erhalten.",
    "en": "The Kremlin's spokesman said on Thursday that Russia had received no answer to its proposal to extend the treaty for another year.",
    "es": "El portavoz del Kremlin dijo el jueves que Rusia no había recibido respuesta a su propuesta de prorrogar el tratado un año más, y que esperaría.",
    "fa": "سخنگوی کرملین روز پنجشنبه گفت که روسیه پاسخی به پیشنهاد خود برای تمدید یک‌ساله پیمان با ایالات متحده دریافت نکرده است و منتظر می‌ماند.",
    "fr": "Le porte-parole du Kremlin a déclaré jeudi que la Russie n'avait pas reçu de réponse à sa proposition de prolonger le traité d'un an.",
    "he": "דובר הקרמלין אמר ביום חמישי כי רוסיה לא קיבלה תשובה להצעתה להאריך את האמנה עם ארצות הברית בשנה נוספת, וכי היא תנהג באחריות ובזהירות.",
    "hi": "क्रेमलिन के प्रवक्ता ने गुरुवार को कहा कि रूस को संधि को एक और वर्ष के लिए बढ़ाने के अपने प्रस्ताव का कोई उत्तर नहीं मिला है।",
    "ja": "ロシア大統領府の報道官は木曜日、条約を一年間延長するという提案に対して米国から回答を受け取っていないと述べた。",
    "ko": "크렘린궁 대변인은 목요일 조약을 1년 더 연장하자는 제안에 대해 미국으로부터 답변을 받지 못했다고 밝혔다.",
    "ru": "Пресс-секретарь президента заявил в четверг, что Россия не получила ответа на своё предложение продлить договор ещё на один год.",
    "tr": "Kremlin sözcüsü perşembe günü, Rusya'nın antlaşmanın bir yıl daha uzatılması önerisine yanıt almadığını söyledi ve sorumlu davranacaklarını ekledi.",
    "uk": "Речник Кремля заявив у четвер, що Росія не отримала відповіді на свою пропозицію продовжити дію договору ще на один рік.",
    "zh": "克里姆林宫发言人星期四表示，俄罗斯没有收到美国对将条约再延长一年的提议的答复，俄方将采取负责任的态度。",
}


@pytest.mark.parametrize("lang", NEWS)
def test_each_language_is_detected_and_noted(lang: str) -> None:
    found, note = resolve_language(NEWS[lang], None)
    assert found == lang
    assert note is not None and f"({lang})" in note


@pytest.mark.parametrize("lang", NEWS)
def test_the_right_language_is_never_contradicted(lang: str) -> None:
    assert resolve_language(NEWS[lang], lang) == (lang, None)


@pytest.mark.parametrize(("text", "given"), [("en", "ar"), ("ar", "en"), ("zh", "ja"), ("fr", "es"), ("he", "ar")])
def test_a_wrong_language_is_contradicted(text: str, given: str) -> None:
    with pytest.raises(InputError, match=f"the text is in .*\\({text}\\), not in .*\\({given}\\)") as error:
        resolve_language(NEWS[text] * 2, given, "story.txt")
    assert str(error.value).startswith("story.txt: ")


@pytest.mark.parametrize(("text", "given"), [("ru", "uk"), ("uk", "ru"), ("fa", "ar"), ("ar", "fa")])
def test_relatives_are_only_contradicted_by_longer_texts(text: str, given: str) -> None:
    short, long = NEWS[text][:130], " ".join([NEWS[text]] * 3)
    assert not contradicts(detect(short), short, given)
    assert contradicts(detect(long), long, given)


def test_a_short_text_is_trusted() -> None:
    assert resolve_language("The treaty expired.", "de") == ("de", None)


def test_a_chinese_headline_without_kana_is_not_japanese() -> None:
    assert detect("美俄条约到期").lang == "zh"
    assert detect("米ロ条約が失効").lang == "ja"


def test_no_language_can_be_told() -> None:
    for text in ("1234 5678", "…", "x"):
        with pytest.raises(InputError, match="cannot be told"):
            resolve_language(text, None)


def test_a_language_that_the_encoder_does_not_know_is_named() -> None:
    tatar = "Татарстан Республикасы Президенты бүген Казанда журналистлар белән очрашты. Ул илнең икътисады һәм мәдәнияте турында сөйләде."
    with pytest.raises(InputError, match=r"does not know Tatar \(tt\)"):
        resolve_language(tatar, None)
    with pytest.raises(InputError, match="Quechua"):
        resolve_language(NEWS["en"], "qu")
    with pytest.raises(UsageError):
        resolve_language(NEWS["en"], "jp")


def test_the_network_is_never_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert detect(NEWS["fr"]).lang == "fr"


@pytest.mark.parametrize("text", ["\x00\ud800\u202e", "a\nb\r\n" * 50, "\u0301" * 10, "😀" * 100, "A" * 30_000])
def test_odd_characters_do_not_break_detection(text: str) -> None:
    assert 0 <= detect(text).confidence <= 1


def test_script_share() -> None:
    assert script_share("Путин met Си", "ru") == pytest.approx(7 / 10)
    assert script_share("123", "ru") == 1.0


def test_source_and_target_in_one_language() -> None:
    en, ar = Article("x", "en", ()), Article("y", "ar", (), path="y.txt")
    check_pair_languages(en, ar)
    with pytest.raises(InputError, match="both in Arabic"):
        check_pair_languages(ar, ar)
