"""Say where a voice stands on an event: asserts, denies or leaves it open."""

from __future__ import annotations

from standoff.codebook.load import Codebook
from standoff.codebook.parties import PartyBook
from standoff.model.event import Event
from standoff.model.statement import Polarity, Statement
from standoff.values.sides import side, speaker


def stance(event: Event, statement: Statement | None, codebook: Codebook) -> Polarity:
    """Return where an event's voice stands on it: by its factuality and by denials of charges.

    To speak of tension or a dispute leaves open what happened. Who denies reports of a deed of his own side denies the
    deed, however far inside the content it stands.
    """
    if event.factuality.endswith("-"):
        return "denies"
    known = codebook.events.types.get(event.type)
    if not event.factuality.endswith("+") or (known is not None and known.kind == "state"):
        return "open"
    return "denies" if statement is not None and _own_deed_denied(event, statement, codebook.parties) else "asserts"


def _own_deed_denied(event: Event, statement: Statement, book: PartyBook) -> bool:
    """Tell whether a statement denies, and the event told in it is a deed of the speaker's side."""
    who = speaker(statement)
    if statement.polarity != "denies" or who is None:
        return False
    return side(who, book) in {side(ref, book) for ref in event.parties("actor")}
