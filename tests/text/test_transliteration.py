from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.same_name import similarity, sounds_like
from transcheck.text.transliteration import carried, within

PAIRS = (
    ("بيسكوف", "Peskov"), ("Песков", "Peskov"), ("貝爾法斯特", "Belfast"), ("贝尔法斯特", "Belfast"), ("マクロン", "Macron"),
    ("נתניהו", "Netanyahu"), ("मोदी", "Modi"), ("문재인", "Moon Jae-in"), ("戴维斯", "Davis"), ("کاوانا", "Kavanaugh"),
)  # fmt: skip


def test_a_name_goes_with_its_transliteration_and_with_no_other() -> None:
    for name, latin in PAIRS:
        right = carried(name, latin)
        others = [carried(name, other) for _, other in PAIRS if other != latin]
        assert right is not None
        assert all(other is not None and other < right for other in others), name


def test_two_names_of_one_script_are_not_asked() -> None:
    assert carried("Peskov", "Peskow") is None
    assert carried("Песков", "Пєсков") is None


def test_a_name_inside_words_that_lost_their_space() -> None:
    assert within("بروكلينقبل", "Brookline") > 1 > 0 > within("بروكلينقبل", "Guterres")
    assert within("Brookline", "Brook") == -2.0


FULL = (
    ("Владимир Путин", "Vladimir Putin"), ("이재명", "Lee Jae-myung"), ("בנימין נתניהו", "Netanyahu Benjamin"),
    ("陈志明", "Chan Chi-ming"), ("安倍晋三", "Shinzo Abe"), ("호콘 망누손", "Haakon Magnusson of Norway"),
)  # fmt: skip


@given(st.sampled_from(PAIRS + FULL), st.sampled_from(PAIRS + FULL), st.floats(0, 1))
def test_similarity_is_a_share_and_the_quick_way_agrees(
    first: tuple[str, str], second: tuple[str, str], least: float
) -> None:
    name, latin = first[0], second[1]
    found = similarity(name, latin)
    assert 0 <= found <= 1
    assert found == similarity(latin, name)
    assert sounds_like(name, latin, least) in (0.0, found)


def test_what_looks_alike_letter_by_letter_is_told_apart() -> None:
    assert similarity("نتنياهو", "Netanyahu") > 0.8 > 0.5 > similarity("نتنياهو", "Nathan")


def test_a_name_of_several_words_is_as_sure_as_its_words() -> None:
    right = similarity("Владимир Путин", "Vladimir Putin")
    assert similarity("Владимир Путин", "Putin Vladimir") > right - 0.05
    assert similarity("호콘 망누손", "Haakon Magnusson of Norway") > similarity("호콘 망누손", "Haakon of Norway")
    assert similarity("블라디미르 푸틴", "Putin Vladimir") > 0.75 > similarity("블라디미르 푸틴", "Vladimir Orlov")


def test_a_family_name_is_read_first_or_last_and_in_its_usual_spellings() -> None:
    for name, latin, other in (
        ("이재신", "Jaesin Lee", "Jaesin Park"),
        ("이재신", "Rhee Jaesin", "Kim Jaesin"),
        ("陈志明", "Chan Chi-ming", "Kwok Chi-ming"),
    ):
        assert similarity(name, latin) >= 0.8 > 0.75 > similarity(name, other), latin
