"""Ask for claims of casualties, each with its incident and outlet; a view orders them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from standoff.store import tables as t
from standoff.store.questions.terms import among, clock, outlet, value


def questions() -> dict[str, Select[Any]]:
    """Return the questions by name."""
    c, i = t.claims.c, t.incidents.c
    figures = (
        select(
            *(c.id.label("claim"), c.slot, c.value_text, c.quote, c.body, c.source_name, c.principal_name),
            *(c.polarity, c.statement, c.document, *clock(t.claims, "said")),
            *(i.id.label("incident"), i.short_id, i.label, *clock(t.incidents, "happened"), outlet(t.documents)),
        )
        .join(t.incidents, i.id == c.incident)
        .join(t.documents, t.documents.c.id == c.document)
    )
    of_slots = figures.where(among(c.slot))
    return {
        "figures": of_slots,
        "figures of an incident": of_slots.where(c.incident == value("incident")),
        "figures by claim": figures.where(among(c.id)),
    }
