"""Join some new documents into a record that is joined already, at a cost that does not rise with the record.

What the record holds is asked for through a Shelf, in small portions: neighbours in the index of pairs, links, pieces,
sketches, and the documents of the few incidents that change. The outcome is the one that joining everything anew gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from standoff.codebook.load import Codebook
from standoff.joining.blocking import REACH, placed, slots
from standoff.joining.clustering import check
from standoff.joining.join import links_of, summed_up
from standoff.joining.mentions import mentions
from standoff.joining.scoring import THRESHOLD
from standoff.joining.webs import Grown, Web, scored, web
from standoff.model.decision import Verdicts
from standoff.model.incident import Incident, Link
from standoff.model.reach import Index, Pair, Shift, by_key, out_of_reach, shifted
from standoff.model.record import Growth, Joined, Record
from standoff.model.sketch import Sketch


class Shelf(Index, Protocol):
    """Answer what joining asks about a record as it was joined last."""

    def events_of(self, documents: Iterable[str]) -> set[str]:
        """Return the events of some documents that were joined."""

    def sketches(self, events: Iterable[str]) -> dict[str, Sketch]:
        """Return the sketches of those of some events that were joined."""

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
    gone, made = _differing(*_summed_up(grown, change, codebook), touched)
    joined = Joined(made, links_of(grown), change.new, placed(change.new), tuple(piece.piece for piece in grown))
    return Growth(touched, joined, far, gone)


def _differing(
    gone: tuple[Incident, ...], made: tuple[Incident, ...], touched: frozenset[str]
) -> tuple[tuple[Incident, ...], tuple[Incident, ...]]:
    """Leave out the incidents that stay as they were and that no changed document tells of."""
    same = {incident.id: incident for incident in gone if touched.isdisjoint(incident.documents)}
    kept = {incident.id for incident in made if same.get(incident.id) == incident}
    return tuple(i for i in gone if i.id not in kept), tuple(i for i in made if i.id not in kept)


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
    """Return the pairs that may be within reach of each other now and were not, and the links no longer within reach.

    A link to an event that is laid out anew is no longer looked at: all pairs of such an event are near ones.
    """
    fresh = by_key(slot for sketch in change.new.values() for slot in slots(sketch))
    shift = Shift(change.shelf, change.old, fresh, REACH)
    near, pushed = shifted(shift)
    events = {event for pair in pushed for event in pair} - change.new.keys()
    linked = [(link.left, link.right) for link in change.shelf.links(events) if (link.left, link.right) in pushed]
    return near, out_of_reach(linked, shift)
