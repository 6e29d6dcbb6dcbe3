"""What is one name and what is two: the judgements of an editor, from article to finding (NAM001 and NAM005)."""

from pathlib import Path

import pytest

from transcheck.batch import RunOptions, run
from transcheck.model.request import PairRequest

SILENT = {
    "full name, then surname": (
        "en",
        "ru",
        "President Emmanuel Macron arrived in Kyiv on Monday. Macron met the troops. Talks with Macron went on.",
        "Президент Эммануэль Макрон прибыл в Киев в понедельник. Макрон встретился с военными. Переговоры с Макроном "
        "продолжались.",
    ),
    "title and surname": (
        "ru",
        "en",
        "Министр Сергей Лавров прибыл в Анкару. Министр Лавров проведет переговоры. Лавров вернется завтра.",
        "Minister Sergei Lavrov arrived in Ankara. Minister Lavrov will hold talks. Lavrov will be back tomorrow.",
    ),
    "two people who share a surname": (
        "en",
        "ru",
        "Neal Miller coached the side. Nell Miller wrote the book. Neal Miller retired. Nell Miller lives in Leeds.",
        "Нил Миллер тренировал команду. Нелл Миллер написала книгу. Нил Миллер ушел на пенсию. Нелл Миллер живет в "
        "Лидсе.",
    ),
    "two spellings of the source, two of the translation": (
        "en",
        "uk",
        "Allan McGregor made a save. Alan Lithgow shot wide. Later Allan McGregor was injured and Alan Lithgow left.",
        "Аллан Макгрегор відбив м'яч. Алан Літгоу пробив повз ворота. Потім Аллан Макгрегор травмувався, а Алан "
        "Літгоу пішов.",
    ),
    "a club and its city": (
        "en",
        "es",
        "Liverpool battles Napoli on Wednesday. The match will be played in Naples, Italy.",
        "El Liverpool se enfrenta al Napoli el miércoles. El partido se jugará en Nápoles, Italia.",
    ),
    "a title left in its language beside a translated name": (
        "en",
        "tr",
        'His book "China, Silicon Valley and the New World Order" sold well. He has worked in Silicon Valley.',
        '"China, Silicon Valley and the New World Order" adlı kitabı çok sattı. Kendisi Silikon Vadisi\'nde çalıştı.',
    ),
    "a vowel that other cases drop": (
        "en",
        "ru",
        "The Ryder Cup starts on Friday. Europe won the Ryder Cup. The story of the Ryder Cup is long.",
        "Кубок Райдера стартует в пятницу. Европа выиграла Кубок Райдера. История Кубка Райдера длинная.",
    ),
    "house styles side by side, neither settled": (
        "en",
        "ar",
        "Rosa threatens Las Vegas. The storm will reach Las Vegas on Monday.",
        "روزا تهدد لاس فيغاس. ستصل العاصفة إلى لاس فيجاس يوم الاثنين.",
    ),
    "the next Chinese word is no part of the name": (
        "en",
        "zh",
        "Olympic diver Tom Daley says he felt inferior. Daley married last year. Daley competed in London.",
        "奥运跳水运动员汤姆·戴利表示自己曾感到自卑。去年戴利嫁给了他。戴利参加了伦敦的比赛。",
    ),
    "two people of one given name in Chinese": (
        "en",
        "zh",
        "Steven Lawless missed a chance. The referee Steven Thomson waved away the claim. The game ended early.",
        "史蒂芬·劳利斯错失良机。裁判史蒂文·汤姆森驳回了申述。比赛提前结束。",
    ),
}
FOUND = {
    "a consonant of a settled name": (
        "en",
        "ru",
        "Hamilton won the race. Vettel congratulated Hamilton. The title of Hamilton is near. Hamilton was calm.",
        "Хэмилтон выиграл гонку. Феттель поздравил Хэмилтона. Титул Хэмилтона близок. Гамильтон был спокоен.",
        ("Гамильтон", "minor", "major"),
    ),
    "a house style against the settled one": (
        "en",
        "ar",
        "Hamilton won. Then Hamilton spoke. Fans cheered Hamilton. In the end Hamilton left.",
        "فاز هاميلتون. ثم تحدث هاميلتون. وهتف المشجعون باسم هاميلتون. وفي النهاية غادر هاملتون.",
        ("هاملتون", "minor"),
    ),
    "a slip beside its own given name": (
        "de",
        "en",
        "Emmanuel Macron kam nach Berlin. Emmanuel Macron traf den Kanzler. Am Abend reiste Emmanuel Macron ab.",
        "Emmanuel Macron came to Berlin. Emmanuel Macron met the chancellor. In the evening Emmanuel Marcon left.",
        ("Marcon", "major"),
    ),
}


def named(folder: Path, source_lang: str, target_lang: str, source: str, target: str) -> list[tuple[str, str]]:
    """(rendering as it stands, severity) of the findings."""
    (folder / "a.txt").write_text(source, "utf-8")
    (folder / "b.txt").write_text(target, "utf-8")
    request = PairRequest("a", folder / "a.txt", folder / "b.txt", source_lang, target_lang)
    [result] = run([request], RunOptions(cache=False)).pairs
    return [(f.target[0].of(target), f.severity.value) for f in result.findings if f.rule in ("NAM001", "NAM005")]


@pytest.mark.parametrize("case", SILENT)
def test_a_good_translator_is_left_alone(case: str, tmp_path: Path) -> None:
    assert named(tmp_path, *SILENT[case]) == []


@pytest.mark.parametrize("case", FOUND)
def test_a_slip_is_found(case: str, tmp_path: Path) -> None:
    *article, (word, *severities) = FOUND[case]
    [(found, severity)] = named(tmp_path, *article)
    assert (found, severity in severities) == (word, True)
