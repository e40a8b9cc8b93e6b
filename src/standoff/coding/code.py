"""Compose step 5: find what happened, who did it to whom, where, when, and how sure the voice is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from standoff.codebook.load import Codebook
from standoff.coding.affected import apart_from, with_affected
from standoff.coding.circumstances import Circumstances, narrowest, place_argument, quantity_argument, time_argument
from standoff.coding.codes import plover_of
from standoff.coding.desk import (
    Desk,
    full_cast,
    lay_out,
    means,
    with_addressed,
    with_ourselves,
    with_speaker,
    without_teller,
)
from standoff.coding.evidence import Candidate
from standoff.coding.factuality import Outlook, is_given, judge
from standoff.coding.implied import with_implied
from standoff.coding.lending import circumstances
from standoff.coding.located import located
from standoff.coding.marks import Filled
from standoff.coding.past import in_an_era, is_past, tells_of_war, told_beside
from standoff.coding.roles import Cast
from standoff.coding.speech import Spoken, demands, spoken_events
from standoff.coding.tables import table_events
from standoff.coding.triggers import Hit
from standoff.coding.victims import with_named
from standoff.coding.weighing import weighed
from standoff.model.clock import PUBLISHED, Interval
from standoff.model.entity import PartyRef
from standoff.model.event import Argument, Event, Role, event_id
from standoff.model.page import Page
from standoff.model.parse import Parse
from standoff.model.span import Span
from standoff.model.statement import Statement

_PHRASE = 7  # tokens from a verb to the noun it carries, or back
_AFAR = "phone"  # PLOVER's mode of what happens at no one place


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold what is known of one event before it is written down, and what stands around it."""

    hit: Hit
    type: str
    voice: Statement | None
    cast: Cast
    outlook: Outlook
    around: Circumstances


def code(page: Page, statements: tuple[Statement, ...], codebook: Codebook) -> tuple[Event, ...]:
    """Return the events of a page: in text order those of the dictionary and of speech, then those of tables."""
    desk = lay_out(page, statements, codebook)
    return (*weighed(desk, candidates(desk, statements)), *table_events(page, codebook))


def candidates(desk: Desk, statements: tuple[Statement, ...]) -> list[Candidate]:
    """Return all that may be reported on a page, in text order."""
    page = desk.marks.page
    events = _with_background(desk, [_event(desk, hit) for hit in desk.hits.values()])
    found = [
        Candidate(event, hit.token, hit, desk.casts[hit.token])
        for event, hit in zip(events, desk.hits.values(), strict=True)
    ]
    said = spoken_events(page.parse, desk.marks.book, statements, desk.hits)
    spoken = (*said, *demands(desk.marks, desk.voices, desk.hits))
    found += [Candidate(_spoken(desk, one), one.token) for one in spoken]
    unique = {one.event.id: one for one in found}
    return sorted(unique.values(), key=lambda one: (one.event.trigger.start, one.event.type))


def _told(said: Interval | None) -> Interval | None:
    """Return a time of saying that the text tells, not the report's own date in its place."""
    return None if said is None or said.basis == PUBLISHED else said


def _with_background(desk: Desk, events: list[Event]) -> list[Event]:
    """Return the events, those told of a war that the text has put in the past being past as well."""
    wars, parse = desk.marks.book.classes["warword"].words, desk.marks.page.parse
    frames = {token: event.frame for event, token in zip(events, desk.hits, strict=True)}
    found: list[Event] = []
    over = [t for t, one in zip(desk.hits, events, strict=True) if one.frame == "past" and _is_war(desk, one)]
    for event, token in zip(events, desk.hits, strict=True):
        undated = event.happened is None and event.frame == "actual"
        gone = bool(over) and over[0] < parse.sentence_of(token).stop and tells_of_war(desk.marks.page, token, wars)
        past = undated and (gone or told_beside(parse, token, frames))
        frames[token] = "past" if past else event.frame
        found.append(replace(event, frame=frames[token]))
    return found


def _is_war(desk: Desk, event: Event) -> bool:
    """Tell whether an event is a war as a whole."""
    return desk.marks.book.types[event.type].family == "war"


def _event(desk: Desk, hit: Hit) -> Event:
    """Make the event of one dictionary trigger."""
    page, book = desk.marks.page, desk.marks.book
    type_ = desk.types[hit.token]
    voice = desk.voices.at(page.parse.starts[hit.token], hit.tokens)
    spoken = desk.voices.cued(hit.token) if book.types[type_].kind == "speech" else None
    given, cues = _is_given(desk, hit), desk.voices.cue_tokens(voice)
    done = desk.casts[hit.token].carrier in cues  # "did not declare an emergency": what reports a deed does it
    outlook = judge(page.parse, hit.token, book.outlooks, frozenset() if done else cues, given=given)
    if voice is not None and voice.negated_act and not done and not given:
        outlook = replace(outlook, factuality="unknown")  # what was not said is neither so nor not so
    cast = with_addressed(desk, hit, with_ourselves(desk, hit, full_cast(desk, hit), voice))
    cast = with_implied(desk, hit, cast, voice)
    cast = with_affected(desk.marks, hit, book.types[type_], cast)
    around = circumstances(desk.marks, desk.hits, desk.around, hit.token)
    cast = located(desk.marks, book.types[type_], cast, (mark for _, mark in around.places), desk.states)
    if book.types[type_].kind == "outcome":
        cast = with_named(desk.marks, hit, without_teller(cast, voice or desk.voices.cued(hit.token)))
    return _made(desk, Draft(hit, type_, voice, with_speaker(cast, spoken), outlook, around))


def _is_given(desk: Desk, hit: Hit) -> bool:
    """Tell whether a noun is presupposed by what is said over it; one that a light verb carries is not."""
    if hit.entry.pos != "n" or desk.casts[hit.token].carrier is not None:
        return False
    said = desk.marks.book.types[desk.types[hit.token]].kind == "speech"
    return is_given(desk.marks.page.parse, hit.token, desk.marks.book.outlooks, said=said)


def _spoken(desk: Desk, spoken: Spoken) -> Event:
    """Make the event that a statement itself is; its voice is the statement that reports it, if any."""
    statement, page = spoken.statement, desk.marks.page
    kind = desk.marks.book.types[spoken.type]
    parent = statement.parent if statement.parent in desk.voices.by_id else None
    trigger = page.span_of([spoken.token])
    urged = tuple(f for token in spoken.urged if (f := desk.marks.party(token)) is not None)
    cast = with_speaker(Cast((), urged, ()), statement)
    return Event(
        id=event_id(page.document.id, trigger, spoken.type, parent),
        document=page.document.id,
        statement=parent,
        trigger=page.span_of(_demanding(page.parse, spoken)),
        type=spoken.type,
        plover=plover_of(kind),
        cameo=kind.cameo,
        intensity=kind.intensity,
        arguments=_party_arguments(cast),
        happened=_told(statement.said_at),
        happened_span=statement.said_at_span,
        place=None,
        factuality="certain-" if statement.negated_act else "certain+",
        frame="actual",
        rule=f"speech.csv:{statement.act}",
        score=statement.score,
        features={"statement": statement.score},
    )


def _demanding(parse: Parse, spoken: Spoken) -> list[int]:
    """Return the tokens of a deed of speech: those of a demand reach from its modal to the verb (`must withdraw`)."""
    verb = parse.heads[spoken.token]
    return [spoken.token, verb] if spoken.urged and abs(verb - spoken.token) <= _PHRASE else [spoken.token]


def _made(desk: Desk, draft: Draft) -> Event:
    """Put one event together."""
    hit, voice, cast, outlook, around = draft.hit, draft.voice, draft.cast, draft.outlook, draft.around
    page, kind = desk.marks.page, desk.marks.book.types[draft.type]
    word = page.span_of(_words(hit))
    places = tuple(place_argument(page, mark) for _, mark in around.places)
    times = tuple(time_argument(page, mark) for _, mark in around.times)
    dated = next((t for t in times if t.time is not None), None)
    happened = dated.time if dated else None
    entry = desk.under(word.start) if dated is None and outlook.frame == "actual" else None
    old = is_past(page, hit.token, happened, kind) or (dated is None and in_an_era(page.parse, hit.token, _eras(desk)))
    past = outlook.frame == "actual" and old
    return Event(
        id=event_id(page.document.id, word, draft.type, voice.id if voice else None),
        document=page.document.id,
        statement=voice.id if voice else None,
        trigger=page.span_of(evoking(hit, cast.carrier)),
        type=draft.type,
        plover=plover_of(kind, means(desk, hit) if kind.plover == "ASSAULT" else None),
        cameo=kind.cameo,
        intensity=kind.intensity,
        arguments=(
            *_party_arguments(cast),
            *places,
            *times,
            *(quantity_argument(mark) for _, mark in around.quantities),
            *(Argument("instrument", page.span_of([t])) for t in cast.instruments),
        ),
        happened=happened if happened or entry is None else entry.time,
        happened_span=dated.span if dated else entry.mark.span if entry else None,
        place=None if plover_of(kind).mode == _AFAR else narrowest(places, page.document.text),
        factuality=outlook.factuality,
        frame="past" if past else outlook.frame,
        rule=hit.entry.rule,
        score=_score(hit, cast),
        features=_features(hit, cast, outlook),
    )


def evoking(hit: Hit, carrier: int | None) -> list[int]:
    """Return the tokens that evoke an event together: the trigger, what it takes in, the light verb that carries it.

    What stands further off than a short noun phrase (`carried out some 1,500 strikes`) is left out.
    """
    beside = (*hit.taken, *((carrier,) if carrier is not None else ()))
    return [*_words(hit), *(t for t in beside if abs(t - hit.token) <= _PHRASE)]


def _eras(desk: Desk) -> frozenset[str]:
    """Return the words for states and orders long gone."""
    return desk.marks.book.classes["era"].words


def _words(hit: Hit) -> tuple[int, ...]:
    """Return a trigger's tokens where they stand close enough to be one span, else its head alone."""
    return hit.tokens if max(hit.tokens) - min(hit.tokens) <= len(hit.tokens) + 1 else (hit.token,)


def _party_arguments(cast: Cast) -> tuple[Argument, ...]:
    """Return the parties of a cast as arguments, one for each party."""
    recipients = tuple(apart_from(filled, cast.actors) for filled in cast.recipients)
    roles: tuple[tuple[Role, tuple[Filled, ...]], ...] = (("actor", cast.actors), ("recipient", recipients))
    told: dict[tuple[Role, PartyRef], Argument] = {}
    for role, fillers in roles:
        for filled in fillers:
            for ref in filled.refs:  # "announced their withdrawal": whom a pronoun names again acts once
                told.setdefault((role, ref), Argument(role, _span(filled), ref=ref, principal=filled.principal))
    return tuple(told.values())


def _span(filled: Filled) -> Span | None:
    """Return the words of a filler; an addressee known from the statement alone has none."""
    return None if filled.token == -2 else filled.span


def _features(hit: Hit, cast: Cast, outlook: Outlook) -> dict[str, float]:
    """Explain a score: how much the entry asked for, and which roles are filled."""
    found = {
        "entry": float(hit.entry.weight),
        "actor": float(bool(cast.actors)),
        "recipient": float(bool(cast.recipients)),
    }
    found.update({f"outlook:{word}": 1.0 for word, effect in outlook.reasons if effect != "plain"})
    return found


def _score(hit: Hit, cast: Cast) -> float:
    """Return how well founded an event is, 0 to 1: demanding entries and filled roles count."""
    return min(1.0, 0.5 + 0.04 * hit.entry.weight + 0.15 * bool(cast.actors) + 0.1 * bool(cast.recipients))
