import pytest

from transcheck.errors import InputError
from transcheck.text.decode import decode

ARTICLES = {
    "ar": "انتهاء المعاهدة بين موسكو وواشنطن\n\nأعلن المتحدث باسم الكرملين أن روسيا لم تتلق ردا على اقتراحها. وقال إن بلاده ستنتظر أسبوعا آخر.\n",
    "fa": "پایان پیمان مسکو و واشنگتن\n\nسخنگوي کاخ کرملين گفت که روسيه پاسخي به پيشنهاد خود دريافت نکرده است. او گفت کشورش منتظر مي ماند.\n",
    "ru": "Договор истёк\n\nВ Кремле заявили, что Россия не получила ответа на своё предложение. Москва подождёт ещё неделю, сказал представитель.\n",
    "uk": "Договір втратив чинність\n\nУ Кремлі заявили, що Росія не отримала відповіді на свою пропозицію. Москва зачекає ще тиждень, сказав речник.\n",
    "zh": "条约到期\n\n克里姆林宫发言人表示，俄罗斯没有收到美国对其提议的答复。他说，莫斯科将再等一个星期。\n",
    "ja": "条約が失効\n\nロシア大統領府の報道官は、提案に対する回答を受け取っていないと述べた。もう一週間待つという。\n",
    "ko": "조약 만료\n\n크렘린궁 대변인은 제안에 대한 답변을 받지 못했다고 밝혔다. 모스크바는 한 주 더 기다릴 것이라고 말했다.\n",
    "he": "האמנה פקעה\n\nדובר הקרמלין אמר כי רוסיה לא קיבלה תשובה להצעתה. מוסקבה תמתין שבוע נוסף, אמר הדובר לעיתונאים.\n",
    "tr": "Antlaşma sona erdi\n\nKremlin sözcüsü, Rusya'nın önerisine yanıt almadığını söyledi. Moskova bir hafta daha bekleyeceğini açıkladı.\n",
    "fr": "Le traité a expiré\n\nLe porte-parole du Kremlin a déclaré que la Russie n'avait pas reçu de réponse à sa proposition. Moscou attendra encore.\n",
    "de": "Der Vertrag ist abgelaufen\n\nDer Sprecher sagte, Russland habe keine Antwort erhalten. Moskau werde über eine weitere Woche verfügen, hieß es.\n",
    "es": "El tratado expiró\n\nEl portavoz dijo que Rusia no había recibido respuesta a su propuesta. Moscú esperará una semana más, según añadió.\n",
}
LEGACY = [
    ("ar", "windows-1256"), ("ar", "iso-8859-6"), ("fa", "windows-1256"), ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "iso-8859-5"),
    ("ru", "ibm866"), ("uk", "windows-1251"), ("uk", "koi8-u"), ("zh", "gb18030"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("ja", "iso-2022-jp"),
    ("ko", "euc-kr"), ("he", "windows-1255"), ("tr", "windows-1254"), ("tr", "iso-8859-9"), ("fr", "latin-1"), ("de", "latin-1"),
    ("es", "latin-1"), ("fr", "windows-1252"),
]  # fmt: skip


@pytest.mark.parametrize("hint", [True, False])
@pytest.mark.parametrize(("lang", "encoding"), LEGACY)
def test_a_legacy_encoding_is_found_and_reported(lang: str, encoding: str, hint: bool) -> None:
    data = ARTICLES[lang].encode(encoding, "replace")
    found = decode(data, lang=lang if hint else None)
    assert found.text == data.decode(encoding)
    assert found.note is not None and found.encoding in found.note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    for lang in ("en", "ru") if encoding.startswith("utf-16-") else ARTICLES:
        text = ARTICLES.get(lang, "The treaty has expired.\r\nMoscow waits.\r\n")
        assert decode(text.encode(encoding)).text == text


def test_line_ends_stay() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_unicode() -> None:
    data = "Čeština je krásný jazyk".encode("iso-8859-2")
    assert decode(data, declared="iso-8859-2").text == "Čeština je krásný jazyk"
    assert decode("Привет".encode(), declared="windows-1251").text == "Привет"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n...", "a PDF file"),
        (b"PK\x03\x04....", "office document"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x00" * 100, "binary data"),
        (b"\x01\x02\x03text", "binary data"),
        ("Договор истёк в полночь. ".encode() * 5 + b"\xd0", "not valid UTF-8: byte 0xd0 at 225, line 1"),
        (b"\xff\xfeo\x00d", "not valid utf-16-le"),
        (bytes(range(0x80, 0x100)) * 3, "encoding cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        decode(data, "in.txt")
    assert "\n" not in str(error.value)
    assert error.value.hint


def test_a_few_control_characters_stay() -> None:
    text = "The treaty\x00 has expired\x1f; Moscow \u202ewaits\u202c."
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("text", ["The minister said that the talks go on.\n", "Der Minister fährt fort. Всё.\n"])
def test_stray_nuls_do_not_make_utf8_look_like_utf16(text: str) -> None:
    data = bytearray(text.encode())
    for place in (7, 13, 19):  # always the second byte of a pair, as in UTF-16 without its mark
        data.insert(place, 0)
    data += b"\n" * (len(data) % 2)
    assert decode(bytes(data)).text.replace("\0", "").strip() == text.strip()
