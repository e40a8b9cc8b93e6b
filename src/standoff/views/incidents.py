"""List the incidents of a record, the most disputed first, with what a reader needs to choose one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from standoff.model.clock import Interval
from standoff.model.incident import Incident
from standoff.store import rows
from standoff.store import tables as t
from standoff.views.period import ALWAYS, Period

Order = Literal["weight", "time"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one incident with its number of discrepancies and of documents."""

    incident: Incident
    discrepancies: int
    documents: int


def listing(
    connection: Connection, period: Period = ALWAYS, order: Order = "weight", limit: int | None = None
) -> tuple[Entry, ...]:
    """List the incidents of a period by weight (contested first, then by documents) or in order of happening."""
    i = t.incidents.c
    about = t.discrepancies.c
    counted = select(about.incident, func.count().label("number")).group_by(about.incident).subquery("differences")
    query = select(i.body, i.documents_count, func.coalesce(counted.c.number, 0).label("differences")).outerjoin(
        counted, counted.c.incident == i.id
    )
    ordered = _ordered(query.where(*_within(period)), order, counted.c.number)
    found = connection.execute(ordered.limit(limit) if limit else ordered)
    return tuple(Entry(rows.INCIDENT.decode(row.body), row.differences, row.documents_count) for row in found)


def count(connection: Connection, period: Period = ALWAYS) -> dict[str, int]:
    """Count the incidents of a period by status."""
    i = t.incidents.c
    query = select(i.status, func.count()).where(*_within(period)).group_by(i.status)
    return {status: number for status, number in connection.execute(query)}


def _ordered(query: Select[Any], order: Order, differences: ColumnElement[int]) -> Select[Any]:
    """Order a listing; equal ones by time and id, so that a listing is the same each time."""
    i = t.incidents.c
    when = (i.happened_earliest.is_(None), i.happened_earliest, i.happened_latest, i.id)
    if order == "time":
        return query.order_by(*when)
    status = case((i.status == "contested", 0), (i.status == "uncontested", 1), else_=2)
    return query.order_by(
        status, i.documents_count.desc(), func.coalesce(differences, 0).desc(), i.events_count.desc(), *when
    )


def _within(period: Period) -> Iterable[ColumnElement[bool]]:
    """Yield the conditions of a period; what has no date is not in any period that is bounded."""
    i = t.incidents.c
    if period.first:
        yield func.coalesce(i.happened_latest, i.happened_earliest) >= period.first
    if period.last:
        yield func.substr(func.coalesce(i.happened_earliest, i.happened_latest), 1, 10) <= period.last
    if period.since:
        yield i.id.in_(_published_since(period.since))


def _published_since(day: str) -> Select[tuple[str]]:
    """Return the incidents that a document published on or after a day speaks of; an unknown date counts as new."""
    member, d, dated = t.incident_events.c, t.documents.c, t.datings.c
    published = func.coalesce(
        dated.published_latest, d.published_latest, dated.published_earliest, d.published_earliest
    )
    return (
        select(member.incident)
        .join(t.events, t.events.c.id == member.event)
        .join(t.documents, d.id == t.events.c.document)
        .outerjoin(t.datings, dated.document == d.id)
        .where((published >= day) | published.is_(None))
    )


def interval_of(row: Any, clock: str) -> Interval | None:
    """Return the interval of a row's three columns of a clock, or nothing where none is known."""
    earliest, latest, basis = (getattr(row, f"{clock}_{part}") for part in ("earliest", "latest", "basis"))
    return Interval(earliest, latest, basis) if earliest or latest else None


def entry_of(connection: Connection, incident: Incident) -> Entry:
    """Return the entry of one incident."""
    about = t.discrepancies.c
    number = connection.scalar(select(func.count()).select_from(t.discrepancies).where(about.incident == incident.id))
    return Entry(incident, number or 0, len(incident.documents))
