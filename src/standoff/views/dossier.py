"""Gather all rows of one incident by indexed selects: members, statements, claims, differences and documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Select, Table, func, select

from standoff.errors import NotFoundError
from standoff.model.agreement import AgreementLink
from standoff.model.claim import Claim, Discrepancy
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.event import Event
from standoff.model.incident import Incident
from standoff.model.statement import Statement
from standoff.store import rows
from standoff.store import tables as t
from standoff.store.codec import Codec
from standoff.store.swaps import batches

if TYPE_CHECKING:
    from standoff.codebook.parties import PartyBook  # a twelfth of the start of commands that only list

_CLOCK = ("earliest", "latest", "basis")
T = TypeVar("T")


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

    @property
    def name(self) -> str:
        """Return what to call the document: its title, else the file's name."""
        return self.title or self.path.rsplit("/", 1)[-1]

    @property
    def outlet(self) -> str:
        """Return the outlet and the agency it draws on, or that neither is known."""
        named = [name for name in (self.publisher, self.agency) if name]
        return " · ".join(dict.fromkeys(named)) or "outlet not reported"


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


def _bodies(connection: Connection, codec: Codec[T], query: Select[Any]) -> list[T]:
    """Return the records whose bodies a select yields."""
    return [codec.decode(body) for (body,) in connection.execute(query)]


def by_ids(connection: Connection, table: Table, codec: Codec[T], ids: Iterable[str]) -> list[T]:
    """Return the records of a table with these ids."""
    found: list[T] = []
    for batch in batches(sorted(set(ids))):
        found += _bodies(connection, codec, select(table.c.body).where(table.c.id.in_(batch)))
    return found


def headings(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, Heading]:
    """Return the headings of some documents, or of all, by id; an inferred date stands in for an unknown one."""
    d, dated = t.documents.c, t.datings.c
    plain = ("id", "path", "title", "publisher", "agency", "url", "language", "text_sha256", "replaces")
    query = (
        select(
            *(d[name] for name in plain),
            func.length(d.text).label("length"),
            *(d[f"published_{part}"] for part in _CLOCK),
            *(dated[f"published_{part}"].label(f"dated_{part}") for part in _CLOCK),
        )
        .select_from(t.documents)
        .outerjoin(t.datings, dated.document == d.id)
        .order_by(d.number)
    )
    wanted = [query] if ids is None else [query.where(d.id.in_(batch)) for batch in batches(sorted(set(ids)))]
    copies = heaviest_copies(connection, ids)
    return {row.id: _heading(row, copies) for part in wanted for row in connection.execute(part)}


def heaviest_copies(connection: Connection, ids: Sequence[str] | None) -> dict[str, tuple[str, float]]:
    """Return, by document, the earlier one it repeats most, and how much of it."""
    c = t.copies.c
    query = select(c.document, c.copy_of, c.share).order_by(c.share, c.copy_of.desc())
    wanted = [query] if ids is None else [query.where(c.document.in_(batch)) for batch in batches(sorted(set(ids)))]
    return {row.document: (row.copy_of, row.share) for part in wanted for row in connection.execute(part)}


def _heading(row: Any, copies: Mapping[str, tuple[str, float]]) -> Heading:
    """Return the heading of one row."""
    clock = "dated" if row.dated_basis else "published"
    earliest, latest, basis = (getattr(row, f"{clock}_{part}") for part in _CLOCK)
    names = ("id", "path", "title", "publisher", "agency", "url", "language", "text_sha256", "length", "replaces")
    copy_of, share = copies.get(row.id, (None, 0.0))
    return Heading(
        **{name: getattr(row, name) for name in names},
        published=Interval(earliest, latest, basis or UNKNOWN.basis),
        copy_of=copy_of,
        share=share,
    )


def incident(connection: Connection, key: str) -> Incident:
    """Return an incident by its id; refuses an unknown one."""
    body = connection.execute(select(t.incidents.c.body).where(t.incidents.c.id == key)).scalar_one_or_none()
    if body is None:
        raise NotFoundError(f"No incident in this store has the id {key}.")
    return rows.INCIDENT.decode(body)


def dossier(connection: Connection, key: str, book: PartyBook) -> Dossier:
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


def _differences(connection: Connection, key: str) -> list[Discrepancy]:
    """Return the discrepancies an incident takes part in."""
    d = t.discrepancies.c
    query = select(d.body).where((d.incident == key) | (d.other_incident == key)).order_by(d.slot, d.kind, d.id)
    return _bodies(connection, rows.DISCREPANCY, query)


def _claims(connection: Connection, key: str, differences: Iterable[Discrepancy]) -> list[Claim]:
    """Return an incident's claims, and those of other incidents that they are set against."""
    own = _bodies(connection, rows.CLAIM, select(t.claims.c.body).where(t.claims.c.incident == key))
    wanted = {claim for difference in differences for claim in difference.claims} - {claim.id for claim in own}
    return own + by_ids(connection, t.claims, rows.CLAIM, wanted)


def _events(connection: Connection, key: str) -> dict[str, Event]:
    """Return an incident's members in their order."""
    member = t.incident_events.c
    query = (
        select(t.events.c.body)
        .join(t.incident_events, member.event == t.events.c.id)
        .where(member.incident == key)
        .order_by(member.position)
    )
    return {event.id: event for event in _bodies(connection, rows.EVENT, query)}


def _statements(
    connection: Connection, found: Incident, events: Mapping[str, Event], claims: Iterable[Claim]
) -> dict[str, Statement]:
    """Return the statements an incident rests on, with those that report them, in text order."""
    wanted = {s for position in found.parties for s in position.statements}
    wanted |= {e.statement for e in events.values() if e.statement} | {c.statement for c in claims if c.statement}
    statements: dict[str, Statement] = {}
    while wanted:
        new = by_ids(connection, t.statements, rows.STATEMENT, wanted)
        statements |= {s.id: s for s in new}
        wanted = {s.parent for s in new if s.parent} - statements.keys()
    return {s.id: s for s in sorted(statements.values(), key=_place_in_text)}


def _place_in_text(statement: Statement) -> tuple[str, int, str]:
    """Return where a statement stands: document and the start of its words."""
    words = statement.content or statement.cue
    return statement.document, words[0].start if words else 0, statement.id


def _links(connection: Connection, statements: Mapping[str, Statement]) -> list[AgreementLink]:
    """Return the agreement links of some statements."""
    found: list[AgreementLink] = []
    for batch in batches(statements):
        query = select(t.agreement_links.c.body).where(t.agreement_links.c.statement.in_(batch))
        found += _bodies(connection, rows.AGREEMENT_LINK, query)
    return sorted(found, key=lambda link: (link.agreement, link.document, link.id))
