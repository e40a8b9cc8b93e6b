"""Shape briefings as known on a day: of the incidents that answer some filters, written as in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from standoff.store import tables as t
from standoff.views.agreements import Ledger, ledgers_in
from standoff.views.briefs.choosing import CHOSEN, incidents_by_status, meant, met_in, spoken_in, voices, worth_telling
from standoff.views.briefs.sources import Citation, Section
from standoff.views.briefs.telling import Told, told_of
from standoff.views.briefs.templates import Matter, Template
from standoff.views.briefs.templates import briefing as write
from standoff.views.known import EVER
from standoff.views.network import Contact, contacts_of
from standoff.views.period import Period
from standoff.views.screens.listing import Filters, keys_of
from standoff.views.screens.reading import Reading, known_dossier
from standoff.views.screens.shapes_record import BriefingPage, BriefSection, BriefSentence, Source

_LOOKED_AT = 200  # incidents among which calls, meetings and lines of ledgers are looked for


def briefing(connection: Connection, reading: Reading, template: Template, filters: Filters) -> BriefingPage:
    """Write a briefing of the most disputed incidents that answer the filters; every sentence has sources."""
    made = write(_matter(connection, reading, filters), template, reading.books.slots)
    return BriefingPage(
        template=template,
        heading=made.heading,
        covers=made.covers,
        sections=tuple(map(_section, made.sections)),
        sources=tuple(map(_source, made.citations)),
        left_out=made.left_out,
    )


def _matter(connection: Connection, reading: Reading, filters: Filters) -> Matter:
    """Choose what a briefing tells of, as known on the day and as far as it may be shown."""
    told = _told(connection, reading, filters)
    met, ledgers = _across(connection, reading, filters)
    heard = {
        key: (words, heading)
        for key, (words, heading) in voices(connection, met).items()
        if reading.known.knows(heading.published) and (reading.keeps is None or reading.keeps(key))
    }
    left_out = _left_out(connection, len(told)) if filters.none and reading.known == EVER else 0
    return Matter(
        covers=_covers(told, left_out, reading, filters),
        told=told,
        contacts=met,
        voices=heard,
        ledgers=ledgers,
        left_out=left_out,
    )


def _told(connection: Connection, reading: Reading, filters: Filters) -> Sequence[Told]:
    """Gather the most disputed incidents that answer the filters, as known on the day."""
    page = keys_of(connection, reading, filters, "weight", (None, CHOSEN))
    gathered = [told_of(known_dossier(connection, row.id, reading)[0]) for row in page.rows]
    held = [(told, told.entry.incident) for told in gathered]
    shown = [told for told, incident in held if incident.documents and filters.status in {None, incident.status}]
    return worth_telling(shown)


def _across(connection: Connection, reading: Reading, filters: Filters) -> tuple[Sequence[Contact], Sequence[Ledger]]:
    """Return calls and meetings, and lines of ledgers: of a whole period, else of the incidents that answer."""
    agreements, period = reading.books.agreements, _period(filters)
    if replace(filters, first=None, last=None, since=None).none:
        met, spoken = met_in(connection, period), spoken_in(connection, agreements, period)
    else:
        keys = [row.id for row in keys_of(connection, reading, filters, "weight", (None, _LOOKED_AT)).rows]
        met, spoken = meant(contacts_of(connection, keys)), ledgers_in(connection, agreements, keys)
    return met, [_known(ledger, reading) for ledger in spoken]


def _known(ledger: Ledger, reading: Reading) -> Ledger:
    """Leave out lines that are not known on the day, or that may not be shown."""
    known = (entry for entry in ledger.entries if reading.known.knows(entry.published))
    return replace(ledger, entries=tuple(e for e in known if reading.keeps is None or reading.keeps(e.id)))


def _left_out(connection: Connection, told: int) -> int:
    """Count the incidents of the record that a briefing does not tell of."""
    number = connection.scalar(select(func.sum(t.status_sums.c.incidents))) or 0
    return max(number - told, 0)


def _covers(told: Sequence[Told], left_out: int, reading: Reading, filters: Filters) -> str:
    """Say what a briefing covers."""
    counted = incidents_by_status(Counter(item.entry.incident.status for item in told))
    counted += f", of {len(told) + left_out:,}" if told and left_out else ""
    known = f"as known on {reading.known.day}" if reading.known.day else ""
    period = "" if filters.incident else _period(filters).words
    return "; ".join(part for part in (counted, period, known) if part)


def _period(filters: Filters) -> Period:
    """Return the days that filters bound."""
    return Period(filters.first, filters.last, filters.since)


def _section(section: Section) -> BriefSection:
    """Return a section as shown."""
    sentences = tuple(BriefSentence(sentence.parts) for sentence in section.sentences)
    return BriefSection(section.heading, section.short_id, section.facts, sentences)


def _source(cited: Citation) -> Source:
    """Return one numbered source with the document it stands in."""
    return Source(
        number=cited.number,
        key=cited.key,
        card=cited.key,
        outlet=cited.outlet,
        published=cited.published,
        quote=cited.quote,
        url=cited.url,
        document=cited.document,
    )
