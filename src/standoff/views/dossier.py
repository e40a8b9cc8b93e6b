"""Gather all rows of one incident by indexed selects: members, statements, claims, differences and documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Any, TypeVar

from standoff.errors import NotFoundError
from standoff.model.agreement import AgreementLink
from standoff.model.claim import Claim, Discrepancy
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.event import Event
from standoff.model.incident import Incident
from standoff.model.statement import Statement
from standoff.store import codecs
from standoff.store.asking import Asked, ask, ask_among, records
from standoff.store.codec import Codec

if TYPE_CHECKING:
    from standoff.codebook.parties import PartyBook  # a twelfth of the start of commands that only list

_CLOCK = ("earliest", "latest", "basis")
T = TypeVar("T")
_OPENING = 84  # characters of a text by which it is called
UNNAMED_OUTLET = "outlet not reported"


@dataclass(frozen=True, slots=True)
class Heading:
    """Hold what is said about a document without its text; `copy_of` names an earlier one it repeats by `share`."""

    id: str
    path: str
    title: str | None
    publisher: str | None
    agency: str | None
    url: str | None
    language: str | None
    published: Interval
    text_sha256: str
    length: int
    replaces: str | None
    copy_of: str | None
    share: float
    opening: str = ""

    @property
    def called(self) -> str:
        """Return what pages call the document: its title, else the words it begins with, else the name of its file."""
        words = " ".join(self.opening.split())
        return self.title or shorten(words, _OPENING, placeholder="…") or self.name

    @property
    def name(self) -> str:
        """Return what to call the document: its title, else the file's name."""
        return self.title or self.path.rsplit("/", 1)[-1]

    @property
    def outlet(self) -> str:
        """Return the outlet and the agency it draws on, or that neither is known."""
        named = [name for name in (self.publisher, self.agency) if name]
        return " · ".join(dict.fromkeys(named)) or UNNAMED_OUTLET


@dataclass(frozen=True, slots=True)
class Dossier:
    """Hold one incident with all that was said of it; mappings are by id."""

    incident: Incident
    events: Mapping[str, Event]
    statements: Mapping[str, Statement]
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]
    links: tuple[AgreementLink, ...]
    documents: Mapping[str, Heading]
    book: PartyBook


def by_ids(connection: Asked, table: str, codec: Codec[T], ids: Iterable[str]) -> list[T]:
    """Return the records of a table, by its name, with these ids."""
    return records(codec, ask_among(connection, f"{table} by id", sorted(set(ids))))


def headings(connection: Asked, ids: Sequence[str] | None = None) -> dict[str, Heading]:
    """Return the headings of some documents, or of all, by id; an inferred date stands in for an unknown one."""
    found = ask(connection, "headings") if ids is None else ask_among(connection, "headings by id", sorted(set(ids)))
    copies = heaviest_copies(connection, ids)
    return {row.id: _heading(row, copies) for row in found}


def first_headings(connection: Asked, most: int | None) -> tuple[list[Heading], int]:
    """Return the headings of the first documents to arrive, so many at most, and how many documents there are."""
    ((number,),) = ask(connection, "number of documents")
    found = list(ask(connection, "first headings", most=number if most is None else most))
    copies = heaviest_copies(connection, [row.id for row in found])
    return [_heading(row, copies) for row in found], number


def heaviest_copies(connection: Asked, ids: Sequence[str] | None) -> dict[str, tuple[str, float]]:
    """Return, by document, the earlier one it repeats most, and how much of it."""
    every = ids is None
    found = ask(connection, "copies") if every else ask_among(connection, "copies by document", sorted(set(ids or ())))
    return {row.document: (row.copy_of, row.share) for row in found}


def _heading(row: Any, copies: Mapping[str, tuple[str, float]]) -> Heading:
    """Return the heading of one row."""
    clock = "dated" if row.dated_basis else "published"
    earliest, latest, basis = (getattr(row, f"{clock}_{part}") for part in _CLOCK)
    names = ("id", "path", "title", "publisher", "agency", "url", "language", "text_sha256", "length", "replaces")
    copy_of, share = copies.get(row.id, (None, 0.0))
    return Heading(
        **{name: getattr(row, name) for name in names},
        opening=row.opening,
        published=Interval(earliest, latest, basis or UNKNOWN.basis),
        copy_of=copy_of,
        share=share,
    )


def incident(connection: Asked, key: str) -> Incident:
    """Return an incident by its id; refuses an unknown one."""
    found = records(codecs.INCIDENT, ask(connection, "incident", incident=key))
    if not found:
        raise NotFoundError(f"No incident in this store has the id {key}.")
    return found[0]


def dossier(connection: Asked, key: str, book: PartyBook) -> Dossier:
    """Gather an incident's rows; the book says which parties stand for which sides."""
    found = incident(connection, key)
    events = _events(connection, key)
    differences = _differences(connection, key)
    claims = _claims(connection, key, differences)
    statements = _statements(connection, found, events, claims)
    documents = {*found.documents, *(s.document for s in statements.values()), *(c.document for c in claims)}
    return Dossier(
        incident=found,
        events=events,
        statements=statements,
        claims=tuple(sorted(claims, key=lambda c: (c.slot, c.document, c.quote.start, c.id))),
        discrepancies=tuple(differences),
        links=tuple(_links(connection, statements)),
        documents=headings(connection, tuple(documents)),
        book=book,
    )


def _differences(connection: Asked, key: str) -> list[Discrepancy]:
    """Return the discrepancies an incident takes part in."""
    return records(codecs.DISCREPANCY, ask(connection, "discrepancies of an incident", incident=key))


def _claims(connection: Asked, key: str, differences: Iterable[Discrepancy]) -> list[Claim]:
    """Return an incident's claims, and those of other incidents that they are set against."""
    own = records(codecs.CLAIM, ask(connection, "claims of an incident", incident=key))
    wanted = {claim for difference in differences for claim in difference.claims} - {claim.id for claim in own}
    return own + by_ids(connection, "claims", codecs.CLAIM, wanted)


def _events(connection: Asked, key: str) -> dict[str, Event]:
    """Return an incident's members in their order."""
    found = records(codecs.EVENT, ask(connection, "events of an incident", incident=key))
    return {event.id: event for event in found}


def _statements(
    connection: Asked, found: Incident, events: Mapping[str, Event], claims: Iterable[Claim]
) -> dict[str, Statement]:
    """Return the statements an incident rests on, with those that report them, in text order."""
    wanted = {s for position in found.parties for s in position.statements}
    wanted |= {e.statement for e in events.values() if e.statement} | {c.statement for c in claims if c.statement}
    statements: dict[str, Statement] = {}
    while wanted:
        new = by_ids(connection, "statements", codecs.STATEMENT, wanted)
        statements |= {s.id: s for s in new}
        wanted = {s.parent for s in new if s.parent} - statements.keys()
    return {s.id: s for s in sorted(statements.values(), key=_place_in_text)}


def _place_in_text(statement: Statement) -> tuple[str, int, str]:
    """Return where a statement stands: document and the start of its words."""
    words = statement.content or statement.cue
    return statement.document, words[0].start if words else 0, statement.id


def _links(connection: Asked, statements: Mapping[str, Statement]) -> list[AgreementLink]:
    """Return the agreement links of some statements."""
    found = records(codecs.AGREEMENT_LINK, ask_among(connection, "agreement links of statements", statements))
    return sorted(found, key=lambda link: (link.agreement, link.document, link.id))
