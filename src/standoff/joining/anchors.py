"""Find the deed that dead, wounded or damage told without a day and place of their own go back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from standoff.codebook.load import Codebook
from standoff.joining.casting import Told
from standoff.model.event import Event

# A toll belongs to the deed told last before it, at most this many sentences earlier.
WITHIN = 5
KINDS = frozenset({"fighting", "war", "mine"})


def anchored(events: Iterable[Event], texts: Mapping[str, Told], codebook: Codebook) -> dict[str, str]:
    """Return, by the id of an outcome, the id of the nearest deed of fighting before it in its document."""
    by_document: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_document[event.document].append(event)
    found: dict[str, str] = {}
    for key, held in by_document.items():
        found.update(_in_document(held, texts[key], codebook))
    return found


def family_of(type_: str, codebook: Codebook) -> str:
    """Return the family of an event type; an unknown type is its own."""
    known = codebook.events.types.get(type_)
    return known.family if known else type_


def _in_document(events: list[Event], told: Told, codebook: Codebook) -> dict[str, str]:
    """Return the anchors of one document's outcomes."""
    found: dict[str, str] = {}
    last: Event | None = None
    for event in sorted(events, key=lambda e: (e.trigger.start, e.id)):
        family = family_of(event.type, codebook)
        kind = codebook.incidents.kind(event.type, family)
        if family in codebook.incidents.list("outcome"):
            dated = event.place is not None or (event.happened is not None and event.happened.known)
            if last is not None and not dated and _near(last, event, told):
                found[event.id] = last.id
        elif kind is not None and kind.id in KINDS and not event.factuality.endswith("-"):
            last = event
    return found


def _near(deed: Event, toll: Event, told: Told) -> bool:
    """Tell whether a toll stands shortly after a deed, in another sentence."""
    distance = told.cut.index(toll.trigger.start) - told.cut.index(deed.trigger.start)
    return 0 < distance <= WITHIN
