"""Tell which entries of an index are within reach of each other, and what changes where some come and others go.

Entries stand under keys in an order of rank; two are a pair where some key puts them within so many places of each
other. What one more entry changes is found in its neighbourhood alone, however large the index is.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from standoff.model.sketch import Slot

Pair = tuple[str, str]  # two entries, the smaller first
_in_order = attrgetter("rank", "event")
_entry = attrgetter("event")


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


def pairs(slots: Iterable[Slot], reach: int) -> list[Pair]:
    """Return all pairs of entries within reach of each other, in order.

    Many keys hold the same entries, or nearly: what is near each entry is gathered over all rows, then made pairs of.
    """
    rows = (sorted(row, key=_in_order) for row in by_key(slots).values())
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for row in {tuple(map(_entry, row)) for row in rows if len(row) > 1}:
        for index, entry in enumerate(row, 1):
            behind[entry].update(row[index : index + reach])
    larger: defaultdict[str, set[str]] = defaultdict(set)
    for one, others in behind.items():
        for other in others:
            left, right = pair(one, other)
            larger[left].add(right)
    return [(left, right) for left in sorted(larger) for right in sorted(larger[left])]


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
        for stretch in _stretches({*fresh, *gone}, len(gone), shift):
            come, went = sorted(stretch.among(fresh)), sorted(stretch.among(gone))
            near.update(_beside(come, stretch.kept, shift.reach))
            ends = zip(*(_ends(stretch.kept, changed, shift.reach) for changed in (went, come)), strict=True)
            for index, (before, after) in enumerate(ends):
                own = stretch.kept[index].event
                near.update(pair(own, other.event) for other in stretch.kept[before:after])
                pushed.update(pair(own, other.event) for other in stretch.kept[after:before])
    return frozenset(near), frozenset(pushed)


def _beside(come: Sequence[Slot], kept: Sequence[Slot], reach: int) -> Iterator[Pair]:
    """Yield the pairs that slots which come, in order, make with each other and with those that stay."""
    row = sorted((*come, *kept))
    for slot in come:
        place = bisect_left(row, slot)
        yield from (pair(slot.event, other.event) for other in row[max(0, place - reach) : place])
        yield from (pair(slot.event, other.event) for other in row[place + 1 : place + 1 + reach])


def _ends(kept: Sequence[Slot], others: Sequence[Slot], reach: int) -> list[int]:
    """Return for each slot that stays which is the first that stays beyond its reach, where others stand between."""
    places = [index + bisect(others, slot) for index, slot in enumerate(kept)]
    return [bisect(places, place + reach) for place in places]


@dataclass(slots=True)
class _Stretch:
    """Hold slots of a key that come or go near each other, and those around them that stay, both in order.

    Where they have `ended`, none that stays comes behind those at hand.
    """

    changed: list[Slot]
    kept: list[Slot]
    ended: bool

    def among(self, slots: Iterable[Slot]) -> Iterator[Slot]:
        """Yield those of some slots that come or go here."""
        return (slot for slot in slots if self.changed[0] <= slot <= self.changed[-1])

    def covers(self, slot: Slot, reach: int) -> bool:
        """Tell whether all that is around one more slot is at hand."""
        return self.ended or len(self.kept) - bisect(self.kept, slot) >= reach

    def beside(self, slot: Slot, kept: Sequence[Slot]) -> bool:
        """Tell whether what is around one more slot goes on from what is at hand."""
        return not kept or kept[0] >= slot or kept[0] <= self.kept[-1]

    def take(self, slot: Slot, kept: Sequence[Slot], ended: bool) -> None:
        """Take up one more slot with what is around it."""
        self.changed.append(slot)
        self.kept += kept[bisect(kept, self.kept[-1]) :] if self.kept else kept
        self.ended = ended


def _stretches(changed: Iterable[Slot], gaps: int, shift: Shift) -> Iterator[_Stretch]:
    """Yield the slots of a key that come or go in stretches between which nothing that comes or goes is in reach."""
    stretch: _Stretch | None = None
    for slot in sorted(changed):
        if stretch is not None and stretch.covers(slot, shift.reach):
            stretch.changed.append(slot)
            continue
        row = sorted(shift.index.around(slot, shift.reach + gaps))
        kept = [s for s in row if s.event not in shift.old]
        if stretch is not None and not stretch.beside(slot, kept):
            yield stretch
            stretch = None
        stretch = stretch or _Stretch([], [], False)
        stretch.take(slot, kept, len(row) - bisect_left(row, slot) <= shift.reach + gaps)
    if stretch is not None:
        yield stretch


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


def _within(one: Slot, other: Slot, shift: Shift) -> bool:
    """Tell whether two slots of a key will stand within reach of each other."""
    low, high = sorted((one, other))
    added = sum(1 for slot in shift.fresh.get(low.key, ()) if low < slot < high)
    held = [
        s for s in shift.index.around(low, shift.reach + len(shift.old)) if low < s <= high and s.event not in shift.old
    ]
    return high in held and len(held) + added <= shift.reach
