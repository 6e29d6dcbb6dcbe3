"""BLEU, chrF++ and TER through sacrebleu, with its signatures and 95% bootstrap intervals."""

from collections.abc import Sequence
from typing import Any

from transcheck.model.result import Metric

RESAMPLES = 1000
_TOKENISERS = {"zh": "zh", "ja": "char"}
"""sacrebleu's own tokenisers; `char` for Japanese, since `ja-mecab` needs a dictionary that is not ours to ship."""


def reference_metrics(hypotheses: Sequence[str], references: Sequence[Sequence[str]], lang: str) -> tuple[Metric, ...]:
    """BLEU, chrF++ and TER of parallel segments; one list of segments for each reference, 0-100 each.

    TER is an error rate: lower is better, and it may exceed 100. Intervals come from resampling segments.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    streams = [list(reference) for reference in references]
    unspaced = lang in _TOKENISERS
    metrics: list[tuple[str, Any]] = [
        ("BLEU", BLEU(tokenize=_TOKENISERS.get(lang, "13a"), references=streams)),
        ("chrF++", CHRF(word_order=2, references=streams)),
        ("TER", TER(normalized=unspaced, asian_support=unspaced, references=streams)),
    ]
    return tuple(_metric(name, _plain(metric), list(hypotheses)) for name, metric in metrics)


def _plain(metric: Any) -> Any:
    """The metric with Python floats for scores: over a mixture with numpy's sacrebleu cannot take the mean."""
    compute = metric._compute_score_from_stats

    def computed(stats: Any) -> Any:
        score = compute(stats)
        score.score = float(score.score)
        return score

    metric._compute_score_from_stats = computed
    return metric


def _metric(name: str, metric: Any, hypotheses: list[str]) -> Metric:
    if len(hypotheses) < 2:  # nothing to resample
        score = metric.corpus_score(hypotheses, None)
        return Metric(name, round(float(score.score), 2), str(metric.get_signature()))
    score = metric.corpus_score(hypotheses, None, n_bootstrap=RESAMPLES)
    value, centre, reach = float(score.score), float(score._mean), float(score._ci)
    # The middle of the resamples is not the score itself: of few segments the interval may just miss it.
    low, high = min(value, max(0.0, centre - reach)), max(value, centre + reach)
    if name != "TER":
        high = min(high, 100.0)
    return Metric(name, round(value, 2), str(metric.get_signature()), round(low, 2), round(high, 2))
