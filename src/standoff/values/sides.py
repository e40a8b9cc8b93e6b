"""Say for which side a party counts: the one it speaks for (a state, or a group that speaks for itself)."""

from __future__ import annotations

from standoff.codebook.parties import PartyBook
from standoff.model.entity import PartyRef
from standoff.model.statement import Statement
from standoff.values.text import normal


def side(ref: PartyRef, book: PartyBook) -> str:
    """Return the side of a party: an ISO 3166-1 alpha-3 code, a party id, or `name:` and the name in normal form.

    An army counts for its state; a militia of the same country, for itself.
    """
    held = book.get(ref.party) if ref.party else None
    if held is None:
        return ref.state or ref.party or f"name:{normal(ref.name)}"
    return held.principal or held.state or held.id


def side_ref(ref: PartyRef, book: PartyBook) -> PartyRef:
    """Return the party that stands for a side: the state or body where the codebook holds it, else the party itself."""
    held = book.get(side(ref, book))
    return PartyRef(held.id, held.name, held.state, held.kind) if held else ref


def speaker(statement: Statement) -> PartyRef | None:
    """Return on whose behalf a statement is made: its principal, else its source."""
    return statement.principal or statement.source.ref
