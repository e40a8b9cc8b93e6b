"""Lay an event out for comparison with others: its kind, sides, days, place, words and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from standoff.codebook.load import Codebook
from standoff.joining.anchors import anchored, family_of
from standoff.joining.casting import Cast, Told, cast_of, told_by
from standoff.model.document import Document
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Event
from standoff.model.record import Record
from standoff.model.statement import Polarity
from standoff.values.sentences import Sentences
from standoff.values.sides import side, speaker
from standoff.values.stance import stance

# A report without a date of the happening tells of something of the fortnight before it was published.
FRESH_DAYS = 14
OPEN_DAYS = 400
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = 0.2


@dataclass(frozen=True, slots=True)
class Window:
    """Hold the first and last day (ordinals) on which a happening can lie, and whether the text states them."""

    first: int
    last: int
    stated: bool

    @property
    def exact(self) -> bool:
        """Tell whether the text states the day, or the night between two."""
        return self.stated and self.last - self.first <= 1


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold what two events are compared by; sides are those of standoff.values.sides.

    `around` are all sides of its document, `voice` the side that tells it (empty for the publisher); `bare` tells that
    an event names neither parties nor place nor day, so that only its text can say which it is.
    """

    event: Event
    kinds: tuple[str, ...]
    family: str
    generic: bool
    outcome: bool
    cast: Cast
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: frozenset[str]
    around: frozenset[str]
    polarity: Polarity
    voice: str
    bare: bool
    anchor: str | None
    window: Window | None
    past: bool
    place: PlaceRef | None
    sentence: int
    anew: bool
    words: Mapping[str, float]
    counts: Mapping[str, tuple[float | None, float | None]]

    @property
    def id(self) -> str:
        """Return the event's id."""
        return self.event.id

    @property
    def kind(self) -> str:
        """Return the kind of happening that the event's type names first."""
        return self.kinds[0]

    @property
    def sides(self) -> frozenset[str]:
        """Return all sides that take part."""
        return self.actors | self.recipients


def mentions(record: Record, codebook: Codebook) -> dict[str, Mention]:
    """Return the events that tell of happenings, by id; what is only planned, supposed or said is left out."""
    texts = told_by(record, codebook)
    events = [event for event in record.events.values() if _tells(event, codebook) and event.document in texts]
    words = _weighted({event.id: _context(event, texts[event.document].cut) for event in events})
    anchors = anchored(events, texts, codebook)
    return {
        event.id: _mention(event, texts[event.document], (words[event.id], anchors.get(event.id)), codebook)
        for event in sorted(events, key=lambda e: e.id)
    }


def _tells(event: Event, codebook: Codebook) -> bool:
    """Tell whether an event tells of something that happened or is said not to have happened."""
    if event.frame not in ("actual", "past"):
        return False
    return codebook.incidents.kind(event.type, family_of(event.type, codebook)) is not None


def _mention(event: Event, told: Told, found: tuple[Mapping[str, float], Event | None], codebook: Codebook) -> Mention:
    """Lay one event out with the words around it and the deed it is an outcome of."""
    words, anchor = found
    family = family_of(event.type, codebook)
    generic = event.type in codebook.incidents.list("generic")
    outcome = family in codebook.incidents.list("outcome")
    kind = codebook.incidents.kind(event.type, family)
    cut = told.cut
    start, stop = cut.around(event.trigger.start)
    said = told.voices.get(event.statement or "")
    who = speaker(said) if said else None
    cast = cast_of(event, kind.roles if kind else "directed", told, codebook)
    return Mention(
        event=event,
        kinds=_kinds(kind.id if kind else family, event.type, codebook),
        family=family,
        generic=generic,
        outcome=outcome,
        cast=cast,
        actors=frozenset(side(ref, codebook.parties) for ref in cast.actors),
        recipients=frozenset(side(ref, codebook.parties) for ref in cast.recipients),
        persons=_persons((*cast.actors, *cast.recipients)),
        around=told.sides,
        polarity=stance(event, said, codebook),
        voice=side(who, codebook.parties) if who else "",
        bare=not (cast.actors or cast.recipients or event.place or (event.happened and event.happened.known)),
        window=window(anchor or event, told.document, _lasting(anchor or event, codebook)),
        past=(anchor or event).frame == "past",
        place=event.place,
        sentence=cut.index(event.trigger.start),
        anew=any(f" {word} " in f" {cut.text[start:stop].casefold()} " for word in codebook.incidents.list("anew")),
        anchor=anchor.id if anchor else None,
        words=words,
        counts=_counts(event),
    )


def _lasting(event: Event, codebook: Codebook) -> bool:
    """Tell whether a report without a date need not mean a fresh happening."""
    kind = codebook.incidents.kind(event.type, family_of(event.type, codebook))
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


def _ordinal(bound: str | None) -> int | None:
    """Return a bound as a day number, or nothing."""
    return date.fromisoformat(bound[:10]).toordinal() if bound else None


def _counts(event: Event) -> dict[str, tuple[float | None, float | None]]:
    """Return the figures of an event by kind."""
    found: dict[str, tuple[float | None, float | None]] = {}
    for argument in event.arguments:
        value = argument.value
        if argument.role == "quantity" and value is not None:
            low, high = value.get("low"), value.get("high")
            found[str(value.get("kind"))] = (
                float(low) if isinstance(low, int | float) else None,
                float(high) if isinstance(high, int | float) else None,
            )
    return found


def _context(event: Event, cut: Sentences) -> Counter[str]:
    """Return the words of the sentence around an event's trigger."""
    start, stop = cut.around(event.trigger.start)
    return Counter(_WORD.findall(cut.text[start : min(stop, start + 2_000)].casefold()))


def _weighted(contexts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Return TF-IDF vectors of length one; words of a fifth of all contexts or more weigh nothing."""
    spread: Counter[str] = Counter()
    for context in contexts.values():
        spread.update(context.keys())
    total = len(contexts)
    weighted: dict[str, dict[str, float]] = {}
    for key, context in contexts.items():
        vector = {
            word: (1 + log(count)) * log(total / spread[word])
            for word, count in context.items()
            if spread[word] <= max(3, total * _COMMON) and spread[word] < total
        }
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        weighted[key] = {word: weight / length for word, weight in vector.items()}
    return weighted
