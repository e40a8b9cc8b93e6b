import itertools
from collections import defaultdict

from standoff.joining.pieces import LEVELS, MOST, piece_of, pieces


def tied(links):
    """Return the near function of links given as (left, right, score)."""
    near = defaultdict(list)
    for left, right, score in links:
        near[left].append((right, score))
        near[right].append((left, score))
    return lambda events, level: [other for event in events for other, score in near[event] if score >= level]


def test_a_piece_is_all_that_hangs_together() -> None:
    near = tied([("a", "b", 0.5), ("b", "c", 0.9), ("d", "e", 0.7)])
    assert list(pieces("abcdef", near)) == [frozenset("abc"), frozenset("de"), frozenset("f")]


def test_a_piece_too_large_falls_apart_along_its_weak_links() -> None:
    names = [f"{number:04}" for number in range(MOST + 20)]
    chain = [(left, right, 0.95) for left, right in itertools.pairwise(names)]
    weak = len(names) // 2
    chain[weak] = (*chain[weak][:2], 0.55)
    found = list(pieces(names, tied(chain)))
    assert sorted(map(len, found)) == [len(names) - weak - 1, weak + 1]
    assert all(piece_of(event, tied(chain)) == piece for piece in found for event in piece)


def test_what_people_bound_is_never_cut() -> None:
    names = [f"{number:04}" for number in range(MOST + 20)]
    bound = tied((left, right, float("inf")) for left, right in itertools.pairwise(names))
    assert piece_of(names[0], bound) == frozenset(names)


def test_many_events_that_are_all_alike_are_looked_at_a_few_times_each() -> None:
    names = [f"{number:04}" for number in range(2 * MOST)]
    # a ring in which each event is tied to its hundred nearest, as the same sentence printed over and over is
    near = tied((left, names[(at + step) % len(names)], 1.3) for at, left in enumerate(names) for step in range(1, 51))
    asked = []

    def counted(events, level):
        asked.extend(events)
        return near(events, level)

    assert list(pieces(names, counted)) == [frozenset({name}) for name in names]
    assert len(asked) <= 5 * len(LEVELS) * len(names)
