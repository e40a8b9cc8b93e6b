"""Hold the likely pairs of events and the decisions on them, and cluster what hangs together, piece by piece."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from standoff.codebook.load import Codebook
from standoff.joining.clustering import grouped
from standoff.joining.pieces import BOUND, MOST, pieces
from standoff.joining.scoring import THRESHOLD, likely
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.incident import Link
from standoff.model.reach import Pair
from standoff.model.sketch import Sketch

Lay = Callable[[Iterable[str]], Mapping[str, Sketch]]  # events -> the sketches of those that are known
_CUT = f"more than {MOST} events hang together, and stronger pairs hold others of them"


@dataclass(frozen=True, slots=True)
class Grown:
    """Hold one piece with its groups of events held to be one happening each, and its links as decided."""

    piece: frozenset[str]
    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]


@dataclass(slots=True)
class Web:
    """Hold explained links by pair and by event, and the decisions that bind events or keep them apart.

    Links of events not asked for before are fetched, where `fetch` is given.
    """

    verdicts: Verdicts = NO_VERDICTS
    fetch: Callable[[set[str]], Iterable[Link]] | None = None
    links: dict[Pair, Link] = field(default_factory=dict)
    by_event: defaultdict[str, set[Pair]] = field(default_factory=lambda: defaultdict(set))
    bound: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    known: set[str] = field(default_factory=set)

    def add(self, links: Iterable[Link]) -> None:
        """Take up links, in place of earlier ones of the same pairs."""
        for link in links:
            pair = (link.left, link.right)
            self.links[pair] = link
            for event in pair:
                self.by_event[event].add(pair)

    def load(self, events: Iterable[str]) -> None:
        """Fetch the links of the events whose links are not known yet."""
        missing = set(events) - self.known
        self.known |= missing
        if self.fetch is not None and missing:
            self.add(link for link in self.fetch(missing) if (link.left, link.right) not in self.links)

    def near(self, events: Iterable[str], level: float) -> Iterator[str]:
        """Yield what links of a level, or decisions, tie to some events."""
        asked = list(events)
        self.load(asked)
        for event in asked:
            yield from self.bound.get(event, ())
            if level < BOUND:
                for pair in self.by_event.get(event, ()):
                    if self.links[pair].score >= level:
                        yield pair[1] if pair[0] == event else pair[0]

    def grow(self, events: Iterable[str], lay: Lay, codebook: Codebook) -> Iterator[Grown]:
        """Yield the pieces that hold some events, each clustered; events without a sketch are left out."""
        decided_on = {event for pair in (*self.verdicts.must_link, *self.verdicts.cannot_link) for event in pair}
        for piece in pieces(events, self.near):
            held = lay(sorted(piece))
            verdicts = NO_VERDICTS if decided_on.isdisjoint(piece) else self.verdicts
            yield _grown(piece, held, self._of(piece), (verdicts, codebook))

    def _of(self, piece: frozenset[str]) -> list[Link]:
        """Return the links of the events of a piece, to each other and beyond it."""
        pairs = {pair for event in piece for pair in self.by_event.get(event, ())}
        return [self.links[pair] for pair in sorted(pairs)]


def web(
    links: Iterable[Link], verdicts: Verdicts = NO_VERDICTS, fetch: Callable[[set[str]], Iterable[Link]] | None = None
) -> Web:
    """Return links and decisions laid out by event."""
    made = Web(verdicts, fetch)
    made.add(links)
    for left, right in verdicts.must_link:
        made.bound[left].append(right)
        made.bound[right].append(left)
    return made


def scored(found: Mapping[str, Sketch], pairs: Iterable[Pair], codebook: Codebook) -> Iterator[Link]:
    """Yield the explained links of the pairs that look at all alike."""
    for left, right in pairs:
        link = likely(found[left], found[right], codebook.incidents)
        if link is not None:
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
