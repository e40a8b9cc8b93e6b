"""Gather the tables of a record: what is kept, what is derived from it, what people decided, and what failed.

Kept and never changed: raws, documents, blocks, sightings. Only added to: decisions. Everything else is derived from
these, carries the run that made it, and can be dropped and made again. Columns hold what is filtered and joined on;
`body` holds the whole record as JSON, from which `rows` reads it back.
"""

from standoff.store.across import (
    agreement_links,
    claims,
    copies,
    discrepancies,
    discrepancy_claims,
    incident_events,
    incidents,
    links,
    marks,
    redirects,
    states,
)
from standoff.store.columns import metadata
from standoff.store.derived import (
    analyses,
    annotations,
    arguments,
    datings,
    document_parties,
    document_places,
    events,
    failures,
    groundings,
    parties,
    places,
    runs,
    statements,
)
from standoff.store.kept import blocks, decisions, documents, raws, sightings

__all__ = [
    "ACROSS",
    "OF_DOCUMENT",
    "agreement_links",
    "analyses",
    "annotations",
    "arguments",
    "blocks",
    "claims",
    "copies",
    "datings",
    "decisions",
    "discrepancies",
    "discrepancy_claims",
    "document_parties",
    "document_places",
    "documents",
    "events",
    "failures",
    "groundings",
    "incident_events",
    "incidents",
    "links",
    "marks",
    "metadata",
    "parties",
    "places",
    "raws",
    "redirects",
    "runs",
    "sightings",
    "statements",
    "states",
]

# What one run derives from one document, children first (arguments hang on events); and across documents, likewise.
OF_DOCUMENT = (groundings, annotations, events, statements, document_parties, document_places, analyses)
ACROSS = (
    discrepancy_claims,
    discrepancies,
    claims,
    agreement_links,
    incident_events,
    incidents,
    links,
    copies,
)
