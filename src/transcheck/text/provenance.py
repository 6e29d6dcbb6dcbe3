"""Where a rendering comes from: articles, translators, systems, dates."""

from collections import Counter
from collections.abc import Iterable, Mapping


def provenance(text: str, pairs: Iterable[str], meta: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """How often and by whom a form is written, ready for a finding's evidence.

    `meta` holds translator, system and date by pair. Keys: text, count (articles), and where the manifest has them
    translators and systems (name to count), first and last date (as strings, in their own order).
    """
    told = list(pairs)
    found: dict[str, object] = {"text": text, "count": len(told), "articles": told}
    for key in ("translator", "system"):
        names = Counter(meta[pair][key] for pair in told if meta.get(pair, {}).get(key))
        if names:
            found[f"{key}s"] = dict(sorted(names.items()))
    dates = sorted(meta[pair]["date"] for pair in told if meta.get(pair, {}).get("date"))
    if dates:
        found["first"], found["last"] = dates[0], dates[-1]
    return found
