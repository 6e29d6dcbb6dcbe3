import time
from pathlib import Path

import pytest

from transcheck.errors import InputError
from transcheck.read.batches import collect
from transcheck.read.containers import container
from transcheck.read.files import read_article
from transcheck.read.safe_xml import parse_xml

LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
BOMB = f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{LAUGHS}]><nitf><body><body.content><p>&l11;</p></body.content></body></nitf>'
ATTRIBUTE = BOMB.replace("<p>&l11;", '<p id="&l11;">x')
EXTERNAL = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>'
PARAMETER = '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://192.0.2.1/x.dtd">%x;]><nitf/>'
REFUSED = {"bomb": BOMB, "attribute": ATTRIBUTE, "external": EXTERNAL, "parameter": PARAMETER}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", REFUSED)
def test_entities_are_refused_at_once(name: str, encoding: str) -> None:
    start = time.perf_counter()
    with pytest.raises(InputError, match="declares XML entities") as caught:
        parse_xml(REFUSED[name].encode(encoding), "a.xml")
    assert time.perf_counter() - start < 1
    assert caught.value.hint


def test_an_external_document_type_is_not_fetched_and_its_entities_are_the_usual_ones() -> None:
    text = '<!DOCTYPE nitf SYSTEM "http://192.0.2.1/nitf.dtd"><nitf><body><body.content><p>Le trait&eacute;&nbsp;: &hellip;&unknown;.</p></body.content></body></nitf>'
    [item] = container(text.encode(), "a.xml").items
    assert item.text.text == "Le traité\xa0: …."


def test_includes_are_not_followed() -> None:
    text = '<nitf xmlns:xi="http://www.w3.org/2001/XInclude"><body><body.content><p>Text.<xi:include href="/etc/hostname" parse="text"/></p></body.content></body></nitf>'
    [item] = container(text.encode(), "a.xml").items
    assert item.text.text == "Text."


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"<nitf><body>", "not well-formed XML"),
        ("<nitf>é</nitf>".encode("latin-1"), "not well-formed XML"),
        (b"<nitf>" + b"<a>" * 100_000, "not well-formed XML"),
        (b'<?xml version="1.0" encoding="klingon"?><nitf/>', "not well-formed XML"),
        (b'<?xml version="1.0" encoding="utf-16"?><nitf/>', "not well-formed XML"),
        (b"<?xml version='1.0'?>", "not well-formed XML"),
        (b"<nitf>&#0;</nitf>", "not well-formed XML"),
        (b"<nitf><![CDATA[ text \n text", "not well-formed XML"),
    ],
)
def test_what_is_no_xml_is_refused_in_one_line_with_its_place(data: bytes, part: str) -> None:
    start = time.perf_counter()
    with pytest.raises(InputError, match=part) as caught:
        parse_xml(data, "a.xml")
    assert "\n" not in str(caught.value)
    assert str(caught.value.path).startswith("a.xml")
    assert caught.value.hint
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1256", "us-ascii"])
def test_utf8_that_is_declared_as_something_else_is_still_utf8(declared: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?><p>قال بيسكوف — 条约</p>'
    assert parse_xml(text.encode("utf-8"), "a.xml").text == "قال بيسكوف — 条约"


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "iso-8859-6"])
def test_an_encoding_rightly_declared_is_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><p>قال بيسكوف</p>'
    assert parse_xml(text.encode(encoding), "a.xml").text == "قال بيسكوف"


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.xml", b"<nitf>" + b"<a/>" * 600_000 + b"</nitf>", "XML elements"),
        ("a.tmx", b"<tmx><body>" + b"<tu/>" * 600_000 + b"</body></tmx>", "XML elements"),
        ("a.json", b'[{"body_text": "x"}' + b",{}" * 600_000 + b"]", "500,000 values"),
        ("a.json", b'{"body_html": "' + b"<p>x" * 200_000 + b'"}', "100,000 elements"),
        ("a.json", b'{"body_html": "<p>' + b"x " * 2_100_000 + b'"}', "4,000,000 characters"),
        ("a.csv", b"source,target\n" + b"a,b\n" * 100_001, "100,000 rows"),
        ("a.jsonl", b"{}\n" * 100_001, "100,000 rows"),
    ],
)
def test_many_small_things_are_refused_before_they_add_up(tmp_path: Path, name: str, data: bytes, part: str) -> None:
    (tmp_path / name).write_bytes(data)
    [failure] = collect([tmp_path / name]).failures
    assert part in failure.error and failure.hint and failure.exit_code == 3


def test_files_of_a_gigabyte_are_not_read(tmp_path: Path) -> None:
    for name in ("a.xml", "a.xlf", "a.json", "a.tmx", "a.txt"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(1_000_000_000)
        with pytest.raises(InputError, match="MB \\(the limit\\)"):
            read_article(tmp_path / name)
        (tmp_path / name).unlink()
