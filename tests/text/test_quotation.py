"""Quotations are found in every convention; names, titles and scare quotes between marks are not quotations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.model.terms import Quote
from transcheck.model.text import Article, Segment, SegmentKind, Span
from transcheck.text.quotation import find_quotes, is_mark, title_cased
from transcheck.text.quotation_marks import MAX_PARAGRAPHS, marked_passages
from transcheck.text.speech import counted_words, speech

LANGS = ("ar", "de", "en", "es", "fa", "fr", "he", "hi", "ja", "ko", "ru", "tr", "uk", "zh")


def article(text: str, lang: str) -> Article:
    """One segment and one paragraph a line."""
    segments, start = [], 0
    for number, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare:
            first = start + line.index(bare)
            segments.append(Segment(Span(first, first + len(bare)), SegmentKind.SENTENCE, number))
        start += len(line) + 1
    return Article(text, lang, tuple(segments))


def quotes(text: str, lang: str) -> list[Quote]:
    return list(find_quotes(article(text, lang)))


def direct(text: str, lang: str) -> list[str]:
    return [q.content.of(text) for q in quotes(text, lang) if q.direct]


def marked(text: str, lang: str) -> list[str]:
    return [m.content.of(text) for m in marked_passages(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "contents"),
    [
        ("en", '"We need a deal," he said, "not a war."', ["We need a deal,", "not a war."]),
        ("en", "“We need a ‘deal’,” he said.", ["We need a ‘deal’,"]),
        ("en", "'I met the players' wives and didn't stay,' he said.", ["I met the players' wives and didn't stay,"]),
        ("de", "„Wir brauchen ‚Frieden‘ jetzt“, sagte er.", ["Wir brauchen ‚Frieden‘ jetzt"]),
        ("de", "»So ist es eben«, sagte sie.", ["So ist es eben"]),
        ("fr", "« J’ai un énorme problème », a affirmé M. Kempf.", ["J’ai un énorme problème"]),
        ("es", "«Es una “tragedia” enorme», dijo.", ["Es una “tragedia” enorme"]),
        ("ru", "«Газета „Известия“ ошиблась», — сказал он.", ["Газета „Известия“ ошиблась"]),
        ("ru", "«Газета «Известия» ошиблась», — сказал он.", ["Газета «Известия» ошиблась"]),
        ("uk", "\"Це наш об'єкт\", – сказав він. М'яч полетів.", ["Це наш об'єкт"]),
        ("ar", "وقال: «لن نقبل بأي حل»، وأضاف: ”سنرد على ذلك”.", ["لن نقبل بأي حل", "سنرد على ذلك"]),
        ("fa", "او گفت: «تا به امروز صبر کردیم».", ["تا به امروز صبر کردیم"]),
        ("he", '„אנחנו מוכנים לכל תרחיש“, אמר דובר צה"ל.', ["אנחנו מוכנים לכל תרחיש"]),
        ("he", 'צה״ל הודיע ש"לא נותרה ברירה" וארה"ב תמכה.', ["לא נותרה ברירה"]),
        ("he", "הוא אמר: ״אנחנו מוכנים לכל״, ויו“ר הוועדה שתק.", ["אנחנו מוכנים לכל"]),
        ("tr", '"Anlaşma yapmamız gerek," dedi. Fırtına\'nın hızı azaldı.', ["Anlaşma yapmamız gerek,"]),
        ("hi", "उसने कहा, “यह ‘सही’ नहीं है”।", ["यह ‘सही’ नहीं है"]),
        ("ja", "「恐れていた『こと』が起きた」と彼は述べた。", ["恐れていた『こと』が起きた"]),
        ("ko", "“비야레알은 '좋은' 팀이다.”라고 그가 말했다.", ["비야레알은 '좋은' 팀이다."]),
        ("ko", "그는 ‘정말 좋다’고 말했다.", ["정말 좋다"]),
        ("zh", "他说：“直到今天，那种‘缺失’感还在。”", ["直到今天，那种‘缺失’感还在。"]),
        ("zh", '他说："直到今天"，然后走了。', ["直到今天"]),
        ("ar", 'وقال:" نحن جاهزون للقاء ". وأضاف "لن نقبل بذلك ".', ["نحن جاهزون للقاء", "لن نقبل بذلك"]),
        ("en", 'He heard "... the whole story" and ".net" files.', ["... the whole story", ".net"]),
        ("en", '"He told us "go home" and we went," she said. "Why?"', ['He told us "go home" and we went,', "Why?"]),
        ("de", "„Das ist „echt“ schlimm“, sagte er.", ["Das ist „echt“ schlimm"]),
        ("zh", "“一旦政府说，“没问题，”我们就走。”", ["一旦政府说，“没问题，”我们就走。"]),
        ("zh", "“我们在等，“他说。“再见。”", ["我们在等，", "再见。"]),
        ("fr", "<< Nous avons tout perdu >>, a-t-il dit. <<Non>>.", ["Nous avons tout perdu", "Non"]),
        ("de", ",,Wir warten auf Hilfe'', sagte er.", ["Wir warten auf Hilfe"]),
        ("uk", ",,Ми чекаємо”, — сказав він.", ["Ми чекаємо"]),
        ("en", "``We lost the roof,'' he said, 5'10'' tall.", ["We lost the roof,"]),
        ("he", "''איבדנו את הגג'', אמרה דוברת צה''ל.", ["איבדנו את הגג"]),
    ],
)
def test_marks_of_every_convention(lang: str, text: str, contents: list[str]) -> None:
    assert marked(text, lang) == contents


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The players' wives didn't see the dogs' owners."),
        ("en", 'He is 6\'4" tall and ordered a 12" pizza.'),
        ("en", "Rock 'n' roll of the '90s."),
        ("he", 'צה"ל, ארה״ב, יו“ר ומו"מ: דו"חות של ח"כים.'),
        ("he", "ג'ורג' ורנג‘רס שיחקו."),
        ("uk", "П'ять об’єктів у Лук'янівці."),
        ("fr", "L’Europe d'aujourd’hui n'a pas dit qu’elle l'accepte."),
        ("tr", "Türkiye'nin Ankara’daki elçisi."),
        ("de", "Peter's Laden gibt's seit '98."),
    ],
)
def test_apostrophes_gershayim_and_inches_quote_nothing(lang: str, text: str) -> None:
    assert not [m for m in marked(text, lang) if counted_words(m) > 1]


def test_a_new_paragraph_may_open_the_quotation_again() -> None:
    text = "“The first paragraph.\n“The second.\n“The third,” he said."
    assert marked(text, "en") == ["The first paragraph.\n“The second.\n“The third,"]


def test_a_forgotten_closing_mark_ends_with_its_paragraph() -> None:
    text = '"This is never closed.\nThe story goes on.\nAnd it ends.\nIndeed.'
    passages = marked_passages(text, "en")
    assert [(m.span.of(text), m.closed) for m in passages] == [('"This is never closed.', False)]


def test_a_quotation_never_runs_through_the_article() -> None:
    text = "\n".join(["“Open again and again."] * 12)
    assert all(m.span.of(text).count("\n") < MAX_PARAGRAPHS for m in marked_passages(text, "en"))


def test_book_titles_in_chinese_marks_are_titles() -> None:
    assert [m.title for m in marked_passages("《人民日报》报道了此事。", "zh")] == [True]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", 'The "New START" treaty expired at midnight.'),
        ("en", 'The so-called "deal" was rejected.'),
        ("en", 'He starred in the film "The Return of the King" last year.'),
        ("de", "Die „Mission Impossible“-Reihe wird fortgesetzt."),
        ("fr", "Le traité « New Start » a expiré."),
        ("ru", "Договор «Новый старт» истёк в полночь."),
        ("ar", 'انتهت معاهدة "نيو ستارت" عند منتصف الليل.'),
        ("ja", "条約「新START」は失効した。"),
        ("ja", "映画「ジョニー・イングリッシュ」が公開された。"),
        ("zh", "所谓的“交易”被拒绝了。《人民日报》报道。"),
        ("zh", "报道称，阅兵式共有46艘舰艇参加，包括“海军中将库拉科夫”号大型反潜舰。"),
        ("ja", "海上自衛隊によると、護衛艦「ちょうかいさんごうかん」型が参加した。"),
    ],
)
def test_names_titles_and_scare_quotes_are_no_quotations(lang: str, text: str) -> None:
    assert direct(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "contents"),
    [
        ("ar", 'وقال قائلًا" لن نقبل بهذا القرار أبدا"', ["لن نقبل بهذا القرار أبدا"]),
        ("ar", 'وصرحت قائلة” لا أريد ذلك اليوم".', ["لا أريد ذلك اليوم"]),
        ("fa", 'او گفت: "این تصمیم درست بود».', ["این تصمیم درست بود"]),
        ("en", 'He left," she said. "They stayed."', ["They stayed."]),
        ("en", 'The 6" gun and the 7" gun were lost.', []),
    ],
)
def test_an_opening_mark_may_be_written_on_to_the_word_before(lang: str, text: str, contents: list[str]) -> None:
    assert marked(text, lang) == contents


@pytest.mark.parametrize(
    ("lang", "text", "quotation"),
    [
        ("ar", '"إن الوضع متأزم" هذا ما قالته والدة الطفل أمس.', "إن الوضع متأزم"),
        ("fr", "« La paix viendra » c’est ce que disait le maire.", "La paix viendra"),
        ("es", "«Vamos a ganar» es lo que dijo el entrenador.", "Vamos a ganar"),
        ("ru", "«Мы не сдадимся» — вот что сказал министр.", "Мы не сдадимся"),
    ],
)
def test_words_that_point_back_join_a_quotation_and_its_verb(lang: str, text: str, quotation: str) -> None:
    assert direct(text, lang) == [quotation]


@pytest.mark.parametrize(
    ("lang", "text", "quotations"),
    [
        ("es", "—No volveremos —dijo el patrón—. Las olas eran altas.", ["No volveremos", "Las olas eran altas."]),
        ("ru", "— Москва — наш город, — сказал он. — И точка.", ["Москва — наш город", "И точка."]),
        ("ru", "— Мы ждём, — ответил мэр. Потом он ушёл.", ["Мы ждём"]),
        ("uk", "- Ми чекаємо, - сказала вона.", ["Ми чекаємо"]),
        ("ru", "— Первый пункт плана\n— Второй пункт плана", []),
        ("fr", "— le maire l’a dit hier", []),
    ],
)
def test_dashes_mark_speech_where_a_verb_of_saying_stands_between_them(
    lang: str, text: str, quotations: list[str]
) -> None:
    assert direct(text, lang) == quotations


def test_foreign_words_in_an_unspaced_sentence_make_no_title() -> None:
    assert not title_cased("AI分野でのPhDには自動的に与えるべきだ")
    assert title_cased("Mission: Impossible")


def test_names_in_capitals_among_words_that_have_none_make_no_title() -> None:
    assert direct("او نگران است که «MWP با Twp و Pwp هم‌قافیه است».", "fa") == ["MWP با Twp و Pwp هم‌قافیه است"]


def test_a_verb_of_saying_makes_a_short_quotation() -> None:
    assert direct('"No," he said.', "en") == ["No,"]
    assert direct("Он сказал: «Нет».", "ru") == ["Нет"]


SPEECH = {
    "en": ("The spokesman said: We will not accept these terms.", "We will not accept these terms."),
    "ar": ("وقال المتحدث: لن نقبل هذه الشروط أبدا.", "لن نقبل هذه الشروط أبدا."),
    "fa": ("سخنگو گفت: ما این شرایط را نمی‌پذیریم.", "ما این شرایط را نمی‌پذیریم."),
    "ru": ("Представитель заявил: мы не примем эти условия.", "мы не примем эти условия."),
    "uk": ("Речник заявив: ми не приймемо цих умов.", "ми не приймемо цих умов."),
    "he": ("הדובר אמר: אנחנו לא נקבל את התנאים.", "אנחנו לא נקבל את התנאים."),
    "de": ("Der Sprecher sagte: Wir werden das nicht annehmen.", "Wir werden das nicht annehmen."),
    "fr": (
        "Le porte-parole a déclaré : Nous refusons ces conditions absurdes.",
        "Nous refusons ces conditions absurdes.",
    ),
    "es": ("El portavoz dijo: No aceptaremos estas condiciones.", "No aceptaremos estas condiciones."),
    "tr": ("Sözcü şöyle konuştu: Bu koşulları asla kabul etmeyeceğiz.", "Bu koşulları asla kabul etmeyeceğiz."),
    "ja": ("報道官は次のように述べた：この条件を受け入れることはない。", "この条件を受け入れることはない。"),
    "ko": ("대변인은 다음과 같이 말했다: 우리는 이 조건을 받아들이지 않는다.", "우리는 이 조건을 받아들이지 않는다."),
    "hi": ("प्रवक्ता ने कहा: हम ये शर्तें नहीं मानेंगे।", "हम ये शर्तें नहीं मानेंगे।"),
    "zh": ("发言人说：我们不会接受这些条件。", "我们不会接受这些条件。"),
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_colon_introduces_a_quotation_without_marks(lang: str) -> None:
    text, content = SPEECH[lang]
    assert direct(text, lang) == [content]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The match starts at 11:15 and ends at 13:00 in London."),
        ("en", "Three cities were hit: Palu, Donggala and Sigi in the west."),
        ("de", "Ergebnis: Die Mannschaft gewann mit drei Toren Vorsprung."),
    ],
)
def test_a_colon_without_a_cue_introduces_nothing(lang: str, text: str) -> None:
    assert direct(text, lang) == []


REPORTED = {
    "en": ("The minister said that the talks would go on.", "the talks would go on"),
    "ar": ("وأعلن الوزير أن المحادثات ستستمر غدا.", "المحادثات ستستمر غدا"),
    "fa": ("وزیر گفت که مذاکرات ادامه خواهد یافت.", "مذاکرات ادامه خواهد یافت"),
    "ru": ("Министр заявил, что переговоры будут продолжены.", "переговоры будут продолжены"),
    "uk": ("Міністр заявив, що переговори буде продовжено.", "переговори буде продовжено"),
    "he": ("השר הודיע כי השיחות יימשכו בשבוע הבא.", "השיחות יימשכו בשבוע הבא"),
    "de": ("Der Minister sagte, dass die Gespräche weitergehen.", "die Gespräche weitergehen"),
    "fr": ("Le ministre a déclaré que les discussions continueraient.", "les discussions continueraient"),
    "es": ("El ministro dijo que las conversaciones continuarían.", "las conversaciones continuarían"),
    "tr": ("Bakan, görüşmelerin önümüzdeki hafta süreceğini söyledi.", "görüşmelerin önümüzdeki hafta süreceğini"),
    "ja": ("大臣は協議が来週も続くと述べた。", "協議が来週も続く"),
    "ko": ("장관은 다음 주에도 회담이 계속된다고 밝혔다.", "다음 주에도 회담이 계속된다"),
    "hi": ("मंत्री ने कहा कि बातचीत जारी रहेगी।", "बातचीत जारी रहेगी"),
    "zh": ("部长表示谈判将在下周继续进行。", "谈判将在下周继续进行"),
}


@pytest.mark.parametrize("lang", LANGS)
def test_reported_speech(lang: str) -> None:
    text, content = REPORTED[lang]
    found = quotes(text, lang)
    assert len(found) == 1
    assert not found[0].direct
    assert content in found[0].content.of(text)
    assert found[0].cue is not None


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("en", '"We are ready for talks," said Dmitry Peskov on Thursday.', "Dmitry Peskov"),
        ("en", 'Peskov said: "We are ready for talks."', "Peskov"),
        ("ru", "«Мы готовы к переговорам», — сказал Дмитрий Песков.", "Дмитрий Песков"),
        ("ar", "وقال بيسكوف: «نحن مستعدون للحوار مع واشنطن».", "بيسكوف"),
        ("de", "„Wir sind zu Gesprächen bereit“, sagte Kanzler Olaf Scholz am Freitag.", "Kanzler Olaf Scholz"),
        ("zh", "王毅说：“我们准备好进行对话。”", "王毅"),
        ("ja", "外務大臣は「協議を続ける用意がある」と述べた。", "外務大臣"),
        ("ru", "«Мы готовы к переговорам», — заявил журналистам министр Андрей Соколов.", "министр Андрей Соколов"),
        (
            "en",
            "The Docks union regrets that its remarks were left out of the guide: “Nobody asked us at all about it,” "
            "said Mary Gillard.",
            "Mary Gillard",
        ),
    ],
)
def test_the_speaker_beside_the_cue(lang: str, text: str, speaker: str) -> None:
    found = quotes(text, lang)
    assert found[0].speaker is not None
    assert found[0].speaker.of(text) == speaker


def test_a_pronoun_names_no_speaker() -> None:
    (found,) = quotes('"We are ready for talks with them," she said.', "en")
    assert found.speaker is None
    assert found.cue is not None


def test_many_open_marks_take_linear_time_and_end() -> None:
    text = "\n".join(['"Open and "open and „open and «open.'] * 500)
    assert len(marked_passages(text, "de")) >= 500


def test_the_seed_articles_colon_quotation() -> None:
    text = "The channel quoted Petrov as saying: The issue was raised in talks, adding that Minsk respects this."
    assert direct(text, "en") == ["The issue was raised in talks, adding that Minsk respects this."]


def test_every_language_has_cues() -> None:
    assert all(speech(lang)["verbs"] and speech(lang)["sources"] for lang in LANGS)


ALPHABET = "ab \n.,:،。：\"'“”„«»‹›「」『』‘’‚״《》אבגצהל\u05d0سقاлм说话カのある1269-—!said " + "قالכי"


@given(st.text(st.sampled_from(ALPHABET), max_size=120), st.sampled_from(LANGS))
def test_spans_are_valid_on_any_text(text: str, lang: str) -> None:
    last = 0
    for quote in find_quotes(article(text, lang)):
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.span.contains(quote.content)
        assert quote.content.of(text).strip()
        if quote.direct:
            assert quote.span.start >= last
            last = quote.span.end


@given(st.text(max_size=200), st.sampled_from(LANGS))
def test_arbitrary_text_never_fails(text: str, lang: str) -> None:
    find_quotes(article(text, lang))


@given(st.text(st.sampled_from(ALPHABET), max_size=120), st.sampled_from(LANGS))
def test_marked_passages_never_overlap(text: str, lang: str) -> None:
    passages = marked_passages(text, lang)
    assert all(one.span.end <= two.span.start for one, two in pairwise(passages))
    assert all(is_mark(text[m.span.start]) for m in passages)
