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
_MARKED_DAY = {"he": "יום "}
"""What stands before a day's name that is also an ordinal."""


def _digits(text: str) -> str:
    return "".join(str(int(c)) for c in text if c.isdigit())


def _found(doc: Named, edits: list[tuple[Edit, str]], rng: random.Random) -> Injected | None:
    if not edits:
        return None
    edit, what = rng.choice(edits)
    return edited(doc.pair, [edit], what, (doc.pair.source_span(edit.line),))


def number(doc: Named, rng: random.Random) -> Injected | None:
    """One digit of a figure that the source line has too; figures that stand twice in the line are left out."""
    edits = []
    for line, text in enumerate(doc.pair.target):
        theirs = [_digits(m.group()) for m in _NUMBER.finditer(doc.pair.source[line])]
        ours = [_digits(m.group()) for m in _NUMBER.finditer(text)]
        for match in _NUMBER.finditer(text):
            digits = _digits(match.group())
            if ours.count(digits) == 1 and theirs.count(digits) == 1:
                changed = _other_digit(match.group(), rng)
                if _digits(changed) not in theirs:
                    edits.append((Edit(line, Span(*match.span()), changed), f"{match.group()} > {changed}"))
    return _found(doc, edits, rng)


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


def weekday(doc: Named, rng: random.Random) -> Injected | None:
    """One weekday for another in the same form."""
    lang = doc.pair.target_lang
    groups = [group.split() for group in _DAYS[lang]]
    both = [(old, rng.choice([d for d in group if d != old])) for group in groups for old in group]
    mark = _MARKED_DAY.get(lang, "")
    edits = _swaps(doc.pair, both, lang not in ("zh", "ja", "ko"), f"(?<={mark})" if mark else "")
    return _found(doc, [e for e in edits if not _twice(doc.pair.target[e[0].line], groups)], rng)


def _twice(line: str, groups: list[list[str]]) -> bool:
    return sum(line.count(day) for day in {d for g in groups for d in g}) > 1


KINDS: dict[str, Callable[[Named, random.Random], Injected | None]] = {
    "number": number,
    "magnitude": magnitude,
    "weekday": weekday,
}
