"""Where a rendering comes from: articles, places, translators, systems, dates."""

from collections import Counter
from collections.abc import Sequence
from typing import TypedDict

from transcheck.model.usage import Place, Usage, Use


class Places(TypedDict):
    """The arguments of `Rule.finding` that say where."""

    source: list[Place]
    target: list[Place]


def places(*groups: Sequence[Use]) -> Places:
    """Both sides of all the uses, group by group."""
    uses = [use for group in groups for use in group]
    return Places(source=[use.source for use in uses], target=[use.target for use in uses])


def articles(uses: Sequence[Use]) -> dict[str, None]:
    """The articles that have one of the uses, in their order."""
    return dict.fromkeys(use.target.pair for use in uses)


def apart(rare: Sequence[Use], usual: Sequence[Use]) -> bool:
    """Whether the rare form stands in an article without the usual one: an article with both has a drift of its own."""
    return not articles(rare).keys() <= articles(usual).keys()


def provenance(usage: Usage, text: str, uses: Sequence[Use]) -> dict[str, object]:
    """How often and by whom a form is written, ready for a finding's evidence.

    Keys: text, count (articles), articles, and where the manifest has them translators and systems (name to count),
    first and last date (as strings, in their own order).
    """
    told = list(articles(uses))
    metas = [usage.meta_of.get(pair, {}) for pair in told]
    found: dict[str, object] = {"text": text, "count": len(told), "articles": told}
    for key in ("translator", "system"):
        names = Counter(meta[key] for meta in metas if meta.get(key))
        if names:
            found[f"{key}s"] = dict(sorted(names.items()))
    dates = sorted(meta["date"] for meta in metas if meta.get("date"))
    if dates:
        found["first"], found["last"] = dates[0], dates[-1]
    return found
