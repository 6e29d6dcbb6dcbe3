import gzip
from pathlib import Path

import pytest

from benchlib import heldout

PUD_HEAD = "sent_id\tdoc_id\tgenre\torig_lang\ten\tar"
WMT_HEAD = "lp\tsystem\tdoc\tseg_id\tsrc\tmt\tref\tdomain"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    pud = [f"n{i:03}\tn{i:03}\t{'news' if i < 44 else 'wiki'}\ten\tWord {i}.\tكلمة {i}." for i in range(50)]
    (tmp_path / "pud_parallel.tsv").write_text("\n".join([PUD_HEAD, *pud]) + "\n", "utf-8")
    wikinews = tmp_path / "tico19_wikinews"
    wikinews.mkdir()
    for lang, text in (("en", "Two dead.\nOne ill.\n"), ("ar", "قتيلان.\nمريض واحد.\n"), ("ru", "Двое.\nОдин.\n")):
        (wikinews / f"Wikinews_1.{lang}.txt").write_text(text, "utf-8")
    wmt = [
        "en-de\tmachine\tdoc\t2\tIt is late.\tEs ist lat.\tEs ist spät.\tnews",
        "en-de\tmachine\tdoc\t10\tGo home.\tGeh Haus.\t\tnews",
        "en-de\tHUMAN-refC\tdoc\t10\tGo home.\tGeh nach Hause.\t\tnews",
        "en-de\tHUMAN-refA\tdoc\t10\tGo home.\tGehen Sie nach Hause.\t\tnews",
        "en-de\tmachine\tdoc\t11\tStay.\tBleib.\t\tnews",
    ]
    more = [wmt[0].replace("\tdoc\t", "\tsecond\t"), wmt[0]]
    (tmp_path / "mqm").mkdir()
    with gzip.open(tmp_path / "mqm" / "qe_train.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join([WMT_HEAD, *more]) + "\n")
    (tmp_path / "mqm" / "segments.tsv").write_text("\n".join([WMT_HEAD, *wmt]) + "\n", "utf-8")
    return tmp_path


def test_sentences_of_a_genre_become_articles_of_about_fifteen_lines(data: Path) -> None:
    found = heldout.pairs(data, ("ar", "en"))
    assert [(pair.id, len(pair.source)) for pair in found] == [
        ("pud-news-00", 14),
        ("pud-news-01", 15),
        ("pud-news-02", 15),
        ("pud-wiki-00", 6),
        ("wikinews_1", 2),
    ]
    assert [line for pair in found[:4] for line in pair.target] == [f"Word {i}." for i in range(50)]
    assert found[1].source[0] == "كلمة 14."


def test_a_direction_turns_the_sides(data: Path) -> None:
    found = heldout.pairs(data, ("en", "ru"))
    assert [(pair.source, pair.target) for pair in found] == [(("Two dead.", "One ill."), ("Двое.", "Один."))]


def test_wmt_has_the_human_translation_and_never_the_machines(data: Path) -> None:
    found, more = heldout.pairs(data, ("en", "de"))
    assert (found.id, more.id) == ("wmt-doc", "wmt-second"), "a document that both files have is taken once"
    assert found.source == ("It is late.", "Go home."), "a segment that no person translated is left out"
    assert found.target == ("Es ist spät.", "Gehen Sie nach Hause.")
    assert not heldout.pairs(data, ("de", "en")), "a translation into German says nothing of one from German"


def test_every_second_article_is_sealed(data: Path) -> None:
    assert heldout.sealed(heldout.pairs(data, ("ar", "en"))) == {"pud-news-01", "pud-wiki-00"}
