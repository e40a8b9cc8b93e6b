"""Lay an event out for comparison with others: its kind, sides, days, place, words and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from standoff.codebook.load import Codebook
from standoff.joining.anchors import anchored, beside, is_outcome
from standoff.joining.casting import Cast, Told, cast_of, told_by
from standoff.joining.levels import levels_of
from standoff.joining.summing import sums_up
from standoff.joining.topics import weighted, words_of
from standoff.model.document import Document
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Event
from standoff.model.record import Record
from standoff.model.sketch import Sketch, Window
from standoff.model.statement import Statement
from standoff.values.sentences import Sentences
from standoff.values.sides import side, speaker
from standoff.values.stance import stance

# A report without a date of the happening tells of something of the fortnight before it was published.
FRESH_DAYS = 14
# What a report opens with fell within so few days before it: so for 46 of 47 such tellings of a known day in reports on
# the Armenian border, on which this was tuned, and for 132 of 143 events of TimeBank and AQUAINT, on which it was not.
# It narrows the days of an incident, not which reports are joined.
NEWS_DAYS = 3
OPEN_DAYS = 400
_HOURLY = 90  # minutes that a time of the day may span to count as an hour told


@dataclass(frozen=True, slots=True)
class Mention(Sketch):
    """Hold an event with its sketch, who took part in it, and the days it is fresh news of, where it seems that."""

    event: Event = field(kw_only=True)
    cast: Cast = field(kw_only=True)
    fresh: Window | None = field(kw_only=True, default=None)


def mentions(record: Record, codebook: Codebook) -> dict[str, Mention]:
    """Return the events that tell of happenings, by id; what is only planned, supposed or said is left out."""
    texts = told_by(record, codebook)
    events = [event for event in record.events.values() if _tells(event, codebook) and event.document in texts]
    anchors, deeds = anchored(events, texts, codebook), beside(events, texts, codebook)
    return {
        event.id: _mention(event, texts[event.document], (anchors.get(event.id), deeds.get(event.id)), codebook)
        for event in sorted(events, key=lambda e: e.id)
    }


def _tells(event: Event, codebook: Codebook) -> bool:
    """Tell whether an event tells of something that happened or is said not to have happened."""
    if event.frame not in ("actual", "past"):
        return False
    return codebook.kind(event.type) is not None


def _mention(event: Event, told: Told, deeds: tuple[Event | None, Event | None], codebook: Codebook) -> Mention:
    """Lay one event out with the deeds that it may be an outcome of: where they lie, so does it."""
    summed = sums_up(event, told.cut, codebook)
    anchor, deed = deeds
    if summed and anchor is not None and anchor.frame != "past":
        anchor = None  # the dead of a year go back to no single deed of it
    tellers = (event,) if summed else (event, deed, anchor)
    places = next((found for teller in tellers if teller and (found := _places(teller))), ())
    family = codebook.events.family(event.type)
    generic = event.type in codebook.incidents.list("generic")
    kind = codebook.kind(event.type)
    cut = told.cut
    start, stop = cut.around(event.trigger.start)
    said = told.voices.get(event.statement or "")
    who = speaker(said) if said else None
    cast = cast_of(event, kind.roles if kind else "directed", told, codebook)
    return Mention(
        id=event.id,
        document=event.document,
        statement=event.statement,
        type=event.type,
        event=event,
        kinds=_kinds(kind.id if kind else family, event.type, codebook),
        family=family,
        generic=generic,
        outcome=is_outcome(event, codebook),
        cast=cast,
        fresh=None if anchor or event.type in codebook.incidents.list("standing") else _fresh(event, told, said),
        actors=frozenset(side(ref, codebook.parties) for ref in cast.actors),
        recipients=frozenset(side(ref, codebook.parties) for ref in cast.recipients),
        persons=_persons((*cast.actors, *cast.recipients)),
        around=told.sides,
        polarity=stance(event, said, codebook),
        voice=side(who, codebook.parties) if who else "",
        bare=not (cast.actors or cast.recipients or event.place or (event.happened and event.happened.known)),
        window=window(anchor or event, told.document, _lasting(anchor or event, codebook)),
        past=(anchor or event).frame == "past",
        place=event.place or next(iter(places), None),
        sentence=cut.index(event.trigger.start),
        anew=_anew(cut.text[start:stop].casefold(), codebook),
        anchor=anchor.id if anchor else None,
        words=weighted(_context(event, cut), codebook),
        counts=_counts(event),
        deed=deed.id if deed else None,
        sum=summed,
        topic=told.topic,
        ships=next((told.ships[at] for at in _sentences(event, anchor, cut) if at in told.ships), frozenset()),
        places=places,
        clock=_clock(event),
        levels=levels_of(event, cut, said, codebook) if kind is not None and kind.ranked else frozenset(),
    )


def _places(event: Event) -> tuple[PlaceRef, ...]:
    """Return the places with a point that an event names, the one it is held to lie at first."""
    refs = (event.place, *(a.ref for a in event.arguments if a.role == "place" and isinstance(a.ref, PlaceRef)))
    return tuple(dict.fromkeys(ref for ref in refs if ref is not None and ref.lat is not None))


def _clock(event: Event) -> tuple[int, int] | None:
    """Return the minutes between which an event is told to lie where its hour is told, else nothing."""
    stated = event.happened
    if stated is None or not (stated.earliest and stated.latest and "T" in stated.earliest and "T" in stated.latest):
        return None
    first, last = (
        time.toordinal() * 1440 + time.hour * 60 + time.minute
        for time in map(datetime.fromisoformat, (stated.earliest[:16], stated.latest[:16]))
    )
    return (first, last) if 0 <= last - first <= _HOURLY else None


def _sentences(event: Event, anchor: Event | None, cut: Sentences) -> Iterator[int]:
    """Yield the number of the sentence that tells an event, and of that which tells the deed it is an outcome of."""
    yield from (cut.index(told.trigger.start) for told in (event, anchor) if told is not None)


def _anew(sentence: str, codebook: Codebook) -> bool:
    """Tell whether a sentence, in lower case, sets what it tells apart from what was told before."""
    marks = codebook.incidents.list("anew")
    if not _holds(sentence, marks):
        return False
    for phrase in _longest_first(codebook.incidents.list("not anew")):
        sentence = sentence.replace(phrase, "")
    return _holds(sentence, marks)


@lru_cache(maxsize=4)
def _longest_first(phrases: frozenset[str]) -> tuple[str, ...]:
    """Return phrases, the longer first, so that one within another is not cut out of it."""
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _holds(sentence: str, words: frozenset[str]) -> bool:
    """Tell whether a sentence holds one of some words."""
    padded = f" {sentence} "
    return any(f" {word} " in padded for word in words)


def _lasting(event: Event, codebook: Codebook) -> bool:
    """Tell whether a report without a date need not mean a fresh happening."""
    kind = codebook.kind(event.type)
    return kind is not None and kind.lasting


def _kinds(own: str, type_: str, codebook: Codebook) -> tuple[str, ...]:
    """Return the kinds of happening an event may tell of: a judging or broad word or an outcome may tell of several."""
    words = codebook.incidents
    family = codebook.events.types[type_].family if type_ in codebook.events.types else type_
    if type_ in words.list("generic"):
        return tuple(dict.fromkeys((own, "incursion", "fighting")))
    if family in words.list("outcome"):
        return tuple(dict.fromkeys((own, "fighting", "war", "mine")))
    return (own, "war") if type_ in words.list("broad") else (own,)


def _persons(refs: tuple[PartyRef, ...]) -> frozenset[str]:
    """Return the persons among some parties, by id or name."""
    return frozenset(ref.party or ref.name for ref in refs if ref.kind == "person")


def window(event: Event, document: Document, lasting: bool = False) -> Window | None:
    """Return the days on which an event can lie: as stated, else shortly before a present report was published."""
    stated = event.happened
    if stated is not None and stated.known:
        first, last = _ordinal(stated.earliest), _ordinal(stated.latest)
        published = _ordinal(document.published.latest)
        if first is not None and last is None:
            last = max(first, published) if published is not None else first + OPEN_DAYS
        if last is not None and first is None:
            first = last - OPEN_DAYS
        return Window(first, last, True) if first is not None and last is not None else None
    if lasting or event.frame == "past" or not document.published.known:
        return None
    last = _ordinal(document.published.latest or document.published.earliest) or 0
    return Window((_ordinal(document.published.earliest) or last) - FRESH_DAYS, last, False)


def _fresh(event: Event, told: Told, said: Statement | None) -> Window | None:
    """Return the days before a report, or a statement of a stated day, that opens with an event and gives it no day.

    A denial answers what others told before, and a noun alone (`the incursion`) may take up what is known already.
    """
    published = told.document.published
    late = event.trigger.start >= told.opening or event.factuality.endswith("-") or event.frame == "past"
    if late or not published.exact or _named_only(event):
        return None
    spoken = said.said_at if said and said.said_at and said.said_at.exact else published
    last = min(_ordinal(spoken.latest) or 0, _ordinal(published.latest) or 0)
    return Window(last - NEWS_DAYS, last, False)


def _named_only(event: Event) -> bool:
    """Tell whether a noun tells of an event that no verb carries (`mounted an attack` has its trigger on the verb)."""
    word, _, rest = event.rule.partition(":")[2].partition(".")
    return rest.startswith("n") and event.trigger.quote.casefold().startswith(word[:4].casefold())


def _ordinal(bound: str | None) -> int | None:
    """Return a bound as a day number, or nothing."""
    return date.fromisoformat(bound[:10]).toordinal() if bound else None


def _counts(event: Event) -> dict[str, tuple[float | None, ...]]:
    """Return the figures of an event by kind, each from its least to its most."""
    found: dict[str, tuple[float | None, ...]] = {}
    for argument in event.arguments:
        value = argument.value
        if argument.role == "quantity" and value is not None:
            bounds = (value.get("low"), value.get("high"))
            found[str(value.get("kind"))] = tuple(float(b) if isinstance(b, int | float) else None for b in bounds)
    return found


def _context(event: Event, cut: Sentences) -> Counter[str]:
    """Return the words of the sentence around an event's trigger."""
    start, stop = cut.around(event.trigger.start)
    return words_of(cut.text[start : min(stop, start + 2_000)])
