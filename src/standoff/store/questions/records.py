"""Ask for whole records: by id, and all that is of one incident."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from standoff.store import tables as t
from standoff.store.questions.terms import among, value


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    kept = (t.statements, t.events, t.claims, t.discrepancies, t.agreement_links)
    incident, member = value("incident"), t.incident_events.c
    differ, said, links = t.discrepancies.c, t.claims.c, t.agreement_links.c
    either = (differ.incident == incident) | (differ.other_incident == incident)
    return {
        **{f"{table.name} by id": select(table.c.body).where(among(table.c.id)) for table in kept},
        "incident": select(t.incidents.c.body).where(t.incidents.c.id == incident),
        "incidents": select(t.incidents.c.body).order_by(t.incidents.c.id),
        "events of an incident": select(t.events.c.body)
        .join(t.incident_events, member.event == t.events.c.id)
        .where(member.incident == incident)
        .order_by(member.position),
        "discrepancies of an incident": select(differ.body).where(either).order_by(differ.slot, differ.kind, differ.id),
        "claims of an incident": select(said.body).where(said.incident == incident),
        "agreement links of statements": select(links.body).where(among(links.statement)),
        "incidents of a statement": _told_of(),
        "parties of the codebook": select(t.parties.c.body).where(t.parties.c.local.is_(False)),
    }


def _told_of() -> Select[Any]:
    """Return the question which incidents a statement tells of: by an event it reports, or by what it says of them."""
    i, e, member, said = t.incidents.c, t.events.c, t.incident_events.c, t.claims.c
    statement = value("statement")
    reported = select(member.incident).join(t.events, e.id == member.event).where(e.statement == statement)
    told = reported.union(select(said.incident).where(said.statement == statement)).subquery("told")
    found = select(i.short_id, i.label).select_from(told).join(t.incidents, i.id == told.c.incident)
    return found.order_by(i.label, i.short_id)
