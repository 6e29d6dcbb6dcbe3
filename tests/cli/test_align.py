from pathlib import Path

from engines import Engine
from samples import ENGLISH, unreadable
from transcheck.model.result import BatchResult


def test_align_writes_a_table_or_a_memory(transcheck, engine: Engine) -> None:
    done = transcheck("align", "a", "b", "--source-lang", "ar", "-q")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("source\ttarget\tsimilarity\n")
    assert engine.requests[0].source_lang == "ar"
    assert transcheck("align", "a", "b", "--format", "tmx", "-o", "story.tmx").out == ""
    assert ENGLISH.split("\n")[1] in Path("story.tmx").read_text("utf-8")


def test_what_cannot_be_read_is_3_and_wrong_usage_2(transcheck, engine: Engine) -> None:
    engine.result = BatchResult("", (), (unreadable(),))
    done = transcheck("align", "a", "b")
    assert (done.code, done.out) == (3, "")
    assert done.err == "transcheck: lost.ar.txt: there is no such file (mind the path)\n"
    assert transcheck("align", "a", "b", "--format", "xls").code == 2
    assert transcheck("align", "a", "b", "-o", "none/x.tsv").code == 2
