"""Compare renderings of one utterance: the channel named, of whom it is said, and words that narrow it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from standoff.codebook.load import Codebook
from standoff.comparing.claims import Bench, Telling, Voice, in_unit_of
from standoff.comparing.explain import rendered
from standoff.comparing.occurrence import build
from standoff.comparing.utterances import Same
from standoff.model.claim import Claim, ClaimValue, Discrepancy, claim_id
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
Told = tuple[Claim, Claim, str, float]  # two claims that differ, why, and how much that weighs


@dataclass(frozen=True, slots=True)
class Stage:
    """Hold the incidents that statements are about, the weightiest first, and events by statement."""

    given: Bench
    about: Mapping[str, Incident]
    events: Mapping[str, tuple[Event, ...]]


def transmissions(
    same: Iterable[Same], about: Mapping[str, Incident], given: Bench
) -> tuple[list[Claim], list[Discrepancy]]:
    """Return the claims on channel, subject and wording that renderings make, and how they differ.

    `about` is the incident that each statement is about.
    """
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in given.record.events.values():
        if event.statement:
            events[event.statement].append(event)
    stage = Stage(given, about, {key: tuple(found) for key, found in events.items()})
    claims: dict[str, Claim] = {}
    found: list[Discrepancy] = []
    for pair in same:
        first = _foremost(pair, stage)
        if first is None:
            continue
        for left, right, reason, score in _differences(pair, stage):
            claims |= {left.id: left, right.id: right}
            made = build("transmission", (left, right), rendered(left, right, reason), score)
            found.append(replace(made, incident=first, other_incident=_beside(first, left, right)))
    return list(claims.values()), found


def _foremost(same: Same, stage: Stage) -> str | None:
    """Return the incident that two renderings are about, the weightier of two; nothing where they are about none."""
    about = [stage.about[s.id] for s in (same.left, same.right) if s.id in stage.about]
    return max(about, key=lambda incident: weight(incident, stage.given.codebook)).id if about else None


def _beside(first: str, *claims: Claim) -> str | None:
    """Return the other incident that claims are of, or nothing."""
    return next((claim.incident for claim in claims if claim.incident != first), None)


def weight(incident: Incident, codebook: Codebook) -> tuple[float, str]:
    """Return how much an incident's kind counts in a chronology, and what orders those that count the same."""
    kind = codebook.kind(incident.type)
    return (kind.weight if kind else 0.0), incident.events[0]


def _differences(same: Same, stage: Stage) -> Iterator[Told]:
    """Yield in what two renderings of one utterance differ, with a reason and a score."""
    yield from _channels(same, stage)
    if same.quoted:
        yield from _subjects(same, stage)
    yield from _qualified(same, stage)
    if _one_day(same, stage) and same.likeness >= _NEARLY_ALL:
        yield from _figures(same, stage)


def _one_day(same: Same, stage: Stage) -> bool:
    """Tell whether two documents may have been published on one day."""
    documents = stage.given.record.documents
    return documents[same.left.document].published.first_day == documents[same.right.document].published.first_day


def _figures(same: Same, stage: Stage) -> Iterator[Told]:
    """Yield the figures of one event that two renderings of one day give differently, as where a copy errs."""
    slots = stage.given.codebook.slots.by_quantity
    for one in stage.events.get(same.left.id, ()):
        for other in stage.events.get(same.right.id, ()):
            for mine, theirs in product(_quantities(one), _quantities(other)) if one.type == other.type else ():
                slot = slots.get(str(mine.value["kind"])) if mine.value and theirs.value else None
                if slot is None or not mine.value or not theirs.value or mine.value["kind"] != theirs.value["kind"]:
                    continue
                values = [in_unit_of(slot.value, a.value or {}, a.span.quote) for a in (mine, theirs) if a.span]
                if len(values) == 2 and kind(slot.value).compare(values[0], values[1]).outcome == "conflicting":
                    told = [(slot.id, value, a.span) for value, a in zip(values, (mine, theirs), strict=True) if a.span]
                    yield *_claims(same, told, stage), "two figures are given for the same words", slot.weight
                    return


def _quantities(event: Event) -> tuple[Argument, ...]:
    """Return the figures of an event."""
    return tuple(argument for argument in event.arguments if argument.role == "quantity" and argument.value)


def _channels(same: Same, stage: Stage) -> Iterator[Told]:
    """Yield two channels that exclude each other."""
    left, right = same.channels
    if not left or not right or not _one_speaker(same.left, same.right):
        return
    values = channel.parse(left), channel.parse(right)
    if channel.compare(*values).outcome == "conflicting":
        told = [("channel", value, _cue(s)) for value, s in zip(values, (same.left, same.right), strict=True)]
        yield *_claims(same, told, stage), "two channels are named for the same words", 0.5


def _subjects(same: Same, stage: Stage) -> Iterator[Told]:
    """Yield the actors of one quoted event where they are of two sides."""
    left, right = same.left, same.right
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
                told = [_subject(event, stage) for event, _ in actors]
                yield *_claims(same, told, stage), "the same quoted words are said of two parties", 0.8
                return


def _spoken_of(event: Event, statement: Statement) -> bool:
    """Tell whether the actor of quoted words is somebody spoken of, not the name of the one who speaks."""
    actor, source = next((a.span for a in event.arguments if a.role == "actor"), None), statement.source.span
    return actor is None or source is None or not (actor.start < source.stop and source.start < actor.stop)


def _qualified(same: Same, stage: Stage) -> Iterator[Told]:
    """Yield renderings of which only one narrows what is said."""
    left, right = same.left, same.right
    if left.polarity != right.polarity or left.polarity == "open":
        return
    narrowing = stage.given.codebook.incidents.list("qualifier")
    words = [{w.casefold() for span in s.content for w in _WORD.findall(span.quote)} for s in (left, right)]
    extra = sorted((words[0] ^ words[1]) & narrowing)
    if extra and left.polarity == "denies":
        told = [("wording", {"text": _said(s)}, s.content[0]) for s in (left, right)]
        yield *_claims(same, told, stage), f"only one has “{extra[0]}”", 0.45


def _one_speaker(left: Statement, right: Statement) -> bool:
    """Tell whether two statements name the same speaker, or bodies of which one could be the other's mouth."""
    one, other = left.source.ref, right.source.ref
    if one is None or other is None:
        return False
    return one.party == other.party if one.party and other.party else one.name == other.name


def _subject(event: Event, stage: Stage) -> tuple[str, ClaimValue, Span]:
    """Return who an event's words are said of."""
    argument = next(a for a in event.arguments if a.role == "actor")
    ref = event.parties("actor")[0]
    quote = argument.span or event.trigger
    return "subject", party.of(ref, quote.quote, side(ref, stage.given.codebook.parties)), quote


def _claims(same: Same, told: Sequence[tuple[str, ClaimValue, Span]], stage: Stage) -> tuple[Claim, Claim]:
    """Build the claims of two renderings."""
    return _claim(told[0], same.left, same.right, stage), _claim(told[1], same.right, same.left, stage)


def _claim(told: tuple[str, ClaimValue, Span], statement: Statement, other: Statement, stage: Stage) -> Claim:
    """Build a claim of one rendering, of the incident it is about itself; else it is known by what it is set beside.

    So whose claim it is never hangs on what else is set beside it.
    """
    voice = Voice(stage.given.record.documents[statement.document], statement)
    own = stage.about.get(statement.id)
    telling = Telling((own or stage.about[other.id]).id, voice, statement.polarity, None, stage.given)
    slot, _, quote = told
    made = telling.claim(*told)
    return made if own else replace(made, id=claim_id(slot, quote, statement.id, other.id))


def _said(statement: Statement) -> str:
    """Return the words of a statement's content."""
    return " ".join(span.quote for span in statement.content)


def _cue(statement: Statement) -> Span:
    """Return the words by which something is said."""
    return statement.cue[0] if statement.cue else statement.content[0]
