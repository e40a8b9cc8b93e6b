"""Ask for rows by id, by the beginning of an id, by short id, and for what incidents and documents are called."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from standoff.store import tables as t
from standoff.store.finding import SEVERAL, SPOKEN
from standoff.store.questions.terms import among, value

NAMED = {  # kind of row that an id can name -> its table
    "document": t.documents,
    "annotation": t.annotations,
    "statement": t.statements,
    "event": t.events,
    "incident": t.incidents,
    "claim": t.claims,
    "discrepancy": t.discrepancies,
    "agreement_link": t.agreement_links,
    "decision": t.decisions,
}


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    i, d, s, r = t.incidents.c, t.documents.c, t.statements.c, t.redirects.c
    gone = (r.incident >= value("first"), r.incident < value("after"))
    return {
        **_by_id(),
        "incident names": select(i.id, i.short_id, i.label).order_by(i.documents_count.desc(), i.id),
        "incident places": select(i.id, i.short_id, i.label, t.places.c.name)
        .join(t.incident_places, t.incident_places.c.incident == i.id)
        .join(t.places, t.places.c.id == t.incident_places.c.place)
        .order_by(i.documents_count.desc(), i.id),
        "document names": select(d.id, d.short_id, d.path, d.title).order_by(d.number),
        "statement names": select(s.id, s.short_id),
        "gone by beginning": select(r.incident).where(*gone).order_by(r.incident).limit(SEVERAL + 1),
        "gone": select(r.incident),
        "heirs": select(r.heir).where(among(r.incident)),
    }


def _by_id() -> dict[str, Select[Any]]:
    """Return the questions for ids that begin in some way, and for short ids."""
    found: dict[str, Select[Any]] = {}
    for kind, table in NAMED.items():
        key = table.c.id
        bounds = (key >= value("first"), key < value("after"))
        found[f"{kind} by beginning"] = select(key).where(*bounds).order_by(key).limit(SEVERAL + 1)
    for kind in SPOKEN:
        table = NAMED[kind]
        found[f"{kind} by short id"] = select(table.c.id).where(table.c.short_id == value("name")).limit(SEVERAL)
    return found
