"""Lines that a site puts around an article."""

import pytest
import regex

from transcheck.data import table
from transcheck.rules.base import LANGUAGES
from transcheck.text.furniture import is_furniture


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_lines_that_compile(lang: str) -> None:
    lines = table("furniture")[lang]["lines"]
    assert lines
    assert all(regex.compile(line) for line in lines)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Read more: Flood leaves thousands without power"),
        ("en", "Photo: Reuters"),
        ("en", "Reporting by Jane Doe in Moscow; editing by John Smith"),
        ("de", "Lesen Sie auch: Wie die Stadt sich auf das Hochwasser vorbereitet"),
        ("fr", "À lire aussi : Comment la ville se prépare à la crue"),
        ("es", "Lea también: Cómo se prepara la ciudad para la crecida"),
        ("ru", "Читайте также: В столице открыли новую станцию метро"),
        ("ru", "Выделите её и нажмите Ctrl+Enter."),
        ("uk", "Читайте також: У столиці відкрили нову станцію метро"),
        ("ar", "اقرأ أيضا: افتتاح محطة مترو جديدة في العاصمة"),
        ("fa", "بیشتر بخوانید: گشایش ایستگاه تازه مترو در پایتخت"),
        ("he", "קראו גם: תחנת רכבת חדשה נפתחה בבירה"),
        ("hi", "यह भी पढ़ें: राजधानी में नया मेट्रो स्टेशन खुला"),
        ("tr", "Fotoğraf: Anadolu Ajansı, dün akşamki toplantıdan"),
        ("ja", "関連記事：首都に新しい地下鉄の駅が開業"),
        ("ko", "관련 기사: 수도에 새 지하철역 개통"),
        ("zh", "延伸阅读：首都新地铁站开通"),
    ],
)
def test_what_stands_around_an_article(lang: str, line: str) -> None:
    assert is_furniture(line, lang)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Readers also wrote to the editor."),
        ("en", "Watching the flood, she called her sister."),
        ("en", "A photo by the agency shows three men leaving the bank on the morning of the robbery."),
        ("en", "Photo: Three men leave the bank on the morning of the robbery, one of them with a bag that the police later "
         "found in a river near the border, empty."),
        ("de", "Mehr Menschen lesen wieder Zeitung."),
        ("ru", "Читатели также написали в редакцию."),
        ("zh", "图中可见三名男子。"),
        ("ja", "写真を撮った男性は警察に届け出た。"),
    ],
)  # fmt: skip
def test_what_the_article_itself_says(lang: str, line: str) -> None:
    assert not is_furniture(line, lang)
