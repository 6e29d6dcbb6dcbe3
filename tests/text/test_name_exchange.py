"""An exchange takes two names that stand alone; an acronym or a like sound speaks against it."""

import pytest

from transcheck.text.name_exchange import Stands, exchanged, initials, resembles, signs
from transcheck.text.variants import names_people


def chance(name: str, text: str, missing: float = 0.9, added: float = 0.9, linked: bool = False) -> float:
    return exchanged(signs(name, text, Stands(missing, added, linked, loose=False, known=False)))


def test_both_names_must_stand_alone() -> None:
    assert chance("Лавров", "Guterres", linked=True) > 0.8
    assert chance("Лавров", "Guterres", missing=0.05) < chance("Лавров", "Guterres")
    assert chance("Лавров", "Guterres", added=0.05) < 0.5
    assert chance("Лавров", "Guterres", linked=True) > chance("Лавров", "Guterres")


@pytest.mark.parametrize(
    ("name", "text"),
    [("Papua Neuguinea", "PNG"), ("FWC", "Florida"), ("Johnny English", "JE"), ("ООН", "Organisation")],
)
def test_an_acronym_may_stand_for_a_name(name: str, text: str) -> None:
    assert signs(name, text, Stands(0.9, 0.9, False, False, False)).expands == 1


@pytest.mark.parametrize(("name", "text"), [("Avensis", "BMW"), ("Ilfracombe", "BST"), ("Lavrov", "Peskov")])
def test_no_acronym_of_it(name: str, text: str) -> None:
    assert signs(name, text, Stands(0.9, 0.9, False, False, False)).expands == 0


@pytest.mark.parametrize(
    ("name", "lang", "described"),
    [("Russian", "en", True), ("Russia", "en", False), ("Peskov", "en", False), ("российский", "ru", True)],
)
def test_adjectives_of_countries(name: str, lang: str, described: bool) -> None:
    assert names_people(name, lang) is described


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("Johnny English", "JE", True),
        ("U.S.", "United States", True),
        ("Jean-Luc Mélenchon", "JLM", True),
        ("Avensis", "BMW", False),
        ("朝鲜", "UN", False),
    ],
)
def test_initials_stand_for_the_words_they_begin(name: str, text: str, same: bool) -> None:
    assert initials(name, text) is same


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("Янг", "Kirsty Young", True),
        ("ناگتز", "Nuggets", True),
        ("وايت هول", "Whitehall", True),
        ("فلوريدا", "Valentino", False),
        ("特朗普", "Tornillo", False),
    ],
)
def test_names_that_sound_alike_are_not_exchanged(name: str, text: str, same: bool) -> None:
    assert resembles(name, text) is same


def test_a_name_inside_words_that_lost_their_space_is_there() -> None:
    glued = signs("بروكلينقبل", "Brookline", Stands(0.9, 0.9, True, loose=False, known=False))
    other = signs("بروكلينقبل", "Guterres", Stands(0.9, 0.9, True, loose=False, known=False))
    assert glued.inside > 0.3 > other.inside
    assert exchanged(glued) < exchanged(other)
