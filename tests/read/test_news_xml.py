from pathlib import Path

import pytest

from transcheck.errors import InputError
from transcheck.read.containers import container
from transcheck.read.files import read_article
from transcheck.read.items import Item

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="he">
  <head><meta name="translated-from" content="doc-1"/><docdata><doc-id id-string="doc-2"/></docdata></head>
  <body>
    <body.head><hedline><hl1>הכנסת אישרה
      את האמנה</hl1><hl2>משנה</hl2></hedline><byline>מאת כתב</byline></body.head>
    <body.content>
      <p>דובר הקרמלין <person>דמיטרי פסקוב</person> אמר <q quote-source="x">״נחכה״</q>.</p>
      <media><media-caption><p>כיתוב</p></media-caption></media>
      <hl2>ומה הלאה</hl2>
      <block><p>רוסיה <em>תמתין</em> ב<location><city>מוסקבה</city></location>.</p></block>
      <table><tr><td>לא</td></tr></table>
    </body.content>
    <body.end><p>סוף</p></body.end>
  </body>
</nitf>"""

G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x:2" version="3"
    standard="NewsML-G2" standardversion="2.29" conformance="power">
  <catalogRef href="http://example.org/catalog.xml"/>
  <itemMeta><itemClass qcode="ninat:{kind}"/><link rel="irel:seeAlso" residref="no"/>
    <link rel="irel:translatedFrom" residref="urn:newsml:x:1"/></itemMeta>
  <contentMeta><headline xml:lang="ar">انتهاء <b>المعاهدة</b></headline><language tag="ar-EG"/>
    <subject type="cpnat:person" qcode="p:1"><name>بيسكوف</name></subject>
    <subject type="cpnat:geoArea"><name>موسكو</name></subject><subject qcode="medtop:1"><name>سياسة</name></subject></contentMeta>
  <contentSet>{content}</contentSet>
</newsItem>"""
XHTML = '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p>قال <i>بيسكوف</i> اليوم.</p><p>ثانيا.</p></body></html></inlineXML>'
INNER = '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><p>قال بيسكوف اليوم.</p></body.content></body></nitf></inlineXML>'
PLAIN = '<inlineData contenttype="text/plain">قال بيسكوف اليوم.\n\nثانيا.</inlineData>'


def only(text: str, path: str = "a.xml") -> Item:
    found = container(text.encode(), path)
    assert found is not None
    [item] = found.items
    assert isinstance(item, Item), item
    return item


def g2(content: str = XHTML, kind: str = "text") -> str:
    return G2.format(content=content, kind=kind)


def test_nitf(tmp_path: Path) -> None:
    item = only(NITF)
    assert item.text.text.split("\n\n") == [
        "הכנסת אישרה את האמנה",
        "דובר הקרמלין דמיטרי פסקוב אמר ״נחכה״.",
        "ומה הלאה",
        "רוסיה תמתין במוסקבה.",
    ]
    assert (item.lang, item.ids, item.originals) == ("he", ("doc-2",), ("doc-1",))
    assert item.names == (("person", "דמיטרי פסקוב"), ("place", "מוסקבה"))
    path = tmp_path / "a.nitf"
    path.write_text(NITF, "utf-8")
    article = read_article(path)
    assert (article.lang, article.title) == ("he", "הכנסת אישרה את האמנה")
    assert [s.kind.value for s in article.segments] == ["headline", "sentence", "subheading", "sentence"]


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (XHTML, ["قال بيسكوف اليوم.", "ثانيا."]),
        (INNER, ["قال بيسكوف اليوم."]),
        (PLAIN, ["قال بيسكوف اليوم.", "ثانيا."]),
        ('<remoteContent href="x.jpg"/><inlineXML/>' + XHTML, ["قال بيسكوف اليوم.", "ثانيا."]),
    ],
)
def test_newsml_g2(content: str, body: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    item = only(g2(content))
    assert item.text.text.split("\n\n") == ["انتهاء المعاهدة", *body]
    assert (item.lang, item.ids, item.originals) == ("ar-EG", ("urn:newsml:x:2",), ("urn:newsml:x:1",))
    assert item.names == (("person", "بيسكوف"), ("place", "موسكو"))
    assert capsys.readouterr().out == "", "the library may not write into our report"


def test_a_message_of_several_items(tmp_path: Path) -> None:
    items = "<itemSet>" + g2() + g2("<remoteContent/>", "picture") + g2("<inlineXML/>") + "</itemSet>"
    path = tmp_path / "a.xml"
    path.write_text(f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>{items}</newsMessage>', "utf-8")
    assert read_article(path, item=0).lang == "ar"
    with pytest.raises(InputError, match="only pictures"):
        read_article(path, item=1)
    with pytest.raises(InputError, match="has no text"):
        read_article(path, item=2)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("<nitf/>", "no text in the NITF body"),
        (
            NITF.replace("<body.content>", "<body.content/><x>").replace("</body.content>", "</x>"),
            "no text in the NITF",
        ),
        (g2(""), "has no text"),
        ('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "has no text"),
        ("<newsItem/>", "has no text"),
        ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "only pictures"),
        ("<rss><channel/></rss>", "is no article"),
    ],
)
def test_xml_without_an_article(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=part) as caught:
        read_article(path)
    assert caught.value.hint


def test_the_content_says_what_the_suffix_does_not(tmp_path: Path) -> None:
    for name in ("story", "story.txt", "story.xml"):
        path = tmp_path / name
        path.write_text(NITF, "utf-8")
        assert read_article(path).title == "הכנסת אישרה את האמנה"
    page = tmp_path / "page.xml"
    page.write_text(
        '<?xml version="1.0"?><html><body><p>The treaty expired on Thursday, the Kremlin said. It would wait.</p></body></html>'
    )
    assert read_article(page).lang == "en"
