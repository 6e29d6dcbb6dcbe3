from transcheck.text.roman import roman_numerals, roman_value


def test_values() -> None:
    assert [roman_value(x) for x in ("II", "IV", "IX", "XIX", "XXI")] == [2, 4, 9, 19, 21]


def test_found_with_endings_and_cyrillic_letters() -> None:
    assert [v for _, _, v in roman_numerals("au XIXe siècle")] == [19]
    assert [v for _, _, v in roman_numerals("в ХХ веке")] == [20]
    assert roman_numerals("I said MIX") == []
