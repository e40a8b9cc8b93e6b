"""Ask for lists of incidents, by weight (contested first) or in order of happening, within a period."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, case, func, or_, select

from standoff.store import tables as t
from standoff.store.questions.terms import value


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    i, about = t.incidents.c, t.discrepancies.c
    counted = select(about.incident, func.count().label("number")).group_by(about.incident).subquery("differences")
    number = func.coalesce(counted.c.number, 0)
    entries = (
        select(i.body, i.documents_count, number.label("differences"))
        .outerjoin(counted, counted.c.incident == i.id)
        .where(*_within())
        .limit(bindparam("most"))
    )
    when = (i.happened_earliest.is_(None), i.happened_earliest, i.happened_latest, i.id)
    rank = case((i.status == "contested", 0), (i.status == "uncontested", 1), else_=2)
    weight = (rank, i.documents_count.desc(), number.desc(), i.events_count.desc(), *when)
    return {
        "incidents by weight": entries.order_by(*weight),
        "incidents by time": entries.order_by(*when),
        "incidents by status": select(i.status, func.count().label("number")).where(*_within()).group_by(i.status),
        "differences of an incident": select(func.count()).where(about.incident == value("incident")),
    }


def _within() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a period, each void where its bound is absent; the undated are in no bounded period."""
    i, first, last, since = t.incidents.c, value("first"), value("last"), value("since")
    begun = func.substr(func.coalesce(i.happened_earliest, i.happened_latest), 1, 10)
    return (
        or_(first.is_(None), func.coalesce(i.happened_latest, i.happened_earliest) >= first),
        or_(last.is_(None), begun <= last),
        or_(since.is_(None), i.id.in_(_published_since(since))),
    )


def _published_since(day: BindParameter[str | None]) -> Select[tuple[str]]:
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
