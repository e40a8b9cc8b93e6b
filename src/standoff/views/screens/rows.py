"""Turn records into the rows that many screens list: incidents, documents, lines of ledgers, contacts, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from standoff.codebook.parties import PartyBook
from standoff.model.ids import speakable
from standoff.model.incident import Incident
from standoff.views.agreements import Ledger
from standoff.views.casualties import Figure
from standoff.views.dossier import Heading
from standoff.views.matrix import summed
from standoff.views.network import Contact
from standoff.views.screens.shapes import DocumentRow, IncidentRow, SideStance, when
from standoff.views.screens.shapes_incident import ContactRow, FigureRow, LedgerRow
from standoff.views.sides import Side, order_sides, side_of_ref
from standoff.views.wording import STATUS_WORDS, Stance, published_words, without_date

States = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold what is counted about an incident beside its record."""

    documents: int
    discrepancies: int
    known_since: str | None = None
    states: States = field(default_factory=dict)


def incident_row(incident: Incident, facts: Facts, book: PartyBook) -> IncidentRow:
    """Return an incident as lists show it."""
    return IncidentRow(
        id=incident.id,
        short_id=incident.short_id,
        label=incident.label,
        title=without_date(incident.label),
        type=incident.type,
        status=incident.status,
        status_words=STATUS_WORDS[incident.status],
        happened=when(incident.happened),
        places=incident.places,
        actors=incident.actors,
        recipients=incident.recipients,
        sides=sides_of(incident, book),
        documents=facts.documents,
        origins=incident.origins,
        discrepancies=facts.discrepancies,
        events=len(incident.events),
        known_since=facts.known_since,
        state=facts.states.get(incident.id),
    )


def sides_of(incident: Incident, book: PartyBook) -> tuple[SideStance, ...]:
    """Return where each side stands on whether an incident happened, as its matrix has it: the parties to it first.

    Each statement is a voice; what most of a side's voices say is its stance.
    """
    counted: dict[Side, Counter[Stance]] = {}
    for position in incident.parties:
        taken: Stance = "no_position" if position.polarity == "open" else position.polarity
        voices = counted.setdefault(side_of_ref(position.party, book), Counter())
        voices[taken] += max(len(position.statements), 1)
    ordered = order_sides(incident, {side: voices.total() for side, voices in counted.items()}, book)
    stances = {side.key: summed(voices) for side, voices in counted.items()}
    return tuple(SideStance(side.key, side.name, stances[side.key]) for side in ordered)


def document_row(heading: Heading) -> DocumentRow:
    """Return a document as lists show it."""
    return DocumentRow(
        id=heading.id,
        short_id=speakable(heading.id),
        name=heading.called,
        path=heading.path,
        title=heading.title,
        outlet=heading.outlet,
        publisher=heading.publisher,
        agency=heading.agency,
        url=heading.url,
        language=heading.language,
        published=when(heading.published),
        published_words=published_words(heading.published),
        text_sha256=heading.text_sha256,
        length=heading.length,
        replaces=heading.replaces,
        copy_of=heading.copy_of,
        copied_share=heading.share,
    )


def ledger_rows(ledgers: Iterable[Ledger], states: States) -> tuple[LedgerRow, ...]:
    """Return the lines of some ledgers."""
    return tuple(
        LedgerRow(
            id=entry.id,
            agreement=ledger.id,
            agreement_name=ledger.name,
            relation=entry.relation,
            words=entry.words,
            clause=entry.clause,
            clause_text=ledger.clause_text(entry.clause),
            voice=entry.voice,
            accused=entry.accused,
            said=when(entry.said),
            published=when(entry.published),
            document=entry.document,
            outlet=entry.publisher,
            statement=entry.statement,
            quote=entry.quote,
            incidents=entry.incidents,
            state=states.get(entry.id),
        )
        for ledger in ledgers
        for entry in ledger.entries
    )


def contact_row(contact: Contact) -> ContactRow:
    """Return a call or meeting as lists show it."""
    return ContactRow(
        incident=contact.incident,
        short_id=contact.short_id,
        label=contact.label,
        happened=when(contact.happened),
        how=contact.how,
        parties=contact.parties,
        told_by=contact.told_by,
        channels=contact.channels,
        statements=contact.statements,
        documents=contact.documents,
        denied=contact.denied,
    )


def figure_row(figure: Figure) -> FigureRow:
    """Return a figure as lists show it."""
    return FigureRow(
        incident=figure.incident,
        short_id=figure.short_id,
        label=figure.label,
        slot=figure.slot,
        text=figure.text,
        quote=figure.quote,
        low=figure.low,
        high=figure.high,
        whose=figure.whose,
        source=figure.source,
        side=figure.side,
        outlet=figure.publisher,
        polarity=figure.polarity,
        said=when(figure.said),
        happened=when(figure.happened),
        document=figure.document,
        claim=figure.claim,
        statement=figure.statement,
    )


def figures_by_slot(found: Sequence[Figure]) -> dict[str, tuple[FigureRow, ...]]:
    """Group figures by slot; a slot without one is absent."""
    grouped: dict[str, list[FigureRow]] = {}
    for figure in found:
        grouped.setdefault(figure.slot, []).append(figure_row(figure))
    return {slot: tuple(rows) for slot, rows in grouped.items()}
