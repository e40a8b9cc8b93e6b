from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from random import Random

from standoff.model.reach import Shift, by_key, out_of_reach, pairs, shifted
from standoff.model.sketch import Slot

REACH = 3


class Held:
    """Hold an index in memory."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self.held = sorted(slots)

    def slots(self, entries: Iterable[str]) -> list[Slot]:
        asked = set(entries)
        return [slot for slot in self.held if slot.event in asked]

    def around(self, slot: Slot, reach: int) -> list[Slot]:
        row = [s for s in self.held if s.key == slot.key]
        return [*[s for s in row if s < slot][-reach:], *[s for s in row if s >= slot][: reach + 1]]


def drawn(random: Random, names: Iterable[str]) -> list[Slot]:
    return [Slot(key, str(random.randint(1, 5)), name) for name in names for key in random.sample("abc", 2)]


def test_entries_within_reach_are_pairs_once() -> None:
    slots = [Slot("k", "1", "x"), Slot("k", "2", "y"), Slot("l", "1", "y"), Slot("l", "1", "x")]
    assert pairs(slots, 1) == [("x", "y")]


def test_pairs_come_in_order() -> None:
    row = [Slot("k", str(rank), name) for rank, name in enumerate("dabc")]
    assert pairs(row, 1) == [("a", "b"), ("a", "d"), ("b", "c")]
    assert pairs(row, 3) == sorted(combinations("abcd", 2))


def test_what_comes_and_goes_changes_the_pairs_as_looking_at_all_anew_does() -> None:
    for seed in range(60):
        random = Random(seed)
        before = drawn(random, [f"e{n}" for n in range(14)])
        old = frozenset(random.sample([slot.event for slot in before], 2))
        fresh = drawn(random, random.sample(["n1", "n2", *old], 2))
        after = [*(slot for slot in before if slot.event not in old), *fresh]
        shift = Shift(Held(before), old, by_key(fresh), REACH)
        near, pushed = shifted(shift)
        known = {pair for pair in pairs(before, REACH) if old.isdisjoint(pair)}
        wanted = set(pairs(after, REACH))
        gone = out_of_reach(known & pushed, shift)
        assert (known - gone) | (near & wanted) == wanted, seed
        assert near >= wanted - known, seed
