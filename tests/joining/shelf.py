"""Keep what was joined in memory, as a store does, to join documents one by one."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.joining.blocking import slots
from standoff.model.incident import Incident, Link
from standoff.model.record import Growth, Record, record_of
from standoff.model.run import Bundle
from standoff.model.sketch import Sketch, Slot


class MemoryShelf:
    """Hold bundles, sketches, slots, links, pieces and incidents, and take up what growing changes."""

    def __init__(self) -> None:
        self.bundles: dict[str, Bundle] = {}
        self.kept: dict[str, Sketch] = {}
        self.held: dict[tuple[str, str], Link] = {}
        self.piece: dict[str, frozenset[str]] = {}
        self.made: dict[str, Incident] = {}
        self.once: set[str] = set()

    def events_of(self, documents: Iterable[str]) -> set[str]:
        asked = set(documents)
        return {key for key, sketch in self.kept.items() if sketch.document in asked}

    def sketches(self, events: Iterable[str]) -> dict[str, Sketch]:
        return {event: self.kept[event] for event in events if event in self.kept}

    def slots(self, events: Iterable[str]) -> list[Slot]:
        return [slot for event in events for slot in slots(self.kept[event])]

    def around(self, slot: Slot, reach: int) -> list[Slot]:
        row = sorted(s for sketch in self.kept.values() for s in slots(sketch) if s.key == slot.key)
        before, after = [s for s in row if s < slot], [s for s in row if s >= slot]
        return [*before[-reach:], *after[: reach + 1]]

    def links(self, events: Iterable[str]) -> list[Link]:
        asked = set(events)
        return [link for pair, link in self.held.items() if asked & set(pair)]

    def mates(self, events: Iterable[str]) -> set[str]:
        return {mate for event in events for mate in self.piece.get(event, ())}

    def incidents(self, events: Iterable[str]) -> tuple[Incident, ...]:
        asked = set(events)
        return tuple(i for _, i in sorted(self.made.items()) if asked & set(i.events))

    def taken(self, ids: Iterable[str]) -> set[str]:
        return self.once.intersection(ids)

    def record(self, documents: Iterable[str]) -> Record:
        return record_of(self.bundles[key] for key in sorted(documents) if key in self.bundles)

    def take_up(self, growth: Growth) -> None:
        old = self.events_of(growth.documents)
        for event in old:
            del self.kept[event]
            self.piece.pop(event, None)
        self.kept |= growth.joined.sketches
        self.held = {p: link for p, link in self.held.items() if not old & set(p) and p not in growth.unlinked}
        self.held |= {(link.left, link.right): link for link in growth.joined.links}
        self.piece |= {event: piece for piece in growth.joined.pieces for event in piece}
        for incident in growth.gone:
            del self.made[incident.id]
        self.made |= {incident.id: incident for incident in growth.joined.incidents}
        self.once |= set(self.made)
