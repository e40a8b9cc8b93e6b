"""Fold the review log into the verdicts in force: who differs makes *disputed*, never last-writer-wins."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from standoff.errors import ConflictError
from standoff.model.annotation import Attribute
from standoff.model.decision import Decision, Verdicts
from standoff.reviewing.anchoring import Anchored

Key = tuple[str, str | None]  # the row, or the pair of events in order of id, that a decision is about
Links = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Hold two events kept apart, and the path of pairs held to be the same that binds them together."""

    left: str
    right: str
    path: tuple[str, ...]


def taken_back(log: Iterable[Decision]) -> frozenset[str]:
    """Return the ids of the decisions that later ones of a log take back."""
    return frozenset(entry.supersedes for entry in log if entry.supersedes)


def in_force(log: Iterable[Anchored]) -> dict[Key, dict[str, Anchored]]:
    """Return, for each row or pair, each reviewer's last decision that was not taken back, by reviewer."""
    entries = tuple(log)
    retracted = taken_back(entry.decision for entry in entries)
    standing: dict[Key, dict[str, Anchored]] = defaultdict(dict)
    for entry in entries:
        decision = entry.decision
        if decision.verb in {"retract", "grade", "relate"}:  # of rows they say nothing
            continue
        if decision.id not in retracted and entry.attachment != "orphaned":
            votes = standing[_key(entry)]
            votes[decision.reviewer] = _further(votes.get(decision.reviewer), entry)
    return dict(standing)


def _further(before: Anchored | None, entry: Anchored) -> Anchored:
    """Return an entry; a correction after one by the same reviewer sets its fields beside those set before."""
    decision = entry.decision
    if before is None or decision.verb != "correct" or before.decision.verb != "correct":
        return entry
    again = {name.partition(".")[0] for name in decision.correction}
    kept = {name: set_ for name, set_ in before.decision.correction.items() if name.partition(".")[0] not in again}
    return replace(entry, decision=replace(decision, correction={**kept, **decision.correction}))


def fold(log: Iterable[Anchored]) -> Verdicts:
    """Return what a log amounts to; a decision that reviewers differ on is disputed and binds nothing.

    Link decisions that contradict each other are left out where they meet, and their events are disputed.
    """
    states: dict[str, str] = {}
    corrections: dict[str, Mapping[str, Attribute]] = {}
    links: dict[str, list[tuple[str, str]]] = {"same": [], "different": []}
    for (target, other), votes in in_force(log).items():
        verdict = _verdict([vote.decision for vote in votes.values()])
        if verdict is None:
            states |= {key: "disputed" for key in (target, other) if key}
        elif verdict.verb in links and other:
            links[verdict.verb].append((target, other))
        else:
            states[target] = "rejected" if verdict.verb == "reject" else "accepted"
            corrections |= {target: verdict.correction} if verdict.correction else {}
    return _settled(Verdicts(tuple(links["same"]), tuple(links["different"]), states, corrections))


def conflicts(verdicts: Verdicts) -> tuple[Conflict, ...]:
    """Return each pair that is kept apart and yet bound together, with the path that binds it."""
    found = ((left, right, path(verdicts.must_link, left, right)) for left, right in verdicts.cannot_link)
    return tuple(Conflict(left, right, steps) for left, right, steps in found if steps)


def check_link(verdicts: Verdicts, verb: str, left: str, right: str) -> None:
    """Refuse a link decision that contradicts those in force; names the path."""
    pair = (left, right)
    must = (*verdicts.must_link, pair) if verb == "same" else verdicts.must_link
    cannot = (*verdicts.cannot_link, pair) if verb == "different" else verdicts.cannot_link
    for conflict in conflicts(Verdicts(must, cannot)):
        raise ConflictError(
            f"{conflict.left} and {conflict.right} are held to be different, yet {' = '.join(conflict.path)}: "
            "retract one of these decisions first; `standoff review log` gives their ids."
        )


def path(links: Links, start: str, goal: str) -> tuple[str, ...]:
    """Return the shortest chain of linked events from one to another, or nothing."""
    beside: dict[str, set[str]] = defaultdict(set)
    for left, right in links:
        beside[left].add(right)
        beside[right].add(left)
    came = {start: start}
    waiting = deque([start])
    while waiting and goal not in came:
        here = waiting.popleft()
        for there in sorted(beside[here] - came.keys()):
            came[there] = here
            waiting.append(there)
    return _back(came, start, goal) if goal in came else ()


def _back(came: Mapping[str, str], start: str, goal: str) -> tuple[str, ...]:
    """Return the steps from start to goal, found by going back."""
    steps = [goal]
    while steps[-1] != start:
        steps.append(came[steps[-1]])
    return tuple(reversed(steps))


def _key(entry: Anchored) -> Key:
    """Return what a decision is about; a pair is the same in either order."""
    if entry.other is None:
        return entry.target, None
    left, right = sorted((entry.target, entry.other))
    return left, right


def _verdict(votes: list[Decision]) -> Decision | None:
    """Return the decision that all reviewers agree on, or nothing where they differ; corrections add up."""
    fields: dict[str, Attribute] = {}
    for vote in votes:
        if any(fields.get(name, set_) != set_ for name, set_ in vote.correction.items()):
            return None
        fields |= vote.correction
    return replace(votes[0], correction=fields) if len({vote.verb for vote in votes}) == 1 else None


def _settled(verdicts: Verdicts) -> Verdicts:
    """Return verdicts without the links that contradict each other: neither side of a dispute wins."""
    found = conflicts(verdicts)
    apart = {tuple(sorted((c.left, c.right))) for c in found}
    bound = {tuple(sorted(pair)) for c in found for pair in zip(c.path, c.path[1:], strict=False)}
    if not found:
        return verdicts
    disputed = {event: "disputed" for pair in (*apart, *bound) for event in pair}
    kept = replace(
        verdicts,
        must_link=tuple(pair for pair in verdicts.must_link if tuple(sorted(pair)) not in bound),
        cannot_link=tuple(pair for pair in verdicts.cannot_link if tuple(sorted(pair)) not in apart),
        states={**verdicts.states, **disputed},
    )
    return _settled(kept)  # another path may bind the same pair; each round takes links away, so this ends
