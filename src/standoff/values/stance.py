"""Say where a voice stands on an event: asserts, denies or leaves it open."""

from __future__ import annotations

from standoff.codebook.load import Codebook
from standoff.codebook.parties import PartyBook
from standoff.model.event import Event
from standoff.model.statement import Polarity, Statement
from standoff.values.sides import side, speaker

# A denial names what it answers among its first words; behind a semicolon it goes on to something else.
_FIRST = 8


def stance(event: Event, statement: Statement | None, codebook: Codebook) -> Polarity:
    """Return where an event's voice stands on it: by its factuality and by denials of charges.

    To speak of tension or a dispute, or to deny it, leaves open what happened. Who denies what is reported of an event,
    or a deed of his own side, denies the event, however far inside the content it stands. No state accuses itself: such
    words were laid to the wrong one of two.
    """
    known = codebook.events.types.get(event.type)
    if known is not None and known.kind == "state":
        return "open"
    if event.factuality.endswith("-"):
        return "denies"
    if not event.factuality.endswith("+"):
        return "open"
    if statement is not None and _accuses_itself(event, statement, codebook.parties):
        return "open"
    if statement is None or statement.polarity != "denies":
        return "asserts"
    denied = _own_deed(event, statement, codebook.parties) or _charge_denied(event, statement, codebook)
    return "denies" if denied else "asserts"


def _accuses_itself(event: Event, statement: Statement, book: PartyBook) -> bool:
    """Tell whether words on behalf of a state accuse that state alone of the event."""
    who, doers = statement.principal, {side(ref, book) for ref in event.parties("actor")}
    return statement.act == "accuse" and who is not None and who.kind == "state" and doers == {side(who, book)}


def _own_deed(event: Event, statement: Statement, book: PartyBook) -> bool:
    """Tell whether the event told in a statement is a deed of the speaker's side."""
    who = speaker(statement)
    return who is not None and side(who, book) in {side(ref, book) for ref in event.parties("actor")}


def _charge_denied(event: Event, statement: Statement, codebook: Codebook) -> bool:
    """Tell whether what is denied are words of others on an event: `reports of killings`, `the claim that it fell`."""
    charges = codebook.incidents.list("answered")
    for span in statement.content:
        if span.contains(event.trigger):
            before = span.quote[: event.trigger.start - span.start].casefold()
            return ";" not in before and any(word in charges for word in before.split()[:_FIRST])
    return False
