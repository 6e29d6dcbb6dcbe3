"""The only thing a rule sees."""

from dataclasses import dataclass, field
from functools import cached_property

from transcheck.model.align import Aligned
from transcheck.model.terms import Glossary, Kind, Link


@dataclass(frozen=True)
class Prepared(Aligned):
    """An aligned pair with everything that was linked in it."""

    links: tuple[Link, ...] = ()
    """All links, one linker after the other; each in source order, then target order for those without a source."""
    glossary: Glossary = field(default_factory=Glossary)

    @cached_property
    def _by_kind(self) -> dict[Kind, tuple[Link, ...]]:
        table: dict[Kind, list[Link]] = {}
        for link in self.links:
            table.setdefault(link.kind, []).append(link)
        return {kind: tuple(links) for kind, links in table.items()}

    def of_kind(self, *kinds: Kind) -> tuple[Link, ...]:
        """The links of these kinds, in order of `kinds`, then of the text."""
        return tuple(link for kind in kinds for link in self._by_kind.get(kind, ()))
