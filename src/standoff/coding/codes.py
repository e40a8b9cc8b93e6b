"""Give an event type its codes: PLOVER type, mode and contexts, CAMEO and intensity, all by table."""

from __future__ import annotations

from standoff.codebook.happenings import EventType
from standoff.model.event import Frame, Plover

# PLOVER's rule for the future: cooperation to come is AGREE, a concession to come CONCEDE.
_FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}


def plover_of(kind: EventType) -> Plover:
    """Return the PLOVER coding of an event type."""
    return Plover(kind.plover, kind.mode, kind.contexts)


def as_record(plover: Plover, frame: Frame) -> Plover:
    """Return the coding PLOVER's manual gives a planned deed: cooperation still to come is AGREE, yielding CONCEDE."""
    if frame != "planned" or plover.type not in _FUTURE:
        return plover
    return Plover(_FUTURE[plover.type], None, plover.contexts)
