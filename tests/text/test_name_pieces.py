"""Where a source without spaces has a name."""

from transcheck.text.name_pieces import linked_piece, shared_piece


def test_signs_that_sound_like_the_name() -> None:
    assert shared_piece("Laverne", "谈到劳伦·拉维恩首次主持", ("拉维恩主持了节目",)) == "拉维恩"


def test_linked_signs_grow_to_the_whole_name() -> None:
    here = "高级官员马修·阿尔宾塞在国会证实"
    assert linked_piece("Albence", here, [here.index("宾")]) == "阿尔宾塞"
    assert linked_piece("Albence", here, [here.index("国")]) == ""
