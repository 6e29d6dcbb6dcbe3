"""Numbers as each language's news writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.numeral import Numeral
from transcheck.text.numerals import find_numerals

LANGS = ("ar", "de", "en", "es", "fa", "fr", "he", "hi", "ja", "ko", "ru", "tr", "uk", "zh")

VALUES = [
    # Digits, grouping, decimals
    ("en", "1,234.5", 1234.5),
    ("en", "$2.8bn", 2.8e9),
    ("en", "£350m", 350e6),
    ("en", "５００", 500),
    ("de", "1.234,5", 1234.5),
    ("de", "2,5 Mio. Euro", 2.5e6),
    ("fr", "1\u202f234,5", 1234.5),
    ("fr", "35 000 personnes", 35000),
    ("es", "2.500 millones", 2.5e9),
    ("ru", "1\u00a0234,5", 1234.5),
    ("ru", "1,5 млрд", 1.5e9),
    ("uk", "2,3 млн грн", 2.3e6),
    ("ar", "١٬٢٣٤٫٥", 1234.5),
    ("ar", "٤٥ ألف", 45000),
    ("ar", "3 آلاف و500", 3500),
    ("fa", "۲۵ هزار و ۳۰۰ نفر", 25300),
    ("fa", "یک میلیون و ۱۲۰ هزار", 1.12e6),
    ("he", "2.5 מיליון", 2.5e6),
    ("hi", "12,34,567", 1234567),
    ("hi", "५० लाख", 5e6),
    ("zh", "1万5000人", 15000),
    ("zh", "12亿5千万", 1.25e9),
    ("zh", "550多万", 5.5e6),
    ("zh", "４５０亿", 45e9),
    ("ja", "1,100億ドル", 110e9),
    ("ko", "1만5천 명", 15000),
    ("ko", "82만 명", 820000),
    ("tr", "2,8 milyar", 2.8e9),
    # Words
    ("en", "two hundred and five", 205),
    ("en", "twenty-five thousand", 25000),
    ("en", "half a million", 500000),
    ("en", "two and a half million", 2.5e6),
    ("en", "three dozen", 36),
    ("de", "zweihundertfünfundzwanzigtausend", 225000),
    ("de", "anderthalb Millionen", 1.5e6),
    ("de", "eine halbe Million", 500000),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "soixante et onze", 71),
    ("fr", "un demi-million", 500000),
    ("es", "mil quinientos millones", 1.5e9),
    ("es", "treinta y cinco mil", 35000),
    ("ru", "двадцать пять тысяч", 25000),
    ("ru", "двухсот пятидесяти", 250),
    ("ru", "полтора миллиона", 1.5e6),
    ("ru", "два с половиной миллиона", 2.5e6),
    ("uk", "дев'яносто дві тисячі", 92000),
    ("uk", "пів мільйона", 500000),
    ("ar", "خمسة وعشرون ألفا", 25000),
    ("ar", "مِئَة وعشرين", 120),
    ("ar", "مليونَين", 2e6),
    ("ar", "ألفي", 2000),
    ("ar", "نصف مليون", 500000),
    ("ar", "مليون ونصف المليون", 1.5e6),
    ("fa", "بیست و پنج هزار", 25000),
    ("fa", "یک و نیم میلیون", 1.5e6),
    ("he", "עשרים וחמישה אלף", 25000),
    ("he", "מיליון וחצי", 1.5e6),
    ("he", "מאתיים", 200),
    ("hi", "साढ़े तीन लाख", 350000),
    ("hi", "डेढ़ करोड़", 1.5e7),
    ("hi", "सैंतालीस", 47),
    ("zh", "一百二十人", 120),
    ("zh", "三十多人", 30),
    ("zh", "二〇一八年", 2018),
    ("ja", "百二十人", 120),
    ("ja", "二千十八年", 2018),
    ("ko", "스물다섯 명", 25),
    ("ko", "열 다섯 마리", 15),
    ("tr", "yirmi beş bin", 25000),
    ("tr", "iki buçuk milyon", 2.5e6),
    ("tr", "on dört", 14),
]


@pytest.mark.parametrize(("lang", "text", "value"), VALUES)
def test_one_number(lang: str, text: str, value: float) -> None:
    assert [n.value for n in find_numerals(text, lang)] == [pytest.approx(value)]


ROLES = [
    ("en", "45 percent", "percent"),
    ("ar", "٤٥ في المئة", "percent"),
    ("tr", "yüzde 45", "percent"),
    ("tr", "%45", "percent"),
    ("zh", "45%", "percent"),
    ("es", "17,5 por ciento", "percent"),
    ("ru", "45 рублей", "money"),
    ("en", "$45", "money"),
    ("ja", "45ドル", "money"),
    ("en", "in 2018", "year"),
    ("en", "the F-16", "code"),
    ("ru", "самолет Су-35", "code"),
    ("en", "the 45th", "ordinal"),
    ("de", "15 Uhr", "time"),
    ("en", "3 p.m.", "time"),
]


@pytest.mark.parametrize(("lang", "text", "role"), ROLES)
def test_role(lang: str, text: str, role: str) -> None:
    assert [n.role for n in find_numerals(text, lang)] == [role]


DATES = [
    ("en", "February 10, 2026"),
    ("en", "10 Feb 2026"),
    ("ar", "١٠ شباط ٢٠٢٦"),
    ("ar", "10 فبراير 2026"),
    ("ar", "10 فيفري 2026"),
    ("ru", "10 фев. 2026"),
    ("ru", "10 февраля 2026 года"),
    ("uk", "10 лютого 2026"),
    ("zh", "2026年2月10日"),
    ("ja", "2026年2月10日"),
    ("ko", "2026년 2월 10일"),
    ("he", "10 בפברואר 2026"),
    ("fa", "۱۰ فوریه ۲۰۲۶"),
    ("hi", "10 फ़रवरी 2026"),
    ("de", "10. Februar 2026"),
    ("fr", "10 février 2026"),
    ("es", "10 de febrero de 2026"),
    ("tr", "10 Şubat 2026"),
]


@pytest.mark.parametrize(("lang", "text"), DATES)
def test_a_date_gives_day_month_and_year(lang: str, text: str) -> None:
    parts = {n.role: n.value for n in find_numerals(text, lang)}
    assert parts == {"date": 10, "month": 2, "year": 2026}


def test_numeric_dates_leave_open_which_is_the_month() -> None:
    day, month, year = find_numerals("10.02.2026", "de")
    assert (day.values, month.values, year.value) == ((10, 2), (2, 10), 2026)


def test_ambiguous_readings_are_kept() -> None:
    assert find_numerals("1.234", "en")[0].values == (1.234, 1234)
    assert find_numerals("1.234", "de")[0].values == (1234, 1.234)
    assert find_numerals("0.125", "de")[0].values == (0.125,)


def test_times_give_hour_and_minute_on_either_clock() -> None:
    for lang, text in (("en", "5.30pm"), ("en", "5:30 p.m."), ("fr", "17 h 30"), ("de", "17.30 Uhr"), ("ru", "17:30")):
        hour, minute = find_numerals(text, lang)
        assert 17 in hour.values, text
        assert 30 in minute.values, text


def test_range_shares_its_scale() -> None:
    assert 20e6 in find_numerals("20-30 million", "en")[0].values
    assert 20e9 in find_numerals("от 20 до 30 млрд", "ru")[0].values


def test_decades() -> None:
    for lang, text in (
        ("en", "the 1980s"),
        ("ru", "1980-х"),
        ("es", "los años 80"),
        ("ja", "80年代"),
        ("en", "the '80s"),
    ):
        assert 1980 in find_numerals(text, lang)[0].values, text


def test_units_and_compound_measures() -> None:
    assert {unit.name for unit in find_numerals("200 miles", "en")[0].units} == {"mile"}
    assert find_numerals("6-foot-6", "en")[0].values == (6, 6.5)


HINTS = [
    ("en", "both"),
    ("en", "hundreds"),
    ("ar", "عامين"),
    ("he", "שנתיים"),
    ("zh", "十分"),
    ("zh", "万一"),
    ("ja", "十分に"),
    ("ko", "구조대가"),
    ("fr", "une quarantaine"),
    ("fr", "XIXe siècle"),
    ("fa", "سی ان ان"),
    ("hi", "सऊदी अरब"),
]


@pytest.mark.parametrize(("lang", "text"), HINTS)
def test_words_that_only_hint_at_a_number(lang: str, text: str) -> None:
    found = find_numerals(text, lang)
    assert all(n.weak for n in found)


NO_NUMBERS = [("en", "the tender was attended"), ("de", "Achtung, einander"), ("es", "por ciento"), ("tr", "yüzde")]


@pytest.mark.parametrize(("lang", "text"), NO_NUMBERS)
def test_no_number(lang: str, text: str) -> None:
    assert [n for n in find_numerals(text, lang) if not n.weak] == []


def surfaces(text: str, found: tuple[Numeral, ...]) -> list[str]:
    return [n.span.of(text) for n in found]


def test_spans_are_exact_with_vowel_points_and_clitics() -> None:
    assert surfaces("قُتل وعِشرون شخصا", find_numerals("قُتل وعِشرون شخصا", "ar")) == ["عِشرون"]
    text = "ב-10 בפברואר"
    assert surfaces(text, find_numerals(text, "he")) == ["10", "פברואר"]


@given(st.text(alphabet=st.characters(exclude_categories=())), st.sampled_from(LANGS))
def test_any_text_is_survived(text: str, lang: str) -> None:
    for numeral in find_numerals(text, lang):
        assert 0 <= numeral.span.start < numeral.span.end <= len(text)
        assert numeral.values


_FRAGMENTS = [
    "1",
    "20",
    "3,5",
    "1.234",
    ":",
    "-",
    " ",
    "/",
    "million",
    "млн",
    "万",
    "و",
    "and",
    "half",
    "يوم",
    "半",
    "%",
]


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=12), st.sampled_from(LANGS))
def test_any_mix_of_number_pieces_is_survived(pieces: list[str], lang: str) -> None:
    text = "".join(pieces)
    found = find_numerals(text, lang)
    assert list(found) == sorted(found, key=lambda n: n.span)


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(LANGS))
def test_a_number_in_the_locale_format_is_read_back(value: int, lang: str) -> None:
    from babel.numbers import format_decimal

    (numeral,) = find_numerals(format_decimal(value, locale=lang), lang)
    assert value in numeral.values


@given(st.decimals(min_value="0.01", max_value="99999.99", places=2), st.sampled_from(LANGS))
def test_decimals_in_the_locale_format_are_read_back(value: object, lang: str) -> None:
    from babel.numbers import format_decimal

    numeral = find_numerals(format_decimal(value, locale=lang, format="#,##0.00"), lang)[0]
    assert any(v == pytest.approx(float(str(value))) for v in numeral.values) or len(numeral.values) == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [("九二共识是基础。", 1992), ("零八宪章", 2008), ("六四事件", 64), ("九一一袭击发生后", 911)],
)
def test_bare_digits_in_the_name_of_an_event_are_a_hint_and_may_be_a_year(text: str, value: float) -> None:
    (found,) = find_numerals(text, "zh")
    assert found.weak
    assert value in found.values


@pytest.mark.parametrize(
    ("text", "values"), [("三四个人", [3, 4]), ("两三天", [2, 3]), ("三〇二室", [302]), ("百分之二五", [25])]
)
def test_bare_digits_that_are_numbers(text: str, values: list[float]) -> None:
    assert [x.value for x in find_numerals(text, "zh")] == values
