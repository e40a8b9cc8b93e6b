"""Join some new documents into a record that is joined already, at a cost that does not rise with the record.

What the record holds is asked for through a Shelf, in small portions: neighbours in the index of pairs, links, pieces,
sketches, and the documents of the few incidents that change. The outcome is the one that joining everything anew gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from standoff.codebook.load import Codebook
from standoff.joining.blocking import REACH, placed, slots
from standoff.joining.clustering import check
from standoff.joining.join import links_of, summed_up
from standoff.joining.mentions import mentions
from standoff.joining.scoring import THRESHOLD
from standoff.joining.webs import Grown, Pair, Web, scored, web
from standoff.model.decision import Verdicts
from standoff.model.incident import Incident, Link
from standoff.model.record import Growth, Joined, Record
from standoff.model.sketch import Sketch, Slot


class Shelf(Protocol):
    """Answer what joining asks about a record as it was joined last."""

    def events_of(self, documents: Iterable[str]) -> set[str]:
        """Return the events of some documents that were joined."""

    def sketches(self, events: Iterable[str]) -> dict[str, Sketch]:
        """Return the sketches of those of some events that were joined."""

    def slots(self, events: Iterable[str]) -> list[Slot]:
        """Return where some events stand in the index of pairs."""

    def around(self, slot: Slot, reach: int) -> list[Slot]:
        """Return the slots of a key nearest to a rank: so many before it, itself if it is there, and so many after."""

    def links(self, events: Iterable[str]) -> list[Link]:
        """Return the links of some events."""

    def mates(self, events: Iterable[str]) -> set[str]:
        """Return all events of the pieces that hold some events."""

    def incidents(self, events: Iterable[str]) -> tuple[Incident, ...]:
        """Return the incidents that hold some events."""

    def taken(self, ids: Iterable[str]) -> set[str]:
        """Return those of some ids that an incident carries or once carried."""

    def record(self, documents: Iterable[str]) -> Record:
        """Return some documents with what is derived from them at present, and what they are copies of."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Hold the events that go and those that come, with the shelf that knows all others."""

    shelf: Shelf
    old: frozenset[str]
    new: Mapping[str, Sketch]
    seen: dict[str, Sketch | None] = field(default_factory=dict)

    def lay(self, events: Iterable[str]) -> dict[str, Sketch]:
        """Return the sketches of events as they are now."""
        asked = list(events)
        missing = [e for e in asked if e not in self.seen and e not in self.new and e not in self.old]
        self.seen.update(dict.fromkeys(missing) | self.shelf.sketches(missing))
        found = ((event, self.new.get(event) or self.seen.get(event)) for event in asked)
        return {event: sketch for event, sketch in found if sketch is not None}


def grow(documents: Iterable[str], shelf: Shelf, verdicts: Verdicts, codebook: Codebook) -> Growth:
    """Return what changes where some documents are new, were analysed anew, or are gone.

    Raises ConflictError where decisions bind two events together and keep them apart.
    """
    check(verdicts)
    touched = frozenset(documents)
    old = shelf.events_of(touched)
    change = _Change(shelf, frozenset(old), mentions(shelf.record(touched), codebook))
    near, far = _repaired(change)
    spun = web((), verdicts, lambda events: _kept(shelf.links(events), change.old, far))
    spun.add(scored(change.lay({event for pair in near for event in pair}), sorted(near), codebook))
    seeds = {*change.new, *(event for pair in (*spun.links, *far) for event in pair), *shelf.mates(old)}
    seeds |= {event for link in shelf.links(old) for event in (link.left, link.right)}
    grown = _closed(seeds - (old - change.new.keys()), spun, change, codebook)
    gone, made = _summed_up(grown, change, codebook)
    joined = Joined(made, links_of(grown), change.new, placed(change.new), tuple(piece.piece for piece in grown))
    return Growth(touched, joined, far, gone)


def _summed_up(
    grown: Sequence[Grown], change: _Change, codebook: Codebook
) -> tuple[tuple[Incident, ...], tuple[Incident, ...]]:
    """Return the incidents that go, and those that come in their place."""
    shelf = change.shelf
    members = sorted({event for piece in grown for event in piece.piece})
    gone = shelf.incidents({*members, *change.old})
    homes = {sketch.document for sketch in change.lay(e for piece in grown for g in piece.groups for e in g).values()}
    record = shelf.record(homes)
    return gone, summed_up(grown, gone, (record, mentions(record, codebook), codebook), shelf.taken)


def _kept(links: Iterable[Link], old: frozenset[str], far: frozenset[Pair]) -> Iterator[Link]:
    """Yield the links that hold on, undecided: of events that stay, within reach of each other."""
    for link in links:
        if link.left not in old and link.right not in old and (link.left, link.right) not in far:
            yield replace(link, joined=link.score >= THRESHOLD, reason=None)


def _closed(seeds: set[str], spun: Web, change: _Change, codebook: Codebook) -> tuple[Grown, ...]:
    """Return the pieces of some events, and of all that were in one piece with what these hold now."""
    while True:
        spun.load(seeds)
        change.lay(seeds)
        grown = tuple(spun.grow(seeds, change.lay, codebook))
        held = {event for piece in grown for event in piece.piece}
        more = change.shelf.mates(held) - change.old - held
        if not more:
            return grown
        seeds = held | more


def _repaired(change: _Change) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """Return the pairs that are within reach of each other now and were not, and those no longer within reach."""
    near: set[Pair] = set()
    pushed: set[Pair] = set()
    fresh: defaultdict[str, list[Slot]] = defaultdict(list)
    for sketch in change.new.values():
        for slot in slots(sketch):
            fresh[slot.key].append(slot)
    gaps: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in change.shelf.slots(change.old):
        gaps[slot.key].append(slot)
    for key in sorted(fresh.keys() | gaps.keys()):
        for slot in (*fresh[key], *gaps[key]):
            row = _row(slot, fresh[key], len(gaps[key]), change)
            at = next((i for i, s in enumerate(row) if s >= slot), len(row))
            near.update(_beside(row, at, slot.event if slot in fresh[key] else None))
            if slot in fresh[key]:
                pushed.update(_pushed(row, at, len(fresh[key])))
    return frozenset(near), _out_of_reach(pushed, change)


def _row(slot: Slot, fresh: Sequence[Slot], gaps: int, change: _Change) -> list[Slot]:
    """Return the slots of a key around a rank as they will stand."""
    kept = [s for s in change.shelf.around(slot, REACH + gaps) if s.event not in change.old]
    return sorted({*kept, *fresh})


def _beside(row: Sequence[Slot], at: int, event: str | None) -> Iterator[Pair]:
    """Yield the pairs of an event with those within reach; of a gap, the pairs that it no longer holds apart."""
    before = [s.event for s in row[max(0, at - REACH) : at]]
    after = [s.event for s in row[at + (event is not None) : at + (event is not None) + REACH]]
    if event is not None:
        for other in (*before, *after):
            yield (event, other) if event < other else (other, event)
        return
    for index, left in enumerate(reversed(before)):
        for right in after[: REACH - index]:
            yield (left, right) if left < right else (right, left)


def _pushed(row: Sequence[Slot], at: int, fresh: int) -> Iterator[Pair]:
    """Yield the pairs around a new slot that it, with the other new ones, can have pushed out of reach."""
    for index in range(max(0, at - REACH), at):
        for other in range(max(at + 1, index + REACH + 1), min(len(row), index + REACH + fresh + 1)):
            left, right = row[index].event, row[other].event
            yield (left, right) if left < right else (right, left)


def _out_of_reach(pushed: set[Pair], change: _Change) -> frozenset[Pair]:
    """Return the linked ones of some pairs that no key keeps within reach any more."""
    events = {event for pair in pushed for event in pair} - change.new.keys()
    links = [link for link in change.shelf.links(events) if (link.left, link.right) in pushed]
    asked = {event for link in links for event in (link.left, link.right)} - change.old
    places: defaultdict[str, dict[str, Slot]] = defaultdict(dict)
    for slot in change.shelf.slots(asked):
        places[slot.event][slot.key] = slot
    fresh = sorted(slot for sketch in change.new.values() for slot in slots(sketch))
    return frozenset(
        (link.left, link.right)
        for link in links
        if not any(
            _within(places[link.left][key], places[link.right][key], fresh, change)
            for key in places[link.left].keys() & places[link.right].keys()
        )
    )


def _within(one: Slot, other: Slot, fresh: Sequence[Slot], change: _Change) -> bool:
    """Tell whether two slots of a key will stand within reach of each other."""
    low, high = sorted((one, other))
    added = sum(1 for slot in fresh if slot.key == low.key and low < slot < high)
    held = [
        s for s in change.shelf.around(low, REACH + len(change.old)) if low < s <= high and s.event not in change.old
    ]
    return high in held and len(held) + added <= REACH
