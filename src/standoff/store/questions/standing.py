"""Ask where rows stand in the texts, which rows are parts of which, and for the review log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Select, select

from standoff.store import tables as t
from standoff.store.questions.terms import among, one_of, value
from standoff.store.standing import STANDS

_PARTS: dict[str, tuple[Column[Any], Column[Any]]] = {  # kind of row -> the columns of its parts, and of itself
    "discrepancy": (t.discrepancy_claims.c.claim, t.discrepancy_claims.c.discrepancy),
    "incident": (t.incident_events.c.event, t.incident_events.c.incident),
}


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    m, d = t.marks.c, t.decisions.c
    roles = sorted({role for roles in STANDS.values() for role in roles})
    marks = (
        select(m.owner, m.role, m.document, m.start, m.stop, m.quote)
        .where(m.owner_kind == value("kind"), one_of(m.role, roles))
        .order_by(m.owner, m.role, m.position)
    )
    found: dict[str, Select[Any]] = {
        "words by document": marks.where(among(m.document)),
        "words by owner": marks.where(among(m.owner)),
        "decisions": select(d.body).order_by(d.number),
    }
    for kind, (part, whole) in _PARTS.items():
        found[f"{kind} by part"] = select(part, whole).where(among(part)).order_by(whole, part)
        found[f"parts of {kind}"] = select(part).where(among(whole)).order_by(part)
    return found
