import pytest

from transcheck.model.text import Span
from transcheck.text.sentences import sentences

PARAGRAPHS = {
    "ar": [
        "قال د. محمد إن الأمر انتهى.| وأضاف: «لا نريد ذلك. نريد السلام».| ثم غادر؟| نعم.",
        "وصل أ.د. علي.| ثم غادر.",
    ],
    "de": [
        "Am 5. Februar sagte Dr. Merz bzw. sein Sprecher: „Nein. Das geht nicht.“| Dann ging er.",
        "Im 19. Jahrhundert war das z.B. anders.| Heute nicht.",
    ],
    "en": [
        'Mr. Smith met J. K. Rowling in St. Louis.| "No. We will not."| He left.',
        '"Why?" Peskov asked.| "Is it over?" he said.| No. 5 won.',
        "He paid $3.5 million.| “We waited. Nobody came.”| That was all.",
        'It ended.| "They know," he said.| "We do not."',
    ],
    "es": ["El Sr. García dijo: «No. Nunca».| ¿Por qué?| ¡No!| Luego se fue."],
    "fa": ["آقای م. رضایی آمد.| دکتر احمدی گفت: «نه. نمی‌شود.»| او رفت."],
    "fr": ["M. Macron a dit : « Non. Jamais. »| Puis il est parti."],
    "he": ['ד"ר כהן אמר: "לא. אנחנו לא."| הוא הלך.| צה"ל הודיע על כך.'],
    "hi": ["डॉ. सिंह ने कहा।| वह गए।"],
    "ja": ["彼は「だめだ。行かない。」と述べた。|モスクワへ行った。|2014年に戻った。"],
    "ko": ['그는 "안 된다. 가지 않는다."고 말했다.| 3.5% 올랐다.'],
    "ru": [
        "Встреча прошла 10 фев. в Москве.| Т.н. «эксперты» из г. Москвы жили на ул. им. Ленина.| Всё.",
        "В. В. Путин сказал: «Нет. Мы не будем».| В 2026 г. Москва ответила.",
        "«Почему?» — спросил он.| Да.",
    ],
    "tr": ['Prof. Dr. Yılmaz 5. Madde için konuştu.| "Hayır. Olmaz." dedi.'],
    "uk": ["Він сказав: «Ні. Не буде».| У 2026 р. Київ відповів.| Вулиця ім. Шевченка."],
    "zh": ["他说：“不行。我们不会。”|然后离开了。|“好。”佩斯科夫说。|2016年，他回来了。"],
}


@pytest.mark.parametrize(("lang", "marked"), [(lang, p) for lang, group in PARAGRAPHS.items() for p in group])
def test_sentences(lang: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), lang)]
    assert found == [part.strip() for part in marked.split("|")]


def test_a_long_quotation_is_split_inside() -> None:
    inside = [
        "We waited for an answer for a whole year.",
        "Nobody in Washington ever called us back.",
        "So we stopped waiting.",
    ]
    text = f'He said: "{" ".join(inside)}" Then he left.'
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), "en")]
    assert found == [f'He said: "{inside[0]}', inside[1], f'{inside[2]}"', "Then he left."]


def test_a_wrapped_line_is_no_end() -> None:
    text = "The Kremlin said\r\nit would wait. It\r\ndid."
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), "en")]
    assert found == ["The Kremlin said\r\nit would wait.", "It\r\ndid."]


def test_offsets_behind_characters_outside_the_basic_plane() -> None:
    text = "So 😀 it is. Then 😀 not."
    assert [span.of(text) for span in sentences(text, Span(0, len(text)), "en")] == ["So 😀 it is.", "Then 😀 not."]
