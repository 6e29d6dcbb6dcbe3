import random

import pytest

from benchlib import inject_numbers, inject_quotes
from benchlib.finding_kinds import KINDS, RULES
from benchlib.inject_names import Named
from benchlib.injected import Injected, Pair
from benchlib.names_english import vocabulary, whole, words

TARGET = (
    "Minister speaks of budget",
    "On Monday the ministry asked for 1,500 tents and 3 million euros for the flooded towns in the north.",
    '"We will not leave anybody alone in this night, and we are going to bring water and bread to all of them," '
    "said Anna Berger after the long meeting.",
    "Later the mayor Peter Kranz said that he was waiting outside with the people of the village for many hours.",
)
SOURCE = (
    "Ministerin spricht über Haushalt",
    "Am Montag bat das Ministerium um 1.500 Zelte und 3 Millionen Euro für die überfluteten Orte im Norden.",
    "„Wir lassen in dieser Nacht niemanden allein und bringen Wasser und Brot zu ihnen allen“, sagte Anna Berger "
    "nach der langen Sitzung.",
    "Später sagte der Bürgermeister Peter Kranz, er warte draußen seit vielen Stunden mit den Leuten aus dem Dorf.",
)
DATED = "On Monday the state said it had paid 3 million euros, or 40 percent, since June 2021, after 6 weeks of rain."
DATED_SOURCE = (
    "Am Montag sagte der Staat, er habe seit Juni 2021 3 Millionen Euro, 40 Prozent, gezahlt, nach 6 Wochen Regen."
)
FOREIGN = ("The team from the coast lost its third match in a row on a cold and rainy evening in the capital city.",)


def _doc(kind: str) -> Named:
    if kind in inject_numbers.KINDS:
        return Named(Pair("p", (DATED_SOURCE,), (DATED,), "de", "en"), (), (), {}, (), FOREIGN)
    found = words(TARGET, vocabulary(TARGET))
    pair = Pair("p", SOURCE, TARGET, "de", "en")
    return Named(pair, tuple(found), tuple(whole(found, TARGET)), {}, (), FOREIGN)


def _injected(kind: str, seed: int = 1) -> Injected:
    found = KINDS[kind](_doc(kind), random.Random(seed))
    assert found is not None
    return found


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_changes_one_place_and_has_rules(kind: str) -> None:
    injected = _injected(kind)
    rest = injected.target
    clean = kept = "\n".join(_doc(kind).pair.target) + "\n"
    for span in reversed(injected.at):
        rest = rest[: span.start] + rest[span.end :]
    for span in reversed(injected.was):
        kept = kept[: span.start] + kept[span.end :]
    assert injected.target != clean
    assert rest.split() == kept.split()
    assert RULES[kind]
    assert _injected(kind) == injected


def test_figures_scales_and_days() -> None:
    numbers = {_injected("number", seed).what for seed in range(9)}
    assert all(what.startswith(("3 > ", "40 > ", "2021 > ", "6 > ")) for what in numbers) and len(numbers) > 2
    assert _injected("magnitude").what == "million > billion"
    assert _injected("weekday").what.startswith("Monday > ")
    assert _injected("month").what.startswith("June > ")
    assert _injected("year").what.startswith("2021 > ")
    assert _injected("percent").what.startswith("40 > ")
    assert _injected("currency").what.startswith("euros > ")
    assert _injected("unit").what.startswith("weeks > ")


def test_a_code_and_a_figure_that_the_source_has_not_are_left_alone() -> None:
    pair = Pair("p", ("Zwei F-16 um 10:30 Uhr",), ("2 F-16 at 10:30",), "de", "en")
    assert inject_numbers.number(Named(pair, (), (), {}, ()), random.Random(1)) is None


def test_quotations() -> None:
    quoted = TARGET[2].split('"')[1]
    assert quoted not in _injected("quote-dropped").target and "said Anna Berger" in _injected("quote-dropped").target
    assert quoted in _injected("quote-unmarked").target and '"' not in _injected("quote-unmarked").target
    assert '"' + " ".join(quoted.split()[: len(quoted.split()) // 2]) in _injected("quote-shortened").target
    assert "“" in _injected("quote-added").target
    assert _injected("speaker-swapped").at[0].of(_injected("speaker-swapped").target) == "Peter Kranz"


def test_sentences() -> None:
    assert len(_injected("omitted").target.split("\n")) == len(TARGET)
    assert FOREIGN[0] in _injected("added").target and FOREIGN[0] in _injected("unrelated").target
    assert any(line in _injected("untranslated").target for line in SOURCE)


def test_quotations_of_several_marks_are_left_alone() -> None:
    line = 'He said "one two three four five" and "six seven eight nine ten" on that day.'
    pair = Pair("p", (line,), (line,), "de", "en")
    assert inject_quotes.unmarked(Named(pair, (), (), {}, ()), random.Random(1)) is None


def test_a_speaker_is_swapped_for_a_speaker_only() -> None:
    target = (
        *TARGET[:3],
        "Later the reporter met Peter Kranz, who was waiting outside with the people of the village.",
    )
    found = words(target, vocabulary(target))
    doc = Named(Pair("p", SOURCE, target, "de", "en"), tuple(found), tuple(whole(found, target)), {}, ())
    assert inject_quotes.speaker(doc, random.Random(1)) is None


@pytest.mark.parametrize("marked", ["Meet With Old Press", "not guilty for sure"])
def test_titles_and_scare_quotes_are_no_quotations(marked: str) -> None:
    line = f'Every one of them called the long evening "{marked}" in the papers of the town.'
    doc = Named(Pair("p", (line,), (line,), "de", "en"), (), (), {}, ())
    assert inject_quotes.dropped(doc, random.Random(1)) is None
    said = line.replace(marked, marked.lower() + ",")
    assert inject_quotes.dropped(Named(Pair("p", (said,), (said,), "de", "en"), (), (), {}, ()), random.Random(1))
