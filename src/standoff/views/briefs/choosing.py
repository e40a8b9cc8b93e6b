"""Choose what a briefing of a period, or of one incident, tells of, as people corrected the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from standoff.model.agreement import Agreement
from standoff.model.decision import Verdicts
from standoff.model.statement import Statement
from standoff.store import codecs
from standoff.store.asking import Asked, ask
from standoff.views.agreements import Ledger, ledgers, ledgers_of
from standoff.views.books import Books
from standoff.views.briefs.across import Voices
from standoff.views.briefs.telling import Told, told_of
from standoff.views.briefs.templates import Matter
from standoff.views.corrected import as_corrected_row, corrected_dossier
from standoff.views.dossier import by_ids, headings
from standoff.views.incidents import count, listing
from standoff.views.network import Contact, contacts, contacts_of
from standoff.views.period import Period
from standoff.views.wording import STATUS_WORDS, count_words, list_words

CHOSEN = 8  # incidents that one briefing tells of, the most disputed first
_MET = 12  # calls and meetings that one briefing tells of
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
        voices=voices(connection, met, verdicts),
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
        voices=voices(connection, met, verdicts),
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


def voices(connection: Asked, met: Iterable[Contact], verdicts: Verdicts) -> Voices:
    """Return the statements that tell of some contacts, each with its document, by id."""
    keys = {key for contact in met for key in contact.statements}
    found: list[Statement] = by_ids(connection, "statements", codecs.STATEMENT, keys)
    held = headings(connection, sorted({statement.document for statement in found}))
    return {s.id: (as_corrected_row(s, verdicts), held[s.document]) for s in found}


def incidents_by_status(status: Mapping[str, int]) -> str:
    """Say how many incidents there are, by status."""
    kinds = [f"{status[key]:,} {STATUS_WORDS[key]}" for key in STATUS_WORDS if status.get(key)]
    return f"{count_words(sum(status.values()), 'incident')}: {list_words(kinds)}" if kinds else "no incident"
