"""Shape matrices, contacts, chronologies and ledgers as rows of JSON, so that other programs can read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from standoff.exporting.rows import interval_row
from standoff.views.balance import day_of
from standoff.views.period import ALWAYS, Period

if TYPE_CHECKING:
    from standoff.model.incident import Incident
    from standoff.views.agreements import Entry, Ledger
    from standoff.views.chronology import Line as Told
    from standoff.views.matrix import Line, Matrix
    from standoff.views.network import Contact

Row = dict[str, Any]


def print_rows(rows: Iterable[Row]) -> None:
    """Print rows as JSON, one a line."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))


def matrix_row(incident: Incident, laid: Matrix, summary: str) -> Row:
    """Return the claims matrix of an incident; sides that said nothing on a question are not among its cells."""
    return {
        "incident": incident.id,
        "short_id": incident.short_id,
        "label": incident.label,
        "status": incident.status,
        "summary": summary,
        "sides": [{"side": side.key, "name": side.name, "party": side.involved} for side in laid.sides],
        "lines": [_line(line, laid) for line in laid.lines],
    }


def _line(line: Line, laid: Matrix) -> Row:
    """Return one question of a matrix with what each side says on it."""
    cells = [(side.key, line.cells[side.key]) for side in laid.sides if side.key in line.cells]
    return {
        "slot": line.slot,
        "question": line.question,
        "discrepancies": list(line.discrepancies),
        "cells": [
            {
                "side": key,
                "stance": cell.stance,
                "voices": cell.count,
                "against": cell.against,
                "documents": cell.documents,
                "words": cell.words or None,
                "statements": list(cell.statements),
                "claims": list(cell.claims),
            }
            for key, cell in cells
        ],
    }


def contact_row(contact: Contact) -> Row:
    """Return one call, visit or meeting."""
    return {
        "incident": contact.incident,
        "short_id": contact.short_id,
        "happened": interval_row(contact.happened),
        "how": contact.how,
        "denied": contact.denied,
        "parties": list(contact.parties),
        "told_by": list(contact.told_by),
        "channels": list(contact.channels),
        "statements": list(contact.statements),
        "documents": list(contact.documents),
    }


def told_row(line: Told) -> Row:
    """Return one line of a chronology; `reported` tells that its day is that of the first report."""
    incident = line.entry.incident
    return {
        "incident": incident.id,
        "short_id": incident.short_id,
        "label": incident.label,
        "status": incident.status,
        "day": line.day,
        "reported": line.reported,
        "happened": interval_row(incident.happened),
        "weight": round(line.importance.score, 2),
        "why": line.importance.explain(),
        "documents": list(incident.documents),
    }


def ledger_rows(ledgers: Sequence[Ledger], period: Period) -> Iterable[Row]:
    """Yield what is said of agreements in a period, each entry with its words; the undated are in no bounded period."""
    for ledger in ledgers:
        for entry in ledger.entries:
            if _within(entry, period):
                yield _entry(ledger, entry)


def _within(entry: Entry, period: Period) -> bool:
    """Tell whether an entry was said in a period."""
    day = day_of(entry)
    if period == ALWAYS or day is None:
        return period == ALWAYS
    return (period.first or "") <= day.isoformat() <= (period.last or "9999")


def _entry(ledger: Ledger, entry: Entry) -> Row:
    """Return one entry of a ledger."""
    return {
        "agreement": ledger.id,
        "name": ledger.name,
        "relation": entry.relation,
        "clause": entry.clause,
        "voice": entry.voice,
        "accused": entry.accused,
        "said": interval_row(entry.said),
        "document": entry.document,
        "statement": entry.statement,
        "quote": entry.quote,
    }
