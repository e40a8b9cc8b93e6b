"""Compare what is said of each incident: claims, how they differ, and the agreements they touch."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.codebook.load import Codebook
from standoff.comparing.agreements import agreement_links
from standoff.comparing.claims import Bench, bench, claims
from standoff.comparing.figures import differences
from standoff.comparing.occurrence import contradictions, mutual_blame
from standoff.comparing.tables import by_cell
from standoff.comparing.transmission import transmissions
from standoff.model.claim import Claim, Discrepancy
from standoff.model.incident import Incident
from standoff.model.record import Compared, Record


def compare(record: Record, incidents: tuple[Incident, ...], codebook: Codebook) -> Compared:
    """Spread incidents into claims, name the discrepancies between them and link agreements in force."""
    given = bench(record, codebook)
    made = claims(incidents, given)
    told, rendered = transmissions(incidents, given)
    found = sorted((*rendered, *_discrepancies(made, incidents, given)), key=lambda d: (-d.score, d.id))
    every = {claim.id: claim for claim in (*made, *told)}
    return Compared(tuple(every.values()), tuple({d.id: d for d in found}.values()), agreement_links(given))


def _discrepancies(made: tuple[Claim, ...], incidents: tuple[Incident, ...], given: Bench) -> Iterator[Discrepancy]:
    """Yield all discrepancies of some claims."""
    cells = by_cell(made)
    labels = {incident.id: incident.label for incident in incidents}
    yield from contradictions(cells, labels, given.codebook)
    yield from mutual_blame(incidents, cells, given.codebook)
    yield from differences(cells, given.record, given.codebook)
