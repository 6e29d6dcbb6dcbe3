"""What a rule reports."""

from dataclasses import dataclass, field
from enum import StrEnum

from transcheck.model.text import Span

Evidence = dict[str, str | int | float | bool | list[str] | list[dict[str, object]] | dict[str, object] | None]
"""What a person needs to agree or disagree, ready for JSON."""


class Severity(StrEnum):
    """MQM severities, least first."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 minor, 1 major, 2 critical."""
        return list(Severity).index(self)


class Category(StrEnum):
    """MQM Core error types that rules report under."""

    TERM_RESOURCE = "terminology/inconsistent-with-resource"
    TERM_INCONSISTENT = "terminology/inconsistent-use"
    TERM_WRONG = "terminology/wrong-term"
    MISTRANSLATION = "accuracy/mistranslation"
    OMISSION = "accuracy/omission"
    ADDITION = "accuracy/addition"
    UNTRANSLATED = "accuracy/untranslated"
    EXTERNAL_REFERENCE = "style/inconsistent-with-external-reference"
    NUMBER_FORMAT = "locale-conventions/number-format"
    DATE_FORMAT = "locale-conventions/date-format"
    NAME_FORMAT = "locale-conventions/name-format"
    QUOTE_FORMAT = "locale-conventions/quote-mark-format"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, where it stands on both sides, and why it is one."""

    rule: str
    name: str
    severity: Severity
    category: Category
    message: str
    """One sentence for an editor: what stands there and why it is wrong."""
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    """The first span is where the problem is; related occurrences follow."""
    term: str
    """The source term, normalised: part of the fingerprint."""
    rendering: str
    """What the target has, normalised, '' if nothing: part of the fingerprint."""
    expected: str | None = None
    """What would be right, as text that could stand in the target."""
    evidence: Evidence = field(default_factory=dict)
    confidence: float = 1.0
    fingerprint: str = ""
    """Set by the registry from rule, pair, term, rendering and occurrence; never from offsets."""
    suppressed: str | None = None
