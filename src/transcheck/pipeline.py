"""One pair, from encoded sentences to a result: prepare, judge, finish. No input or output happens here."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from transcheck.align.pair import align
from transcheck.config.schema import Config
from transcheck.config.settings import rules_for
from transcheck.config.suppress import suppressed
from transcheck.link.names import link_names
from transcheck.link.quantities import link_quantities
from transcheck.link.quotes import link_quotes
from transcheck.link.titles import link_titles
from transcheck.metrics.adequacy import adequacy, coverage, words_of
from transcheck.metrics.sacre import reference_metrics
from transcheck.model.encoded import Encoded
from transcheck.model.entities import Entity
from transcheck.model.prepared import Prepared
from transcheck.model.result import Metric, PairResult
from transcheck.model.terms import Glossary, Kind
from transcheck.model.text import Article, ArticlePair, Side
from transcheck.rules.registry import judge
from transcheck.score import score, verdict
from transcheck.text.listed import find_listed

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
) -> Prepared:
    """The pair aligned and linked: all that rules and scores need. `tagged` holds each segment's entities, if any."""
    aligned = align(pair, encoded, encoder)
    aligned = replace(aligned, entities=(_entities(pair.source, tagged), _entities(pair.target, tagged)))
    links = tuple(link for linker in LINKERS for link in linker(aligned))
    return Prepared(
        pair=pair,
        beads=aligned.beads,
        source_words=aligned.source_words,
        target_words=aligned.target_words,
        word_links=aligned.word_links,
        entities=aligned.entities,
        named=aligned.named,
        links=links,
        glossary=glossary or Glossary(),
    )


def _entities(article: Article, tagged: Tagged | None) -> tuple[Entity, ...]:
    """What the article's metadata list and what a model found in its segments, in order of the text."""
    found = [Entity(span, Kind(kind), 1.0) for span, kind in find_listed(article.text, article.lang, article.names)]
    if tagged:
        spans = (segment.span for segment in article.segments)
        found += (entity.moved(span.start) for span in spans for entity in tagged.get(span.of(article.text), ()))
    return tuple(sorted(found, key=lambda entity: entity.span))


def finish(
    doc: Prepared, encoded: Mapping[str, Encoded], encoder: str, config: Config, accepted: Container[str] = ()
) -> PairResult:
    """Rules, metrics, score card and verdict for a prepared pair; `accepted` holds a baseline's fingerprints."""
    findings = suppressed(judge(doc, rules_for(config, doc.pair)), config, accepted, doc.pair)
    words = sum(words_of(doc, Side.SOURCE, bead) for bead in doc.beads)
    metrics = _reference_metrics(doc.pair, encoded, encoder)
    card = score(doc, findings, adequacy(doc), coverage(doc), words, metrics)
    decision, reasons = verdict(card, findings)
    return PairResult(doc.pair, decision, reasons, doc.beads, card, findings, doc.links)


def _reference_metrics(pair: ArticlePair, encoded: Mapping[str, Encoded], encoder: str) -> tuple[Metric, ...]:
    if not pair.references:
        return ()
    beads = [align(ArticlePair(pair.id, pair.target, ref), encoded, encoder).beads for ref in pair.references]
    hypotheses: list[str] = []
    references: list[list[str]] = [[] for _ in pair.references]
    for unit in _units(len(pair.target.segments), [[b.source for b in found] for found in beads]):
        hypotheses.append(_joined(pair.target, unit))
        for stream, article, found in zip(references, pair.references, beads, strict=True):
            stream.append(_joined(article, [t for b in found if set(b.source) & set(unit) for t in b.target]))
    return reference_metrics(hypotheses, references, pair.target.lang)


def _units(count: int, groupings: list[list[tuple[int, ...]]]) -> list[list[int]]:
    """The finest runs of segments that no bead of any reference cuts; segments come in order."""
    joined = {
        left for grouping in groupings for group in grouping for left in group[:-1]
    }  # segment that stays with its successor
    units: list[list[int]] = []
    for segment in range(count):
        if segment and segment - 1 in joined:
            units[-1].append(segment)
        else:
            units.append([segment])
    return units


def _joined(article: Article, segments: list[int]) -> str:
    return " ".join(" ".join(article.segment_text(s).split()) for s in segments)
