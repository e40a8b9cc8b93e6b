"""Choose what a briefing of a period, or of one incident, tells of, as people corrected the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from standoff.model.agreement import Agreement
from standoff.model.decision import Verdicts
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.store import codecs
from standoff.store.asking import Asked, ask
from standoff.views.agreements import Ledger, ledgers, ledgers_of
from standoff.views.books import Books
from standoff.views.briefs.across import Voices
from standoff.views.briefs.telling import Told, told_of
from standoff.views.briefs.templates import Matter
from standoff.views.corrected import corrected_dossier
from standoff.views.dossier import by_ids, headings
from standoff.views.incidents import count, listing
from standoff.views.network import Contact, contacts, contacts_of
from standoff.views.period import Period
from standoff.views.reader import Body, bodies
from standoff.views.wording import STATUS_WORDS, count_words, list_words

CHOSEN = 8  # incidents that one briefing tells of, the most disputed first
_MET = 12  # calls and meetings that one briefing tells of
_NEAR = 200  # code points between a trigger and a party of which one sentence may tell
_LINES = 200  # of ledgers, the newest, that one briefing sums up


def of_period(connection: Asked, books: Books, verdicts: Verdicts, period: Period) -> Matter:
    """Choose the most disputed incidents of a period, and the calls, meetings and agreements told of in it."""
    chosen = [
        told_of(corrected_dossier(connection, entry.incident.id, books.parties, verdicts))
        for entry in listing(connection, period, limit=CHOSEN)
    ]
    told = worth_telling(chosen)
    status = count(connection, period)
    met = met_in(connection, period)
    return Matter(
        covers=f"{incidents_by_status(status)}; {period.words}",
        told=told,
        contacts=met,
        voices=voices(connection, met),
        ledgers=spoken_in(connection, books.agreements, period),
        left_out=sum(status.values()) - len(told),
    )


def of_incident(connection: Asked, books: Books, verdicts: Verdicts, key: str) -> Matter:
    """Choose one incident, and the calls, meetings and agreements told of in it."""
    told = told_of(corrected_dossier(connection, key, books.parties, verdicts))
    met = meant(contacts(connection, key))
    return Matter(
        covers=incidents_by_status({told.entry.incident.status: 1}),
        told=(told,),
        contacts=met,
        voices=voices(connection, met),
        ledgers=ledgers(connection, books.agreements, key),
    )


def worth_telling(chosen: Sequence[Told]) -> Sequence[Told]:
    """Leave out what only one source tells of and nobody disputes, unless there is nothing else."""
    disputed = [t for t in chosen if t.entry.incident.status != "single_origin" or t.entry.discrepancies]
    return disputed or chosen


def meant(found: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return the contacts that name two parties at least."""
    return tuple(contact for contact in found if len(contact.parties) > 1)


def met_in(connection: Asked, period: Period) -> tuple[Contact, ...]:
    """Return the calls and meetings of a period that most is told of, in order of happening."""
    found = ask(connection, "meetings by weight", most=2 * _MET, **period.bounds)
    return meant(contacts_of(connection, [key for (key,) in found]))[:_MET]


def spoken_in(connection: Asked, agreements: Mapping[str, Agreement], period: Period) -> tuple[Ledger, ...]:
    """Return the newest lines of the ledgers, of what documents of a period say."""
    found = ask(connection, "links by day", most=_LINES, **period.bounds)
    return ledgers_of(connection, agreements, [key for (key,) in found])


def voices(connection: Asked, met: Iterable[Contact]) -> Voices:
    """Return the words that tell of some contacts, each with its document, by statement or event."""
    told = by_ids(connection, "statements", codecs.STATEMENT, {key for c in met for key in c.statements})
    words = {s.id: (s.content or s.cue)[0] for s in told}
    own = by_ids(connection, "events", codecs.EVENT, {key for c in met for key in c.events})
    texts = bodies(connection, {event.document for event in own})
    words |= {event.id: around(event, texts[event.document]) for event in own}
    held = headings(connection, sorted({span.document for span in words.values()}))
    return {key: (span, held[span.document]) for key, span in words.items()}


def around(event: Event, body: Body) -> Span:
    """Return the stretch of the text from the first to the last word that an event was read from."""
    spans = [event.trigger, *(a.span for a in event.arguments if a.span is not None)]
    near = [s for s in spans if abs(s.start - event.trigger.start) <= _NEAR]
    start, stop = min(s.start for s in near), max(s.stop for s in near)
    return Span(event.document, start, stop, body.text[start:stop])


def incidents_by_status(status: Mapping[str, int]) -> str:
    """Say how many incidents there are, by status."""
    kinds = [f"{status[key]:,} {STATUS_WORDS[key]}" for key in STATUS_WORDS if status.get(key)]
    return f"{count_words(sum(status.values()), 'incident')}: {list_words(kinds)}" if kinds else "no incident"
