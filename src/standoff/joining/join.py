"""Join the events of many documents into incidents: propose pairs, score them, cluster piece by piece, sum up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from standoff.codebook.load import Codebook
from standoff.joining.answers import Answer, answers
from standoff.joining.blocking import near, placed
from standoff.joining.clustering import check
from standoff.joining.incidents import context, incident
from standoff.joining.mentions import Mention, mentions
from standoff.joining.webs import Grown, scored, web
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.incident import Incident, Link, chronological, incident_id
from standoff.model.record import Joined, Record

Taken = Callable[[Iterable[str]], set[str]]  # ids -> those that some incident carries or once carried


def join(
    record: Record, codebook: Codebook, verdicts: Verdicts = NO_VERDICTS, previous: tuple[Incident, ...] = ()
) -> Joined:
    """Join events into incidents; the same record ends in the same incidents, in whatever order it was read.

    Raises ConflictError where decisions bind two events together and keep them apart. An incident keeps the id of the
    previous one that it shares most members with.
    """
    check(verdicts)
    found = mentions(record, codebook)
    index = placed(found)
    spun = web(scored(found, near(index), codebook), verdicts)
    grown = tuple(
        spun.grow(found, lambda events: {event: found[event] for event in events if event in found}, codebook)
    )
    used = {incident.id for incident in previous}
    made = summed_up(grown, previous, (record, found, codebook), used.intersection)
    return Joined(made, links_of(grown), found, index, tuple(piece.piece for piece in grown))


def summed_up(
    grown: Iterable[Grown],
    previous: Sequence[Incident],
    given: tuple[Record, Mapping[str, Mention], Codebook],
    taken: Taken,
) -> tuple[Incident, ...]:
    """Return the incidents of some pieces, in order of time; the record holds all documents of their events."""
    record, found, codebook = given
    groups = [group for piece in grown for group in piece.groups]
    ids = stable_ids(groups, previous, taken)
    home = {event: index for index, members in enumerate(groups) for event in members}
    said = _by_group(answers(record, found, codebook), home)
    seen = context(record, codebook)
    made = [
        incident(ids[index], [found[event] for event in members], said.get(index, ()), seen)
        for index, members in enumerate(groups)
    ]
    return tuple(sorted(made, key=chronological))


def links_of(grown: Iterable[Grown]) -> tuple[Link, ...]:
    """Return the links of some pieces as decided, each once, from the best down."""
    found = {(link.left, link.right): link for piece in grown for link in piece.links}
    return tuple(sorted(found.values(), key=lambda link: (-link.score, link.left, link.right)))


def stable_ids(groups: Sequence[tuple[str, ...]], previous: Sequence[Incident], taken: Taken) -> list[str]:
    """Return an id for each group: that of the previous incident that shares most members, else a new one."""
    before = {event: incident.id for incident in previous for event in incident.events}
    shares: dict[tuple[str, int], int] = defaultdict(int)
    for index, members in enumerate(groups):
        for event in members:
            if event in before:
                shares[before[event], index] += 1
    kept: dict[int, str] = {}
    used: set[str] = set()
    for (old, index), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
        if old not in used and index not in kept:
            kept[index] = old
            used.add(old)
    used.update(incident.id for incident in previous)
    return [kept.get(index) or _fresh_id(members, used, taken) for index, members in enumerate(groups)]


def _fresh_id(members: Sequence[str], used: set[str], taken: Taken) -> str:
    """Return the id of the first member, or one made from it that no other incident carries."""
    named = [incident_id(event) for event in members]
    free = next((key for key in named if key not in used and not taken([key])), None)
    number = 2
    while free is None:
        key = incident_id(f"{members[0]} {number}")
        free = None if key in used or taken([key]) else key
        number += 1
    used.add(free)
    return free


def _by_group(said: Iterable[Answer], home: Mapping[str, int]) -> Mapping[int, list[Answer]]:
    """Return answers by the index of the group that they are about."""
    found: defaultdict[int, list[Answer]] = defaultdict(list)
    for answer in said:
        if answer.event in home:
            found[home[answer.event]].append(answer)
    return found
