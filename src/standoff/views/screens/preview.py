"""Show what a merge or a split would make, before anybody decides: the incidents as they would stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection

from standoff.errors import StandoffError, UsageError
from standoff.model.incident import Incident, Position
from standoff.reviewing.log import check_link
from standoff.values.contest import contested_by, status_of
from standoff.views.differences import differences
from standoff.views.dossier import Dossier
from standoff.views.known import as_known_incident
from standoff.views.matrix import matrix
from standoff.views.screens.incident import claims_matrix
from standoff.views.screens.reading import Reading, known_dossier
from standoff.views.screens.rows import Facts, incident_row
from standoff.views.screens.shapes_incident import Preview
from standoff.views.summary import clauses, sentence


def merged(connection: Connection, left: str, right: str, reading: Reading) -> Preview:
    """Show two incidents as one."""
    if left == right:
        raise UsageError("These are the same incident: give two that differ.")
    one, other = (known_dossier(connection, key, reading)[0] for key in (left, right))
    return _preview("same", (_united(one, other),), reading, _pair(one, other))


def split(connection: Connection, key: str, events: Collection[str], reading: Reading) -> Preview:
    """Show an incident without some of its events, and those events as an incident of their own."""
    found, _, _ = known_dossier(connection, key, reading)
    chosen = [event for event in found.incident.events if event in set(events)]
    rest = [event for event in found.incident.events if event not in set(events)]
    if not chosen or not rest:
        raise UsageError("Choose some of the incident's events, not none and not all of them.")
    return _preview("different", (_only(found, rest), _only(found, chosen)), reading, (rest[0], chosen[0]))


def _pair(one: Dossier, other: Dossier) -> tuple[str, str]:
    """Return the first event of each incident, which a decision would tie."""
    return one.incident.events[0], other.incident.events[0]


def _preview(verb: str, made: Iterable[Dossier], reading: Reading, pair: tuple[str, str]) -> Preview:
    """Return what a decision would make, and why it could not be taken, if it cannot."""
    shown = tuple(made)
    laid = [matrix(found, reading.books.slots) for found in shown]
    refused = None
    try:
        check_link(reading.verdicts, verb, *pair)
    except StandoffError as error:
        refused = str(error)
    return Preview(
        verb=verb,
        incidents=tuple(
            incident_row(f.incident, Facts(len(f.incident.documents), len(differences(f))), reading.books.parties)
            for f in shown
        ),
        sentences=tuple(sentence(clauses(lines)) for lines in laid),
        matrices=tuple(claims_matrix(lines, reading.books.slots) for lines in laid),
        left=pair[0],
        right=pair[1],
        refused=refused,
    )


def _united(one: Dossier, other: Dossier) -> Dossier:
    """Return two dossiers as that of the first incident; copies are counted as origins of their own here."""
    key = one.incident.id
    documents = {**one.documents, **other.documents}
    ids = tuple(dict.fromkeys((*one.incident.documents, *other.incident.documents)))
    positions = _merged((*one.incident.parties, *other.incident.parties))
    contested = "contested" in {one.incident.status, other.incident.status}
    origins = len(ids) - sum(documents[d].copy_of in ids for d in ids if d in documents)
    incident = replace(
        one.incident,
        events=(*one.incident.events, *other.incident.events),
        documents=ids,
        places=tuple(dict.fromkeys((*one.incident.places, *other.incident.places))),
        parties=positions,
        origins=origins,
        status=status_of(positions, origins, disputed=contested),
    )
    theirs = tuple(replace(c, incident=key) if c.incident == other.incident.id else c for c in other.claims)
    claims = {c.id: c for c in (*theirs, *one.claims)}
    return replace(
        one,
        incident=incident,
        events={**one.events, **other.events},
        statements={**one.statements, **other.statements},
        claims=tuple(sorted(claims.values(), key=lambda c: (c.slot, c.document, c.quote.start, c.id))),
        discrepancies=tuple({d.id: d for d in (*one.discrepancies, *other.discrepancies)}.values()),
        links=tuple({link.id: link for link in (*one.links, *other.links)}.values()),
        documents=documents,
    )


def _merged(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Return positions with those of one party and polarity as one."""
    found: dict[tuple[str, str], Position] = {}
    for position in positions:
        key = (position.party.party or position.party.name, position.polarity)
        held = found.get(key)
        statements = tuple(dict.fromkeys((*(held.statements if held else ()), *position.statements)))
        found[key] = replace(position, statements=statements)
    return tuple(found.values())


def _only(found: Dossier, events: Collection[str]) -> Dossier:
    """Return a dossier with some of its events, and what is told in them."""
    kept = {key: event for key, event in found.events.items() if key in set(events)}
    told = {event.statement for event in kept.values() if event.statement}
    claims = tuple(c for c in found.claims if c.event in kept or (c.event is None and c.statement in told))
    ids = {c.id for c in claims}
    documents = {key: h for key, h in found.documents.items() if key in {e.document for e in kept.values()}}
    differences = tuple(d for d in found.discrepancies if len(ids.intersection(d.claims)) > 1)
    disputed = bool(contested_by(differences))
    incident: Incident = as_known_incident(found.incident, documents, {*kept, *told}, disputed=disputed)
    return replace(
        found,
        incident=incident,
        events=kept,
        statements={key: s for key, s in found.statements.items() if key in told},
        claims=claims,
        discrepancies=differences,
        links=tuple(link for link in found.links if link.statement in told),
        documents=documents,
    )
