"""List incidents by any attribute, page by page, as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, func, select, union_all

from standoff.model.claim import Discrepancy
from standoff.model.incident import Incident
from standoff.store import codecs
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.store.sums import WITHIN
from standoff.values.contest import contested_by
from standoff.views.dossier import headings
from standoff.views.known import EVER, as_known_incident
from standoff.views.screens.paging import Part, Sorted, paged, part
from standoff.views.screens.reading import Reading
from standoff.views.screens.rows import Facts, incident_row
from standoff.views.screens.shapes import IncidentRow
from standoff.views.screens.words import called, named

Order = Literal["weight", "time", "new"]
_MANY = 3_000  # incidents of several parties or places from which each row of a list is looked up by itself
# Filter -> its kind in the index of names, the ids it may be, and which incidents belong to it.
_LISTED: Mapping[str, tuple[str, Column[str], Column[str]]] = {
    "party": ("actor", t.parties.c.id, t.incident_parties.c.party),
    "place": ("place", t.places.c.id, t.incident_places.c.place),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Hold what incidents are filtered by; days are ISO days, inclusive; `reviewed` asks for decided ones or not."""

    q: str | None = None
    status: str | None = None
    type: str | None = None
    slot: str | None = None
    kind: str | None = None
    party: str | None = None
    place: str | None = None
    publisher: str | None = None
    document: str | None = None
    first: str | None = None
    last: str | None = None
    since: str | None = None
    reviewed: bool | None = None
    incident: str | None = None

    @property
    def none(self) -> bool:
        """Tell whether nothing is filtered."""
        return self == Filters()


def incidents(
    connection: Connection, reading: Reading, filters: Filters, order: Order, page: tuple[str | None, int]
) -> Part[IncidentRow]:
    """Return one page of incidents: `page` is the cursor and the number of rows."""
    found = keys_of(connection, reading, filters, order, page)
    shown = rows_of(connection, [row.id for row in found.rows], reading)
    wanted = filters.status if reading.known != EVER else None  # on a day, an incident may have been less contested
    total = connection.scalar(select(func.sum(t.status_sums.c.incidents))) or 0 if filters.none else None
    kept = [row for row in shown if wanted in {None, row.status}]
    return Part(kept, found.next, total if reading.known == EVER else None)


def keys_of(
    connection: Connection, reading: Reading, filters: Filters, order: Order, page: tuple[str | None, int]
) -> Part[Any]:
    """Return the ids of one page of incidents, each as `id`."""
    cursor, limit = page
    base = _source(connection, filters)
    sums = base.source.c
    column, down = {"weight": (sums.weight, True), "time": (sums.happened, False), "new": (sums.news, True)}[order]
    query = select(sums.incident.label("id"), column.label("place")).where(*_conditions(connection, base, reading))
    # Both ways alike, so that the index holds the order and rows of equal weight need not be read to be sorted.
    wanted = (Sorted(column, down), Sorted(sums.incident, down))
    if order == "time" and filters.first and base.source is t.incident_sums:
        ordered = _lasting(query, filters.first, lambda part_: paged(part_, wanted, cursor, limit), limit)
    else:
        ordered = paged(query, wanted, cursor, limit)
    return part(connection.execute(ordered).all(), limit, "place", "id")


def _lasting(query: Select[Any], first: str, page: Callable[[Select[Any]], Select[Any]], limit: int) -> Select[Any]:
    """Return the page of incidents that had not ended before a day, in order of happening.

    One that lies within a month has begun in the month of that day or later, and so on: each kind is read from there,
    for else all that ended long before would be passed over one by one.
    """
    sums = t.incident_sums.c
    parts = (query.where(sums.within == name, sums.happened >= first[:n]) for name, n in WITHIN.items())
    all_ = union_all(*(select(page(part_).subquery()) for part_ in parts)).subquery()
    return select(all_).order_by(all_.c.place, all_.c.id).limit(limit + 1)


@dataclass(frozen=True, slots=True)
class _Base:
    """Hold the table that a list is read from, what narrows it to one party or place, and the filters that remain."""

    source: Table
    filters: Filters
    narrowed: tuple[ColumnElement[bool], ...] = ()


def _source(connection: Connection, filters: Filters) -> _Base:
    """Return the table of sums to read: that under one party or place where one is asked for, else that of all."""
    lists = t.incident_lists
    for kind in _LISTED:
        meant = _meant(connection, kind, getattr(filters, kind)) if getattr(filters, kind) else []
        if len(meant) == 1:
            narrowed = (lists.c.kind == kind, lists.c.about == meant[0])
            return _Base(lists, replace(filters, **{kind: None}), narrowed)
    return _Base(t.incident_sums, filters)


def _meant(connection: Connection, kind: str, typed: str) -> list[str]:
    """Return the ids or names of the parties or places of some incidents that people mean by a name."""
    names, ids, member = _LISTED[kind]
    return [
        about
        for about in called(connection, names, ids, typed)
        if connection.scalar(select(member).where(member == about).limit(1)) is not None
    ]


def _conditions(connection: Connection, base: _Base, reading: Reading) -> Iterable[ColumnElement[bool]]:
    """Yield the conditions of some filters."""
    filters, i, sums = base.filters, t.incidents.c, base.source.c
    yield from base.narrowed
    if reading.known.day:
        yield sums.known != ""
        yield sums.known <= reading.known.day
    if filters.incident:
        yield sums.incident == filters.incident
    if filters.q:
        yield sums.incident.in_(named(connection, "incident", filters.q))
    plain = [i.status == filters.status] if filters.status and reading.known == EVER else []
    plain += [i.type == filters.type] if filters.type else []
    if plain:  # rows of incidents are wide: they are looked up only where what is asked for stands nowhere else
        yield select(i.id).where(i.id == sums.incident, *plain).correlate(base.source).exists()
    if filters.first:
        yield sums.ended >= filters.first
    if filters.last:
        yield sums.happened != ""
        yield func.substr(sums.happened, 1, 10) <= filters.last
    if filters.since:
        yield sums.news >= filters.since
    if filters.reviewed is not None:
        decided = sorted(key for key in reading.states if key.startswith("inc-"))[:900]
        yield sums.incident.in_(decided) if filters.reviewed else sums.incident.not_in(decided)
    yield from _related(connection, base)


def _related(connection: Connection, base: _Base) -> Iterable[ColumnElement[bool]]:
    """Yield the conditions on rows that belong to an incident."""
    filters, key = base.filters, base.source.c.incident
    for kind, (_, _, member) in _LISTED.items():
        if typed := getattr(filters, kind):
            yield _among(connection, base.source, member, _meant(connection, kind, typed))
    if filters.slot or filters.kind:
        d = t.discrepancies.c
        about = select(d.incident)
        about = about.where(d.slot == filters.slot) if filters.slot else about
        yield key.in_(about.where(d.kind == filters.kind) if filters.kind else about)
    if filters.publisher or filters.document:
        yield key.in_(_told_by(filters))


def _among(connection: Connection, source: Table, member: Column[str], meant: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition of belonging to one of some: looked up row by row where many do, else all at once."""
    key, incident = source.c.incident, member.table.c.incident
    theirs = select(incident).where(member.in_(meant))
    if (connection.scalar(select(func.count()).select_from(theirs.limit(_MANY).subquery())) or 0) < _MANY:
        return key.in_(theirs)
    return theirs.where(incident == key).correlate(source).exists()


def _told_by(filters: Filters) -> Select[Any]:
    """Select the incidents that an outlet, or a document, tells of."""
    d, e, member = t.documents.c, t.events.c, t.incident_events.c
    query = select(member.incident).join(t.events, e.id == member.event)
    if filters.document:
        query = query.where(e.document == filters.document)
    if filters.publisher:
        query = query.join(t.documents, d.id == e.document).where(d.publisher == filters.publisher)
    return query


def rows_of(connection: Connection, ids: Sequence[str], reading: Reading) -> list[IncidentRow]:
    """Return the rows of some incidents in the order given, as known on the day; those not known yet are left out."""
    i, sums = t.incidents.c, t.incident_sums.c
    query = select(i.body, sums.discrepancies, sums.known).join(t.incident_sums, sums.incident == i.id)
    found = {row.body["id"]: row for row in connection.execute(query.where(i.id.in_(ids)))}
    shared = _shared(connection, ids)
    kept = {key: codecs.INCIDENT.decode(row.body) for key, row in found.items()}
    if reading.known != EVER:
        kept = _as_known(connection, kept, reading)
    return [
        incident_row(
            kept[key],
            Facts(
                len(kept[key].documents),
                found[key].discrepancies + shared.get(key, 0),
                found[key].known or None,
                reading.states,
            ),
            reading.books.parties,
        )
        for key in ids
        if key in kept and kept[key].documents
    ]


def _shared(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Count the discrepancies that incidents have with one of whose own they are: the sums count each once."""
    other = t.discrepancies.c.other_incident
    query = select(other, func.count().label("n")).where(other.in_(ids)).group_by(other)
    return {row[0]: row[1] for row in connection.execute(query)}


def _as_known(connection: Connection, kept: dict[str, Incident], reading: Reading) -> dict[str, Incident]:
    """Return incidents as the documents of the day had them."""
    documents = headings(connection, sorted({key for incident in kept.values() for key in incident.documents}))
    known = {key: h for key, h in documents.items() if reading.known.knows(h.published)}
    whole, partly = set[str](), set[str]()
    for incident in kept.values():  # where all documents are known, so are all rows
        rows_ = whole if known.keys() >= set(incident.documents) else partly
        rows_.update(incident.events, *(p.statements for p in incident.parties))
    where = _documents_of(connection, partly - whole)
    told = whole | {row for row, document in where.items() if document in known}
    contested = _disputed(connection, [i.id for i in kept.values() if i.status == "contested"], known.keys())
    return {key: as_known_incident(i, known, told, disputed=key in contested) for key, i in kept.items()}


def _disputed(connection: Connection, incidents: Sequence[str], documents: Collection[str]) -> frozenset[str]:
    """Return the incidents that differences between documents of the day make contested."""
    d, found = t.discrepancies.c, list[Discrepancy]()
    for batch in batches(incidents):
        either = d.incident.in_(batch) | d.other_incident.in_(batch)
        found += map(codecs.DISCREPANCY.decode, connection.scalars(select(d.body).where(either)))
    return contested_by(difference for difference in found if set(documents).issuperset(difference.documents))


def _documents_of(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Return the documents of some statements and events, by id."""
    found: dict[str, str] = {}
    ids = sorted(keys)
    for table, kind in ((t.statements, "stm-"), (t.events, "evt-")):
        for batch in batches(key for key in ids if key.startswith(kind)):
            rows_ = connection.execute(select(table.c.id, table.c.document).where(table.c.id.in_(batch)))
            found |= {row.id: row.document for row in rows_}
    return found
