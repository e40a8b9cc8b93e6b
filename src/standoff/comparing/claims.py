"""Spread incidents into claims: what each voice says of each slot, with the words that say so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from standoff.codebook.load import Codebook
from standoff.comparing.causes import causes
from standoff.comparing.counted import figures, nouns
from standoff.comparing.silence import Silence, silences, topics_of, untold
from standoff.comparing.status import status
from standoff.comparing.territory import territory
from standoff.comparing.tolls import toll
from standoff.model.claim import OCCURRED, Claim, ClaimValue, claim_id
from standoff.model.clock import Interval
from standoff.model.document import Document
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Argument, Event
from standoff.model.incident import Incident
from standoff.model.record import Record
from standoff.model.span import Span
from standoff.model.statement import Polarity, Statement
from standoff.values import date, distance, duration, party, place
from standoff.values.base import words
from standoff.values.numerals import amount, only_number
from standoff.values.sentences import Sentences, sentences_of
from standoff.values.sides import side, speaker
from standoff.values.stance import stance
from standoff.values.text import normal

_LOSS = {"killing": "killed", "wounding": "wounded"}
_OWN = re.compile(r"\b(?:its|their|our|his|her)\b", re.IGNORECASE)
_HOW = ("how ", "How ")
_FROM = re.compile(r"\W{1,3}(?:after|before|ago|later|earlier|since|prior|from now|on\b|into)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Hold one voice in one document: a statement, or the publisher where that is absent."""

    document: Document
    statement: Statement | None

    @property
    def source(self) -> PartyRef | None:
        """Return who speaks, or nothing for the publisher."""
        return self.statement.source.ref if self.statement else None

    @property
    def principal(self) -> PartyRef | None:
        """Return on whose behalf, or nothing for the publisher."""
        return self.statement.principal if self.statement else None


@dataclass(frozen=True, slots=True)
class Bench:
    """Hold what claims are made from: record, codebook, sentences, and what documents tell, cite and leave out."""

    record: Record
    codebook: Codebook
    cuts: Mapping[str, Sentences]
    told: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    said: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    silent: Mapping[str, tuple[Silence, ...]] = field(default_factory=dict)

    def evidence(self, quote: Span, statement: Statement | None) -> tuple[Span, ...]:
        """Return the words behind a claim: the sentence of its quote, and the statement's cue and content."""
        document = self.record.documents[quote.document]
        start, stop = self.cuts[quote.document].around(quote.start)
        spans = [document.span(start, min(max(stop, quote.stop), len(document.text)))]
        if statement:
            spans += [span for span in (*statement.content, *statement.cue) if not spans[0].contains(span)]
        return tuple(dict.fromkeys(spans))


@dataclass(frozen=True, slots=True)
class Telling:
    """Hold one voice's words on one incident; makes the claims they amount to."""

    incident: str
    voice: Voice
    polarity: Polarity
    event: Event | None
    given: Bench

    def claim(self, slot: str, value: ClaimValue, quote: Span) -> Claim:
        """Build a claim with its content key and evidence."""
        statement, document = self.voice.statement, self.voice.document
        event = self.event.id if self.event else None
        return Claim(
            id=claim_id(slot, quote, statement.id if statement else None, event),
            incident=self.incident,
            slot=slot,
            value=value,
            quote=quote,
            document=document.id,
            source=self.voice.source,
            principal=self.voice.principal,
            publisher=document.publisher,
            channel=statement.channel if statement else None,
            polarity=self.polarity,
            statement=statement.id if statement else None,
            event=event,
            said_at=(statement.said_at if statement else None) or _published(document),
            evidence=self.given.evidence(quote, statement),
        )


def bench(record: Record, codebook: Codebook) -> Bench:
    """Lay all documents out once: their sentences, and their events and statements in text order."""
    told: defaultdict[str, list[Event]] = defaultdict(list)
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for event in sorted(record.events.values(), key=_in_text):
        told[event.document].append(event)
    for statement in record.statements.values():
        said[statement.document].append(statement)
    topics = topics_of(codebook.incidents)
    return Bench(
        record,
        codebook,
        {key: sentences_of(document) for key, document in record.documents.items()},
        {key: tuple(events) for key, events in told.items()},
        {key: tuple(statements) for key, statements in said.items()},
        {key: silences(record.documents[key], codebook, topics) for key in told if key in record.documents},
    )


def claims(incidents: Iterable[Incident], given: Bench) -> tuple[Claim, ...]:
    """Return the claims of all incidents in the order of incidents, documents and text."""
    found: dict[str, Claim] = {}
    for incident in incidents:
        for claim in _of_incident(incident, given):
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def _of_incident(incident: Incident, given: Bench) -> Iterator[Claim]:
    """Yield the claims of one incident: those of its events, then those of bare answers to them."""
    record = given.record
    members = sorted((record.events[e] for e in incident.events if e in record.events), key=_in_text)
    tellings = [_telling(incident.id, event, given) for event in members]
    made = [claim for telling in tellings for claim in _of_event(telling)]
    yield from made
    yield from _counted(made, tellings)
    silent = list(_left_out(incident.id, members, given))
    yield from silent
    # That there were losses, without a figure, is a claim where another account says that it gives none.
    for telling in tellings if any(claim.slot in _LOSS.values() for claim in silent) else ():
        if telling.polarity != "denies":
            yield from _some(telling)
    voiced = {event.statement for event in members}
    for position in incident.parties:
        for key in position.statements:
            if key not in voiced and key in record.statements:
                yield from _answer(incident.id, record.statements[key], position.polarity, given)


def _telling(incident: str, event: Event, given: Bench) -> Telling:
    """Return an event's voice on an incident."""
    voice = Voice(given.record.documents[event.document], given.record.voice(event))
    return Telling(incident, voice, stance(event, voice.statement, given.codebook), event, given)


def _counted(made: Sequence[Claim], tellings: Iterable[Telling]) -> Iterator[Claim]:
    """Yield figures that stand beside events and count what another report counts."""
    counted = nouns(made, {telling.voice.document.id: telling.voice.document for telling in tellings})
    for telling in tellings if counted else ():
        event = telling.event
        if event is not None and telling.polarity != "denies":
            for figure in figures(counted, event, telling.voice.document, telling.given.cuts[event.document]):
                yield telling.claim(figure.slot, figure.value, figure.span)


def _left_out(incident: str, members: Sequence[Event], given: Bench) -> Iterator[Claim]:
    """Yield what documents say that they leave out of an incident."""
    ids = frozenset(event.id for event in members)
    for key in dict.fromkeys(event.document for event in members):
        document = given.record.documents[key]
        found = given.silent.get(key, ())
        for slot, span, value, event in untold(ids, given.told.get(key, ()), found, given.codebook):
            voice = Voice(document, _around(span, given.said.get(key, ())))
            who = speaker(voice.statement) if voice.statement else None
            own = side(who, given.codebook.parties) if who is not None and _OWN.search(span.quote) else None
            told = {**value, "side": value.get("side") or own}
            yield Telling(incident, voice, "open", event, given).claim(slot, told, span)


def _around(span: Span, said: Iterable[Statement]) -> Statement | None:
    """Return the innermost statement whose cue or content some words touch, or nothing for the publisher."""
    touching = [
        (part.stop - part.start, statement.id, statement)
        for statement in said
        for part in (*statement.content, *statement.cue)
        if part.start < span.stop and span.start < part.stop
    ]
    return min(touching, key=lambda item: item[:2])[2] if touching else None


def _of_event(telling: Telling) -> Iterator[Claim]:
    """Yield what one event says of each slot; a denied one says only that it did not occur, and whose ground it is."""
    given, voice, event = telling.given, telling.voice, telling.event
    if event is None:
        return
    said: ClaimValue = {"text": event.trigger.quote, "type": event.type, "factuality": event.factuality}
    yield telling.claim(OCCURRED, said, event.trigger)
    yield from _ground(event, telling)
    if telling.polarity == "denies":
        return
    for argument in event.arguments:
        made = _slot_value(argument, given)
        if made:
            yield telling.claim(*made, argument.span or event.trigger)
    yield from _toll(event, telling)
    for span, value in causes(event, voice.document, given.cuts[event.document], given.codebook):
        yield telling.claim("cause", value, span)
    for span, value in status(event, voice.document, given.cuts[event.document], given.codebook):
        yield telling.claim("status", value, span)


def _toll(event: Event, telling: Telling) -> Iterator[Claim]:
    """Yield the figure that a toll has risen or fallen to, where losses are told with no figure of their own."""
    slot, given = _LOSS.get(event.type), telling.given
    if slot is None or any(argument.role == "quantity" for argument in event.arguments):
        return
    found = toll(slot, event, telling.voice.document, given.cuts[event.document], given.codebook)
    if found is not None:
        yield telling.claim(slot, found[1], found[0])


def _some(telling: Telling) -> Iterator[Claim]:
    """Yield that there were dead or wounded where an event tells so without a figure: 'injured on both sides'."""
    book, event = telling.given.codebook, telling.event
    if event is None:
        return
    slot = _LOSS.get(event.type)
    sides = sorted({side(ref, book.parties) for ref in event.parties("recipient") if ref.party or ref.state})
    if (
        slot is None
        or not sides
        or event.factuality != "certain+"
        or any(argument.role == "quantity" for argument in event.arguments)
    ):
        return
    value: ClaimValue = {"text": event.trigger.quote, "low": 1, "high": None, "some": True, "side": ",".join(sides)}
    yield telling.claim(slot, value, event.trigger)


def _ground(event: Event, telling: Telling) -> Iterator[Claim]:
    """Yield whose ground it is said to be; who denies a crossing can still call the ground his own."""
    given, voice = telling.given, telling.voice
    book = given.codebook.parties
    who = speaker(voice.statement) if voice.statement else None
    for span, owner in territory(event, voice.document, given.cuts[event.document], voice.statement, given.codebook):
        whose = side(owner, book)
        if telling.polarity != "denies":
            yield telling.claim("territory", party.of(owner, span.quote, whose), span)
        elif who is not None and whose == side(who, book):
            yield replace(telling, polarity="asserts").claim("territory", party.of(owner, span.quote, whose), span)


def _slot_value(argument: Argument, given: Bench) -> tuple[str, ClaimValue] | None:
    """Return the slot an argument fills and its value, or nothing."""
    book = given.codebook.slots
    text = argument.span.quote if argument.span else ""
    if argument.role == "quantity" and argument.value is not None:
        slot = book.by_quantity.get(str(argument.value.get("kind")))
        if _asked(argument, given) or (slot and slot.value == "duration" and _counts_from(argument, given)):
            return None
        return (slot.id, in_unit_of(slot.value, argument.value, text)) if slot else None
    known = book.by_role.get(argument.role)
    if known is None:
        return None
    if isinstance(argument.ref, PlaceRef) and argument.role == "place":
        return known.id, place.of(argument.ref, text or argument.ref.name)
    if isinstance(argument.ref, PartyRef) and argument.role in ("actor", "recipient"):
        ref = argument.ref
        if ref.party is None and only_number(ref.name):
            return None  # "four boats, two of which hit the ship": two names nobody
        return known.id, party.of(ref, text or ref.name, side(ref, given.codebook.parties))
    if argument.time is not None and argument.time.known:
        return known.id, date.of(argument.time, text)
    return None


def _asked(argument: Argument, given: Bench) -> bool:
    """Tell whether words for a quantity ask for it: 'how many people', which states none."""
    span = argument.span
    return span is not None and given.record.documents[span.document].text[: span.start].endswith(_HOW)


def _counts_from(argument: Argument, given: Bench) -> bool:
    """Tell whether a length of time says how long ago or how long after something, not how long it lasted."""
    span = argument.span
    return span is not None and bool(
        _FROM.match(given.record.documents[span.document].text[span.stop : span.stop + 20])
    )


def in_unit_of(value_type: str, value: ClaimValue, text: str) -> ClaimValue:
    """Return a quantity in the unit of its slot."""
    held = _bounded({**value, "text": text or words(value)})
    if value_type == "distance":
        return distance.in_kilometres(held)
    if value_type == "duration":
        return duration.in_days(held)
    return {**held, "normal": normal(words(held))} if value_type == "text" else held


def _bounded(value: ClaimValue) -> ClaimValue:
    """Return a quantity with the loose bounds that vague words alone leave: 'several kilometers', 'hundreds'."""
    found = amount(words(value)) if value.get("low") is None and value.get("high") is None else None
    return value if found is None else {**value, "low": found.low, "high": found.high, "approximate": True}


def _answer(incident: str, statement: Statement, polarity: Polarity, given: Bench) -> Iterator[Claim]:
    """Yield the claim of a statement that answers or comments on an incident without naming it anew."""
    spans = statement.content or statement.cue
    if not spans:
        return
    voice = Voice(given.record.documents[statement.document], statement)
    value: ClaimValue = {"text": spans[0].quote, "type": None, "factuality": None}
    yield Telling(incident, voice, polarity, None, given).claim(OCCURRED, value, spans[0])


def _published(document: Document) -> Interval | None:
    """Return when a document was published where that is known; what it reports was said by then."""
    return document.published if document.published.known else None


def _in_text(event: Event) -> tuple[str, int, str]:
    """Return what orders events: document, place in the text, id."""
    return event.document, event.trigger.start, event.id
