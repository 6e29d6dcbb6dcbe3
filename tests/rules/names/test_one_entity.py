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
    "a given name and a family name that the source writes alike": (
        "ru",
        "en",
        "Керри Стоун забила гол. Керри Стоун играет за клуб два года. Тренер Джон Керри доволен. «Мы рады», — сказал "
        "Керри.",
        "Kerry Stone scored. Kerry Stone has been with the club for two years. Coach John Kerrey is content. “We are "
        "glad,” Kerrey said.",
    ),
    "two given names that differ by a vowel, side by side": (
        "ru",
        "en",
        "Братья Марко и Мирко приехали из Милана. Мирко остался в городе. Потом Мирко уехал.",
        "The brothers Marko and Mirko came from Milan. Mirko stayed in the city. Then Mirko left.",
    ),
    "a country as it calls itself": (
        "ru",
        "en",
        "Банк Бразилии повысил ставку. Экономика Бразилии растет.",
        "Banco do Brasil has raised the rate. The economy of Brazil is growing.",
    ),
    "a country's name in the source's language": (
        "fr",
        "en",
        "L'Espagne a cédé Porto Rico et Guam. La paix fut signée à Paris.",
        "Spain ceded Puerto Rico and Guam. The peace was signed in Paris.",
    ),
    "a word for a kind of place": (
        "es",
        "en",
        "El partido se jugará en el Estadio San Paolo. Las entradas están agotadas.",
        "The match will be played at Stadio San Paolo. The tickets are sold out.",
    ),
    "a place that sounds like one of the table": (
        "ko",
        "en",
        "메디나 골프장에서 대회가 열렸다. 우승자는 아직 모른다.",
        "The tournament was held at the Medinah golf course. The winner is not known yet.",
    ),
    "one league in its own words, one translated": (
        "en",
        "fr",
        "Liverpool leads the Premier League. On Wednesday it plays in the Champions League.",
        "Liverpool est en tête de la Premier League. Mercredi, il joue en Ligue des Champions.",
    ),
    "a German noun beside the English title": (
        "en",
        "de",
        "The new name is “Welsh Parliament”. Her title would be Member of the Welsh Parliament.",
        "Der neue Name lautet „Welsh Parliament“ (Walisisches Parlament). Ihr Titel wäre „Member of the Welsh "
        "Parliament“.",
    ),
    "dental or retroflex in Hindi": (
        "en",
        "hi",
        "Turkish President Erdogan announced the plan. The canal is long.",
        "तुर्की के राष्ट्रपति एर्डोगन ने योजना की घोषणा की। नहर लंबी है।",
    ),
    "one sign that begins two Chinese names": (
        "zh",
        "en",
        "他饰演的唐飞是林河警察厅科长。女主角是林河保安局科长。张继科和林小宅组队。林小宅很高兴。",
        "He plays Tang Fei, chief at the Linhe Police Bureau. The heroine is chief of Linhe Security Bureau. Zhang Jike and "
        "Lin Xiaozhai form a team. Lin Xiaozhai is glad.",
    ),
}
FOUND = {
    "one of two signs of a settled Chinese rendering": (
        "en",
        "zh",
        "Warren spoke in Boston. Critics attacked Warren. Friends defended Warren. Then Warren replied on Monday.",
        "沃伦在波士顿讲话。批评者抨击沃伦。朋友们为沃伦辩护。然后乐伦星期一作出回应。",
        ("乐伦", "major"),
    ),
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
