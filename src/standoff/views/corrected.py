"""Show rows as people corrected them: they carry the corrections in force; none is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from standoff.codebook.parties import PartyBook
from standoff.model.claim import Claim
from standoff.model.decision import Verdicts
from standoff.model.event import Event
from standoff.model.statement import Statement
from standoff.store.asking import Asked
from standoff.views.dossier import Dossier, dossier

Row = TypeVar("Row", bound=Statement | Event | Claim)


def corrected_dossier(connection: Asked, key: str, book: PartyBook, verdicts: Verdicts) -> Dossier:
    """Gather an incident as corrected; the book says which parties stand for which sides."""
    return as_corrected(dossier(connection, key, book), verdicts)


def as_corrected(found: Dossier, verdicts: Verdicts) -> Dossier:
    """Return a dossier whose statements, events and claims carry the corrections in force."""
    if not verdicts.corrections:
        return found
    statements = {key: as_corrected_row(row, verdicts) for key, row in found.statements.items()}
    events = {key: as_corrected_row(row, verdicts) for key, row in found.events.items()}
    claims = tuple(as_corrected_row(row, verdicts) for row in found.claims)
    return replace(found, statements=statements, events=events, claims=claims)


def as_corrected_row(row: Row, verdicts: Verdicts) -> Row:
    """Return a statement, event or claim with the fields that a correction in force sets."""
    if row.id not in verdicts.corrections:
        return row
    from standoff.reviewing.applying import corrected  # loads what reads a correction, half the start of a command

    return corrected(row, verdicts)
