"""Route what people decide: previews, decisions, splits, taking back, the worklist and the log."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from standoff.errors import NotFoundError, UsageError
from standoff.model.decision import Decision
from standoff.reviewing.desk import Vote, decide, retract, split
from standoff.serving.answers import Page, result
from standoff.serving.asking import Asked, Asking, Limit, Needed
from standoff.serving.effects import Effect, Effects
from standoff.serving.envelope import Envelope
from standoff.serving.reading import keys_of, row_of
from standoff.views.screens import correctable, drawer, preview, queue
from standoff.views.screens.shapes import CorrectRow, Entry
from standoff.views.screens.shapes_incident import Preview
from standoff.views.screens.shapes_record import TaskRow

router = APIRouter()
Deciding = Literal["accept", "reject", "correct", "same", "different", "relate", "grade"]
Id = Annotated[str, Field(min_length=1, max_length=300)]
Words = Annotated[str, Field(max_length=2_000)]
Value = str | int | float | bool | None
MOST_EVENTS = 500
CORRECTABLE = frozenset({"statement", "event", "claim"})


def effects_of(request: Request) -> Effects:
    """Return what lets decisions take effect."""
    effects: Effects = request.app.state.effects
    return effects


Effecting = Annotated[Effects, Depends(effects_of)]


class Why(BaseModel):
    """Hold who decides and why; the name counts only where nobody needs a token."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reason: Words = ""
    reviewer: Annotated[str | None, Field(max_length=100)] = None


class Ballot(Why):
    """Hold a decision about a row: `other` for two rows, `correction` for correct, relate and grade."""

    verb: Deciding
    target: Id
    other: Id | None = None
    correction: Annotated[dict[Id, Value], Field(max_length=10)] = Field(default_factory=dict)


class Parting(Why):
    """Hold which events are parted from an incident."""

    incident: Id
    events: Annotated[list[Id], Field(min_length=1, max_length=MOST_EVENTS)]


class Taking(Why):
    """Hold why a decision is taken back, and which further ones with it."""

    also: Annotated[list[Id], Field(max_length=MOST_EVENTS)] = Field(default_factory=list)


class Taken(BaseModel):
    """Hold the new entries of the log, and when they take effect on incidents and differences.

    `effect` is `none` where nothing is worked out again, `soon` where that has begun, `next_run` where the record is
    too large for that: `standoff run` then does it.
    """

    model_config = ConfigDict(frozen=True)

    entries: list[Entry]
    effect: Effect


def _vote(asked: Asked, verb: Any, why: Why, **more: Any) -> Vote:
    """Return a reviewer's vote; every decision but an acceptance says why."""
    reason = why.reason.strip()
    if not reason and verb != "accept":
        raise UsageError("Say why: a decision other than to accept needs a `reason`.")
    name = (why.reviewer or "").strip() if asked.reader.free else ""
    return Vote(verb, name or asked.reader.name, reason or None, **more)


def _taken(asked: Asked, effects: Effects, entries: tuple[Decision, ...]) -> Response:
    """Answer with the new entries, and let them take effect."""
    ids = {entry.id for entry in entries}
    log = [entry for entry in asked.desk.log() if entry.decision.id in ids]
    effect = effects.ask({entry.verb for entry in entries})
    shown = [drawer.entry_row(entry) for entry in log]
    return result(Page({"entries": shown, "effect": effect}), asked.desk.store.revision(), None)


@router.post("/decisions", response_model=Envelope[Taken])
def take(asked: Asking, effects: Effecting, ballot: Ballot) -> Response:
    """Take a decision about a row: accept, reject, correct, same, different, relate, or grade an outlet."""
    vote = _vote(asked, ballot.verb, ballot, other=ballot.other, correction=dict(ballot.correction))
    return _taken(asked, effects, (decide(asked.desk.store, ballot.target, vote),))


@router.post("/decisions/{name}/retract", response_model=Envelope[Taken])
def take_back(asked: Asking, effects: Effecting, name: str, why: Taking) -> Response:
    """Take a decision back with a further entry: nothing is deleted."""
    vote = _vote(asked, "retract", why)
    entries = tuple(retract(asked.desk.store, key, vote) for key in dict.fromkeys((name, *why.also)))
    return _taken(asked, effects, entries)


@router.post("/split", response_model=Envelope[Taken])
def part(asked: Asking, effects: Effecting, parting: Parting) -> Response:
    """Part some events from an incident."""
    vote = _vote(asked, "different", parting)
    return _taken(asked, effects, split(asked.desk.store, parting.incident, parting.events, vote))


@router.get("/preview/merge", response_model=Envelope[Preview])
def preview_merge(asked: Asking, left: Needed, right: Needed) -> Response:
    """Show what two incidents would be as one."""
    one, other = row_of(asked, "incident", left), row_of(asked, "incident", right)
    return asked.answer(lambda c: Page(preview.merged(c, one, other, asked.reading)))


@router.get("/preview/split", response_model=Envelope[Preview])
def preview_split(
    asked: Asking, incident: Needed, events: Annotated[str, Query(min_length=1, max_length=6_000)]
) -> Response:
    """Show an incident without some of its events, and those as one of their own."""
    key = row_of(asked, "incident", incident)
    wanted = keys_of(events)
    return asked.answer(lambda c: Page(preview.split(c, key, wanted, asked.reading)))


@router.get("/review/rows", response_model=Envelope[list[CorrectRow]])
def rows_behind(asked: Asking, key: Needed) -> Response:
    """List what can be corrected behind a statement, event or claim, with each field as it stands."""
    found = asked.desk.store.find(key)
    if found.kind not in CORRECTABLE:
        raise NotFoundError(f"{key} is a {found.kind}: give a statement, an event or a claim.")
    return asked.answer(lambda c: Page(correctable.correctable(c, found.id, asked.reading)))


@router.get("/review/queue", response_model=Envelope[list[TaskRow]])
def waiting(asked: Asking, limit: Limit = 50) -> Response:
    """List what to look at next, ordered by what a decision would settle."""
    log = asked.desk.log()
    return asked.answer(lambda c: Page(queue.queue(c, log, asked.reading, limit)))


@router.get("/review/log", response_model=Envelope[list[Entry]])
def log(asked: Asking, limit: Limit = 100) -> Response:
    """List the last entries of the review log with how each is attached to the rows there are now."""
    entries = asked.desk.log()
    return asked.answer(lambda _: Page(drawer.history(entries)[:limit], total=len(entries)))
