import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import samples
from reporting import dumps, encode
from transcheck.model.codec import SCHEMA, count_words
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Span


def test_the_shape_is_that_of_the_contract() -> None:
    result = encode(samples.batch(failures=(samples.unreadable(),)))
    assert list(result) == [
        "schema", "tool", "signature", "pairs", "batch_findings", "failures", "outcome", "unused", "summary",
    ]  # fmt: skip
    assert result["schema"] == SCHEMA == "transcheck.result/1"
    pair = result["pairs"][0]
    assert list(pair) == ["id", "verdict", "reasons", "source", "target", "beads", "scores", "findings", "links"]
    assert list(pair["source"]) == ["path", "lang", "title", "chars", "segments"]
    assert list(pair["findings"][0]) == [
        "rule", "name", "severity", "category", "message", "source", "target",
        "expected", "evidence", "confidence", "fingerprint", "suppressed",
    ]  # fmt: skip
    assert result["failures"] == [
        {"id": "lost", "path": "lost.ar.txt", "error": "there is no such file", "hint": "mind the path"}
    ]


def test_every_span_carries_the_slice_it_names() -> None:
    pair = encode(samples.batch())["pairs"][0]
    for finding in pair["findings"]:
        for side, text in (("source", samples.ARABIC), ("target", samples.ENGLISH)):
            assert all(span["text"] == text[span["start"] : span["end"]] for span in finding[side])
    assert [span["text"] for span in pair["findings"][1]["target"]] == ["Peskoff", "Peskov"]
    assert pair["links"][0]["target"]["text"] == "Peskov"
    assert pair["links"][1]["target"] is None


def test_floats_have_three_decimals_and_no_nan() -> None:
    finding = replace(samples.drift(), evidence={"nan": float("nan"), "list": [0.12345, float("inf")]})
    pair = encode(samples.batch(samples.arabic_pair(finding)))["pairs"][0]
    assert pair["findings"][0]["confidence"] == 0.877
    assert pair["findings"][0]["evidence"] == {"nan": None, "list": [0.123, None]}
    assert pair["beads"][1]["similarity"] == 0.935
    assert pair["scores"]["metrics"][0]["value"] == 61.235


def test_the_summary_leaves_suppressed_findings_out_but_the_pair_keeps_them() -> None:
    suppressed = replace(samples.number(), suppressed="baseline")
    result = encode(samples.batch(samples.arabic_pair(suppressed, samples.drift())))
    assert result["summary"]["findings"] == {"critical": 0, "major": 1, "minor": 0}
    assert result["summary"]["by_rule"] == {"NAM001": 1}
    assert result["pairs"][0]["findings"][0]["suppressed"] == "baseline"


def test_words_are_those_of_the_source_and_a_han_character_is_one() -> None:
    assert count_words(samples.chinese_pair().pair.source) == 4 + 11
    assert count_words(samples.article("Mr. O'Neill's F-16s, 1,500 of them — gone", "en", "x")) == 7


def test_the_text_is_readable_as_it_stands() -> None:
    assert "بيسكوف" in dumps(samples.batch())


@given(st.text(alphabet=st.sampled_from('a\x00\x1b\x7f\x9b\u202e\u2028\u2066\ufeff\ud800\udfffб"\\'), max_size=20))
def test_awkward_characters_survive_in_plain_utf8(text: str) -> None:
    article = Article(text, "en", (Segment(Span(0, len(text)), SegmentKind.SENTENCE, 0),), f"{text}.txt", text)
    pair = replace(samples.arabic_pair(), pair=ArticlePair(text, article, article), findings=(), links=())
    raw = dumps(samples.batch(pair)).encode("utf-8")
    assert not set("\x7f\x9b\u202e\u2028\u2066\ufeff") & set(raw.decode("utf-8"))
    if "\ud800\udfff" not in text:  # two halves that meet are one character to every JSON parser
        assert json.loads(raw)["pairs"][0]["id"] == text


def test_the_same_result_gives_the_same_bytes() -> None:
    assert dumps(samples.batch()) == dumps(samples.batch())
