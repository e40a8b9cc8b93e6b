"""Ask what is said of agreements, each line with its voice and dates, and of which incidents its statement tells."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select

from standoff.store import tables as t
from standoff.store.questions.terms import CLOCK, among, clock, outlet


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    entries, told, a = _entries(), _incidents(), t.agreement_links.c
    return {
        "ledger": entries,
        "ledger of incidents": entries.where(a.statement.in_(_telling())),
        "ledger by link": entries.where(among(a.id)),
        "incidents in the ledger": told,
        "incidents in the ledger of incidents": told.where(a.statement.in_(_telling())),
        "incidents in the ledger by link": told.where(among(a.id)),
    }


def _telling() -> Select[Any]:
    """Select the statements that tell of some incidents."""
    e, member = t.events.c, t.incident_events.c
    return select(e.statement).join(t.incident_events, member.event == e.id).where(among(member.incident))


def _entries() -> Select[Any]:
    """Select all links with their voices and dates, by agreement and then in order of being said."""
    a, s, d, dated = t.agreement_links.c, t.statements.c, t.documents.c, t.datings.c
    said = func.coalesce(s.said_earliest, dated.published_earliest, d.published_earliest)
    published = (
        func.coalesce(dated[f"published_{part}"], d[f"published_{part}"]).label(f"published_{part}") for part in CLOCK
    )
    return (
        select(
            *(a.id, a.agreement, a.relation, a.clause, a.accused_name, a.document, a.statement, a.body),
            *(s.principal_name, s.source_name, *clock(t.statements, "said"), outlet(t.documents), *published),
        )
        .select_from(t.agreement_links)
        .join(t.documents, d.id == a.document)
        .outerjoin(t.statements, s.id == a.statement)
        .outerjoin(t.datings, dated.document == d.id)
        .order_by(a.agreement, said.is_(None), said, a.document, a.id)
    )


def _incidents() -> Select[Any]:
    """Select, by statement that speaks of an agreement, id and short id of the incidents it tells of."""
    a, e, member, i = t.agreement_links.c, t.events.c, t.incident_events.c, t.incidents.c
    return (
        select(a.statement, i.id, i.short_id)
        .distinct()
        .join(t.events, e.statement == a.statement)
        .join(t.incident_events, member.event == e.id)
        .join(t.incidents, i.id == member.incident)
        .order_by(a.statement, i.short_id)
    )
