"""The tables of people, organisations, places and demonyms: complete, in the right script, unambiguous."""

import re
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

from transcheck.data import rows, table

LANGS = ["ar", "ru", "zh", "fa", "he", "fr", "es", "de", "uk", "tr", "ja", "ko", "hi", "en"]
COLUMNS = ["id", "kind", *LANGS, "note"]
TABLES = {"people": 150, "organisations": 150, "places": 150}
SCRIPTS = {
    "ar": "ARABIC",
    "fa": "ARABIC",
    "he": "HEBREW",
    "ru": "CYRILLIC",
    "uk": "CYRILLIC",
    "zh": "CJK",
    "ja": "CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA",
    "ko": "HANGUL",
    "hi": "DEVANAGARI",
}
FOREIGN_LETTERS = {"ar": "پچژگکی", "fa": "كيىة", "ru": "іїєґ", "uk": "ыэёъ"}
"""Letters of the sister language that must not slip into a cell."""
FORM = re.compile(r"(?P<mark>[!?]?)(?P<name>[^!?~|]+)(?:~(?P<doubt>\??)(?P<short>[^!?~|]+))?")
CASES = [(name, lang) for name in TABLES for lang in LANGS]


def forms(cell: str) -> list[re.Match[str]]:
    matches = [FORM.fullmatch(form) for form in cell.split("|")]
    assert all(matches), cell
    return [match for match in matches if match]


def scripts_of(text: str) -> set[str]:
    return {unicodedata.name(char).split()[0] for char in text if char.isalpha()}


def allowed(lang: str) -> set[str]:
    return set(SCRIPTS.get(lang, "LATIN").split())


@pytest.mark.parametrize(("name", "least"), TABLES.items())
def test_every_row_has_all_columns_a_unique_id_and_a_note(name: str, least: int) -> None:
    entries = rows(name)
    assert len(entries) >= least
    assert Counter(entry["id"] for entry in entries).most_common(1)[0][1] == 1
    for entry in entries:
        assert list(entry) == COLUMNS, entry["id"]
        assert all(value and value == value.strip() for value in entry.values()), entry["id"]
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", entry["id"])


@pytest.mark.parametrize("name", TABLES)
def test_the_head_of_a_table_says_how_to_read_it(name: str) -> None:
    text = files("transcheck.data").joinpath(f"{name}.tsv").read_text("utf-8")
    head = [line for line in text.split("\n") if line.startswith("#")]
    assert any("Source:" in line for line in head)
    assert all(mark in " ".join(head) for mark in ("|", "X~Y", "!X", "?X"))


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_forms_are_well_made_and_in_the_script_of_their_language(name: str, lang: str) -> None:
    for entry in rows(name):
        found = forms(entry[lang])
        assert found[0]["mark"] != "!", (entry["id"], "a wrong form cannot be the usual one")
        assert len({form[0] for form in found}) == len(found), entry["id"]
        assert scripts_of(found[0]["name"]) & allowed(lang), (entry["id"], found[0]["name"])
        for form in found:
            text = form["name"] + (form["short"] or "")
            assert text == unicodedata.normalize("NFC", text)
            assert scripts_of(text) <= allowed(lang) | {"LATIN"}, (entry["id"], text)
            assert not set(text) & set(FOREIGN_LETTERS.get(lang, "")), (entry["id"], text)
            assert not set(text) & set("’ʼ״׳\u00a0\u200e\u200f"), (entry["id"], text)


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_no_word_mixes_scripts(name: str, lang: str) -> None:
    """Catches Latin a, e, o inside Cyrillic words."""
    if lang not in ("ru", "uk"):
        return
    for entry in rows(name):
        for word in re.findall(r"[^\W\d_]+", entry[lang]):
            assert len(scripts_of(word)) == 1, (entry["id"], word)


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_no_two_rows_have_the_same_usual_form(name: str, lang: str) -> None:
    usual = Counter(forms(entry[lang])[0]["name"] for entry in rows(name))
    assert [form for form, count in usual.items() if count > 1] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_short_form_is_part_of_the_name_or_a_known_by_name(lang: str) -> None:
    """`Владимир Путин~Путин`; papal and royal numbers and bynames may differ."""
    for entry in rows("people"):
        for form in forms(entry[lang]):
            if form["short"] and entry["kind"] not in ("religious", "royal"):
                assert form["short"].casefold() in form["name"].casefold() or entry["id"] == "hemedti", entry["id"]


@pytest.mark.parametrize(
    ("name", "key", "lang", "usual"),
    [
        ("people", "peskov", "ar", "دميتري بيسكوف"),
        ("people", "xi", "ru", "Си Цзиньпин"),
        ("people", "pope-leo-xiv", "fr", "Pape Léon XIV"),
        ("organisations", "iaea", "uk", "Міжнародне агентство з атомної енергії"),
        ("organisations", "houthis", "zh", "胡塞武装"),
        ("places", "kyiv", "ja", "キーウ"),
        ("places", "hormuz", "fa", "تنگه هرمز"),
    ],
)
def test_usual_forms_a_linguist_expects(name: str, key: str, lang: str, usual: str) -> None:
    entry = next(entry for entry in rows(name) if entry["id"] == key)
    assert forms(entry[lang])[0]["name"] == usual


def test_demonyms_cover_sixty_countries_in_every_language() -> None:
    data = table("demonyms")
    assert len(data["demonyms"]) >= 60
    assert set(data["endings"]) == set(LANGS)
    for code, by_lang in data["demonyms"].items():
        assert re.fullmatch("[A-Z]{2}", code)
        assert list(by_lang) == LANGS, code
        for lang, found in by_lang.items():
            assert found and len(set(found)) == len(found), (code, lang)
            assert all(scripts_of(form) <= allowed(lang) | {"LATIN"} for form in found), (code, lang)
            assert all(len(form.rstrip("-")) > 1 for form in found), (code, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_aliases_name_one_country(lang: str) -> None:
    owners: dict[str, set[str]] = {}
    for code, by_lang in table("demonyms")["country_aliases"].items():
        for alias in by_lang.get(lang, []):
            owners.setdefault(alias, set()).add(code)
    assert {alias: codes for alias, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("lang", "word", "code"),
    [
        ("ar", "الأميركية", "US"),
        ("ru", "американского", "US"),
        ("he", "אמריקאית", "US"),
        ("de", "russischen", "RU"),
        ("uk", "китайський", "CN"),
        ("fr", "américaines", "US"),
        ("es", "estadounidenses", "US"),
        ("hi", "अमेरिकी", "US"),
    ],
)
def test_stems_with_their_endings_make_the_words_of_the_news(lang: str, word: str, code: str) -> None:
    data = table("demonyms")
    bare = word.removeprefix("ال")
    endings = tuple(data["endings"][lang])
    made = {f[:-1] + e for f in data["demonyms"][code][lang] if f.endswith("-") for e in endings}
    assert bare in made


def test_endings_do_not_let_a_stem_reach_into_other_words() -> None:
    """تركي- must not take تركيز 'focus', nor עומני- anything but its own forms."""
    data = table("demonyms")
    made = {f[:-1] + e for f in data["demonyms"]["TR"]["ar"] if f.endswith("-") for e in data["endings"]["ar"]}
    assert "تركية" in made
    assert not made & {"تركيز", "تركيب"}
