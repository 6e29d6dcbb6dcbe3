import json
from pathlib import Path
from typing import Any

import pytest

from transcheck.errors import InputError
from transcheck.model.text import SegmentKind
from transcheck.read.files import read_article
from transcheck.read.items import Item, relations
from transcheck.read.ninjs import read_ninjs

ARABIC = {
    "uri": "urn:newsml:example.org:20260205:1",
    "version": "1",
    "type": "text",
    "language": "ar-EG",
    "headline": "انتهاء العمل بمعاهدة نيو ستارت",
    "body_xhtml": "<div><p>قال المتحدث باسم الكرملين <b>دميتري بيسكوف</b> إن روسيا لم تتلق ردا.</p>"
    "<h2>ما التالي؟</h2><p>ستنتظر موسكو&nbsp;الرد &amp; تراقب.<br/>ولم تعلق الوزارة.</p>"
    '<script>var x = "لا";</script><figure><figcaption>صورة</figcaption></figure></div>',
    "person": [{"name": "دميتري بيسكوف", "rel": "about"}, {"qcode": "x"}, "odd"],
    "place": [{"name": "موسكو"}],
}
CHINESE = {
    "uri": "urn:newsml:example.org:20260205:2",
    "standard": {"name": "ninjs", "version": "3.0"},
    "language": "zh-Hans",
    "headlines": [{"role": "seo", "value": "别的"}, {"role": "main", "value": "条约到期"}],
    "bodies": [
        {"role": "plain", "contentType": "text/plain", "value": "纯文本。"},
        {
            "role": "main",
            "contentType": "text/html",
            "value": "<p>克里姆林宫发言人佩斯科夫说。</p><ul><li>第一点。</li><li>第二点。</li></ul>",
        },
    ],
    "people": [{"name": "佩斯科夫", "uri": "http://www.wikidata.org/entity/Q1"}],
    "organisations": [{"name": "克里姆林宫"}],
    "altIds": [
        {"role": "translatedFrom", "value": "urn:newsml:example.org:20260205:1"},
        {"role": "internal", "value": "42"},
    ],
}


def item(value: Any) -> Item:
    [found] = read_ninjs(json.dumps(value).encode(), "a.json")
    assert isinstance(found, Item)
    return found


def test_version_1(tmp_path: Path) -> None:
    found = item(ARABIC)
    assert found.text.text.split("\n\n") == [
        "انتهاء العمل بمعاهدة نيو ستارت",
        "قال المتحدث باسم الكرملين دميتري بيسكوف إن روسيا لم تتلق ردا.",
        "ما التالي؟",
        "ستنتظر موسكو\xa0الرد & تراقب.\nولم تعلق الوزارة.",
    ]
    assert found.names == (("person", "دميتري بيسكوف"), ("place", "موسكو"))
    path = tmp_path / "a.json"
    path.write_text(json.dumps(ARABIC), "utf-8")
    article = read_article(path)
    assert (article.lang, article.title, article.notes) == ("ar", ARABIC["headline"], ())
    assert [s.kind for s in article.segments if s.kind is not SegmentKind.SENTENCE] == ["headline", "subheading"]
    assert article.names == found.names and not article.verbatim


def test_version_3() -> None:
    found = item(CHINESE)
    assert found.text.text == "条约到期\n\n克里姆林宫发言人佩斯科夫说。\n\n第一点。\n\n第二点。"
    assert found.lang == "zh-Hans"
    assert found.ids == ("urn:newsml:example.org:20260205:2", "42")
    assert found.originals == ("urn:newsml:example.org:20260205:1",)
    assert found.names == (("person", "佩斯科夫"), ("organisation", "克里姆林宫"))


def test_what_superdesk_writes() -> None:
    found = item(
        {"guid": "tag:x:2", "version": "3", "type": "text", "headline": "H", "body_html": "<p>B</p>"}
        | {"translated_from": "tag:x:1", "translation_id": "tag:x:0", "place": [{"name": "Berlin", "code": "b"}]}
    )
    assert (found.ids, found.originals, found.story) == (("tag:x:2",), ("tag:x:1",), "tag:x:0")


@pytest.mark.parametrize(
    "more",
    [
        {"associations": [{"rel": "translationOf", "uri": "o"}]},
        {"associations": [{"name": "translated-from", "guid": "o"}]},
        {"associations": {"translatedFrom": {"uri": "o"}}},
        {"associations": {"any": {"rel": "irel:translatedFrom", "uri": "o"}}},
        {"altIds": [{"role": "http://example.org/role/isTranslationOf", "value": "o"}]},
        {"altids": {"translated_from": "o"}},
        {"translated_from": "o"},
    ],
)
def test_all_ways_to_name_the_original(more: dict[str, Any]) -> None:
    found = item({"uri": "t", "headline": "H", "body_text": "B"} | more)
    assert (found.originals, found.translations) == (("o",), ())


def test_other_relations_are_none() -> None:
    assert relations([("seeAlso", "x"), ("", "y"), (None, "z"), ("translatedFrom", ""), ("translatedFrom", 3)]) == (
        (),
        (),
    )
    found = item({"headline": "H", "body_text": "B", "associations": {"featuremedia": {"uri": "p", "type": "picture"}}})
    assert found.originals == found.translations == ()
    assert item(
        {"headline": "H", "body_text": "B", "associations": [{"rel": "translation", "uri": "t"}]}
    ).translations == ("t",)


def test_a_headline_that_the_body_repeats_stands_once() -> None:
    found = item({"headline": "Treaty  expires", "body_html": "<h1>Treaty expires</h1><p>It ended.</p>"})
    assert found.text.text == "Treaty expires\n\nIt ended."
    assert found.text.headings


def test_plain_bodies_and_html_without_paragraphs() -> None:
    assert item({"body_text": "One.\nTwo.\n"}).text.text == "One.\nTwo."
    found = item(
        {"bodies": [{"contentType": "text/html", "value": "With <i>more</i><sup >®</sup> than \n ever<br>before."}]}
    )
    assert found.text.text == "With more® than ever\nbefore."
    assert item({"body_html": "", "body_text": "Only plain."}).text.text == "Only plain."
    assert item({"body_text": "3 < 5 and <unfinished"}).text.text == "3 < 5 and <unfinished"


def test_text_is_inert() -> None:
    body = "<p>::error file=x::y =cmd|' /C calc'!A0 **bold** &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert (
        item({"body_html": body}).text.text == "::error file=x::y =cmd|' /C calc'!A0 **bold** <script>alert(1)</script>"
    )


@pytest.mark.parametrize(
    "body", [{}, {"body_html": ""}, {"body_html": "<p> </p><img/>"}, {"bodies": []}, {"bodies": "x"}, {"body_text": 3}]
)
def test_an_item_without_a_body_is_an_error(tmp_path: Path, body: dict[str, Any]) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"uri": "x", "language": "en", "headline": "Treaty expires"} | body), "utf-8")
    with pytest.raises(InputError, match="has no body"):
        read_article(path)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"{", "not valid JSON"),
        (b"", "not valid JSON"),
        (b'{"body_text": "x",}', "not valid JSON"),
        (b'{"a":' * 10_000, "nested too deep"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"body_text": "\xe9"}', "not UTF-8"),
        (b'{"n": 1' + b"0" * 5000 + b"}", "not valid JSON"),
    ],
)
def test_broken_json(data: bytes, part: str) -> None:
    with pytest.raises(InputError, match=part) as caught:
        read_ninjs(data, "a.json")
    assert caught.value.hint


def test_html_nested_deep_is_read_or_refused_and_never_cut() -> None:
    assert (
        item({"body_html": "<div>" * 500 + "<p>deep</p>" + "</div>" * 500 + "<p>after</p>"}).text.text
        == "deep\n\nafter"
    )
    [found] = read_ninjs(json.dumps({"body_html": "<div>" * 50_000 + "<p>deep</p>"}).encode(), "a.json")
    assert isinstance(found, InputError) and "nested too deep" in found.message


def test_json_of_another_kind_is_no_item() -> None:
    for value in ({"name": "x", "version": "1"}, [1, 2], [], "x", None, {}):
        assert read_ninjs(json.dumps(value).encode(), "package.json") == ()


def test_several_items_and_pictures(tmp_path: Path) -> None:
    picture = {"type": "picture", "headline": "A photo", "uri": "p"}
    path = tmp_path / "all.json"
    path.write_text(json.dumps([ARABIC, picture, CHINESE]), "utf-8")
    assert [read_article(path, item=place).lang for place in (0, 2)] == ["ar", "zh"]
    with pytest.raises(InputError, match="holds 2 items"):
        read_article(path)
    with pytest.raises(InputError, match="only pictures"):
        read_article(path, item=1)
    path.write_text(json.dumps([ARABIC, picture]), "utf-8")
    assert read_article(path).lang == "ar"
    path.write_text(json.dumps(picture), "utf-8")
    with pytest.raises(InputError, match="only pictures"):
        read_article(path)
