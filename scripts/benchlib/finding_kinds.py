"""The injections of `bench_findings` and the rules that may report each."""

from benchlib import inject_numbers, inject_quotes, inject_sentences

KINDS = {**inject_numbers.KINDS, **inject_quotes.KINDS, **inject_sentences.KINDS}
RULES: dict[str, tuple[str, ...]] = {
    "number": ("NUM",),
    "magnitude": ("NUM",),
    "weekday": ("NUM",),
    "month": ("NUM",),
    "year": ("NUM",),
    "percent": ("NUM",),
    "currency": ("NUM",),
    "unit": ("NUM",),
    # A quotation that is gone is an omission too.
    "quote-dropped": ("QUO", "ACC"),
    "quote-unmarked": ("QUO",),
    "quote-added": ("QUO",),
    "quote-shortened": ("QUO", "ACC"),
    # The source names another person than the target does.
    "speaker-swapped": ("QUO", "NAM"),
    "omitted": ("ACC",),
    "added": ("ACC",),
    "untranslated": ("ACC",),
    "unrelated": ("ACC",),
    "negated": ("ACC", "QUO"),
}
TARGETS = {
    "number": 0.97,
    "quote-dropped": 0.95,
    "quote-unmarked": 0.90,
    "omitted": 0.97,
    "untranslated": 0.99,
    "unrelated": 0.97,
    "speaker-swapped": 0.85,
    "quote-shortened": 0.80,
    "negated": 0.50,
}
"""Recall that is wanted for ar ru zh fa fr de into English."""
