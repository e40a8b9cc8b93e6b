"""Say how a screen is read: with which books, under which verdicts, and as known on which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.views.books import Books
from standoff.views.corrected import as_corrected
from standoff.views.dossier import Dossier, dossier
from standoff.views.known import EVER, Known, as_known, left_out
from standoff.views.screens.rows import States

Keeps = Callable[[str], bool]  # whether the row of an id may be shown


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold books, verdicts in force, the day a screen is shown as known on, and which rows may be shown, if not all.

    `grades` are what people gave outlets, such as `B2`.
    """

    books: Books
    verdicts: Verdicts = NO_VERDICTS
    known: Known = EVER
    keeps: Keeps | None = None
    grades: Mapping[str, str] = field(default_factory=dict)

    @property
    def states(self) -> States:
        """Return review states by row."""
        return self.verdicts.states


def known_dossier(connection: Connection, key: str, reading: Reading) -> tuple[Dossier, int, int]:
    """Gather an incident as known on the day and as corrected; counts later and undated documents left out."""
    found = dossier(connection, key, reading.books.parties)
    later, undated = left_out(found.documents.values(), reading.known)
    shown = kept_only(found, reading.keeps) if reading.keeps else found
    return as_corrected(as_known(shown, reading.known), reading.verdicts), later, undated


def kept_only(found: Dossier, keeps: Keeps) -> Dossier:
    """Leave out statements, claims and discrepancies that may not be shown, and what rests on them."""
    statements = {key: row for key, row in found.statements.items() if keeps(key)}
    positions = (
        replace(p, statements=tuple(key for key in p.statements if key in statements)) for p in found.incident.parties
    )
    claims = tuple(c for c in found.claims if keeps(c.id) or (c.statement is not None and c.statement in statements))
    ids = {claim.id for claim in claims}
    return replace(
        found,
        incident=replace(found.incident, parties=tuple(p for p in positions if p.statements)),
        events={
            key: event for key, event in found.events.items() if keeps(key) or (event.statement or "") in statements
        },
        statements=statements,
        claims=claims,
        discrepancies=tuple(d for d in found.discrepancies if keeps(d.id) and ids.issuperset(d.claims)),
        links=tuple(link for link in found.links if keeps(link.id)),
    )
