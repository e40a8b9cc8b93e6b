"""Hold the likely pairs of events and the decisions on them, and cluster what hangs together, piece by piece."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from standoff.codebook.load import Codebook
from standoff.joining.clustering import grouped
from standoff.joining.pieces import BOUND, MOST, pieces
from standoff.joining.scoring import SHOWN, THRESHOLD, score
from standoff.joining.sketches import Sketch
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.incident import Link

Pair = tuple[str, str]
_CUT = f"more than {MOST} events hang together, and stronger pairs hold others of them"


@dataclass(frozen=True, slots=True)
class Grown:
    """Hold one piece with its groups of events held to be one happening each, and its links as decided."""

    piece: frozenset[str]
    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Web:
    """Hold explained links by pair and by event, and the decisions that bind events or keep them apart."""

    links: Mapping[Pair, Link]
    verdicts: Verdicts = NO_VERDICTS
    by_event: Mapping[str, list[Pair]] = field(default_factory=dict)
    bound: Mapping[str, list[str]] = field(default_factory=dict)

    def near(self, events: Iterable[str], level: float) -> Iterator[str]:
        """Yield what links of a level, or decisions, tie to some events."""
        for event in events:
            yield from self.bound.get(event, ())
            if level < BOUND:
                for pair in self.by_event.get(event, ()):
                    if self.links[pair].score >= level:
                        yield pair[1] if pair[0] == event else pair[0]

    def grow(self, events: Iterable[str], found: Mapping[str, Sketch], codebook: Codebook) -> Iterator[Grown]:
        """Yield the pieces that hold some events, each clustered; events without a sketch are left out."""
        decided_on = {event for pair in (*self.verdicts.must_link, *self.verdicts.cannot_link) for event in pair}
        for piece in pieces(events, self.near):
            held = {event: found[event] for event in sorted(piece) if event in found}
            verdicts = NO_VERDICTS if decided_on.isdisjoint(piece) else self.verdicts
            yield _grown(piece, held, self._of(piece), (verdicts, codebook))

    def _of(self, piece: frozenset[str]) -> list[Link]:
        """Return the links of the events of a piece, to each other and beyond it."""
        pairs = {pair for event in piece for pair in self.by_event.get(event, ())}
        return [self.links[pair] for pair in sorted(pairs)]


def web(links: Iterable[Link], verdicts: Verdicts = NO_VERDICTS) -> Web:
    """Return links and decisions laid out by event."""
    by_event: defaultdict[str, list[Pair]] = defaultdict(list)
    bound: defaultdict[str, list[str]] = defaultdict(list)
    kept = {(link.left, link.right): link for link in links}
    for pair in kept:
        for event in pair:
            by_event[event].append(pair)
    for left, right in verdicts.must_link:
        bound[left].append(right)
        bound[right].append(left)
    return Web(kept, verdicts, by_event, bound)


def scored(found: Mapping[str, Sketch], pairs: Iterable[Pair], codebook: Codebook) -> Iterator[Link]:
    """Yield the explained links of the pairs that look at all alike."""
    for left, right in pairs:
        link = score(found[left], found[right], codebook.incidents)
        if link.score >= SHOWN:
            yield link


def _grown(
    piece: frozenset[str], held: Mapping[str, Sketch], links: list[Link], given: tuple[Verdicts, Codebook]
) -> Grown:
    """Cluster one piece; a group of which no member says who, where or when is no happening."""
    verdicts, codebook = given
    inside = [link for link in links if link.left in held and link.right in held]
    groups, decided = grouped(held, inside, codebook.incidents.kinds, verdicts)
    told = tuple(group for group in groups if not all(held[event].bare for event in group))
    beyond = (_cut(link) for link in links if not (link.left in piece and link.right in piece))
    return Grown(piece, told, (*decided, *beyond))


def _cut(link: Link) -> Link:
    """Return a link that leads out of its piece as one that does not join."""
    if link.score < THRESHOLD:
        return link
    return replace(link, joined=False, reason=_CUT)
