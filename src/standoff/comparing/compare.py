"""Compare what is said of each incident: claims, how they differ, and the agreements they touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from standoff.codebook.load import Codebook
from standoff.comparing.agreements import agreement_links
from standoff.comparing.blame import mutual_blame
from standoff.comparing.claims import Bench, bench, claims
from standoff.comparing.figures import differences
from standoff.comparing.occurrence import contradictions
from standoff.comparing.readouts import readouts
from standoff.comparing.replies import replies
from standoff.comparing.ruling import holding, standing
from standoff.comparing.scope import Given
from standoff.comparing.tables import Cell, Sides, by_cell
from standoff.comparing.transmission import transmissions
from standoff.model.claim import Claim, Discrepancy
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.incident import Incident
from standoff.model.record import Compared, Record
from standoff.values.amending import all_amended
from standoff.values.sides import side


def compare(
    record: Record,
    incidents: tuple[Incident, ...],
    codebook: Codebook,
    touched: AbstractSet[str] | None = None,
    verdicts: Verdicts = NO_VERDICTS,
) -> Compared:
    """Spread incidents into claims, name the discrepancies between them and link agreements in force.

    `verdicts` set values of claims that people corrected, and keep claims that they rejected from being compared.

    `touched` are the ids of incidents to answer for, all where absent: of these come the claims and discrepancies,
    equal to those a whole run gives as long as `incidents` hold each that lies near a touched one and `record` their
    documents. Agreement links are those of all documents of the record.
    """
    given = bench(record, codebook)
    made = tuple(all_amended(claims(incidents, given), verdicts.corrections))
    cells = by_cell(standing(made, verdicts))
    rendering, transmitted = transmissions(incidents, given)
    raised, differing = readouts(incidents, given)
    blame = list(mutual_blame(incidents, cells, codebook))
    found = [*transmitted, *differing, *(discrepancy for discrepancy, _ in blame), *_within(cells, incidents, given)]
    further = all_amended((*rendering, *raised, *(c for _, held in blame for c in held)), verdicts.corrections)
    every = {claim.id: claim for claim in (*made, *further)}
    left = holding(found, every, verdicts, codebook.slots)
    unique = {d.id: d for d in sorted(left, key=lambda d: (-d.score, d.id))}
    if touched is not None:
        unique = {key: d for key, d in unique.items() if {d.incident, d.other_incident} & touched}
        kept = {claim for d in unique.values() for claim in d.claims}
        every = {key: claim for key, claim in every.items() if claim.incident in touched or key in kept}
    return Compared(tuple(every.values()), tuple(unique.values()), agreement_links(given))


def _within(cells: Mapping[Cell, list[Claim]], incidents: tuple[Incident, ...], given: Bench) -> Iterator[Discrepancy]:
    """Yield the discrepancies between the claims of each slot of each incident."""
    labels = {incident.id: incident.label for incident in incidents}
    lasting = frozenset(incident.id for incident in incidents if _lasts(incident, given))
    told = replies((claim for held in cells.values() for claim in held), given.codebook)
    days = {i.id: i.happened.earliest[:10] for i in incidents if i.happened.exact and i.happened.earliest}
    book = given.codebook.parties
    concerned = {i.id: frozenset(side(ref, book) for ref in (*i.actors, *i.recipients)) for i in incidents}
    judged = Given(given.record, given.codebook, Sides(given.codebook), lasting, told, given.told, days, concerned)
    yield from contradictions(cells, labels, judged)
    yield from differences(cells, judged)


def _lasts(incident: Incident, given: Bench) -> bool:
    """Tell whether an incident is one, such as a war, that reports of any year tell of."""
    kind = given.codebook.kind(incident.type)
    return kind is not None and kind.lasting
