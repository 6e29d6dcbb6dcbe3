"""Runs the product's alignment on gold: given lines in place of an article's segments."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from benchlib.sentence_gold import Counts, Gold, strict
from benchlib.word_gold import GoldSentence, Tally, owners
from transcheck.align.calibration import centre
from transcheck.align.sentences import align_sentences
from transcheck.align.sides import Sides, side
from transcheck.align.words import link_words
from transcheck.encode.cache import CachedEncoder
from transcheck.model.encoded import Encoded
from transcheck.model.text import Span


def _side(texts: Sequence[str], lang: str, encoded: Mapping[str, Encoded], encoder: str) -> Sides:
    starts = [0, *accumulate(len(text) + 1 for text in texts[:-1])]
    return side(texts, starts, [encoded[text] for text in texts], centre(encoder, lang))


def sentence_counts(golds: Sequence[Gold], langs: tuple[str, str], encoder: CachedEncoder) -> Counts:
    """Strict counts over several texts, each aligned as an article of its own."""
    encoded = encoder.encode_distinct(text for gold in golds for text in (*gold.source, *gold.target))
    total = Counts(0, 0, 0)
    for gold in golds:
        source, target = (
            _side(texts, lang, encoded, encoder.name)
            for texts, lang in zip((gold.source, gold.target), langs, strict=True)
        )
        total += strict([(bead.source, bead.target) for bead in align_sentences(source, target)], gold.beads)
    return total


def word_tally(golds: Sequence[GoldSentence], langs: tuple[str, str], encoder: CachedEncoder) -> Tally:
    """Links of the product in sentence pairs that are given; all of a file is one article, for its centre."""
    texts = [[" ".join(gold.source) for gold in golds], [" ".join(gold.target) for gold in golds]]
    encoded = encoder.encode_distinct(text for side_texts in texts for text in side_texts)
    source, target = (
        _side(side_texts, lang, encoded, encoder.name) for side_texts, lang in zip(texts, langs, strict=True)
    )
    tally = Tally()
    for number, gold in enumerate(golds):
        rows, columns = list(source.segment_words(number)), list(target.segment_words(number))
        links = link_words(source, target, rows, columns) if rows and columns else []
        ours = owners(_local(texts[0][number], encoded), gold.source)
        theirs = owners(_local(texts[1][number], encoded), gold.target)
        found = {
            (i, j) for link in links for i in ours[link.source - rows[0]] for j in theirs[link.target - columns[0]]
        }
        tally = tally.plus(found, gold)
    return tally


def _local(text: str, encoded: Mapping[str, Encoded]) -> tuple[Span, ...]:
    return encoded[text].words
