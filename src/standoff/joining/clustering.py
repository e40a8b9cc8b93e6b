"""Join events into clusters: best links first, under decisions of reviewers and guards against chaining."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from standoff.codebook.incidents import IncidentKind
from standoff.errors import ConflictError
from standoff.joining.features import far_km
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.entity import PlaceRef
from standoff.model.incident import Link
from standoff.model.sketch import Sketch

# Clusters whose members mostly look apart are not joined by one good link between two of them.
SUPPORT = 0.34
# An actor named this much less often than the leading one is a slip of some report.
RARE = 0.25


@dataclass(slots=True)
class Group:
    """Gather the members of a growing cluster and what must stay consistent in it."""

    members: list[str]
    first: int | None = None
    last: int | None = None
    places: list[tuple[PlaceRef, ...]] = field(default_factory=list)
    actors: Counter[str] = field(default_factory=Counter)
    sums: bool = False
    single: bool = False
    company: frozenset[str] = frozenset()  # the most sides that a member says have met
    ships: frozenset[str] = frozenset()
    one_deed: bool = False
    levels: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()


class Clusters:
    """Grow clusters of event ids by union, refusing unions that decisions or guards forbid."""

    def __init__(self, found: Mapping[str, Sketch], kinds: Mapping[str, IncidentKind]) -> None:
        self._found, self._kinds = found, kinds
        self._group = {key: _group(mention, kinds.get(mention.kind)) for key, mention in found.items()}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self._near: defaultdict[str, set[str]] = defaultdict(set)

    def keep_apart(self, left: str, right: str) -> None:
        """Never let two events be in one cluster."""
        self._apart[left].add(right)
        self._apart[right].add(left)

    def note(self, left: str, right: str) -> None:
        """Remember that two events look alike, as support for joining their clusters."""
        self._near[left].add(right)
        self._near[right].add(left)

    def knows(self, event: str) -> bool:
        """Tell whether an event is among those to be joined."""
        return event in self._group

    def together(self, left: str, right: str) -> bool:
        """Tell whether two events are in one cluster."""
        return self._group[left] is self._group[right]

    def refusal(self, left: str, right: str) -> str | None:
        """Return why the clusters of two events must not be joined, or nothing."""
        one, other = self._ordered(left, right)
        members = set(other.members)
        if any(self._apart[key] & members for key in one.members if key in self._apart):
            return "two of their members are kept apart"
        if self._support(one, other) < SUPPORT:
            return "few of their members look alike"
        return _inconsistent(one, other, self._slack(left, right))

    def _slack(self, left: str, right: str) -> int:
        """Return how many days a union may span: those of the kind where both events state their day, else none.

        An undated report must not tie two happenings together whose own dates tell them apart.
        """
        windows = (self._found[left].window, self._found[right].window)
        if not all(window and window.exact for window in windows):
            return 0
        return max(self._kinds[self._found[key].kind].days for key in (left, right))

    def join(self, left: str, right: str) -> None:
        """Join the clusters of two events."""
        one, other = self._ordered(left, right)
        if one is other:
            return
        other.members.extend(one.members)
        other.first, other.last = _span(one, other)
        other.places.extend(one.places)
        other.actors.update(one.actors)
        other.sums, other.single = other.sums or one.sums, other.single or one.single
        other.company = max(one.company, other.company, key=len)
        other.ships |= one.ships
        other.levels |= one.levels
        other.persons |= one.persons
        for key in one.members:
            self._group[key] = other

    def all(self) -> list[tuple[str, ...]]:
        """Return the clusters, members and clusters sorted by id."""
        distinct = {id(group): group for group in self._group.values()}
        return sorted(tuple(sorted(group.members)) for group in distinct.values())

    def _ordered(self, left: str, right: str) -> tuple[Group, Group]:
        """Return two groups, the smaller first."""
        one, other = self._group[left], self._group[right]
        return (one, other) if len(one.members) <= len(other.members) else (other, one)

    def _support(self, one: Group, other: Group) -> float:
        """Return the share of the smaller cluster's members that look like some member of the larger."""
        members = set(other.members)
        return sum(1 for key in one.members if self._near[key] & members) / len(one.members)


def grouped(
    found: Mapping[str, Sketch],
    links: Iterable[Link],
    kinds: Mapping[str, IncidentKind],
    verdicts: Verdicts = NO_VERDICTS,
) -> tuple[list[tuple[str, ...]], tuple[Link, ...]]:
    """Return events in clusters, and the links as decided; decisions are taken to be free of contradiction."""
    clusters = Clusters(found, kinds)
    decided = cluster(clusters, links, verdicts)
    return clusters.all(), decided


def cluster(clusters: Clusters, links: Iterable[Link], verdicts: Verdicts) -> tuple[Link, ...]:
    """Join by decisions, then by links from the best down; return the links as decided, with reasons for refusals."""
    for left, right in verdicts.must_link:
        if clusters.knows(left) and clusters.knows(right):
            clusters.join(left, right)
    for left, right in verdicts.cannot_link:
        clusters.keep_apart(left, right)
    ordered = sorted(links, key=lambda link: (-link.score, link.left, link.right))
    for link in ordered:
        if link.joined:
            clusters.note(link.left, link.right)
    return tuple(_decide(clusters, link) for link in ordered)


def _decide(clusters: Clusters, link: Link) -> Link:
    """Join what a link asks for unless something forbids it."""
    if not link.joined or clusters.together(link.left, link.right):
        return link
    reason = clusters.refusal(link.left, link.right)
    if reason:
        return Link(link.left, link.right, link.score, False, link.features, reason)
    clusters.join(link.left, link.right)
    return link


def check(verdicts: Verdicts) -> None:
    """Refuse decisions that bind two events together and keep them apart, with the path that binds them."""
    bound: defaultdict[str, list[str]] = defaultdict(list)
    for left, right in verdicts.must_link:
        bound[left].append(right)
        bound[right].append(left)
    for left, right in verdicts.cannot_link:
        path = _path(bound, left, right)
        if path:
            raise ConflictError(
                f"Decisions say that events {left} and {right} are different, but also the same: {' = '.join(path)}; "
                "retract one of them."
            )


def _path(bound: Mapping[str, list[str]], start: str, goal: str) -> list[str]:
    """Return the shortest chain of must-links from one event to another, or an empty list."""
    before: dict[str, str] = {start: start}
    queue = deque([start])
    while queue and goal not in before:
        here = queue.popleft()
        for there in bound.get(here, ()):
            if there not in before:
                before[there] = here
                queue.append(there)
    if goal not in before:
        return []
    path = [goal]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]


def _group(mention: Sketch, kind: IncidentKind | None) -> Group:
    """Return the cluster of one event."""
    window = mention.window if mention.window and mention.window.stated else None
    return Group(
        members=[mention.id],
        first=window.last if window else None,
        last=window.first if window else None,
        places=[mention.places] if mention.places else [],
        actors=Counter(mention.actors if kind and kind.roles == "directed" else ()),
        sums=mention.sum,
        company=_company(mention, kind),
        ships=mention.ships if kind and not kind.lasting else frozenset(),
        one_deed=kind is not None and kind.one_deed,
        levels=mention.levels,
        persons=mention.persons if mention.levels else frozenset(),
        single=not mention.sum and window is not None and window.exact and kind is not None and not kind.lasting,
    )


def _company(mention: Sketch, kind: IncidentKind | None) -> frozenset[str]:
    """Return the sides that met, where two or more are known, of what two sides do together: a call, an agreement."""
    together = kind is not None and kind.roles == "mutual" and not kind.lasting
    return mention.sides if together and len(mention.sides) > 1 else frozenset()


def _strangers(one: Group, other: Group) -> bool:
    """Tell whether two clusters have other leading actors, each next to unnamed in the other."""
    mine, theirs = _leading(one), _leading(other)
    foreign = other.actors[mine] <= RARE * other.actors[theirs] and one.actors[theirs] <= RARE * one.actors[mine]
    return mine != theirs and foreign


def _leading(group: Group) -> str:
    """Return the actor that most members name."""
    return min(group.actors, key=lambda name: (-group.actors[name], name))


def _span(one: Group, other: Group) -> tuple[int | None, int | None]:
    """Return the earliest end and the latest start of the stated windows of two groups; they meet while it is later."""
    firsts = [bound for bound in (one.first, other.first) if bound is not None]
    lasts = [bound for bound in (one.last, other.last) if bound is not None]
    return min(firsts, default=None), max(lasts, default=None)


def _inconsistent(one: Group, other: Group, slack: int) -> str | None:
    """Return what two clusters together would contradict: days or places too far apart, or other actors."""
    first, last = _span(one, other)
    if first is not None and last is not None and last - first > slack:
        return f"their stated days would span {last - first} days"
    if (one.sums and other.single) or (one.single and other.sums):
        return "one sums up many happenings"
    if one.company and other.company and not (one.company <= other.company or other.company <= one.company):
        return "others met in each"
    if one.levels and other.levels and one.levels.isdisjoint(other.levels) and one.persons.isdisjoint(other.persons):
        return "others met in each"
    if one.ships and other.ships and not one.ships & other.ships:
        return "they tell of other ships"
    if one.actors and other.actors and _strangers(one, other):
        return "most of their members name other actors"
    for here in one.places[:12]:
        for there in other.places[:12]:
            if far_km(here, there, one_deed=one.one_deed and other.one_deed) is not None:
                return "their places lie too far apart"
    return None
