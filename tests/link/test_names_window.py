import pytest

from transcheck.link.names_window import _countries
from transcheck.text.scripts import unspaced
from transcheck.text.variants import country


def _exhaustively(words: tuple[str, ...], lang: str) -> set[str]:
    """The countries of every run of words, however it begins."""
    join, longest = ("".join, 4) if unspaced(lang) else (" ".join, 3)
    runs = (join(words[at : at + n]) for n in range(1, longest + 1) for at in range(len(words)))
    return {code for run in runs if len(run) > 1 and (code := country(run, lang))}


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "Envoys of South Korea and the United States met a Saudi prince in New Zealand 's capital", "KR US NZ"),
        ("ar", "واجتمع مبعوث كوريا الشمالية بالولايات المتحدة وبالمملكة العربية السعودية", "KP US"),
        ("ru", "Послы Южной Кореи и Саудовской Аравии в Новой Зеландии", ""),
        ("he", "השר נסע לארצות הברית ולקוריאה הצפונית", "US"),
        ("zh", "韩 国 和 美 国 在 新 西 兰", "KR US NZ"),
        ("ja", "韓 国 と アメリカ が ニュージーランド で", "KR"),
        ("ko", "대한민국 과 미국 이 뉴질랜드 에서", "KR US NZ"),
    ],
)
def test_only_runs_that_may_begin_a_name_are_looked_up_and_none_is_lost(lang: str, text: str, codes: str) -> None:
    words = tuple(text.split())
    found = _countries(words, lang)
    assert found == _exhaustively(words, lang)
    assert set(codes.split()) <= found
