"""Shape actors and the network: whom a party belongs to, its offices, what it says and is said to do, and to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select, union

from standoff.codebook.parties import PartyBook
from standoff.errors import NotFoundError
from standoff.model.entity import Party
from standoff.store import tables as t
from standoff.store.sums import day_of_document
from standoff.values.sentences import sentences
from standoff.views.dossier import headings
from standoff.views.known import Known
from standoff.views.reader import bodies
from standoff.views.screens.drawer import incidents_of, sentence_at
from standoff.views.screens.paging import Part, Sorted, paged, part
from standoff.views.screens.reading import Reading
from standoff.views.screens.shapes_party import (
    ActorPage,
    ActorRow,
    EdgeRow,
    EdgeTelling,
    LifeDay,
    Network,
    Node,
    Office,
)
from standoff.views.screens.words import named
from standoff.views.wording import published_words

SHOWN = 50  # statements, incidents and edges of one actor's screen
_RECENT = 500  # statements of a party, the last to arrive, among which those shown are found
_COUNTS = ("speaks", "acts", "undergoes")


def in_days(day: ColumnElement[str], known: Known) -> Iterable[ColumnElement[bool]]:
    """Yield the condition of having been published by the day asked for."""
    if known.day:
        yield day != ""
        yield day <= known.day


def _counted(reading: Reading) -> Select[Any]:
    """Select what each party says, does and undergoes, as known on the day."""
    p, sums = t.parties.c, t.party_sums.c
    totals = [func.sum(sums[name]).label(name) for name in _COUNTS]
    named_ = (p.id, p.name, p.kind, p.state, p.sector, p.parent, p.principal)
    return (
        select(*named_, *totals, sum(func.sum(sums[name]) for name in _COUNTS).label("weight"))  # type: ignore[union-attr] # a sum of columns is one
        .join(t.parties, p.id == sums.party)
        .where(*in_days(sums.day, reading.known))
        .group_by(*named_)
    )


def _row(row: Any, book: PartyBook) -> ActorRow:
    """Return one actor."""
    plain = ("id", "name", "kind", "state", "sector", "parent", "principal", *_COUNTS)
    above = next((book.get(key) for key in (row.principal, row.parent, row.state) if key and key != row.id), None)
    return ActorRow(**{name: getattr(row, name) for name in plain}, belongs=above.name if above else None)


def actors(
    connection: Connection, reading: Reading, q: str | None, kind: str | None, page: tuple[str | None, int]
) -> Part[ActorRow]:
    """Return one page of the parties that say or do anything, the busiest first."""
    cursor, limit = page
    query = _counted(reading)
    if q:
        query = query.where(t.parties.c.id.in_(named(connection, "actor", q)))
    if kind:
        query = query.where(t.parties.c.kind == kind)
    counted = query.subquery("counted")
    order = (Sorted(counted.c.weight, True), Sorted(counted.c.id))
    found = part(connection.execute(paged(select(counted), order, cursor, limit)).all(), limit, "weight", "id")
    return Part([_row(row, reading.books.parties) for row in found.rows], found.next)


def actor_page(connection: Connection, key: str, reading: Reading) -> ActorPage:
    """Shape one party's screen."""
    row = connection.execute(_counted(reading).where(t.party_sums.c.party == key)).first()
    book = reading.books.parties
    party = book.get(key)
    if row is None and party is None:
        raise NotFoundError(f"No actor of this record has the id {key}: the list of actors names them.")
    actor = _row(row, book) if row is not None else _silent(party)  # type: ignore[arg-type] # one of the two is there
    statements = _last_said(connection, key, reading.known)
    lists = t.incident_lists.c
    about = select(lists.incident).where(lists.kind == "party", lists.about == key)
    about = about.where(*in_days(lists.known, reading.known)).order_by(lists.weight.desc())
    incidents = list(connection.scalars(about.limit(SHOWN)))
    names = incidents_of(connection, incidents)
    return ActorPage(
        actor=actor,
        chain=tuple(_chain(party, book)),
        bodies=tuple(_bodies(connection, key)),
        offices=tuple(_offices(key, party, book)),
        acts_of=_acts_of(connection, key, reading.known),
        edges=tuple(_edges(connection, Asked(party=key, most=SHOWN), reading.known)[0]),
        statements=statements,
        incidents=tuple(names[i][0] for i in incidents if i in names),
        days=_days(connection, key, reading.known),
    )


def _days(connection: Connection, key: str, known: Known) -> tuple[LifeDay, ...]:
    """Count what a party said, did and had done to it, by day of publication; the undated come first, on no day."""
    sums = t.party_sums.c
    query = select(sums.day, sums.speaks, sums.acts, sums.undergoes).where(sums.party == key)
    rows = connection.execute(query.where(*in_days(sums.day, known)).order_by(sums.day))
    return tuple(LifeDay(*row) for row in rows)


def _silent(party: Party) -> ActorRow:
    """Return a party of the codebook that the record does not count."""
    plain = (party.id, party.name, party.kind, party.state, party.sector, party.parent, party.principal)
    return ActorRow(*plain, speaks=0, acts=0, undergoes=0)


def _chain(party: Party | None, book: PartyBook) -> Iterable[tuple[str, str]]:
    """Yield id and name of what a party belongs to, step by step."""
    seen = {party.id} if party else set()
    above = party.parent or party.principal if party else None
    while above and above not in seen and (held := book.get(above)):
        seen.add(above)
        yield held.id, held.name
        above = held.parent or held.principal


def _bodies(connection: Connection, key: str) -> Iterable[tuple[str, str]]:
    """Yield id and name of the parties that belong to one or speak for it."""
    p = t.parties.c
    query = select(p.id, p.name).where((p.parent == key) | (p.principal == key), p.id != key).order_by(p.name)
    return ((row.id, row.name) for row in connection.execute(query.limit(SHOWN)))


def _offices(key: str, party: Party | None, book: PartyBook) -> Iterable[Office]:
    """Yield the terms of office of a person, or of those who held an office of a state or body, the last first."""
    held = book.holders.terms.get(key, ())
    if not held and "/" in key:
        owner, role = key.split("/", 1)
        held = book.holders.offices.get((owner, role), ())
    if not held and party is not None and party.kind != "person":
        held = tuple(term for (owner, _), terms in book.holders.offices.items() if owner == key for term in terms)
    for term in sorted(held, key=lambda term: (term.last or "9", term.first or ""), reverse=True):
        office, owner_party = book.get(f"{term.owner}/{term.role}"), book.get(term.owner)
        person = book.get(term.person)
        yield Office(
            person=person.name if person else term.person,
            office=office.name if office else term.role.replace("_", " "),
            of=owner_party.name if owner_party else term.owner,
            first=term.first,
            last=term.last,
        )


def _recent(key: str) -> Select[Any]:
    """Select the last statements that a party made or that were made for it, through the index of each role."""
    s = t.statements.c
    arrival: ColumnElement[int] = literal_column("statements.rowid").desc()
    parts = [
        select(s.id, s.act, s.document).where(column == key).order_by(arrival).limit(_RECENT).subquery()
        for column in (s.source_party, s.principal_party)
    ]
    return union(*(select(part_) for part_ in parts))  # type: ignore[return-value] # a union is selected from alike


def _last_said(connection: Connection, key: str, known: Known) -> tuple[str, ...]:
    """Return the last published of a party's statements."""
    last, day = _recent(key).subquery(), t.document_sums.c.day
    query = select(last.c.id).join(t.document_sums, t.document_sums.c.document == last.c.document)
    return tuple(connection.scalars(query.where(*in_days(day, known)).order_by(day.desc(), last.c.id).limit(SHOWN)))


def _acts_of(connection: Connection, key: str, known: Known) -> dict[str, int]:
    """Count a party's last statements by act."""
    last, sums = _recent(key).subquery(), t.document_sums.c
    query = select(last.c.act, func.count().label("n")).join(t.document_sums, sums.document == last.c.document)
    query = query.where(*in_days(sums.day, known)).group_by(last.c.act)
    return {row.act: row.n for row in connection.execute(query.order_by(func.count().desc(), last.c.act))}


# Network --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold which edges are asked for: of a party, of a type, told at least so often, and how many at most."""

    party: str | None = None
    type: str | None = None
    least: int = 1
    most: int = 200


def network(connection: Connection, reading: Reading, asked: Asked) -> Network:
    """Return who is said to act on whom, the most often told first."""
    edges, left_out = _edges(connection, asked, reading.known)
    weights: dict[str, int] = {}
    for edge in edges:
        for key in (edge.actor, edge.recipient):
            weights[key] = weights.get(key, 0) + edge.events
    p = t.parties.c
    held = {row.id: row for row in connection.execute(select(p.id, p.name, p.kind, p.state).where(p.id.in_(weights)))}
    nodes = (
        _node(key, held.get(key), weight)
        for key, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    )
    return Network(tuple(nodes), tuple(edges), left_out)


def _node(key: str, held: Any, weight: int) -> Node:
    """Return one party of the network; one that no table names is called by its name."""
    return Node(key, held.name, held.kind, held.state, weight) if held else Node(key, key, None, None, weight)


def _edges(connection: Connection, asked: Asked, known: Known) -> tuple[list[EdgeRow], int]:
    """Return edges by how often they are told, and how many are left out."""
    sums = t.edge_sums.c
    number = func.sum(sums.events)
    query = select(
        sums.actor, sums.recipient, sums.type, number.label("events"), func.sum(sums.documents).label("documents")
    ).where(*in_days(sums.day, known))
    if asked.party:
        query = query.where((sums.actor == asked.party) | (sums.recipient == asked.party))
    if asked.type:
        query = query.where(sums.type == asked.type)
    grouped = query.group_by(sums.actor, sums.recipient, sums.type)
    every = grouped.add_columns(func.count().over().label("all")).subquery("edges")
    e = every.c
    ordered = select(every).where(e.events >= asked.least).order_by(e.events.desc(), e.actor, e.recipient, e.type)
    found = connection.execute(ordered.limit(asked.most)).all()
    total = found[0].all if found else 0
    p = t.parties.c
    keys = {key for row in found for key in (row.actor, row.recipient)}
    names = {row.id: row.name for row in connection.execute(select(p.id, p.name).where(p.id.in_(keys)))}
    rows = [
        EdgeRow(
            row.actor,
            names.get(row.actor, row.actor),
            row.recipient,
            names.get(row.recipient, row.recipient),
            row.type,
            row.events,
            row.documents,
        )
        for row in found
    ]
    return rows, total - len(rows)


def tellings(
    connection: Connection, reading: Reading, actor: str, recipient: str, type_: str | None
) -> list[EdgeTelling]:
    """Return the last tellings behind an edge, with the sentence of each."""
    e, d, dated, doing, done = t.events.c, t.documents.c, t.datings.c, t.arguments.alias(), t.arguments.alias()
    query = (
        select(e.id, e.statement, e.document, e.start, e.stop, e.factuality)
        .select_from(doing)
        .join(done, (done.c.event == doing.c.event) & (done.c.role == "recipient"))
        .join(t.events, e.id == doing.c.event)
        .join(t.documents, d.id == e.document)
        .outerjoin(t.datings, dated.document == d.id)
        .where(doing.c.role == "actor", _is(doing, actor), _is(done, recipient))
        .where(*in_days(day_of_document(), reading.known))
        .order_by(day_of_document().desc(), e.id)
        .limit(SHOWN)
    )
    found = connection.execute(query.where(e.type == type_) if type_ else query).all()
    keys = sorted({row.document for row in found})
    named_, texts, about = (
        headings(connection, keys),
        bodies(connection, keys),
        incidents_of(connection, [r.id for r in found]),
    )
    cut = {key: sentences(body.text) for key, body in texts.items()}
    return [
        EdgeTelling(
            event=row.id,
            statement=row.statement,
            document=row.document,
            outlet=named_[row.document].outlet,
            published=published_words(named_[row.document].published),
            trigger=texts[row.document].text[row.start : row.stop],
            sentence=sentence_at(texts[row.document], cut[row.document], row.start),
            incident=next(iter(about.get(row.id, ())), None),
            denied=row.factuality.endswith("-"),
        )
        for row in found
    ]


def _is(argument: Any, key: str) -> ColumnElement[bool]:
    """Return the condition that an argument is a party, by id, or by name where it has no id."""
    found: ColumnElement[bool] = (argument.c.party == key) | (argument.c.party.is_(None) & (argument.c.name == key))
    return found
