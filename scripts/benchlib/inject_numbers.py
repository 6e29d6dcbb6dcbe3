"""Errors in figures and days, injected into a clean translation. Words and stems are the benches' own."""

# ruff: noqa: E501 - a language is one line of the tables
import random
from collections.abc import Callable

import regex

from benchlib.inject_names import Named
from benchlib.injected import Edit, Injected, Pair, edited
from transcheck.model.text import Span

_SCRIPTS = r"\p{Latin}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Devanagari}"
_NUMBER = regex.compile(rf"(?<![{_SCRIPTS}\d.,٬٫:/-])\d[\d.,٬٫]*(?<![.,٬٫])(?![{_SCRIPTS}\d:/-])")
"""Not part of a code (F-16), a time or a date; CJK text and Korean counters touch their figures."""
_SCALES = {
    "en": ["million:billion", "millions:billions"],
    "ru": ["миллион:миллиард", "миллиона:миллиарда", "миллионов:миллиардов", "млн:млрд", "тысяч:миллионов"],
    "uk": ["мільйон:мільярд", "мільйона:мільярда", "мільйонів:мільярдів", "млн:млрд", "тисяч:мільйонів"],
    "ar": ["مليون:مليار", "ملايين:مليارات", "آلاف:ملايين", "ألف:مليون"],
    "fa": ["میلیون:میلیارد", "هزار:میلیون"],
    "fr": ["million:milliard", "millions:milliards"],
    "de": ["Million:Milliarde", "Millionen:Milliarden"],
    "es": ["millón:billón", "millones:billones"],
    "he": ["מיליון:מיליארד", "מיליוני:מיליארדי", "אלף:מיליון"],
    "tr": ["milyon:milyar", "bin:milyon"],
    "zh": ["万:亿"],
    "ja": ["万:億"],
    "ko": ["만:억"],
    "hi": ["मिलियन:बिलियन", "लाख:करोड़", "हज़ार:लाख", "हजार:लाख"],
}  # fmt: skip
_DAYS = {
    "en": ["Monday Tuesday Wednesday Thursday Friday Saturday Sunday"],
    "de": ["Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"],
    "fr": ["lundi mardi mercredi jeudi vendredi samedi dimanche"],
    "es": ["lunes martes miércoles jueves viernes sábado domingo"],
    "ru": ["понедельник вторник четверг", "среду пятницу субботу", "понедельника вторника четверга"],
    "uk": ["понеділок вівторок четвер", "середу п’ятницю суботу неділю", "середу п'ятницю суботу неділю"],
    "ar": ["الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد", "الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"],
    "fa": ["دوشنبه سه‌شنبه چهارشنبه پنج‌شنبه شنبه یکشنبه"],
    "he": ["שני שלישי רביעי חמישי שישי שבת ראשון"],
    "tr": ["Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar"],
    "zh": ["周一 周二 周三 周四 周五 周六 周日", "星期一 星期二 星期三 星期四 星期五 星期六 星期日"],
    "ja": ["月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日"],
    "ko": ["월요일 화요일 수요일 목요일 금요일 토요일 일요일"],
    "hi": ["सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार"],
}  # fmt: skip
_MONTHS = {
    "en": ["January February April June July August September October November December"],
    "de": ["Januar Februar April Juni Juli August September Oktober November Dezember"],
    "fr": ["janvier février avril juin juillet août septembre octobre novembre décembre"],
    "es": ["enero febrero abril junio julio agosto septiembre octubre noviembre diciembre"],
    "ru": ["января февраля апреля июня июля августа сентября октября ноября декабря", "январе феврале апреле июне июле августе сентябре октябре ноябре декабре"],
    "uk": ["січня лютого квітня червня липня серпня вересня жовтня листопада грудня", "січні лютому квітні червні липні серпні вересні жовтні листопаді грудні"],
    "ar": ["يناير فبراير أبريل يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", "حزيران تموز أيلول شباط نيسان"],
    "fa": ["ژانویه فوریه آوریل ژوئن اوت سپتامبر اکتبر نوامبر دسامبر"],
    "he": ["בינואר בפברואר באפריל ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"],
    "tr": ["Ocak Şubat Nisan Haziran Temmuz Ağustos Eylül", "Ekim Kasım Aralık"],
    "zh": ["1月 2月 4月 6月 7月 8月 9月"],
    "ja": ["1月 2月 4月 6月 7月 8月 9月"],
    "ko": ["1월 2월 4월 6월 7월 8월 9월"],
    "hi": ["जनवरी फरवरी अप्रैल जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"],
}  # fmt: skip
_MONEY = {
    "en": ["$ € £", "dollars euros pounds"],
    "de": ["Dollar Euro Pfund", "$ € £"],
    "fr": ["dollars euros livres", "$ € £"],
    "es": ["dólares euros libras", "$ € £"],
    "ru": ["долларов евро фунтов", "$ € £"],
    "uk": ["доларів євро фунтів", "$ € £"],
    "ar": ["دولار يورو", "جنيه يورو"],
    "fa": ["دلار یورو پوند"],
    "he": ["דולר יורו"],
    "tr": ["dolar avro sterlin", "$ € £"],
    "zh": ["美元 欧元 英镑"],
    "ja": ["ドル ユーロ ポンド"],
    "ko": ["달러 유로 파운드"],
    "hi": ["डॉलर यूरो पाउंड"],
}  # fmt: skip
_UNITS = {
    "en": ["miles kilometres", "weeks months years", "hours minutes days", "feet metres", "pounds kilograms"],
    "de": ["Meilen Kilometer", "Wochen Monate Jahre", "Stunden Minuten Tage", "Wochen Monaten Jahren", "Stunden Minuten Tagen"],
    "fr": ["miles kilomètres", "semaines mois", "heures minutes jours"],
    "es": ["millas kilómetros", "semanas meses años", "horas minutos días"],
    "ru": ["миль километров", "недель месяцев лет", "часов минут дней"],
    "uk": ["миль кілометрів", "тижнів місяців років", "годин хвилин днів"],
    "ar": ["ميلا كيلومترا", "أسابيع أشهر سنوات", "ساعات دقائق أيام"],
    "fa": ["مایل کیلومتر", "هفته ماه سال", "ساعت دقیقه روز"],
    "he": ["מיילים קילומטרים", "שבועות חודשים שנים", "שעות דקות ימים"],
    "tr": ["mil kilometre", "hafta ay yıl", "saat dakika gün"],
    "zh": ["英里 公里", "小时 分钟"],
    "ja": ["マイル キロ", "時間 分間"],
    "ko": ["마일 킬로미터", "시간 주일"],
    "hi": ["मील किलोमीटर", "घंटे मिनट"],
}  # fmt: skip
_PERCENT = regex.compile(
    r" ?(?:[%٪％]|per ?cent|percent|Prozent|pour cent|por ciento|процент|відсот|في المئة|في المائة|بالمئة|بالمائة|درصد|"
    r"אחוז|パーセント|퍼센트|प्रतिशत|फीसदी)"
)
_PERCENT_BEFORE = regex.compile(r"(?:%|yüzde |百分之)$", regex.IGNORECASE)
_YEAR = regex.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MARKED_DAY = {"he": "יום "}
"""What stands before a day's name that is also an ordinal."""


def _digits(text: str) -> str:
    return "".join(str(int(c)) for c in text if c.isdigit())


def _found(doc: Named, edits: list[tuple[Edit, str]], rng: random.Random) -> Injected | None:
    if not edits:
        return None
    edit, what = rng.choice(edits)
    return edited(doc.pair, [edit], what, (doc.pair.source_span(edit.line),))


def _changed(doc: Named, rng: random.Random, wanted: Callable[[str, regex.Match[str]], bool]) -> Injected | None:
    """One digit of a figure that the source line has too; figures that stand twice in the line are left out."""
    edits = []
    for line, text in enumerate(doc.pair.target):
        theirs = [_digits(m.group()) for m in _NUMBER.finditer(doc.pair.source[line])]
        ours = [_digits(m.group()) for m in _NUMBER.finditer(text)]
        for match in _NUMBER.finditer(text):
            digits = _digits(match.group())
            if ours.count(digits) == 1 and theirs.count(digits) == 1 and wanted(text, match):
                changed = _other_digit(match.group(), rng)
                if _digits(changed) not in theirs:
                    edits.append((Edit(line, Span(*match.span()), changed), f"{match.group()} > {changed}"))
    return _found(doc, edits, rng)


def number(doc: Named, rng: random.Random) -> Injected | None:
    """One digit of any figure."""
    return _changed(doc, rng, lambda text, match: True)


def percent(doc: Named, rng: random.Random) -> Injected | None:
    """One digit of a percentage."""
    return _changed(
        doc,
        rng,
        lambda text, match: bool(
            _PERCENT.match(text, match.end()) or _PERCENT_BEFORE.search(text[max(0, match.start() - 6) : match.start()])
        ),
    )


def year(doc: Named, rng: random.Random) -> Injected | None:
    """One digit of a year."""
    return _changed(doc, rng, lambda text, match: bool(_YEAR.fullmatch(_digits(match.group()))))


def _other_digit(text: str, rng: random.Random) -> str:
    places = [at for at, c in enumerate(text) if c.isdigit()]
    at = rng.choice(places)
    zero = ord(text[at]) - int(text[at])
    choices = [n for n in range(1 if at == places[0] else 0, 10) if n != int(text[at])]
    return text[:at] + chr(zero + rng.choice(choices)) + text[at + 1 :]


def _swaps(pair: Pair, both: list[tuple[str, str]], spaced: bool, before: str = "") -> list[tuple[Edit, str]]:
    edits = []
    for old, new in both:
        edge = r"(?![\p{L}\p{M}])" if spaced else ""
        start = r"(?<![\p{L}\p{M}])" if spaced else ""
        pattern = regex.compile((before or start) + regex.escape(old) + edge)
        for line, text in enumerate(pair.target):
            matches = list(pattern.finditer(text))
            if len(matches) == 1:
                end = matches[0].end()
                edits.append((Edit(line, Span(end - len(old), end), new), f"{old} > {new}"))
    return edits


def magnitude(doc: Named, rng: random.Random) -> Injected | None:
    """One scale word for another, after a figure or not; for ar and he clitics before it stay."""
    lang = doc.pair.target_lang
    both = [(old, new) for cell in _SCALES[lang] for old, _, new in [cell.partition(":")]]
    both += [(new, old) for old, new in both]
    spaced = lang not in ("zh", "ja", "ko")
    before = r"(?<=\d\s?)" if not spaced else ""
    return _found(doc, _swaps(doc.pair, both, spaced, before), rng)


def _named(doc: Named, rng: random.Random, cells: list[str], before: str = "") -> Injected | None:
    """One word of a group for another, in lines that have no other word of the groups."""
    groups = [group.split() for group in cells]
    both = [(old, rng.choice([w for w in group if w != old])) for group in groups for old in group]
    edits = _swaps(doc.pair, both, doc.pair.target_lang not in ("zh", "ja", "ko"), before)
    return _found(doc, [e for e in edits if not _twice(doc.pair.target[e[0].line], groups)], rng)


def weekday(doc: Named, rng: random.Random) -> Injected | None:
    """One weekday for another in the same form."""
    mark = _MARKED_DAY.get(doc.pair.target_lang, "")
    return _named(doc, rng, _DAYS[doc.pair.target_lang], f"(?<={mark})" if mark else "")


def month(doc: Named, rng: random.Random) -> Injected | None:
    """One month for another in the same form."""
    before = r"(?<![\d０-９])" if doc.pair.target_lang in ("zh", "ja", "ko") else ""
    return _named(doc, rng, _MONTHS[doc.pair.target_lang], before)


def currency(doc: Named, rng: random.Random) -> Injected | None:
    """One currency for another, sign or word, beside a figure."""
    edits = []
    for line, text in enumerate(doc.pair.target):
        for group in (cell.split() for cell in _MONEY[doc.pair.target_lang]):
            for match in regex.finditer(_beside_figure(group), text):
                if sum(text.count(word) for word in group) == 1:
                    new = rng.choice([w for w in group if w != match["word"]])
                    edits.append((Edit(line, Span(*match.span("word")), new), f"{match['word']} > {new}"))
    return _found(doc, edits, rng)


def unit(doc: Named, rng: random.Random) -> Injected | None:
    """One unit of measure or time for another right after a figure."""
    return _named(doc, rng, _UNITS[doc.pair.target_lang], r"(?<=\d[ -]?)")


def _beside_figure(words: list[str]) -> str:
    body = "|".join(map(regex.escape, words))
    return rf"(?<=\d\s?(?:\p{{L}}+\s)?)(?P<word>{body})|(?P<word>{body})(?=\d)"


def _twice(line: str, groups: list[list[str]]) -> bool:
    return sum(line.count(day) for day in {d for g in groups for d in g}) > 1


KINDS: dict[str, Callable[[Named, random.Random], Injected | None]] = {
    "number": number,
    "magnitude": magnitude,
    "weekday": weekday,
    "month": month,
    "year": year,
    "percent": percent,
    "currency": currency,
    "unit": unit,
}
