"""Count what screens show, set by set in the database, after what is derived across documents was swapped."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    Table,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    union_all,
)

from standoff.store import tables as t

PLACED = (t.incident_parties, t.incident_places)  # filled with the incidents they belong to
_FILL_NAMES = (  # the full-text index of names
    "DELETE FROM names_fts",
    "INSERT INTO names_fts(kind, key, name) SELECT 'incident', id, label FROM incidents",
    "INSERT INTO names_fts(kind, key, name) SELECT 'actor', id, name FROM parties",
    "INSERT INTO names_fts(kind, key, name) SELECT 'place', id, name FROM places",
)

CONTESTED = 2 * 10**16  # the least weight of a contested incident
CONSULT = "CONSULT"  # the kind of event that calls, visits and meetings are

_LOOK = ("PRAGMA analysis_limit=300", "ANALYZE")  # what the planner of queries knows of the tables


def fill(connection: Connection) -> None:
    """Make all sums again; those of parties and places of incidents are made with the incidents."""
    for table in t.SUMS:
        if table not in PLACED:
            connection.execute(delete(table))
    for table, query in (
        (t.document_sums, _documents()),
        (t.incident_sums, _incidents()),
        (t.incident_lists, _lists()),
        (t.party_sums, _parties()),
        (t.publisher_sums, _publishers()),
        (t.repeat_sums, _repeats()),
        (t.edge_sums, _edges()),
        (t.agreement_sums, _agreements()),
    ):
        connection.execute(insert(table).from_select([column.name for column in table.columns], query))
    if connection.dialect.name == "sqlite":
        for statement in (*_FILL_NAMES, *_LOOK):
            connection.exec_driver_sql(statement)


def day_of_document() -> ColumnElement[str]:
    """Return the expression of the last day on which a document can have been published, empty where unknown."""
    d, dated = t.documents.c, t.datings.c
    bounds = (dated.published_latest, d.published_latest, dated.published_earliest, d.published_earliest)
    return func.substr(func.coalesce(*bounds, ""), 1, 10)


def _documents() -> Select[Any]:
    """Select each document with its day, statements and incidents."""
    d, s, e, member = t.documents.c, t.statements.c, t.events.c, t.incident_events.c
    told = select(s.document, func.count().label("n")).group_by(s.document).subquery("told")
    held = (
        select(e.document, func.count(member.incident.distinct()).label("n"))
        .join(t.incident_events, member.event == e.id)
        .group_by(e.document)
        .subquery("held")
    )
    return (
        select(d.id, day_of_document(), func.coalesce(told.c.n, 0), func.coalesce(held.c.n, 0), outlet())
        .outerjoin(t.datings, t.datings.c.document == d.id)
        .outerjoin(told, told.c.document == d.id)
        .outerjoin(held, held.c.document == d.id)
    )


def _incidents() -> Select[Any]:
    """Select each incident with what lists are ordered by, and the days of its first and last document."""
    i, e, member, about, sums = t.incidents.c, t.events.c, t.incident_events.c, t.discrepancies.c, t.document_sums.c
    differ = select(about.incident, func.count().label("n")).group_by(about.incident).subquery("differ")
    told = (
        select(member.incident, func.min(func.nullif(sums.day, "")).label("known"), func.max(sums.day).label("news"))
        .join(t.events, e.id == member.event)
        .join(t.document_sums, sums.document == e.document)
        .group_by(member.incident)
        .subquery("told")
    )
    met = (
        select(member.incident)
        .distinct()
        .join(t.events, e.id == member.event)
        .where(e.plover_type == CONSULT)
        .subquery("met")
    )
    number = func.coalesce(differ.c.n, 0)
    rank = case((i.status == "contested", 2), (i.status == "uncontested", 1), else_=0)
    weight = (
        rank * literal(CONTESTED // 2)
        + func.min(i.documents_count, 10**6 - 1) * literal(10**10)
        + func.min(number, 10**5 - 1) * literal(10**5)
        + func.min(i.events_count, 10**5 - 1)
    )
    return (
        select(
            i.id,
            weight,
            func.coalesce(i.happened_earliest, i.happened_latest, ""),
            func.coalesce(told.c.known, ""),
            func.coalesce(told.c.news, ""),
            number,
            func.coalesce(i.happened_latest, i.happened_earliest, ""),
            case((met.c.incident.is_not(None), 1), else_=0),
        )
        .outerjoin(differ, differ.c.incident == i.id)
        .outerjoin(told, told.c.incident == i.id)
        .outerjoin(met, met.c.incident == i.id)
    )


def _lists() -> CompoundSelect[Any]:
    """Select the sums of each incident under each of its parties and places."""
    sums = t.incident_sums.c

    def under(kind: str, table: Table, about: ColumnElement[str]) -> Select[Any]:
        held = (literal(kind), about, sums.weight, sums.incident, sums.happened, sums.known, sums.news, sums.ended)
        return select(*held).join(table, table.c.incident == sums.incident)

    party, place = t.incident_parties, t.incident_places
    return union_all(under("party", party, party.c.party), under("place", place, place.c.place))


def _parties() -> Select[Any]:
    """Select how often each party speaks, acts and undergoes something on each day."""
    s, e, a, sums = t.statements.c, t.events.c, t.arguments.c, t.document_sums.c
    none = literal(0)

    def of(party: ColumnElement[Any], table: Any, *columns: ColumnElement[Any]) -> Select[Any]:
        return select(party.label("party"), table.document.label("document"), *columns).where(party.is_not(None))

    speaking = of(s.source_party, s, literal(1).label("speaks"), none.label("acts"), none.label("undergoes"))
    behalf = of(s.principal_party, s, literal(1), none, none).where(s.principal_party.is_distinct_from(s.source_party))
    doing = [
        of(a.party, e, none, literal(int(role == "actor")), literal(int(role == "recipient")))
        .join(t.events, e.id == a.event)
        .where(a.role == role)
        for role in ("actor", "recipient")
    ]
    told = union_all(speaking, behalf, *doing).subquery("told")
    kinds = [func.sum(told.c[name]) for name in ("speaks", "acts", "undergoes")]
    return (
        select(told.c.party, sums.day, *kinds)
        .join(t.document_sums, sums.document == told.c.document)
        .group_by(told.c.party, sums.day)
    )


def outlet(documents: FromClause = t.documents) -> ColumnElement[str]:
    """Return the expression of a document's outlet, or the agency it draws on, empty where neither is known."""
    return func.coalesce(documents.c.publisher, documents.c.agency, "")


def _publishers() -> Select[Any]:
    """Select how many documents each outlet has on each day, how many of them its own, and statements in them."""
    d, sums = t.documents.c, t.document_sums.c
    copied = select(t.copies.c.document).distinct().subquery("copied")
    own = func.sum(case((copied.c.document.is_(None), 1), else_=0))
    return (
        select(outlet(), sums.day, func.count(), own, func.sum(sums.statements))
        .select_from(t.documents)
        .join(t.document_sums, sums.document == d.id)
        .outerjoin(copied, copied.c.document == d.id)
        .group_by(outlet(), sums.day)
    )


def _repeats() -> Select[Any]:
    """Select how many documents of each outlet repeat those of another on each day, with the shares added up."""
    c, sums, here, there = t.copies.c, t.document_sums.c, t.documents.alias("here"), t.documents.alias("there")
    names: list[ColumnElement[Any]] = [outlet(here), outlet(there)]
    return (
        select(*names, sums.day, func.count(), func.sum(c.share))
        .select_from(t.copies)
        .join(here, here.c.id == c.document)
        .join(there, there.c.id == c.copy_of)
        .join(t.document_sums, sums.document == c.document)
        .group_by(*names, sums.day)
    )


def _agreements() -> Select[Any]:
    """Select how often, on each day, each agreement and clause is invoked, affirmed, said broken or defended."""
    a, sums = t.agreement_links.c, t.document_sums.c
    clause = func.coalesce(a.clause, "")
    return (
        select(a.agreement, clause, a.relation, sums.day, func.count())
        .join(t.document_sums, sums.document == a.document)
        .group_by(a.agreement, clause, a.relation, sums.day)
    )


def _edges() -> Select[Any]:
    """Select how often, on each day, one party is said to do something to another."""
    e, sums, doing, done = t.events.c, t.document_sums.c, t.arguments.alias("doing"), t.arguments.alias("done")
    actor, recipient = (func.coalesce(a.c.party, a.c.name) for a in (doing, done))
    return (
        select(actor, recipient, e.type, sums.day, func.count(e.id.distinct()), func.count(e.document.distinct()))
        .select_from(t.events)
        .join(doing, (doing.c.event == e.id) & (doing.c.role == "actor"))
        .join(done, (done.c.event == e.id) & (done.c.role == "recipient"))
        .join(t.document_sums, sums.document == e.document)
        .where(actor.is_not(None), recipient.is_not(None), actor != recipient)
        .group_by(actor, recipient, e.type, sums.day)
    )
