"""A sentence that is surely in another language."""

import pytest

from transcheck.text.wrong_language import wrong_language


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("El dinero se destinará a la reparación de las carreteras de la región.", "en", "es"),
        ("В читальном зале сто двадцать мест, а детский отдел занимает весь первый этаж.", "ja", "ru"),
        ("Міська рада обіцяє, що до кінця року тут з'явиться невеликий театр для школярів міста.", "ru", "uk"),
        ("この図書館は火曜日に開館し、子ども向けの部屋もあると市は発表している。", "zh", "ja"),
        # Short sentences of relatives, where letters that the language does not write confirm the guess.
        ("Міністр фінансів захистив нові позики в короткій промові.", "ru", "uk"),
        ("Министр финансов защитил новые займы в короткой речи.", "uk", "ru"),
        ("Министар финансија је у кратком говору бранио нова задужења владе.", "ru", "sr"),
        ("ودافع وزير المالية عن الديون الجديدة في خطاب قصير.", "fa", "ar"),
        ("وزیر دارایی در سخنرانی کوتاهی از بدهی‌های جدید دفاع کرد.", "ar", "fa"),
        ("وزیر خزانہ نے ایک مختصر تقریر میں نئے قرضوں کا دفاع کیا۔", "ar", "ur"),
        ("财政部长在简短的讲话中为新增债务辩护。", "ja", "zh"),
        ("財務大臣は短い演説の中で新たな債務を擁護した。", "zh", "ja"),
        ("Work on the new hospital will begin in spring.", "hi", "en"),
        # A name or two in another spelling says nothing.
        ("وقال پرويز فتاح إن الاجتماع مع الوزير استمر ثلاث ساعات.", "ar", None),
        ("The money will be spent on repairing roads and schools in the region.", "en", None),
        ("Elite League: Dundee Stars 5-3 Belfast Giants", "de", None),
        ("Bayern München, Real Madrid, Juventus Turin, Olympique Marseille", "en", None),
        ("東京外国為替市場円相場一時大幅上昇", "ja", None),
        ("Hola a todos.", "en", None),
        ("", "en", None),
        ("12 345 — 67", "en", None),
    ],
)
def test_wrong_language(text: str, lang: str, found: str | None) -> None:
    assert wrong_language(text, lang) == found
