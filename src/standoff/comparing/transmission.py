"""Compare renderings of one utterance: the channel named, of whom it is said, and words that narrow it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from standoff.comparing.claims import Bench, Telling, Voice, in_unit_of
from standoff.comparing.explain import rendered
from standoff.comparing.occurrence import build
from standoff.comparing.utterances import Same, same_utterances
from standoff.model.claim import Claim, ClaimValue, Discrepancy
from standoff.model.event import Argument, Event
from standoff.model.incident import Incident
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.values import channel, party
from standoff.values.kinds import kind
from standoff.values.sides import side

# Renderings whose words agree less than this may be of two utterances of one day.
_NEARLY_ALL = 0.8
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Stage:
    """Hold the incident that each statement is about, with its weight, and events by statement."""

    given: Bench
    incident: Mapping[str, tuple[float, str]]
    events: Mapping[str, tuple[Event, ...]]


def transmissions(incidents: Iterable[Incident], given: Bench) -> tuple[list[Claim], list[Discrepancy]]:
    """Return the claims on channel, subject and wording that renderings make, and how they differ."""
    stage = _stage(incidents, given)
    claims: dict[str, Claim] = {}
    found: list[Discrepancy] = []
    for same in same_utterances(given):
        for left, right, reason, score in _differences(same, stage):
            claims |= {left.id: left, right.id: right}
            found.append(build("transmission", (left, right), rendered(left, right, reason), score))
    return list(claims.values()), found


def _stage(incidents: Iterable[Incident], given: Bench) -> Stage:
    """Return which incident each statement is about: of those it tells of or takes a position on, the weightiest."""
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in given.record.events.values():
        if event.statement:
            events[event.statement].append(event)
    ranked: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for incident in incidents:
        told = {given.record.events[key].statement for key in incident.events if key in given.record.events}
        held = {statement for position in incident.parties for statement in position.statements}
        for statement in filter(None, told | held):
            ranked[statement].append((_weight(incident, given), incident.id))
    about = {statement: max(found) for statement, found in ranked.items()}
    return Stage(given, about, {key: tuple(found) for key, found in events.items()})


def _weight(incident: Incident, given: Bench) -> float:
    """Return how much an incident's kind counts in a chronology."""
    kind = given.codebook.kind(incident.type)
    return kind.weight if kind else 0.0


def _differences(same: Same, stage: Stage) -> Iterator[tuple[Claim, Claim, str, float]]:
    """Yield in what two renderings of one utterance differ, with a reason and a score."""
    left, right = same.left.statement, same.right.statement
    about = [stage.incident[statement.id] for statement in (left, right) if statement.id in stage.incident]
    if not about:
        return
    incident = max(about)[1]
    yield from _channels(same, incident, stage)
    if same.quoted:
        yield from _subjects(left, right, incident, stage)
    yield from _qualified(left, right, incident, stage)
    if same.left.first == same.right.first and same.likeness >= _NEARLY_ALL:
        yield from _figures(left, right, incident, stage)


def _figures(
    left: Statement, right: Statement, incident: str, stage: Stage
) -> Iterator[tuple[Claim, Claim, str, float]]:
    """Yield the figures of one event that two renderings of one day give differently, as where a copy errs."""
    slots = stage.given.codebook.slots.by_quantity
    for one in stage.events.get(left.id, ()):
        for other in stage.events.get(right.id, ()):
            for mine, theirs in product(_quantities(one), _quantities(other)) if one.type == other.type else ():
                slot = slots.get(str(mine.value["kind"])) if mine.value and theirs.value else None
                if slot is None or not mine.value or not theirs.value or mine.value["kind"] != theirs.value["kind"]:
                    continue
                values = [in_unit_of(slot.value, a.value or {}, a.span.quote) for a in (mine, theirs) if a.span]
                if len(values) == 2 and kind(slot.value).compare(values[0], values[1]).outcome == "conflicting":
                    claims = [
                        _claim((slot.id, value, a.span), s, incident, stage)
                        for value, a, s in zip(values, (mine, theirs), (left, right), strict=True)
                        if a.span
                    ]
                    yield claims[0], claims[1], "two figures are given for the same words", slot.weight
                    return


def _quantities(event: Event) -> tuple[Argument, ...]:
    """Return the figures of an event."""
    return tuple(argument for argument in event.arguments if argument.role == "quantity" and argument.value)


def _channels(same: Same, incident: str, stage: Stage) -> Iterator[tuple[Claim, Claim, str, float]]:
    """Yield two channels that exclude each other."""
    left, right = same.left, same.right
    if not left.channel or not right.channel or not _one_speaker(left.statement, right.statement):
        return
    values = channel.parse(left.channel), channel.parse(right.channel)
    if channel.compare(*values).outcome == "conflicting":
        claims = [
            _claim(("channel", value, _cue(item.statement)), item.statement, incident, stage)
            for value, item in zip(values, (left, right), strict=True)
        ]
        yield claims[0], claims[1], "two channels are named for the same words", 0.5


def _subjects(
    left: Statement, right: Statement, incident: str, stage: Stage
) -> Iterator[tuple[Claim, Claim, str, float]]:
    """Yield the actors of one quoted event where they are of two sides."""
    book = stage.given.codebook.parties
    for one in stage.events.get(left.id, ()):
        for other in stage.events.get(right.id, ()):
            if one.type != other.type:
                continue
            actors = [
                (e, ref) for e, s in ((one, left), (other, right)) if _spoken_of(e, s) for ref in e.parties("actor")[:1]
            ]
            named = {side(ref, book) for _, ref in actors}
            if len(actors) == 2 and len(named) == 2 and not any(name.startswith("name:") for name in named):
                claims = [
                    _subject(event, s, incident, stage) for (event, _), s in zip(actors, (left, right), strict=True)
                ]
                yield claims[0], claims[1], "the same quoted words are said of two parties", 0.8
                return


def _spoken_of(event: Event, statement: Statement) -> bool:
    """Tell whether the actor of quoted words is somebody spoken of, not the name of the one who speaks."""
    actor, source = next((a.span for a in event.arguments if a.role == "actor"), None), statement.source.span
    return actor is None or source is None or not (actor.start < source.stop and source.start < actor.stop)


def _qualified(
    left: Statement, right: Statement, incident: str, stage: Stage
) -> Iterator[tuple[Claim, Claim, str, float]]:
    """Yield renderings of which only one narrows what is said."""
    if left.polarity != right.polarity or left.polarity == "open":
        return
    narrowing = stage.given.codebook.incidents.list("qualifier")
    words = [{w.casefold() for span in s.content for w in _WORD.findall(span.quote)} for s in (left, right)]
    extra = sorted((words[0] ^ words[1]) & narrowing)
    if extra and left.polarity == "denies":
        claims = [_claim(("wording", {"text": _said(s)}, s.content[0]), s, incident, stage) for s in (left, right)]
        yield claims[0], claims[1], f"only one has “{extra[0]}”", 0.45


def _one_speaker(left: Statement, right: Statement) -> bool:
    """Tell whether two statements name the same speaker, or bodies of which one could be the other's mouth."""
    one, other = left.source.ref, right.source.ref
    if one is None or other is None:
        return False
    return one.party == other.party if one.party and other.party else one.name == other.name


def _subject(event: Event, statement: Statement, incident: str, stage: Stage) -> Claim:
    """Return who an event's words are said of."""
    argument = next(a for a in event.arguments if a.role == "actor")
    ref = event.parties("actor")[0]
    quote = argument.span or event.trigger
    return _claim(
        ("subject", party.of(ref, quote.quote, side(ref, stage.given.codebook.parties)), quote),
        statement,
        incident,
        stage,
    )


def _claim(told: tuple[str, ClaimValue, Span], statement: Statement, incident: str, stage: Stage) -> Claim:
    """Build a claim of one rendering."""
    voice = Voice(stage.given.record.documents[statement.document], statement)
    return Telling(incident, voice, statement.polarity, None, stage.given).claim(*told)


def _said(statement: Statement) -> str:
    """Return the words of a statement's content."""
    return " ".join(span.quote for span in statement.content)


def _cue(statement: Statement) -> Span:
    """Return the words by which something is said."""
    return statement.cue[0] if statement.cue else statement.content[0]
