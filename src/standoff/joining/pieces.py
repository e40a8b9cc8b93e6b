"""Cut the graph of likely pairs into pieces small enough to be clustered alone, the same whatever came first.

The piece of an event is all that is tied to it by links of the lowest level at which that is no more than MOST events.
So what a piece holds depends only on the links there are, and finding it costs no more than MOST events' links a level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from standoff.joining.scoring import THRESHOLD

MOST = 300
# A piece that grows beyond MOST falls apart along its weaker links; decisions of people hold at every level.
LEVELS = (THRESHOLD, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2)
BOUND = float("inf")  # the level at which only decisions bind
Near = Callable[[Iterable[str], float], Iterable[str]]  # events, level -> all that links of the level tie to them


def pieces(events: Iterable[str], near: Near) -> Iterator[frozenset[str]]:
    """Yield the pieces that hold some events, each once, in order of the least event."""
    seen: set[str] = set()
    large: dict[float, set[str]] = {level: set() for level in LEVELS}
    for event in sorted(set(events)):
        if event not in seen:
            piece = piece_of(event, near, large)
            seen |= piece
            yield piece


def piece_of(event: str, near: Near, large: Mapping[float, set[str]] | None = None) -> frozenset[str]:
    """Return the piece that holds an event; what people bound together may be larger than MOST.

    `large` takes up, by level, events found to hang together with too many others, so that none is counted twice.
    """
    for level in LEVELS:
        tied = _tied(event, near, level, large[level] if large else set())
        if tied is not None:
            return tied
    return _tied(event, near, BOUND, None) or frozenset({event})


def _tied(event: str, near: Near, level: float, large: set[str] | None) -> frozenset[str] | None:
    """Return all that links of a level tie to an event, directly or by way of others; nothing where it is too much."""
    found, fresh = {event}, {event}
    while fresh:
        if large is not None and (len(found) > MOST or not large.isdisjoint(fresh)):
            large |= found
            return None
        fresh = set(near(fresh, level)) - found
        found |= fresh
    return frozenset(found)
