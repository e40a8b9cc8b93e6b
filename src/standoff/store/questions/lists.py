"""Ask for lists within a period: incidents by weight (contested first) or in order of happening, meetings, accords."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, or_, select

from standoff.store import tables as t
from standoff.store.questions.terms import value


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    i, sums, about, f = t.incidents.c, t.incident_sums.c, t.discrepancies.c, t.failures.c
    lines, told = t.agreement_lines.c, t.document_sums.c
    entries = (
        select(i.body, i.documents_count, sums.discrepancies.label("differences"))
        .select_from(t.incident_sums)
        .join(t.incidents, i.id == sums.incident)
        .where(*_within())
        .limit(bindparam("most"))
    )
    # Both ways alike, so that the index of weights holds the order.
    weight = (sums.weight.desc(), sums.incident.desc())
    links = select(lines.link.label("id")).where(*_published(lines.day))
    documents = select(told.document.label("id")).where(*_published(told.day))
    return {
        "incidents by weight": entries.order_by(*weight),
        "incidents by time": entries.order_by(
            i.happened_earliest.is_(None), i.happened_earliest, i.happened_latest, i.id
        ),
        "meetings by weight": entries.with_only_columns(i.id).where(sums.met == 1).order_by(*weight),
        "incidents by status": select(i.status, func.count().label("number")).where(*_within()).group_by(i.status),
        "differences of an incident": select(func.count()).where(about.incident == value("incident")),
        "failures": select(f.path, f.step, f.reason, f.document).order_by(f.path, f.step, f.id),
        "documents by day": documents.order_by(told.day.desc(), told.document.desc()).limit(bindparam("most")),
        "number of documents by day": documents.with_only_columns(func.count().label("number")),
        "links by day": links.order_by(lines.day.desc(), lines.link.desc()).limit(bindparam("most")),
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


def _published(day: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a period on when documents were published; an unknown day counts as new."""
    first, last, since = value("first"), value("last"), value("since")
    return (
        or_(first.is_(None), day >= first),
        or_(last.is_(None), (day != "") & (day <= last)),
        or_(since.is_(None), day >= since, day == ""),
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
