"""Passages in a script that their language is not written in."""

import pytest

from transcheck.model.text import Span
from transcheck.text.foreign import foreign_runs, in_source_script, share_scripts


def runs(text: str, source: str, target: str) -> list[str]:
    return [run.of(text) for run in foreign_runs(text, Span(0, len(text)), source, target)]


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("uk", "en", "He said: кошти підуть на ремонт. It is free.", ["кошти підуть на ремонт"]),
        ("hi", "en", "Work begins, लेकिन बातचीत पूरी नहीं हुई है.", ["लेकिन बातचीत पूरी नहीं हुई है"]),
        (
            "ru",
            "en",
            "Компания Gazprom Export сообщила о 15 контрактах",
            ["Компания Gazprom Export сообщила о 15 контрактах"],
        ),
        ("en", "ru", "Компания Apple и сеть Home Depot", ["Apple", "Home Depot"]),
        ("zh", "en", "Xi Jinping (习近平) spoke in 北京", ["习近平", "北京"]),
        ("fr", "en", "La France insoumise", []),
        ("ru", "uk", "Работы продлятся", []),
        ("ja", "zh", "会议的名称是カンファレンス", ["カンファレンス"]),
    ],
)
def test_runs(source: str, target: str, text: str, expected: list[str]) -> None:
    assert runs(text, source, target) == expected


def test_words_of_the_target_end_a_run() -> None:
    assert runs("Apple відкрила магазин Home Depot", "en", "uk") == ["Apple", "Home Depot"]


def test_shared_scripts() -> None:
    assert share_scripts("fr", "de")
    assert share_scripts("ru", "uk")
    assert share_scripts("ja", "zh")
    assert not share_scripts("ar", "en")
    assert not share_scripts("ko", "ru")


def test_letters_of_other_scripts_are_cut_off() -> None:
    assert in_source_script("CNN에서 방영", "ko", "en") == "에서 방영"
    assert in_source_script("La France insoumise", "fr", "en") == "La France insoumise"
