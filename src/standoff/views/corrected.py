"""Show an incident as people corrected it: rows carry the corrections in force; none is left out."""

from __future__ import annotations

from dataclasses import replace

from standoff.codebook.parties import PartyBook
from standoff.model.decision import Verdicts
from standoff.store.asking import Asked
from standoff.views.dossier import Dossier, dossier


def corrected_dossier(connection: Asked, key: str, book: PartyBook, verdicts: Verdicts) -> Dossier:
    """Gather an incident as corrected; the book says which parties stand for which sides."""
    return as_corrected(dossier(connection, key, book), verdicts)


def as_corrected(found: Dossier, verdicts: Verdicts) -> Dossier:
    """Return a dossier whose statements, events and claims carry the corrections in force."""
    if not verdicts.corrections:
        return found
    from standoff.reviewing.applying import corrected  # loads what reads a correction: half the start of a command

    statements = {key: corrected(row, verdicts) for key, row in found.statements.items()}
    events = {key: corrected(row, verdicts) for key, row in found.events.items()}
    claims = tuple(corrected(row, verdicts) for row in found.claims)
    return replace(found, statements=statements, events=events, claims=claims)
