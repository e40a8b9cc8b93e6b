"""Take decisions about the rows of a store, and refuse those that cannot be taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import cast, get_args

from sqlalchemy import select

from standoff.codebook.slots import load_slots
from standoff.errors import DecisionError, NotFoundError
from standoff.model.annotation import Attribute
from standoff.model.decision import RELATION, Decision, Relation, TargetKind, Verb
from standoff.model.ids import content_key
from standoff.model.span import Span
from standoff.reviewing.choices import FOLDER
from standoff.reviewing.correcting import lexicon, resolved
from standoff.reviewing.log import check_link
from standoff.reviewing.verdicts import verdicts_in_force
from standoff.store import tables
from standoff.store.protocol import Found, Store

GRADES: Mapping[str, str] = {"reliability": "ABCDEF", "credibility": "123456"}
TARGETS: tuple[TargetKind, ...] = ("statement", "event", "claim", "discrepancy", "incident", "agreement_link")


@dataclass(frozen=True, slots=True)
class Vote:
    """Hold what a reviewer decides: verb, reason, and the second event or corrected fields if the verb has them."""

    verb: Verb
    reviewer: str
    reason: str | None = None
    other: str | None = None
    correction: Mapping[str, Attribute] = field(default_factory=dict)


def decide(store: Store, target: str, vote: Vote) -> Decision:
    """Add a reviewer's decision about a row to the log; refuses one that cannot be taken."""
    if vote.verb == "grade":
        return grade(store, target, vote)
    found = _target(store, target)
    if vote.verb == "relate":
        return _relate(store, found, vote)
    if vote.verb in ("same", "different"):
        return _link(store, found, vote)
    vote = _resolved(store, found, vote) if vote.verb == "correct" else vote
    return _enter(store, found, vote, store.where(found))


def retract(store: Store, decision: str, vote: Vote) -> Decision:
    """Take a decision back with a further entry; refuses one that was taken back before."""
    try:
        found = store.find(decision)
    except NotFoundError as error:
        raise NotFoundError(f"{decision!r} is no decision of this record: `standoff review log` lists them.") from error
    log = {entry.id: entry for entry in store.decisions()}
    old = log.get(found.id)
    if old is None or old.verb == "retract":
        raise DecisionError(f"{found.id} is no decision that can be taken back: `standoff review log` lists them.")
    if any(entry.supersedes == old.id for entry in log.values()):
        raise DecisionError(f"{old.id} was taken back already: `standoff review log` shows by whom.")
    new = _decision(len(log), Found(old.target_kind, old.target), replace(vote, other=old.other), old.anchor)
    new = replace(new, supersedes=old.id)
    store.decide(new)
    return new


def _target(store: Store, name: str) -> Found:
    """Return the row a name means, if it is of a kind that people decide on."""
    found = store.find(name)
    if found.kind not in TARGETS:
        raise DecisionError(f"{found.id} is a {found.kind}; decisions are taken on {', '.join(TARGETS)}.")
    return found


def _link(store: Store, found: Found, vote: Vote) -> Decision:
    """Decide that two events are, or are not, of one happening; an incident stands for its first event."""
    if vote.other is None:
        raise DecisionError(f"`{vote.verb}` needs two events or incidents.")
    left, right = _event(store, found), _event(store, _target(store, vote.other))
    if left == right:
        raise DecisionError(f"{found.id} and {vote.other} are one row; give two that differ.")
    check_link(verdicts_in_force(store), vote.verb, left.id, right.id)
    anchors = (*store.where(left)[:1], *store.where(right)[:1])
    return _enter(store, left, replace(vote, other=right.id), anchors)


def _relate(store: Store, found: Found, vote: Vote) -> Decision:
    """Relate two incidents that are not one; each is held by its first event, which outlives the joining."""
    given = vote.correction.get(RELATION)
    if set(vote.correction) != {RELATION} or given not in get_args(Relation):
        raise DecisionError(f"Incidents are related by one `{RELATION}` of {', '.join(get_args(Relation))}.")
    other = _target(store, vote.other or "")
    if {found.kind, other.kind} != {"incident"} or found.id == other.id:
        raise DecisionError("`relate` needs two incidents that differ: `standoff show` lists them.")
    left, right = _event(store, found), _event(store, other)
    anchors = (*store.where(left)[:1], *store.where(right)[:1])
    return _enter(store, left, replace(vote, other=right.id), anchors)


def _event(store: Store, found: Found) -> Found:
    """Return an event, or the first one of an incident; refuses other kinds."""
    if found.kind == "incident":
        return Found("event", store.members(found.id)[0])
    if found.kind != "event":
        raise DecisionError(f"{found.id} is a {found.kind}; only events and incidents can be the same or different.")
    return found


def _resolved(store: Store, found: Found, vote: Vote) -> Vote:
    """Return a correction with what its words stand for; refuses one of nothing, or that cannot be."""
    slot = load_slots(FOLDER).slots.get(_slot(store, found.id)) if found.kind == "claim" else None
    return replace(vote, correction=resolved(found.kind, vote.correction, lexicon(store), slot))


def _slot(store: Store, claim: str) -> str:
    """Return the slot that a claim is about."""
    with store.connect() as connection:
        return str(connection.scalar(select(tables.claims.c.slot).where(tables.claims.c.id == claim)))


def split(store: Store, incident: str, events: Collection[str], vote: Vote) -> tuple[Decision, ...]:
    """Part some events from an incident: they are held together, and apart from each of the others, in one go."""
    found = store.find(incident)
    members = store.members(found.id) if found.kind == "incident" else ()
    chosen = [key for key in members if key in set(events)]
    rest = [key for key in members if key not in set(events)]
    if not chosen or not rest or len(chosen) != len(set(events)):
        raise DecisionError(f"Give events of {found.id}, neither none nor all of them, to part from it.")
    pairs: list[tuple[Verb, str]] = [("same", key) for key in chosen[1:]]
    pairs += [("different", key) for key in rest]
    verdicts, first = verdicts_in_force(store), Found("event", chosen[0])
    number = len(store.decisions())
    entries: list[Decision] = []
    for verb, other in pairs:
        check_link(verdicts, verb, first.id, other)
        anchors = (*store.where(first)[:1], *store.where(Found("event", other))[:1])
        entries.append(_decision(number + len(entries), first, replace(vote, verb=verb, other=other), anchors))
    store.decide(*entries)
    return tuple(entries)


def grade(store: Store, publisher: str, vote: Vote) -> Decision:
    """Grade an outlet by the Admiralty code: reliability A to F, credibility 1 to 6."""
    wrong = {k: v for k, v in vote.correction.items() if str(v) not in GRADES.get(k, ())}
    if wrong or set(vote.correction) != set(GRADES):
        raise DecisionError("A grade has `reliability` A to F and `credibility` 1 to 6, and nothing else.")
    if not store.has_outlet(publisher):
        raise DecisionError(
            f"No document of this record is of an outlet called {publisher!r}: `standoff show documents` lists outlets."
        )
    return _enter(store, Found("publisher", publisher), vote, ())


def _enter(store: Store, found: Found, vote: Vote, anchors: tuple[Span, ...]) -> Decision:
    """Add an entry to the log."""
    new = _decision(len(store.decisions()), found, vote, anchors)
    store.decide(new)
    return new


def _decision(number: int, found: Found, vote: Vote, anchors: tuple[Span, ...]) -> Decision:
    """Return the entry of a vote; its key holds its number, so that the same vote can be cast again."""
    recorded = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Decision(
        id=content_key("dec", number, recorded, vote.reviewer, vote.verb, found.id, vote.other),
        recorded=recorded,
        reviewer=vote.reviewer,
        verb=vote.verb,
        target_kind=cast(TargetKind, found.kind),
        target=found.id,
        other=vote.other,
        correction=vote.correction,
        reason=vote.reason,
        anchor=anchors,
    )
