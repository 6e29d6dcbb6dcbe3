import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.link.titles import link_titles
from transcheck.link.titles_find import find_titles
from transcheck.model.align import Aligned, Bead, WordLink
from transcheck.model.terms import Link
from transcheck.model.text import Article, ArticlePair, Segment, SegmentKind, Span
from transcheck.text.words import tokens


def article(lang: str, *sentences: str) -> Article:
    text, segments = "", []
    for number, sentence in enumerate(sentences):
        segments.append(Segment(Span(len(text), len(text) + len(sentence)), SegmentKind.SENTENCE, number))
        text += sentence + "\n"
    return Article(text, lang, tuple(segments))


def titles(lang: str, *sentences: str) -> list[tuple[str, str]]:
    found = article(lang, *sentences)
    return [(title.key, title.span.of(found.text)) for title in find_titles(found)]


def aligned(source: Article, target: Article, words: Sequence[tuple[str, str]] = ()) -> Aligned:
    """Sentence n translates sentence n; `words` are linked wherever both stand in one bead."""
    sides = [[token.span for token in tokens(side.text)] for side in (source, target)]
    beads = tuple(Bead((i,), (i,), 0.9) for i in range(len(source.segments)))
    links = [
        WordLink(i, j, 0.8)
        for i, left in enumerate(sides[0])
        for j, right in enumerate(sides[1])
        if (left.of(source.text), right.of(target.text)) in words
        and source.segment_at(left.start) == target.segment_at(right.start)
    ]
    return Aligned(ArticlePair("x", source, target), beads, tuple(sides[0]), tuple(sides[1]), tuple(links))


def linked(pair: Aligned) -> list[tuple[str, str | None]]:
    def text(link: Link) -> str | None:
        return link.target.span.of(pair.pair.target.text) if link.target else None

    return [(link.source.span.of(pair.pair.source.text), text(link)) for link in link_titles(pair) if link.source]


@pytest.mark.parametrize(
    ("lang", "sentence", "key", "surface"),
    [
        ("ar", "انتهى العمل بمعاهدة «نيو ستارت» اليوم.", "new_start", "بمعاهدة «نيو ستارت»"),
        ("ar", "وبحسب معاهدة عدم انتشار الأسلحة النووية فإن", "npt", "معاهدة عدم انتشار الأسلحة النووية"),
        ("ru", "Москва вышла из Договора по открытому небу.", "open_skies", "Договора по открытому небу"),
        ("ru", "Стороны вернулись к Парижскому соглашению.", "paris", "Парижскому соглашению"),
        ("uk", "Порушення Будапештського меморандуму очевидне.", "budapest_memorandum", "Будапештського меморандуму"),
        ("en", 'It would extend the "New START" treaty.', "new_start", '"New START" treaty'),
        ("en", "They left the Paris climate accord.", "paris", "Paris climate accord"),
        ("en", "The U.N. Convention on the Law of the Sea applies.", "unclos", "U.N. Convention on the Law of the Sea"),
        ("de", "Das Ende des INF-Vertrags war absehbar.", "inf", "INF-Vertrags"),
        ("de", "Teheran droht mit dem Ausstieg aus dem Atomwaffensperrvertrag.", "npt", "Atomwaffensperrvertrag"),
        ("fr", "Les accords de Minsk sont morts.", "minsk", "accords de Minsk"),
        ("es", "Firmaron el Acuerdo de París en 2016.", "paris", "Acuerdo de París"),
        ("tr", "Montrö Boğazlar Sözleşmesi'nin maddeleri açık.", "montreux", "Montrö Boğazlar Sözleşmesi"),
        ("tr", "Paris Anlaşmasından çekildi.", "paris", "Paris Anlaşmasından"),
        ("fa", "آینده برجام روشن نیست.", "jcpoa", "برجام"),
        ("he", "הסכמי אוסלו נחתמו ב-1993.", "oslo", "הסכמי אוסלו"),
        ("hi", "पेरिस समझौते से अमेरिका बाहर हो गया।", "paris", "पेरिस समझौते"),
        ("zh", "《巴黎协定》于2016年生效。", "paris", "巴黎协定"),
        ("ja", "核兵器禁止条約が発効した。", "tpnw", "核兵器禁止条約"),
        ("ko", "파리 협정을 탈퇴했다.", "paris", "파리 협정"),
    ],
)
def test_titles_of_the_table_are_found_as_they_stand_in_text(lang: str, sentence: str, key: str, surface: str) -> None:
    assert titles(lang, sentence) == [(key, surface)]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "The treaty expired and the parties to the pact met to start talks on a new nuclear deal."),
        ("en", "Article 5 is at the heart of the alliance."),
        ("ar", "انتهت المعاهدة ولم يوقع الطرفان أي اتفاق جديد."),
        ("ar", "وصف المعاهدة بأنها «طوق نجاة»."),
        ("ru", "Договор истёк, а новое ядерное соглашение не подписано."),
        ("de", "Der Vertrag ist ausgelaufen, ein Friedensvertrag fehlt."),
        ("fr", "Le traité a expiré sans nouvel accord nucléaire."),
        ("ja", "条約は失効した。"),
    ],
)
def test_a_head_noun_without_a_name_is_no_title(lang: str, sentence: str) -> None:
    assert titles(lang, sentence) == []


def test_the_longest_title_wins_and_a_title_with_its_acronym_is_one() -> None:
    assert titles("en", "The Kigali Amendment to the Montreal Protocol is in force.") == [
        ("kigali", "Kigali Amendment to the Montreal Protocol")
    ]
    assert titles("en", "Joint Comprehensive Plan of Action (JCPOA) talks") == [
        ("jcpoa", "Joint Comprehensive Plan of Action (JCPOA)")
    ]
    assert titles("ar", "وانتهى سريان معاهدة الحد من الأسلحة الاستراتيجية «نيو ستارت» أمس.") == [
        ("new_start", "معاهدة الحد من الأسلحة الاستراتيجية «نيو ستارت»")
    ]


def test_acronyms_keep_their_case() -> None:
    assert titles("en", "They start with salt and an inf file.") == []
    assert titles("en", "Iran may leave the NPT.") == [("npt", "NPT")]


@pytest.mark.parametrize(
    ("lang", "sentence", "key"),
    [
        ("en", "The Better Air Ordinance lays down a limit.", "better air|regulation"),
        ("de", "Das Klimaschutzverbesserungsgesetz gilt ab 2026.", "klimaschutzverbesserungs|law"),
        ("ru", "Стороны подписали меморандум о «Силе Сибири — 2» в Пекине.", "сил сибир 2|memorandum"),
        ("zh", "双方签署“西伯利亚力量2号”备忘录。", "西伯利亚力量2号|memorandum"),
        ("en", "Security Council Resolution 2231 expires.", "res_2231"),
        ("ar", "القرار رقم 1701 يدعو إلى وقف الأعمال.", "res_1701"),
        ("fr", "La résolution 1701 du Conseil de sécurité", "res_1701"),
        ("ja", "国連安保理決議2231号", "res_2231"),
        ("zh", "安理会第1701号决议", "res_1701"),
        ("tr", "BM'nin 242 sayılı kararı", "res_242"),
    ],
)
def test_titles_that_the_table_does_not_have_are_found_by_pattern(lang: str, sentence: str, key: str) -> None:
    assert [found for found, _ in titles(lang, sentence)] == [key]


def test_in_scripts_without_capitals_an_unquoted_title_is_found_when_it_recurs() -> None:
    found = titles("he", "עסקת ייצוא הגז אושרה.", "הסכם ייצוא הגז הוא הגדול ביותר.")
    assert [surface for _, surface in found] == ["עסקת ייצוא הגז", "הסכם ייצוא הגז"]


def test_the_table_links_a_title_to_its_forms_on_the_other_side() -> None:
    source = article("ar", "انتهى العمل بمعاهدة «نيو ستارت».", "ووُقّعت «نيو ستارت» في براغ.")
    target = article("en", "The New START treaty has expired.", "It was signed in Prague.")
    pair = aligned(source, target)
    assert linked(pair) == [("بمعاهدة «نيو ستارت»", "New START treaty"), ("نيو ستارت", None)]
    assert "New START" in link_titles(pair)[0].official


def test_another_title_is_linked_through_the_words() -> None:
    source = article("en", "The High Seas Treaty enters into force.")
    target = article("ar", "وتدخل اتفاقية قانون البحار حيز النفاذ.")
    words = [("Treaty", "اتفاقية"), ("Seas", "البحار")]
    assert linked(aligned(source, target, words)) == [("High Seas Treaty", "اتفاقية قانون البحار")]
    assert linked(aligned(source, target)) == [("High Seas Treaty", None)]


def test_a_title_that_renders_other_words_is_not_taken() -> None:
    source = article("en", "The Paris Agreement is ten; the ocean convention is older.")
    target = article("fr", "Il a dix ans ; la Convention sur le droit de la mer est plus ancienne.")
    words = [("ocean", "mer"), ("convention", "Convention"), ("older", "ancienne"), ("Agreement", "droit")]
    assert linked(aligned(source, target, words))[0] == ("Paris Agreement", None)


def test_one_known_title_for_another() -> None:
    source, target = article("en", "Britain will join the CPTPP."), article("ja", "英国はRCEPに加盟する。")
    assert linked(aligned(source, target, [("CPTPP", "RCEP")])) == [("CPTPP", "RCEP")]
    assert linked(aligned(source, target, [("join", "RCEP")])) == [("CPTPP", None)]


def test_a_name_ends_where_nothing_joins_the_next_small_word_to_it() -> None:
    text = "El Protocolo de Windhoek protege los ríos."
    assert [t.span.of(text) for t in find_titles(article("es", text))] == ["Protocolo de Windhoek"]


def test_a_short_sentence_with_many_capitals_is_no_headline() -> None:
    text = "Delegates signed the Windhoek Protocol on Friday."
    assert [t.span.of(text) for t in find_titles(article("en", text))] == ["Windhoek Protocol"]


@given(st.text(max_size=80), st.sampled_from(["ar", "en", "de", "ru", "tr", "zh", "ja", "ko", "hi", "he"]))
def test_any_text_gives_ordered_disjoint_spans_inside_it(text: str, lang: str) -> None:
    sentences = [part for part in re.split(r"[\n\r]", text) if part.strip()]
    found = article(lang, *(part.strip() for part in sentences), "NPT 核兵器禁止条約 NPT")
    spans = [title.span for title in find_titles(found)]
    assert all(0 <= span.start < span.end <= len(found.text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
