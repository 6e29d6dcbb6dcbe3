"""Quotations are linked to their renderings by word links; what nothing renders is linked to nothing."""

from collections.abc import Sequence

import regex
from hypothesis import given
from hypothesis import strategies as st

from transcheck.link.quotes import link_quotes
from transcheck.link.quotes_coverage import coverage, word_weight
from transcheck.link.quotes_length import room
from transcheck.model.align import Aligned, Bead, WordLink
from transcheck.model.prepared import Prepared
from transcheck.model.terms import Link, Quote, QuoteLink
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Side, Span
from transcheck.rules.quotes.quote_missing import RULE

Beads = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]

PESKOV = "«Москва ждёт ответа от американской стороны», — сказал Песков."
ANSWER = "Москва:Moscow ждёт:awaits ответа:answer американской:American стороны:side сказал:said Песков:Peskov"


def article(lines: Sequence[str], lang: str) -> Article:
    """One segment and paragraph a line."""
    segments, text = [], ""
    for number, line in enumerate(lines):
        segments.append(Segment(Span(len(text), len(text) + len(line)), SegmentKind.SENTENCE, number))
        text += line + "\n"
    return Article(text, lang, tuple(segments))


def words(text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in regex.finditer(r"[\p{L}\p{M}\p{N}]+", text))


def aligned(source: Article, target: Article, pairs: str, beads: Beads | None = None, score: float = 0.7) -> Aligned:
    """Word links from `source:target` pairs, the first free occurrence of each; beads one to one if not given."""
    left, right = words(source.text), words(target.text)
    links, used = [], set()
    for pair in pairs.split():
        one, two = pair.split(":")
        i = next((i for i, w in enumerate(left) if w.of(source.text) == one and ("s", i) not in used), None)
        j = next((j for j, w in enumerate(right) if w.of(target.text) == two and ("t", j) not in used), None)
        if i is not None and j is not None:
            used |= {("s", i), ("t", j)}
            links.append(WordLink(i, j, score))
    plain: Beads = beads if beads is not None else [((i,), (i,)) for i in range(len(source.segments))]
    found = tuple(Bead(s, t, 0.9 if s and t else 0.0) for s, t in plain)
    return Aligned(ArticlePair("pair", source, target), found, left, right, tuple(sorted(links)))


def russian(target: Sequence[str], beads: Beads | None = None, source: str = PESKOV) -> Aligned:
    return aligned(article([source], "ru"), article(target, "en"), ANSWER, beads)


def only(links: Sequence[Link]) -> Link:
    assert len(links) == 1
    return links[0]


def findings(doc: Aligned) -> list[str]:
    prepared = Prepared(doc.pair, doc.beads, doc.source_words, doc.target_words, doc.word_links, links=link_quotes(doc))
    return [f.source[0].of(doc.pair.source.text) for f in RULE.check(prepared, RULE.params)]


def test_marks_are_linked_to_marks() -> None:
    doc = russian(['"Moscow awaits an answer from the American side," Peskov said.'])
    link = only(link_quotes(doc))
    assert isinstance(link.target, Quote)
    assert link.target.direct
    assert link.confidence > 0.9
    assert "98% of the source quotation's content" in link.why
    assert findings(doc) == []


def test_a_colon_quotation_answers_marks() -> None:
    doc = russian(["Peskov said: Moscow awaits an answer from the American side."])
    link = only(link_quotes(doc))
    assert isinstance(link.target, Quote)
    assert link.target.direct
    assert link.target.span == link.target.content
    assert findings(doc) == []


def test_reported_speech_answers_marks() -> None:
    doc = russian(["Peskov said that Moscow awaits an answer from the American side."])
    link = only(link_quotes(doc))
    assert isinstance(link.target, Quote)
    assert not link.target.direct
    assert findings(doc) == []


def test_words_without_marks_or_cue_are_a_plain_mention() -> None:
    doc = russian(["Moscow awaits an answer from the American side."])
    link = only(link_quotes(doc))
    assert link.target is not None
    assert not isinstance(link.target, Quote)
    assert link.target.span.of(doc.pair.target.text) == "Moscow awaits an answer from the American side"
    assert findings(doc) == []


def test_a_quotation_split_around_its_speaker_gives_two_links() -> None:
    doc = russian(['"Moscow awaits an answer," Peskov said, "from the American side of the table."'])
    links = link_quotes(doc)
    assert len(links) == 2
    assert len({link.source for link in links}) == 1
    assert all(isinstance(link.target, Quote) for link in links)
    assert findings(doc) == []


def test_two_quotations_joined_in_one() -> None:
    source = "«Москва ждёт ответа, — сказал Песков, — от американской стороны»."
    doc = russian(['"Moscow awaits an answer from the American side," Peskov said.'], source=source)
    assert all(link.source and link.target for link in link_quotes(doc))
    assert findings(doc) == []


def test_a_quotation_cut_out_of_its_sentence_is_missing() -> None:
    doc = russian(["Peskov said so."])
    link = only(link_quotes(doc))
    assert link.target is None
    assert link.confidence > 0.9
    assert findings(doc) == ["«Москва ждёт ответа от американской стороны»"]


def test_a_quotation_whose_sentence_is_missing() -> None:
    doc = russian(["The talks go on."], [((0,), ()), ((), (0,))], PESKOV)
    assert only(link_quotes(doc)).bead == 0


def test_a_quotation_that_moved_to_the_next_sentence_is_not_missing() -> None:
    source = article([PESKOV, "Переговоры продолжатся."], "ru")
    target = article(
        ["Peskov spoke.", "The talks go on, and Moscow is still waiting for word from the Americans."], "en"
    )
    doc = aligned(source, target, "Песков:Peskov Переговоры:talks продолжатся:go")
    assert findings(doc) == []
    assert "neighbouring sentence" in only(link_quotes(doc)).why


def test_an_idiom_replaced_by_another_between_marks_is_not_missing() -> None:
    source = article(
        ["«Это слон в посудной лавке нашей политики», — сказал Песков на встрече с прессой в Москве."], "ru"
    )
    target = article(['Peskov said: "a bull in a china shop."'], "en")
    doc = aligned(source, target, "сказал:said Песков:Peskov")
    assert findings(doc) == []


def test_a_finding_names_the_speaker_and_shows_the_sentence() -> None:
    doc = russian(["Peskov said so."])
    prepared = Prepared(doc.pair, doc.beads, doc.source_words, doc.target_words, doc.word_links, links=link_quotes(doc))
    finding = next(iter(RULE.check(prepared, RULE.params)))
    assert finding.message.startswith("The quotation of Песков")
    assert finding.target[0].of(doc.pair.target.text) == "Peskov said so."
    assert finding.evidence["covered"] == 0.0


def test_a_missing_sentence_of_a_long_quotation_is_found() -> None:
    source = article(["Он сказал: «Москва ждёт ответа.", "Мы готовы продолжать переговоры весной»."], "ru")
    target = article(['He said: "Moscow awaits an answer."'], "en")
    doc = aligned(source, target, "Он:He сказал:said Москва:Moscow ждёт:awaits ответа:answer", [((0, 1), (0,))])
    assert findings(doc) == ["Мы готовы продолжать переговоры весной»"]


def test_short_quotations_are_not_judged() -> None:
    doc = aligned(article(["«Мы готовы», — сказал он."], "ru"), article(["He spoke."], "en"), "он:He")
    assert findings(doc) == []


def test_an_added_quotation_has_no_source() -> None:
    source = article(["Переговоры продолжатся весной."], "ru")
    target = article(['The talks go on. "We shall never surrender to such people," he said.'], "en")
    link = only(link_quotes(aligned(source, target, "Переговоры:talks")))
    assert link.source is None
    assert isinstance(link.target, Quote)


def test_coverage_counts_content_and_strength() -> None:
    doc = russian(["Moscow awaits nothing."])
    whole = coverage(doc, Side.SOURCE, Span(0, len(PESKOV)))
    assert 0 < whole.share < 0.4
    weak = aligned(doc.pair.source, doc.pair.target, ANSWER, score=0.2)
    assert coverage(weak, Side.SOURCE, Span(0, len(PESKOV))).share == 0.0


def test_word_weights_favour_content() -> None:
    assert word_weight("the") < word_weight("treaty") < word_weight("responsibility")
    assert word_weight("の") < word_weight("条約")
    assert word_weight("—") == 0.0


def test_shortfall_is_in_lengths_of_the_passage() -> None:
    doc = russian(["Peskov said so."])
    quote = only(link_quotes(doc)).source
    assert quote is not None
    assert 0.5 < room(doc, Side.SOURCE).shortfall(0, quote.span) < 1.5


LINES = st.lists(
    st.text(st.sampled_from('ab ."«»:, said он сказал'), min_size=1, max_size=40).filter(str.strip), max_size=4
)


@given(LINES, LINES)
def test_links_are_valid_on_any_text(left: list[str], right: list[str]) -> None:
    source, target = article([s.strip() for s in left], "ru"), article([s.strip() for s in right], "en")
    both = min(len(left), len(right))
    beads = [((i,), (i,)) for i in range(both)]
    rest: Beads = [((i,), ()) for i in range(both, len(left))] + [((), (i,)) for i in range(both, len(right))]
    doc = aligned(source, target, "a:a b:b said:said", [*beads, *rest])
    for link in link_quotes(doc):
        assert 0.0 <= link.confidence <= 1.0
        assert link.why
        assert link.source is not None or link.target is not None
        for mention, text in ((link.source, source.text), (link.target, target.text)):
            assert mention is None or 0 <= mention.span.start < mention.span.end <= len(text)


def test_marks_around_a_part_of_the_quotation_are_seen_as_what_is_left_of_them() -> None:
    narrowed = russian(["Moscow awaits an answer “from the American side”, Peskov said."])
    elsewhere = russian(["Moscow awaits an answer from the American side, “Peskov” said."])
    first = [next(iter(link_quotes(doc))) for doc in (narrowed, elsewhere)]
    assert [isinstance(link, QuoteLink) and link.narrowed for link in first] == [True, False]


def test_two_quotations_that_face_each_other_alone_are_linked_though_half_is_gone() -> None:
    source = (
        "«Москва ждёт ответа американской стороны много долгих тяжёлых холодных тревожных недель», — сказал Песков."
    )
    link = next(iter(link_quotes(russian(["“Moscow waits”, Peskov said."], source=source))))
    assert isinstance(link.target, Quote)
    assert link.target.direct
