"""Ask for calls and meetings, a row for each party to each mention, and for who is said to act on whom."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select

from standoff.store import tables as t
from standoff.store.questions.terms import among, clock, one_of
from standoff.store.sums import CONSULT


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    contacts = _contacts()
    return {
        "contacts": contacts,
        "contacts of incidents": contacts.where(among(t.incidents.c.id)),
        "edges": _edges(),
    }


def _contacts() -> Select[Any]:
    """Select the mentions of calls and meetings, in order of happening."""
    e, i, member, s, a = t.events.c, t.incidents.c, t.incident_events.c, t.statements.c, t.arguments.c
    return (
        select(
            *(i.id, i.short_id, i.label, *clock(t.incidents, "happened")),
            *(e.id.label("event"), e.plover_mode, e.type, e.frame, e.factuality, e.document, e.statement),
            *(s.principal_name, s.source_name, s.channel),
            *(a.name, a.party, a.state, a.kind),
        )
        .select_from(t.events)
        .join(t.incident_events, member.event == e.id)
        .join(t.incidents, i.id == member.incident)
        .outerjoin(t.statements, s.id == e.statement)
        .outerjoin(t.arguments, (a.event == e.id) & one_of(a.role, ("actor", "recipient")))
        .where(e.plover_type == CONSULT)
        .order_by(i.happened_earliest.is_(None), i.happened_earliest, i.id, member.position, a.position)
    )


def _edges() -> Select[Any]:
    """Select who is said to act on whom, by type of event, the most frequent first."""
    e, doing, done = t.events.c, t.arguments.alias(), t.arguments.alias()
    number = func.count(e.id.distinct())
    return (
        select(
            doing.c.name.label("actor"),
            done.c.name.label("recipient"),
            e.type,
            number.label("events"),
            func.count(e.document.distinct()).label("documents"),
        )
        .select_from(t.events)
        .join(doing, (doing.c.event == e.id) & (doing.c.role == "actor"))
        .join(done, (done.c.event == e.id) & (done.c.role == "recipient"))
        .where(doing.c.name.is_not(None), done.c.name.is_not(None))
        .group_by(doing.c.name, done.c.name, e.type)
        .order_by(number.desc(), doing.c.name, done.c.name, e.type)
    )
