"""Turn what is derived across documents into rows of the tables."""

from __future__ import annotations

from standoff.model.agreement import AgreementLink
from standoff.model.claim import Claim, Discrepancy
from standoff.model.incident import CopyLink, Incident, Link
from standoff.model.record import Compared, Copied, Joined
from standoff.store import tables
from standoff.store.codecs import AGREEMENT_LINK, CLAIM, DISCREPANCY, INCIDENT, RENDERING
from standoff.store.rows import Row, Rows, clock_columns, marks, party_columns


def copy_row(copy: CopyLink) -> Row:
    """Return the row of a copy link."""
    return {"document": copy.document, "copy_of": copy.copy_of, "share": copy.share}


def joined_rows(joined: Joined, run: str) -> Rows:
    """Return the rows of incidents, their members and the explained links."""
    return {
        tables.incidents: [incident_row(i) | {"run": run} for i in joined.incidents],
        tables.incident_events: [
            {"incident": i.id, "position": position, "event": event}
            for i in joined.incidents
            for position, event in enumerate(i.events)
        ],
        tables.links: [link_row(link) for link in joined.links],
        tables.incident_parties: [
            {"incident": i.id, "party": party} for i in joined.incidents for party in sorted(_parties_of(i))
        ],
        tables.incident_places: [
            {"incident": i.id, "place": place} for i in joined.incidents for place in sorted(_places_of(i))
        ],
    }


def _parties_of(incident: Incident) -> set[str]:
    """Return the ids (or names) of who acts in an incident, undergoes it or takes a position on it."""
    refs = (*incident.actors, *incident.recipients, *(position.party for position in incident.parties))
    return {ref.party or ref.name for ref in refs}


def _places_of(incident: Incident) -> set[str]:
    """Return the ids (or names) of an incident's places, and the countries they lie in."""
    return {name for ref in incident.places for name in (ref.place or ref.name, ref.country) if name}


def link_row(link: Link) -> Row:
    """Return the row that explains why two events were joined or kept apart."""
    named = ("left", "right", "score", "joined", "reason")
    return {**{name: getattr(link, name) for name in named}, "features": dict(link.features)}


def incident_row(incident: Incident) -> Row:
    """Return the row of an incident."""
    return {
        "id": incident.id,
        "short_id": incident.short_id,
        "label": incident.label,
        "type": incident.type,
        **clock_columns("happened", incident.happened),
        "origins": incident.origins,
        "status": incident.status,
        "events_count": len(incident.events),
        "documents_count": len(incident.documents),
        "body": INCIDENT.encode(incident),
    }


def compared_rows(compared: Compared, run: str) -> Rows:
    """Return the rows of claims, discrepancies and agreement links, and their evidence."""
    return {
        tables.claims: [claim_row(c) | {"run": run} for c in compared.claims],
        tables.discrepancies: [discrepancy_row(d) | {"run": run} for d in compared.discrepancies],
        tables.discrepancy_claims: [
            {"discrepancy": d.id, "position": position, "claim": claim}
            for d in compared.discrepancies
            for position, claim in enumerate(d.claims)
        ],
        tables.agreement_links: [agreement_link_row(a) | {"run": run} for a in compared.agreement_links],
        tables.marks: [
            *(
                row
                for c in compared.claims
                for row in marks("claim", c.id, {"quote": (c.quote,), "evidence": c.evidence})
            ),
            *(row for a in compared.agreement_links for row in marks("agreement_link", a.id, {"evidence": a.evidence})),
        ],
    }


def index_rows(compared: Compared) -> Rows:
    """Return the rows by which more is compared: crossings of incidents, renderings and the pairs of them."""
    return {
        tables.crossings: [{"key": x.key, "rank": x.rank, "incident": x.incident} for x in compared.crossings],
        tables.renderings: [{"key": slot.key, "rank": slot.rank, "statement": slot.event} for slot in compared.slots],
        tables.utterances: [
            {"statement": r.statement, "document": r.document, "body": RENDERING.encode(r)} for r in compared.renderings
        ],
        tables.echoes: [
            {"left": e.left, "right": e.right, "quoted": e.quoted, "likeness": e.likeness} for e in compared.echoes
        ],
    }


def copied_rows(copied: Copied) -> Rows:
    """Return the rows of copies and of the fingerprints that they are found by."""
    return {
        tables.copies: [copy_row(copy) for copy in copied.links],
        tables.prints: [{"key": p.key, "rank": p.rank, "document": p.document} for p in copied.prints],
    }


def claim_row(claim: Claim) -> Row:
    """Return the row of a claim."""
    value = claim.value.get("text")
    named = ("id", "incident", "slot", "document", "publisher", "channel", "polarity", "statement", "event")
    return {
        **{name: getattr(claim, name) for name in named},
        "value_text": None if value is None else str(value),
        "start": claim.quote.start,
        "stop": claim.quote.stop,
        "quote": claim.quote.quote,
        **party_columns("source", claim.source),
        **party_columns("principal", claim.principal),
        **clock_columns("said", claim.said_at),
        "body": CLAIM.encode(claim),
    }


def discrepancy_row(discrepancy: Discrepancy) -> Row:
    """Return the row of a discrepancy."""
    named = ("id", "incident", "other_incident", "slot", "kind", "explanation", "score")
    return {**{name: getattr(discrepancy, name) for name in named}, "body": DISCREPANCY.encode(discrepancy)}


def agreement_link_row(link: AgreementLink) -> Row:
    """Return the row of an agreement link."""
    named = ("id", "document", "statement", "agreement", "relation", "clause", "score")
    return {
        **{name: getattr(link, name) for name in named},
        **party_columns("accused", link.accused),
        "body": AGREEMENT_LINK.encode(link),
    }
