"""Find the deed that dead, wounded or damage told without a day and place of their own go back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from standoff.codebook.load import Codebook
from standoff.joining.casting import Told
from standoff.model.event import Event

# A toll belongs to the deed of its sentence, else to the one told last before it, at most this many sentences earlier.
WITHIN = 5
KINDS = frozenset({"fighting", "war", "mine"})


def anchored(events: Iterable[Event], texts: Mapping[str, Told], codebook: Codebook) -> dict[str, Event]:
    """Return, by the id of an outcome without day and place, the deed of fighting that it belongs to."""
    by_document: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_document[event.document].append(event)
    found: dict[str, Event] = {}
    for key, held in by_document.items():
        found.update(_in_document(sorted(held, key=lambda e: (e.trigger.start, e.id)), texts[key], codebook))
    return found


def beside(events: Iterable[Event], texts: Mapping[str, Told], codebook: Codebook) -> dict[str, Event]:
    """Return, by the id of an outcome, the deed of fighting told nearest to it in its sentence."""
    deeds: defaultdict[tuple[str, int], list[Event]] = defaultdict(list)
    outcomes: list[Event] = []
    for event in events:
        if is_outcome(event, codebook):
            outcomes.append(event)
        elif _is_deed(event, codebook):
            deeds[event.document, texts[event.document].cut.index(event.trigger.start)].append(event)
    found = {}
    for event in outcomes:
        near = deeds.get((event.document, texts[event.document].cut.index(event.trigger.start)))
        if near:
            found[event.id] = min(near, key=lambda d: (abs(d.trigger.start - event.trigger.start), d.id))
    return found


def is_outcome(event: Event, codebook: Codebook) -> bool:
    """Tell whether an event is what another one led to; an execution or arson is a deed, whatever family it is of."""
    known = codebook.events.types.get(event.type)
    deed = known is not None and known.kind == "deed"
    return not deed and codebook.events.family(event.type) in codebook.incidents.list("outcome")


def _in_document(events: list[Event], told: Told, codebook: Codebook) -> dict[str, Event]:
    """Return the anchors of one document's outcomes."""
    deeds = [event for event in events if _is_deed(event, codebook)]
    tolls = [event for event in events if _is_toll(event, codebook)]
    found = {toll.id: _deed_of(toll, deeds, told) for toll in tolls}
    return {key: deed for key, deed in found.items() if deed is not None}


def _is_deed(event: Event, codebook: Codebook) -> bool:
    """Tell whether an event is a deed of fighting that its voice does not deny."""
    kind = codebook.kind(event.type)
    return (
        kind is not None and kind.id in KINDS and not is_outcome(event, codebook) and not event.factuality.endswith("-")
    )


def _is_toll(event: Event, codebook: Codebook) -> bool:
    """Tell whether an event is an outcome that names no day and place of its own."""
    dated = event.place is not None or (event.happened is not None and event.happened.known)
    return not dated and is_outcome(event, codebook)


def _one_voice(toll: Event, deed: Event) -> bool:
    """Tell whether a toll can go back to a deed: a source's count is of the present where there is one."""
    return deed.frame != "past" or toll.statement == deed.statement


def _deed_of(toll: Event, deeds: list[Event], told: Told) -> Event | None:
    """Return the deed nearest to a toll in its sentence, else the last before it within a few sentences."""
    at = told.cut.index(toll.trigger.start)
    places = [(deed, at - told.cut.index(deed.trigger.start)) for deed in deeds]
    beside = [deed for deed, distance in places if distance == 0]
    if beside:
        return min(beside, key=lambda deed: (abs(deed.trigger.start - toll.trigger.start), deed.id))
    before = [deed for deed, distance in places if 0 < distance <= WITHIN]
    fitting = [deed for deed in before if _one_voice(toll, deed)]
    if fitting:
        return fitting[-1]
    told_now = any(distance > 0 and deed.frame != "past" for deed, distance in places)
    return before[-1] if before and not told_now else None
