"""What a setting applies to: pairs of languages and patterns of paths."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from transcheck.model.findings import Finding
from transcheck.model.text import ArticlePair
from transcheck.model.usage import Place

ANY = "*"


@dataclass(frozen=True, slots=True)
class Scope:
    """The languages and files of a pair, or of a finding that spans several."""

    source_lang: str | None
    target_lang: str | None
    paths: tuple[str, ...]

    @classmethod
    def of_pair(cls, pair: ArticlePair) -> "Scope":
        """The scope of one pair."""
        paths = (article.path for article in (pair.source, pair.target))
        return cls(pair.source.lang, pair.target.lang, tuple(path for path in paths if path))

    @classmethod
    def of_finding(cls, finding: Finding) -> "Scope":
        """The scope of a finding across pairs; its languages are None where its places differ in them."""
        sides = [[span for span in spans if isinstance(span, Place)] for spans in (finding.source, finding.target)]
        langs = [{place.lang or None for place in places} for places in sides]
        source, target = (next(iter(side)) if len(side) == 1 else None for side in langs)
        return cls(source, target, tuple(dict.fromkeys(place.path for side in sides for place in side if place.path)))

    def within(self, languages: Sequence[str], paths: Sequence[str], folder: Path) -> bool:
        """Whether one of `languages` ("ar-en", "*-en") and one of the patterns `paths` fit; an empty list fits all."""
        return (not languages or any(map(self._speaks, languages))) and (
            not paths or any(matches(pattern, path, folder) for pattern in paths for path in self.paths)
        )

    def _speaks(self, languages: str) -> bool:
        source, _, target = languages.partition("-")
        return source in (ANY, self.source_lang) and target in (ANY, self.target_lang)


def matches(pattern: str, path: str, folder: Path) -> bool:
    """Whether a path fits a pattern like those of .gitignore.

    `*` and `?` stop at a slash, `**` does not; a pattern without a slash fits the name in any folder, one with a
    slash begins at `folder`; one that fits a folder fits all that is in it.
    """
    name = Path(os.path.relpath(Path(path).absolute(), folder)).as_posix()
    return _compiled(pattern).fullmatch(name) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    anywhere = "/" not in pattern.rstrip("/")
    body = pattern.strip("/").removeprefix("./")
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", body)
    spelled = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    regex = "".join(spelled.get(part, re.escape(part)) for part in parts)
    return re.compile(("(?:.*/)?" if anywhere else "") + regex + "(?:/.*)?", re.DOTALL)
