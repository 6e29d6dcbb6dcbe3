"""Things that must survive translation: names, titles, quotations, quantities, and how the two sides are linked."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from transcheck.model.text import Span


class Kind(StrEnum):
    """What a mention is; the `kind` of a link in the JSON."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"
    """A name whose kind is not known."""
    TITLE = "title"
    TERM = "term"
    """A recurring term of several words or one: never a link, only in glossaries and reports of terms."""
    QUOTE = "quote"
    QUANTITY = "quantity"


NAMES = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.NAME)
"""The kinds that are names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name, title, quotation or quantity in one article."""

    kind: Kind
    span: Span
    key: str
    """What makes two mentions on one side the same thing: folded, without clitics and case endings."""


@dataclass(frozen=True, slots=True)
class Quote(Mention):
    """A direct quotation or reported speech; `span` includes the marks of a direct one."""

    content: Span
    """The words between the marks."""
    direct: bool
    speaker: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A number with what makes it comparable across languages."""

    value: float
    """The number with its scale word applied: 1.5 million is 1500000.0."""
    role: str
    """cardinal, ordinal, percent, money, year, date, time, code (part of a name: F-16, COVID-19), weekday, relative.

    A weekday's value is 1 (Monday) to 7, that of yesterday -1, of tomorrow 1; their keys and a month's begin with
    what they are: weekday:3, relative:-1, month:6.
    """
    approximate: bool = False
    """'about', 'more than', a vague word such as 'dozens'."""
    units: tuple[str, ...] = ()
    """The units and currencies, by their names in data/, that the words beside it can name; () where it has none."""


@dataclass(frozen=True, slots=True)
class Link:
    """A source mention and its rendering; one side is None where nothing on that side answers."""

    kind: Kind
    source: Mention | None
    target: Mention | None
    bead: int
    confidence: float
    """0-1."""
    why: str
    """One sentence that says what the link rests on."""
    official: tuple[str, ...] = ()
    """For a title that a table knows: its official, short and acronym forms in the target language."""


@dataclass(frozen=True, slots=True)
class NameLink(Link):
    """A whole name and its rendering, with what is known word by word."""

    parts: tuple[Link, ...] = ()
    """One link a word of the name; `key` of the source mention folds inflection, of the target mention case."""


@dataclass(frozen=True, slots=True)
class QuoteLink(Link):
    """A quotation and its rendering, with what was measured of the direct one (the source's where both are)."""

    marked: bool = False
    """It stands between quotation marks, which pair without doubt; False for one after a colon."""
    rendered: float = 0.0
    """Share of its content, 0-1, that has word links at all."""
    in_marks: float = 0.0
    """Share of its content, 0-1, that is linked to words between marks or after a colon on the other side."""
    after_colon: bool = False
    """Some of these words stand after a colon without marks, though the other side marks its other quotations."""
    narrowed: bool = False
    """Words of it stand between marks on the other side, and little else with them: fewer words are marked there."""
    unpaired: bool = False
    """A mark that pairs with none stands in the counterpart of its sentences: what is marked there is not sure."""
    lacking: float = 0.0
    """How much too short its counterpart is, in lengths of its expected rendering; negative: words to spare."""
    length: float = 1.0
    """Letters of the target's quotations that render it, by what is expected of all that they render; 1 as expected."""
    gap: float = 0.0
    """The largest share of its content, 0-1, that stands together and has next to no word links."""


class TermStatus(StrEnum):
    """What a glossary says about a rendering."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    SUPERSEDED = "superseded"
    FORBIDDEN = "forbidden"


Extras = tuple[tuple[str, str], ...]
"""What a file says beyond the fields here, as (data category, value) in order: kept for files that can hold it."""


@dataclass(frozen=True, slots=True)
class TermForm:
    """One form of a term in one language, and what a glossary says of it."""

    text: str
    lang: str
    """ISO 639-1 code."""
    status: TermStatus = TermStatus.ADMITTED
    until: date | None = None
    """The last day on which the form was to be used; None: no end."""
    since: date | None = None
    """The first day on which it was to be used; None: always."""
    locale: str = ""
    """The language tag where it says more than `lang`: pt-BR, ar-EG, zh-Hant; '' where it does not."""
    part_of_speech: str = ""
    term_type: str = ""
    """As TBX names it: fullForm, acronym, abbreviation, shortForm, variant, phrase."""
    case_sensitive: bool = False
    note: str = ""
    source: str = ""
    """Where the form is attested: a document, a style guide, an address."""
    context: str = ""
    """A sentence that shows it in use."""
    extras: Extras = ()
    place: str = field(default="", compare=False, repr=False)
    """path:line of the file it stands in; '' where it comes from no file."""

    @property
    def tag(self) -> str:
        """The language tag as the file has it."""
        return self.locale or self.lang


@dataclass(frozen=True, slots=True)
class Term:
    """One concept with its forms in several languages."""

    id: str
    kind: Kind
    forms: tuple[TermForm, ...]
    note: str = ""
    authority: str = "glossary"
    """What to call, in messages, the thing that decides it: glossary, style memory."""
    domain: str = ""
    """The subject field: politics, health."""
    definition: str = ""
    source: str = ""
    """Where the definition or the entry comes from."""
    extras: Extras = ()
    place: str = field(default="", compare=False, repr=False)
    """path:line where the entry begins; '' where it comes from no file."""

    def in_lang(self, lang: str) -> tuple[TermForm, ...]:
        """The forms in one language, preferred ones first."""
        order = list(TermStatus)
        return tuple(sorted((f for f in self.forms if f.lang == lang), key=lambda f: order.index(f.status)))


@dataclass(frozen=True, slots=True)
class ChosenForm:
    """The rendering of a term for which the glossary has several forms that are equally right."""

    term: str
    """Id of the term."""
    source: Span
    target: Span
    form: str
    """As the glossary has it."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms that the user has decided."""

    terms: tuple[Term, ...] = ()
    source: str | None = None
