"""Join the events of many documents into incidents: propose pairs, score them, cluster, sum up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from standoff.codebook.load import Codebook
from standoff.joining.answers import Answer, answers
from standoff.joining.blocking import candidates
from standoff.joining.clustering import Clusters, cluster
from standoff.joining.incidents import context, incident
from standoff.joining.mentions import Mention, mentions
from standoff.joining.scoring import SHOWN, score
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.incident import Incident, incident_id
from standoff.model.record import Joined, Record


def join(
    record: Record, codebook: Codebook, verdicts: Verdicts = NO_VERDICTS, previous: tuple[Incident, ...] = ()
) -> Joined:
    """Join events into incidents; the same record ends in the same incidents, in whatever order it was read.

    Raises ConflictError where decisions bind two events together and keep them apart. An incident keeps the id of the
    previous one that it shares most members with.
    """
    found = mentions(record, codebook)
    clusters = Clusters(found, codebook.incidents.kinds)
    links = [score(found[left], found[right], codebook.incidents) for left, right in candidates(found)]
    decided = cluster(clusters, links, verdicts)
    groups = [members for members in clusters.all() if any(_placed(found[event]) for event in members)]
    said = _by_cluster(answers(record, found, groups, codebook))
    given = context(record, codebook)
    ids = stable_ids(groups, previous)
    made = [
        incident(ids[index], [found[event] for event in members], said.get(index, ()), given)
        for index, members in enumerate(groups)
    ]
    return Joined(tuple(sorted(made, key=_chronological)), tuple(link for link in decided if link.score >= SHOWN))


def _placed(mention: Mention) -> bool:
    """Tell whether an event says of itself who took part, where or when; a word without any of these is no incident."""
    return not mention.bare


def stable_ids(groups: Sequence[tuple[str, ...]], previous: Sequence[Incident]) -> list[str]:
    """Return an id for each group: that of the previous incident that shares most members, else a new one."""
    before = {event: incident.id for incident in previous for event in incident.events}
    shares: dict[tuple[str, int], int] = defaultdict(int)
    for index, members in enumerate(groups):
        for event in members:
            if event in before:
                shares[before[event], index] += 1
    taken: dict[int, str] = {}
    used: set[str] = set()
    for (old, index), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
        if old not in used and index not in taken:
            taken[index] = old
            used.add(old)
    used.update(incident.id for incident in previous)
    return [taken.get(index) or _fresh_id(members, used) for index, members in enumerate(groups)]


def _fresh_id(members: Sequence[str], used: set[str]) -> str:
    """Return the id of the first member, or one made from it that no other incident carries."""
    candidates = (*members, *(f"{members[0]} {number}" for number in range(2, len(used) + 3)))
    made = next(key for event in candidates if (key := incident_id(event)) not in used)
    used.add(made)
    return made


def _by_cluster(said: Sequence[Answer]) -> Mapping[int, list[Answer]]:
    """Return answers by the cluster that they are about."""
    found: defaultdict[int, list[Answer]] = defaultdict(list)
    for answer in said:
        found[answer.cluster].append(answer)
    return found


def _chronological(made: Incident) -> tuple[str, str]:
    """Return what orders incidents: when they happened, then their ids."""
    return (made.happened.earliest or made.happened.latest or "9999", made.id)
