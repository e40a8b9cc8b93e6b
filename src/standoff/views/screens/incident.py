"""Shape the incident screen: header sentence, claims matrix, differences, timeline, map and drawer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from standoff.codebook.slots import SlotBook
from standoff.model.clock import Interval
from standoff.views.agreements import Entry as LedgerEntry
from standoff.views.agreements import Ledger, ledgers
from standoff.views.casualties import figures
from standoff.views.differences import Account, Difference, differences
from standoff.views.dossier import Dossier
from standoff.views.map import BOUNDARIES, locations, precision_words
from standoff.views.matrix import Matrix, matrix, value_words
from standoff.views.network import contacts
from standoff.views.screens import shapes_incident as s
from standoff.views.screens.reading import Reading, known_dossier
from standoff.views.screens.rows import (
    Facts,
    States,
    contact_row,
    document_row,
    figures_by_slot,
    incident_row,
    ledger_rows,
)
from standoff.views.screens.shapes import Reviewed, When, when
from standoff.views.sides import Side
from standoff.views.summary import clauses, sentence
from standoff.views.timeline import Lane, Tick, extent, timeline
from standoff.views.wording import KIND_WORDS, published_words


def incident_page(connection: Connection, key: str, reading: Reading) -> s.IncidentPage:
    """Shape one incident."""
    found, later, undated = known_dossier(connection, key, reading)
    laid = matrix(found, reading.books.slots)
    parts = clauses(laid)
    compared = differences(found)
    spoken = _ledgers(connection, found, reading)
    facts = Facts(len(found.incident.documents), len(compared), _since(found), reading.states)
    return s.IncidentPage(
        incident=incident_row(found.incident, facts, reading.books.parties),
        sentence=sentence(parts),
        summary=tuple(s.SummaryClause(p.text, p.stance, p.statements, p.claims) for p in parts),
        reviewed=reviewed(found, reading.states),
        matrix=claims_matrix(laid, reading.books.slots),
        differences=tuple(diff_row(d, reading.books.slots, reading.states) for d in compared),
        timeline=_timeline(found, laid, spoken),
        map=incident_map(found),
        agreements=ledger_rows(spoken, reading.states),
        contacts=tuple(
            contact_row(c) for c in contacts(connection, key) if any(d in found.documents for d in c.documents)
        ),
        casualties=figures_by_slot([f for f in figures(connection, key) if f.document in found.documents]),
        documents=tuple(document_row(h) for k, h in found.documents.items() if k in set(found.incident.documents)),
        later=later,
        undated=undated,
    )


def _since(found: Dossier) -> str | None:
    """Return the first day on which a document told of an incident."""
    days = (found.documents[key].published for key in found.incident.documents if key in found.documents)
    return min((day[:10] for p in days if (day := p.latest or p.earliest)), default=None)


def reviewed(found: Dossier, states: States) -> Reviewed:
    """Count the statements, discrepancies and the incident itself that people decided on."""
    rows = [found.incident.id, *found.statements, *(d.id for d in found.discrepancies)]
    return Reviewed(sum(states.get(key) in {"accepted", "rejected"} for key in rows), len(rows))


def _side(side: Side) -> s.MatrixSide:
    """Return a side as shown."""
    return s.MatrixSide(side.key, side.name, side.involved)


def claims_matrix(laid: Matrix, slots: SlotBook) -> s.ClaimsMatrix:
    """Return a matrix as shown."""
    lines = (
        s.MatrixLine(
            slot=line.slot,
            label=slot_label(line.slot, slots),
            question=line.question,
            cells={
                key: s.MatrixCell(
                    stance=cell.stance,
                    count=cell.count,
                    against=cell.against,
                    documents=cell.documents,
                    words=cell.words,
                    speakers=cell.speakers,
                    statements=cell.statements,
                    claims=cell.claims,
                )
                for key, cell in line.cells.items()
            },
            discrepancies=line.discrepancies,
        )
        for line in laid.lines
    )
    return s.ClaimsMatrix(tuple(_side(side) for side in laid.sides), tuple(lines))


def slot_label(slot: str, slots: SlotBook) -> str:
    """Return what a slot is called."""
    return slots.slots[slot].label if slot in slots.slots else slot.replace("_", " ")


def diff_row(difference: Difference, slots: SlotBook, states: States) -> s.DiffRow:
    """Return a discrepancy as shown."""
    row = difference.discrepancy
    return s.DiffRow(
        id=row.id,
        slot=row.slot,
        label=slot_label(row.slot, slots),
        kind=row.kind,
        kind_words=KIND_WORDS[row.kind],
        explanation=row.explanation,
        score=row.score,
        other_incident=row.other_incident,
        accounts=tuple(_account(account) for account in difference.accounts),
        state=states.get(row.id),
    )


def _account(account: Account) -> s.DiffAccount:
    """Return one account of a discrepancy as shown."""
    claim, heading = account.claim, account.heading
    return s.DiffAccount(
        claim=claim.id,
        card=claim.statement or claim.id,
        side=account.side,
        speaker=account.speaker,
        outlet=heading.outlet if heading else "outlet not reported",
        published=published_words(heading.published) if heading else "undated",
        polarity=claim.polarity,
        value=value_words(claim),
        words=tuple(s.DiffWord(w.text, w.differs) for w in account.words),
        context=account.context,
    )


def _ledgers(connection: Connection, found: Dossier, reading: Reading) -> tuple[Ledger, ...]:
    """Return what is said of agreements in an incident, as known on the day."""
    spoken = ledgers(connection, reading.books.agreements, found.incident.id)
    kept = ((b, tuple(e for e in b.entries if e.document in found.documents)) for b in spoken)
    return tuple(Ledger(b.id, b.name, b.agreement, entries) for b, entries in kept if entries)


def _timeline(found: Dossier, laid: Matrix, spoken: Iterable[Ledger]) -> s.Timeline:
    """Return the lanes and, under them, the agreements that are spoken of."""
    lanes = timeline(found, laid.sides)
    first, last = extent(lanes) or (None, None)
    return s.Timeline(first, last, tuple(_lane(lane) for lane in lanes), tuple(_band(ledger) for ledger in spoken))


def _lane(lane: Lane) -> s.TimeLane:
    """Return one side's lane as shown."""
    return s.TimeLane(_side(lane.side), tuple(map(_tick, lane.happened)), tuple(map(_tick, lane.said)), lane.undated)


def _tick(tick: Tick) -> s.LaneTick:
    """Return a tick as shown; ticks are dated, so their interval is known."""
    return s.LaneTick(_known(tick.when), tick.stance, tick.statements, tick.events)


def _known(interval: Interval) -> When:
    """Return a known interval as shown."""
    found = when(interval)
    assert found is not None  # ticks are only made of known intervals
    return found


def _band(ledger: Ledger) -> s.AgreementBand:
    """Return an agreement as a band of the timeline."""
    held = ledger.agreement
    ticks = sorted((t for e in ledger.entries if (t := _band_tick(e))), key=lambda tick: tick.day)
    return s.AgreementBand(
        ledger.id, ledger.name, held.signed if held else None, held.ended if held else None, tuple(ticks)
    )


def _band_tick(entry: LedgerEntry) -> s.BandTick | None:
    """Return the day on which a line of the ledger was said, or else published; nothing where neither is known."""
    clock = entry.said or entry.published
    day = (clock.earliest or clock.latest) if clock else None
    return s.BandTick(day[:10], entry.relation, entry.words, entry.statement) if day else None


def incident_map(found: Dossier) -> s.IncidentMap:
    """Return the areas of an incident with the sentence on boundaries."""
    voices: Mapping[str, str | None] = {key: event.statement for key, event in found.events.items()}
    areas = (
        s.MapArea(
            place=at.place,
            placed=at.placed,
            precision=precision_words(at.place),
            sides=at.sides,
            events=at.events,
            statements=tuple(dict.fromkeys(v for key in at.events if (v := voices.get(key)))),
            forms=at.forms,
        )
        for at in locations(found)
    )
    return s.IncidentMap(BOUNDARIES, tuple(areas))
