"""One pair, from encoded sentences to a result: prepare, judge, finish. No input or output happens here."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from transcheck import __version__
from transcheck.align.left_out import gains, measured
from transcheck.align.pair import align
from transcheck.config.schema import Config
from transcheck.config.settings import rules_for
from transcheck.config.suppress import suppressed
from transcheck.link.names import link_names
from transcheck.link.names_again import in_doubt, judged_again
from transcheck.link.quantities import link_quantities
from transcheck.link.quotes import link_quotes
from transcheck.link.titles import link_titles
from transcheck.measures import own_measures
from transcheck.metrics import statistics
from transcheck.metrics.adequacy import adequacy, coverage, rows, words_of
from transcheck.metrics.neural import said
from transcheck.metrics.sacre import reference_measures
from transcheck.metrics.scorer import Scorer
from transcheck.metrics.units import units
from transcheck.model.align import Aligned
from transcheck.model.encoded import Encode, Encoded
from transcheck.model.entities import Entity
from transcheck.model.measure import Measure
from transcheck.model.prepared import Prepared
from transcheck.model.result import PairResult
from transcheck.model.terms import Glossary, Kind, Link
from transcheck.model.text import Article, ArticlePair, Side
from transcheck.rules.registry import judge
from transcheck.score import score, verdict
from transcheck.text.listed import find_listed
from transcheck.text.term_choices import chosen_forms

Tagged = Mapping[str, tuple[Entity, ...]]
"""What an optional model found in each segment's text."""
LINKERS = (link_names, link_titles, link_quotes, link_quantities)


def sentences(pair: ArticlePair) -> Iterator[str]:
    """Every segment's text that the pair needs encoded."""
    for article in (pair.source, pair.target, *pair.references):
        yield from (segment.span.of(article.text) for segment in article.segments)


def prepare(
    pair: ArticlePair,
    encoded: Mapping[str, Encoded],
    encoder: str = "embedded",
    glossary: Glossary | None = None,
    tagged: Tagged | None = None,
    encode: Encode | None = None,
) -> Prepared:
    """The pair aligned and linked: all that rules and scores need. `tagged` holds each segment's entities, if any.

    With `encode`, sentences with a name in doubt are read once more without it.
    """
    aligned = align(pair, encoded, encoder)
    aligned = replace(aligned, entities=(_entities(pair.source, tagged), _entities(pair.target, tagged)))
    links = tuple(link for linker in LINKERS for link in linker(aligned))
    if encode and measured(encoder, pair.source.lang, pair.target.lang):
        links = read_again(aligned, links, encoded, encoder, encode)
    return Prepared(
        pair=pair,
        beads=aligned.beads,
        source_words=aligned.source_words,
        target_words=aligned.target_words,
        word_links=aligned.word_links,
        entities=aligned.entities,
        named=aligned.named,
        moved=aligned.moved,
        links=links,
        glossary=glossary or Glossary(),
    )


def read_again(
    aligned: Aligned, links: tuple[Link, ...], encoded: Mapping[str, Encoded], encoder: str, encode: Encode
) -> tuple[Link, ...]:
    """The links with names in doubt judged by what their sentences mean without them."""
    return judged_again(links, gains(aligned, in_doubt(links), encoded, encoder, encode))


def _entities(article: Article, tagged: Tagged | None) -> tuple[Entity, ...]:
    """What the article's metadata list and what a model found in its segments, in order of the text."""
    found = [Entity(span, Kind(kind), 1.0) for span, kind in find_listed(article.text, article.lang, article.names)]
    if tagged:
        spans = (segment.span for segment in article.segments)
        found += (entity.moved(span.start) for span in spans for entity in tagged.get(span.of(article.text), ()))
    return tuple(sorted(found, key=lambda entity: entity.span))


def finish(
    doc: Prepared,
    encoded: Mapping[str, Encoded],
    encoder: str,
    config: Config,
    accepted: Container[str] = (),
    scorers: Sequence[Scorer] = (),
) -> PairResult:
    """Rules, metrics, score card and verdict for a prepared pair; `accepted` holds a baseline's fingerprints."""
    findings = suppressed(judge(doc, rules_for(config, doc.pair)), config, accepted, doc.pair)
    counts = [words_of(doc, Side.SOURCE, bead) for bead in doc.beads]
    own = own_measures(doc, findings, rows(doc), counts, f"transcheck-{__version__}|encoder:{encoder}")
    others, notes = _compared(doc, encoded, encoder, scorers)
    metrics = tuple(metric for measure in others if (metric := statistics.article(measure)))
    card = score(doc, findings, adequacy(doc), coverage(doc), sum(counts), metrics, _intervals(own))
    card = replace(card, notes=(*card.notes, *notes), measures=(*own, *others))
    decision, reasons = verdict(card, findings)
    return PairResult(doc.pair, decision, reasons, doc.beads, card, findings, doc.links, chosen_forms(doc))


def _intervals(own: Iterable[Measure]) -> dict[str, tuple[float, float]]:
    found = [statistics.article(measure) for measure in own]
    return {m.name: (m.low, m.high) for m in found if m and m.low is not None and m.high is not None}


def _compared(
    doc: Prepared, encoded: Mapping[str, Encoded], encoder: str, scorers: Sequence[Scorer]
) -> tuple[list[Measure], list[str]]:
    """The measures of reference metrics and neural metrics, over segments that no alignment cuts; and notes on them."""
    pair = doc.pair
    if not (pair.references or scorers):
        return [], []
    beads = [align(ArticlePair(pair.id, pair.source, ref), encoded, encoder).beads for ref in pair.references]
    found = units(pair, doc.beads, beads)
    measures: list[Measure] = []
    if pair.references:
        streams = [[unit.references[n] for _, unit in found] for n in range(len(pair.references))]
        texts, runs = [unit.target for _, unit in found], [run for run, _ in found]
        measures += reference_measures(texts, streams, pair.target.lang, runs)
    heard = [said(scorer, found, len(pair.references)) for scorer in scorers]
    measures += [each.measure for each in heard if each.measure]
    return measures, [note for each in heard for note in each.notes]
