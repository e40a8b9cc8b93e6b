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
from standoff.store.grown import crossings, echoes, prints, renderings, sketches, slots, touched
from standoff.store.kept import blocks, decisions, documents, raws, sightings
from standoff.store.meanings import meanings
from standoff.store.summed import (
    SUMS,
    agreement_sums,
    document_sums,
    edge_sums,
    incident_lists,
    incident_parties,
    incident_places,
    incident_sums,
    names,
    party_sums,
    publisher_sums,
    repeat_sums,
)

__all__ = [
    "ACROSS",
    "OF_DOCUMENT",
    "SUMS",
    "agreement_links",
    "agreement_sums",
    "analyses",
    "annotations",
    "arguments",
    "blocks",
    "claims",
    "copies",
    "crossings",
    "datings",
    "decisions",
    "discrepancies",
    "discrepancy_claims",
    "document_parties",
    "document_places",
    "document_sums",
    "documents",
    "echoes",
    "edge_sums",
    "events",
    "failures",
    "groundings",
    "incident_events",
    "incident_lists",
    "incident_parties",
    "incident_places",
    "incident_sums",
    "incidents",
    "links",
    "marks",
    "meanings",
    "metadata",
    "names",
    "parties",
    "party_sums",
    "places",
    "prints",
    "publisher_sums",
    "raws",
    "redirects",
    "renderings",
    "repeat_sums",
    "runs",
    "sightings",
    "sketches",
    "slots",
    "statements",
    "states",
    "touched",
]

# What one run derives from one document, children first (arguments hang on events); and across documents, likewise.
OF_DOCUMENT = (groundings, annotations, events, statements, document_parties, document_places, analyses)
ACROSS = (
    *SUMS,
    crossings,
    renderings,
    echoes,
    discrepancy_claims,
    discrepancies,
    claims,
    agreement_links,
    incident_events,
    incidents,
    links,
    copies,
    prints,
    sketches,
    slots,
    touched,
)
