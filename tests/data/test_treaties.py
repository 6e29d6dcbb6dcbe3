from collections import Counter

import pytest

from transcheck.data import rows, table
from transcheck.text.title_table import FormClass, instruments, related, right_forms

LANGUAGES = ("ar", "ru", "zh", "fr", "es", "en", "de", "fa", "he", "tr", "uk", "ja", "ko", "hi")
UN_LANGUAGES = ("ar", "ru", "zh", "fr", "es", "en")


def test_the_table_is_large_and_each_line_has_its_source() -> None:
    assert len(instruments()) >= 120
    assert all(i.source and all(i.kinds) for i in instruments().values())
    assert all(i.forms.get("en") for i in instruments().values())


@pytest.mark.parametrize("lang", UN_LANGUAGES)
def test_most_instruments_have_a_form_in_every_un_language(lang: str) -> None:
    assert sum(bool(i.forms.get(lang)) for i in instruments().values()) >= 160


def test_ids_and_rows_are_well_formed() -> None:
    lines = rows("treaties")
    assert not [identity for identity, count in Counter(row["id"] for row in lines).items() if count > 1]
    assert all(set(row) == {"id", "kind", "covers", "source", *LANGUAGES} for row in lines)
    assert all(covered in instruments() for i in instruments().values() for covered in i.covers)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forms_are_clean_and_no_right_form_names_two_instruments(lang: str) -> None:
    owners: dict[str, list[str]] = {}
    for instrument in instruments().values():
        for form in instrument.forms.get(lang, ()):
            assert form.text == form.text.strip() and form.text and form.text[0] not in "=^~!"
            if form.form_class is not FormClass.WRONG:
                owners.setdefault(form.text.casefold(), []).append(instrument.id)
    twice = {text: ids for text, ids in owners.items() if len(set(ids)) > 1}
    assert not twice


def test_official_titles_come_first_and_wrong_forms_are_left_out() -> None:
    assert right_forms("npt", "en")[0] == "Treaty on the Non-Proliferation of Nuclear Weapons"
    assert "NPT" in right_forms("npt", "en")
    assert "Wolf Clause" not in right_forms("wolf_amendment", "en")
    assert right_forms("npt", "xx") == () and right_forms("nothing", "en") == ()


def test_start_may_stand_for_new_start_but_not_for_another_treaty() -> None:
    assert related("start", "new_start") and related("new_start", "start")
    assert not related("new_start", "sort") and not related("inf", "abm")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_its_title_words(lang: str) -> None:
    row = table("title_words")[lang]
    assert row["order"] in ("first", "last", "both")
    assert {"treaty", "agreement", "law", "resolution"} <= set(row["heads"])
