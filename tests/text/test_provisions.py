"""Numbered parts of instruments, in every language of the table."""

import pytest

from transcheck.data import table
from transcheck.rules.base import LANGUAGES
from transcheck.text.provisions import provisions


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "the Fifth Amendment and Article 50", [("Fifth Amendment", 5), ("Article 50", 50)]),
        ("en", "signed in 2015; the three articles; Law No. 194", [("Law No. 194", 194)]),
        ("ar", "بالمادة الخامسة وبموجب الفصل السابع", [("بالمادة الخامسة", 5), ("الفصل السابع", 7)]),
        ("fa", "ماده ۵ و فصل هفتم", [("ماده ۵", 5), ("فصل هفتم", 7)]),
        ("he", "לפי סעיף 5 ופרק שביעי", [("סעיף 5", 5), ("ופרק שביעי", 7)]),
        ("hi", "अनुच्छेद 370 और धारा 377", [("अनुच्छेद 370", 370), ("धारा 377", 377)]),
        ("ru", "пятой статьёй и главы VII", [("пятой статьёй", 5), ("главы VII", 7)]),
        ("uk", "статті 5 та 14-та поправка", [("статті 5", 5), ("14-та поправка", 14)]),
        ("tr", "anayasanın 301. maddesi", [("301. maddesi", 301)]),
        ("de", "§ 218 und Artikel 5", [("§ 218", 218), ("Artikel 5", 5)]),
        ("fr", "le 14e amendement et le chapitre VII", [("14e amendement", 14), ("chapitre VII", 7)]),
        ("es", "la quinta enmienda y el artículo 155", [("quinta enmienda", 5), ("artículo 155", 155)]),
        ("zh", "第五条规定，两条鱼", [("第五条", 5)]),
        ("ja", "憲法9条と第七章", [("9条", 9), ("第七章", 7)]),
        ("ko", "제5조와 5조 원", [("제5조", 5)]),
        ("xx", "Article 5", []),
    ],
)
def test_provisions_are_found_with_their_numbers(lang: str, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(p.span.of(text), p.value) for p in provisions(text, lang)] == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_its_nouns(lang: str) -> None:
    assert {"article", "chapter", "paragraph", "protocol"} <= set(table("provisions")[lang]["nouns"])
