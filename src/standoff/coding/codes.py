"""Give an event type its codes: PLOVER type, mode and contexts, CAMEO and intensity, all by table."""

from __future__ import annotations

from standoff.codebook.event_types import EventType
from standoff.model.event import Factuality, Frame, Plover

# PLOVER's rule for the future: cooperation or yielding to come is AGREE, force to come THREATEN.
_COOPERATION = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
_FORCE = ("SANCTION", "COERCE", "ASSAULT", "PROTEST")
_FUTURE = (
    {"RETREAT": "AGREE", "CONCEDE": "AGREE"} | dict.fromkeys(_COOPERATION, "AGREE") | dict.fromkeys(_FORCE, "THREATEN")
)


def plover_of(kind: EventType, means: str | None = None) -> Plover:
    """Return the PLOVER coding of an event type; an assault whose type tells no mode has that of its means."""
    mode = means if kind.plover == "ASSAULT" and kind.mode is None else kind.mode
    return Plover(kind.plover, mode, kind.contexts)


def as_record(plover: Plover, frame: Frame, factuality: Factuality = "certain+") -> Plover:
    """Return the coding PLOVER's manual gives a planned deed: by what it will be, or REJECT where it will not be."""
    if frame != "planned" or plover.type not in _FUTURE:
        return plover
    if factuality.endswith("-"):
        return Plover("REJECT", None, plover.contexts)
    return Plover(_FUTURE[plover.type], None, plover.contexts)
