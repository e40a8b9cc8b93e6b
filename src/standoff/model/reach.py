"""Tell which entries of an index are within reach of each other, and what changes where some come and others go.

Entries stand under keys in an order of rank; two are a pair where some key puts them within so many places of each
other. What one more entry changes is found in its neighbourhood alone, however large the index is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from standoff.model.sketch import Slot

Pair = tuple[str, str]  # two entries, the smaller first
_in_order = attrgetter("rank", "event")


class Index(Protocol):
    """Answer where entries stand."""

    def slots(self, entries: Iterable[str]) -> list[Slot]:
        """Return where some entries stand."""

    def around(self, slot: Slot, reach: int) -> list[Slot]:
        """Return the slots of a key nearest to a rank: so many before it, itself if it is there, and so many after."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Hold an index, the entries that go and the slots of those that come, and how far entries reach."""

    index: Index
    old: frozenset[str]
    fresh: Mapping[str, Sequence[Slot]]
    reach: int


def by_key(slots: Iterable[Slot]) -> dict[str, list[Slot]]:
    """Return slots by their keys."""
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        found[slot.key].append(slot)
    return found


def pairs(slots: Iterable[Slot], reach: int) -> set[Pair]:
    """Return all pairs of entries within reach of each other."""
    rows = (sorted(row, key=_in_order) for row in by_key(slots).values())
    distinct = {tuple(slot.event for slot in row) for row in rows if len(row) > 1}  # many keys hold the same entries
    return {near for row in distinct for near in within_reach(row, reach)}


def within_reach(row: Sequence[str], reach: int) -> Iterator[Pair]:
    """Yield the pairs of a row, in the order of its ranks, that are within reach of each other; the smaller first."""
    for index, left in enumerate(row):
        for right in row[index + 1 : index + 1 + reach]:
            yield pair(left, right)


def pair(one: str, other: str) -> Pair:
    """Return two entries as a pair."""
    return (one, other) if one < other else (other, one)


def shifted(shift: Shift) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """Return the pairs within reach of each other that may not have been, and those that may be no longer."""
    near: set[Pair] = set()
    pushed: set[Pair] = set()
    gaps = by_key(shift.index.slots(shift.old))
    for key in sorted(shift.fresh.keys() | gaps.keys()):
        fresh, gone = shift.fresh.get(key, ()), gaps.get(key, ())
        for slot in (*fresh, *gone):
            row = _row(slot, fresh, len(gone), shift)
            at = next((i for i, s in enumerate(row) if s >= slot), len(row))
            near.update(_beside(row, at, slot.event if slot in fresh else None, shift.reach))
            if slot in fresh:
                pushed.update(_pushed(row, at, len(fresh), shift.reach))
    return frozenset(near), frozenset(pushed)


def out_of_reach(pairs: Iterable[Pair], shift: Shift) -> frozenset[Pair]:
    """Return those of some pairs that no key keeps within reach."""
    asked = set(pairs)
    places: defaultdict[str, dict[str, Slot]] = defaultdict(dict)
    for slot in shift.index.slots({entry for entries in asked for entry in entries} - shift.old):
        places[slot.event][slot.key] = slot
    return frozenset(
        (left, right)
        for left, right in asked
        if not any(
            _within(places[left][key], places[right][key], shift) for key in places[left].keys() & places[right].keys()
        )
    )


def _row(slot: Slot, fresh: Sequence[Slot], gaps: int, shift: Shift) -> list[Slot]:
    """Return the slots of a key around a rank as they will stand."""
    kept = [s for s in shift.index.around(slot, shift.reach + gaps) if s.event not in shift.old]
    return sorted({*kept, *fresh})


def _beside(row: Sequence[Slot], at: int, event: str | None, reach: int) -> Iterator[Pair]:
    """Yield the pairs of an entry with those within reach; of a gap, the pairs that it no longer holds apart."""
    before = [s.event for s in row[max(0, at - reach) : at]]
    after = [s.event for s in row[at + (event is not None) : at + (event is not None) + reach]]
    if event is not None:
        for other in (*before, *after):
            yield pair(event, other)
        return
    for index, left in enumerate(reversed(before)):
        for right in after[: reach - index]:
            yield pair(left, right)


def _pushed(row: Sequence[Slot], at: int, fresh: int, reach: int) -> Iterator[Pair]:
    """Yield the pairs around a new slot that it, with the other new ones, can have pushed out of reach."""
    for index in range(max(0, at - reach), at):
        for other in range(max(at + 1, index + reach + 1), min(len(row), index + reach + fresh + 1)):
            yield pair(row[index].event, row[other].event)


def _within(one: Slot, other: Slot, shift: Shift) -> bool:
    """Tell whether two slots of a key will stand within reach of each other."""
    low, high = sorted((one, other))
    added = sum(1 for slot in shift.fresh.get(low.key, ()) if low < slot < high)
    held = [
        s for s in shift.index.around(low, shift.reach + len(shift.old)) if low < s <= high and s.event not in shift.old
    ]
    return high in held and len(held) + added <= shift.reach
