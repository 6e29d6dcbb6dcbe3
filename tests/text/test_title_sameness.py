import pytest

from transcheck.text.title_sameness import same_title


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", "Paris Agreement", "Paris climate accord"),
        ("en", "Supply Chain Due Diligence Act", "Supply Chain Act"),
        ("en", "Water Protection Act", "WPA"),
        ("en", "UN Convention on Wetlands", "Convention on Wetlands"),
        ("ru", "Глобальный договор о миграции", "пакт о миграции"),
        ("ru", "меморандум о «Силе Сибири — 2»", "меморандума о «Силе Сибири»"),
        ("uk", "Мінські угоди", "Мінських угод"),
        ("de", "Klimaschutzgesetz", "Klimaschutz-Gesetz"),
        ("ar", "معاهدة أعالي البحار", "اتفاقية أعالي البحار"),
        ("zh", "香港国安法", "《香港国家安全法》"),
        ("tr", "Galler Hükümeti Yasası", "Galler Hükümeti Yasasının"),
    ],
)
def test_forms_of_one_title(lang: str, first: str, second: str) -> None:
    assert same_title(first, second, lang) and same_title(second, first, lang)


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("en", "Climate Protection Improvement Act", "Better Air Ordinance"),
        ("en", "Border Waters Agreement", "Lake Fisheries Convention"),
        ("zh", "“西伯利亚力量2号”备忘录", "《远东天然气供应协议》"),
        ("ru", "Парижское соглашение", "Киотский протокол"),
        ("ar", "معاهدة أعالي البحار", "اتفاقية باريس"),
        ("ko", "‘하천복원법’", "‘농지세법’"),
    ],
)
def test_two_titles(lang: str, first: str, second: str) -> None:
    assert not same_title(first, second, lang)
