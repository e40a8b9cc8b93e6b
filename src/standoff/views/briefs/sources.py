"""Hold what a briefing is made of: sentences in parts, each with the numbers of the sources that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from standoff.model.claim import Claim
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.views.agreements import Entry
from standoff.views.dossier import Dossier, Heading
from standoff.views.wording import published_words

LINES = 6  # parts of one sentence, or sentences of one kind
CITED = 4  # voices cited for one part of a sentence; the matrix holds them all
Part = tuple[str, tuple[int, ...]]  # some words and the numbers of their sources


@dataclass(frozen=True, slots=True)
class Citation:
    """Hold one numbered source: outlet, date, words, the row they belong to and the document they stand in."""

    number: int
    key: str
    outlet: str
    published: str
    quote: str
    url: str | None
    document: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold one sentence as parts, each with the numbers of its citations."""

    parts: tuple[Part, ...]

    @property
    def cited(self) -> bool:
        """Tell whether anything that the sentence says has a source."""
        return any(numbers for _, numbers in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """Hold the sentences under one heading; `short_id` is that of the incident it is about, or empty."""

    heading: str
    short_id: str
    facts: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """Hold a heading, what it covers, its sections, the numbered sources, and how many incidents it leaves out."""

    heading: str
    covers: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    left_out: int


@dataclass(slots=True)
class Sources:
    """Number sources in order of first use."""

    citations: dict[str, Citation] = field(default_factory=dict)

    def cite(self, key: str, span: Span, heading: Heading | None) -> int:
        """Return the number of a row's words."""
        outlet = heading.outlet if heading else "outlet not reported"
        published = published_words(heading.published) if heading else "undated"
        return self._number(key, (outlet, published, span.quote, heading.url if heading else None, span.document))

    def _number(self, key: str, told: tuple[str, str, str, str | None, str]) -> int:
        """Return the number of a source: outlet, date, words, address and document."""
        if key not in self.citations:
            outlet, published, quote, url, document = told
            number = len(self.citations) + 1
            self.citations[key] = Citation(number, key, outlet, published, " ".join(quote.split()), url, document)
        return self.citations[key].number

    def statements(self, keys: Iterable[str], found: Dossier, most: int = CITED) -> tuple[int, ...]:
        """Return the numbers of some statements, a few of them."""
        told = [found.statements[key] for key in keys if key in found.statements]
        return tuple(sorted({self.statement(s, found.documents.get(s.document)) for s in told[:most]}))

    def statement(self, statement: Statement, heading: Heading | None) -> int:
        """Return the number of a statement."""
        return self.cite(statement.id, (statement.content or statement.cue)[0], heading)

    def claim(self, claim: Claim, found: Dossier) -> int:
        """Return the number of the words a claim rests on: its statement's where it has one."""
        statement = found.statements.get(claim.statement or "")
        if statement is not None and (statement.content or statement.cue):
            return self.statement(statement, found.documents.get(statement.document))
        return self.cite(claim.id, claim.quote, found.documents.get(claim.document))

    def entry(self, entry: Entry) -> int:
        """Return the number of the words of a line in a ledger."""
        outlet, published = entry.publisher or "outlet not reported", published_words(entry.published)
        return self._number(entry.statement or entry.id, (outlet, published, entry.quote, None, entry.document))


def led(lead: str, parts: Sequence[Part]) -> Sentence:
    """Return a sentence that begins with some words that need no source."""
    (first, numbers), *rest = parts
    return Sentence(((lead + first, numbers), *rest))
