import pytest

from transcheck.model.text import Span
from transcheck.text.datelines import dateline

WITH = """
date 2026-02-05| The spokesman said
MOSCOW (Reuters) -| The Kremlin
MOSCOW, Feb 5 (Reuters) —| The Kremlin
NEW YORK/KYIV (Reuters) -| A court
(Reuters) -| Russia
WASHINGTON, Feb. 5 —| The White House
LONDON —| Britain
BERLIN (dpa) -| Die Regierung
Berlin (dpa).| Der Kanzler
Berlin/dpa -| Der Kanzler
PARIS (AFP) -| Le président
Moscú, 5 feb (EFE).-| El Kremlin
ANKARA (AA) -| Cumhurbaşkanı
МОСКВА, 5 фев (Рейтер) -| Кремль
МОСКВА, 5 фев — РИА Новости.| Кремль
МОСКВА, 5 февраля. /ТАСС/.| Кремль
КИЇВ, 5 лютого (Укрінформ) —| Президент
موسكو - رويترز:| قال
موسكو (أ ف ب) -| قال
القاهرة - أ ش أ:| قال
تهران - ایرنا -| وزیر
תל אביב (רויטרס) -| הממשלה
नई दिल्ली, पांच फरवरी (भाषा)| भारत ने
मॉस्को (रॉयटर्स) -| रूस ने
(新华社莫斯科2月5日电)| 俄罗斯
新华社莫斯科2月5日电| 俄罗斯
新华社莫斯科2月5日电（记者李明）|俄罗斯
（モスクワ＝ロイター）|ロシアは
【モスクワ時事】|ロシアは
[モスクワ 5日 ロイター] -| ロシア
(모스크바=연합뉴스) 최수호 특파원 =| 러시아
[모스크바=뉴시스]| 러시아
Moscow, 5 February 2026|
2026年2月5日|
"""
WITHOUT = """
The Kremlin said (Reuters) that it would wait.
Reuters reported that the treaty had expired.
Moscow said on Feb. 5 — the day the treaty ended — that it regretted it.
5 February 2026 was a dark day for arms control.
The U.S. — Britain’s ally — disagreed.
俄罗斯总统普京2月5日通电话时表示
موسكو تقول إن رويترز أخطأت
NATO
date 2026 was agreed
"""


@pytest.mark.parametrize("line", WITH.strip().split("\n"))
def test_house_styles(line: str) -> None:
    head, _, rest = line.partition("|")
    text = head + rest
    found = dateline(text, Span(0, len(text)))
    assert found is not None and found.of(text) == head


@pytest.mark.parametrize("line", WITHOUT.strip().split("\n"))
def test_sentences_have_none(line: str) -> None:
    assert dateline(line, Span(0, len(line))) is None


def test_a_place_and_a_dash_prove_nothing_in_a_headline() -> None:
    line = "LONDON — Britain votes"
    assert dateline(line, Span(0, len(line))) == Span(0, 8)
    assert dateline(line, Span(0, len(line)), headline_like=True) is None
