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

from standoff.store import changed
from standoff.store import tables as t
from standoff.store.names import fill_names

PLACED = (t.incident_parties, t.incident_places)  # filled with the incidents they belong to

CONTESTED = 2 * 10**16  # the least weight of a contested incident
WITHIN = {"day": 10, "month": 7, "year": 4, "more": 0}  # what holds an interval -> the characters its ends share
ADDED_UP = 3  # digits of shares, so that they add up to the same in any order
CONSULT = "CONSULT"  # the kind of event that calls, visits and meetings are

_LIMIT = "PRAGMA analysis_limit=300"  # rows of each index that the planner of queries learns from
_LOOK, _LOOK_AGAIN = "ANALYZE", "PRAGMA optimize=0x10002"  # the latter only where a table has grown much since


def fill(connection: Connection) -> None:
    """Make all sums again; those of parties and places of incidents are made with the incidents."""
    for table in t.SUMS:
        if table not in PLACED:
            connection.execute(delete(table))
    for table, found in (*EACH, *BY_DAY, (t.status_sums, statuses)):
        put_found(connection, table, found(False))
    fill_names(connection)
    _look(connection, _LOOK)


def put_found(connection: Connection, table: Table, query: Select[Any] | CompoundSelect[Any]) -> None:
    """Put what a query finds into a table."""
    connection.execute(insert(table).from_select([column.name for column in table.columns], query))


def look_again(connection: Connection) -> None:
    """Let the planner of queries look at the tables that have grown much."""
    _look(connection, _LOOK_AGAIN)


def _counted(document: ColumnElement[Any], part: bool) -> list[ColumnElement[bool]]:
    """Return the condition that a document is one of those to count, where only a part is summed."""
    return changed.among(document, changed.counted, part)


def _look(connection: Connection, statement: str) -> None:
    """Let the planner of queries look at the tables."""
    if connection.dialect.name == "sqlite":
        for one in (_LIMIT, statement):
            connection.exec_driver_sql(one)


def day_of_document() -> ColumnElement[str]:
    """Return the expression of the last day on which a document can have been published, empty where unknown."""
    d, dated = t.documents.c, t.datings.c
    bounds = (dated.published_latest, d.published_latest, dated.published_earliest, d.published_earliest)
    return func.substr(func.coalesce(*bounds, ""), 1, 10)


def _documents(part: bool) -> Select[Any]:
    """Select each document with its day, statements and incidents."""
    d, s, e, member = t.documents.c, t.statements.c, t.events.c, t.incident_events.c
    told = (
        select(s.document, func.count().label("n"))
        .where(*changed.among(s.document, changed.documents, part))
        .group_by(s.document)
        .subquery("told")
    )
    held = (
        select(e.document, func.count(member.incident.distinct()).label("n"))
        .join(t.incident_events, member.event == e.id)
        .where(*changed.among(e.document, changed.documents, part))
        .group_by(e.document)
        .subquery("held")
    )
    return (
        select(d.id, day_of_document(), func.coalesce(told.c.n, 0), func.coalesce(held.c.n, 0), outlet())
        .outerjoin(t.datings, t.datings.c.document == d.id)
        .outerjoin(told, told.c.document == d.id)
        .outerjoin(held, held.c.document == d.id)
        .where(*changed.among(d.id, changed.documents, part))
    )


def _incidents(part: bool) -> Select[Any]:
    """Select each incident with what lists are ordered by, and the days of its first and last document."""
    i, e, member, about, sums = t.incidents.c, t.events.c, t.incident_events.c, t.discrepancies.c, t.document_sums.c
    differ = (
        select(about.incident, func.count().label("n"))
        .where(*changed.among(about.incident, changed.incidents, part))
        .group_by(about.incident)
        .subquery("differ")
    )
    told = (
        select(member.incident, func.min(func.nullif(sums.day, "")).label("known"), func.max(sums.day).label("news"))
        .join(t.events, e.id == member.event)
        .join(t.document_sums, sums.document == e.document)
        .where(*changed.among(member.incident, changed.incidents, part))
        .group_by(member.incident)
        .subquery("told")
    )
    met = (
        select(member.incident)
        .distinct()
        .join(t.events, e.id == member.event)
        .where(e.plover_type == CONSULT, *changed.among(member.incident, changed.incidents, part))
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
            _within(i.happened_earliest, i.happened_latest),
        )
        .outerjoin(differ, differ.c.incident == i.id)
        .outerjoin(told, told.c.incident == i.id)
        .outerjoin(met, met.c.incident == i.id)
        .where(*changed.among(i.id, changed.incidents, part))
    )


def _within(first: ColumnElement[Any], last: ColumnElement[Any]) -> ColumnElement[str]:
    """Return the expression of the day, month or year that holds both ends of an interval, `more` where none does."""
    begun, ended = func.coalesce(first, last), func.coalesce(last, first)
    held = ((func.substr(begun, 1, n) == func.substr(ended, 1, n), name) for name, n in WITHIN.items())
    return case((begun.is_(None), ""), *held)


def lists(part: bool) -> CompoundSelect[Any]:
    """Select the sums of each incident under each of its parties and places."""
    sums = t.incident_sums.c

    def under(kind: str, table: Table, about: ColumnElement[str]) -> Select[Any]:
        held = (literal(kind), about, sums.weight, sums.incident, sums.happened, sums.known, sums.news, sums.ended)
        asked = changed.among(sums.incident, changed.incidents, part)
        return select(*held).join(table, table.c.incident == sums.incident).where(*asked)

    party, place = t.incident_parties, t.incident_places
    return union_all(under("party", party, party.c.party), under("place", place, place.c.place))


def _parties(part: bool) -> Select[Any]:
    """Select how often each party speaks, acts and undergoes something on each day."""
    s, e, a, sums = t.statements.c, t.events.c, t.arguments.c, t.document_sums.c
    none = literal(0)

    def of(party: ColumnElement[Any], table: Any, *columns: ColumnElement[Any]) -> Select[Any]:
        asked = (party.is_not(None), *_counted(table.document, part))
        return select(party.label("party"), table.document.label("document"), *columns).where(*asked)

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


def _publishers(part: bool) -> Select[Any]:
    """Select how many documents each outlet has on each day, how many of them its own, and statements in them."""
    d, sums = t.documents.c, t.document_sums.c
    copied = select(t.copies.c.document).where(*_counted(t.copies.c.document, part)).distinct().subquery("copied")
    own = func.sum(case((copied.c.document.is_(None), 1), else_=0))
    return (
        select(outlet(), sums.day, func.count(), own, func.sum(sums.statements))
        .select_from(t.documents)
        .join(t.document_sums, sums.document == d.id)
        .outerjoin(copied, copied.c.document == d.id)
        .where(*_counted(d.id, part))
        .group_by(outlet(), sums.day)
    )


def _repeats(part: bool) -> Select[Any]:
    """Select how many documents of each outlet repeat those of another on each day, with the shares added up."""
    c, sums, here, there = t.copies.c, t.document_sums.c, t.documents.alias("here"), t.documents.alias("there")
    names: list[ColumnElement[Any]] = [outlet(here), outlet(there)]
    return (
        select(*names, sums.day, func.count(), func.round(func.sum(c.share), ADDED_UP))
        .select_from(t.copies)
        .join(here, here.c.id == c.document)
        .join(there, there.c.id == c.copy_of)
        .join(t.document_sums, sums.document == c.document)
        .where(*_counted(c.document, part))
        .group_by(*names, sums.day)
    )


def _agreements(part: bool) -> Select[Any]:
    """Select how often, on each day, each agreement and clause is invoked, affirmed, said broken or defended."""
    a, sums = t.agreement_links.c, t.document_sums.c
    clause = func.coalesce(a.clause, "")
    return (
        select(a.agreement, clause, a.relation, sums.day, func.count())
        .join(t.document_sums, sums.document == a.document)
        .where(*_counted(a.document, part))
        .group_by(a.agreement, clause, a.relation, sums.day)
    )


def _lines(part: bool) -> Select[Any]:
    """Select each link to an agreement with its day, and who says so of whom."""
    a, s, sums = t.agreement_links.c, t.statements.c, t.document_sums.c
    voice = func.coalesce(s.principal_name, s.source_name)
    return (
        select(a.agreement, sums.day, a.id, a.relation, voice, a.accused_name)
        .join(t.document_sums, sums.document == a.document)
        .outerjoin(t.statements, s.id == a.statement)
        .where(*_counted(a.document, part))
    )


def statuses(part: bool) -> Select[Any]:
    """Select how many incidents have each status."""
    i = t.incidents.c
    asked = changed.among(i.id, changed.incidents, part)
    return select(i.status, func.count().label("incidents")).where(*asked).group_by(i.status)


def _edges(part: bool) -> Select[Any]:
    """Select how often, on each day, one party is said to do something to another."""
    e, sums, doing, done = t.events.c, t.document_sums.c, t.arguments.alias("doing"), t.arguments.alias("done")
    actor, recipient = (func.coalesce(a.c.party, a.c.name) for a in (doing, done))
    return (
        select(actor, recipient, e.type, sums.day, func.count(e.id.distinct()), func.count(e.document.distinct()))
        .select_from(t.events)
        .join(doing, (doing.c.event == e.id) & (doing.c.role == "actor"))
        .join(done, (done.c.event == e.id) & (done.c.role == "recipient"))
        .join(t.document_sums, sums.document == e.document)
        .where(actor.is_not(None), recipient.is_not(None), actor != recipient, *_counted(e.document, part))
        .group_by(actor, recipient, e.type, sums.day)
    )


# What is summed up for each document and incident, and by day; in the order in which one needs the other.
EACH = ((t.document_sums, _documents), (t.incident_sums, _incidents), (t.incident_lists, lists))
BY_DAY = (
    (t.party_sums, _parties),
    (t.publisher_sums, _publishers),
    (t.repeat_sums, _repeats),
    (t.edge_sums, _edges),
    (t.agreement_sums, _agreements),
    (t.agreement_lines, _lines),
)
