"""Compare what is said of each incident: claims, how they differ, and the agreements they touch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from standoff.codebook.load import Codebook
from standoff.comparing.accused import other_culprits
from standoff.comparing.agreements import agreement_links
from standoff.comparing.blame import mutual_blame
from standoff.comparing.claims import Bench, bench, claims
from standoff.comparing.crossings import crossings
from standoff.comparing.figures import differences
from standoff.comparing.given import Given
from standoff.comparing.occurrence import contradictions
from standoff.comparing.readouts import readouts
from standoff.comparing.replies import replies
from standoff.comparing.restating import restated
from standoff.comparing.ruling import holding, standing
from standoff.comparing.tables import Sides, by_cell
from standoff.comparing.transmission import transmissions, weight
from standoff.comparing.utterances import REACH, Same, echoes, laid_out, placed, renderings, weighing
from standoff.model.claim import OCCURRED, Claim, Discrepancy
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.model.incident import Incident
from standoff.model.reach import pairs
from standoff.model.record import Compared, Record
from standoff.model.sketch import Crossing
from standoff.values.amending import all_amended
from standoff.values.sides import side


@dataclass(frozen=True, slots=True)
class Laid:
    """Hold what is compared with each other.

    `incidents` are in order of time, `made` the claims of their slots; `beside` are claims of other incidents that tell
    what a bare denial in the same document answers. `same` are renderings of one utterance, `about` the incident that
    each of their statements is about.
    """

    given: Bench
    incidents: tuple[Incident, ...]
    made: tuple[Claim, ...]
    same: tuple[Same, ...]
    about: Mapping[str, Incident]
    beside: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Hold the claims and discrepancies of incidents, and the keys by which they are set against others.

    `restated` are the incidents that comparing leaves with another status.
    """

    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]
    crossings: tuple[Crossing, ...]
    restated: tuple[Incident, ...]


def compare(
    record: Record, incidents: tuple[Incident, ...], codebook: Codebook, verdicts: Verdicts = NO_VERDICTS
) -> Compared:
    """Spread incidents into claims, name the discrepancies between them and link agreements in force.

    `verdicts` set values of claims that people corrected, and keep claims that they rejected from being compared.
    """
    given = bench(record, codebook)
    made = made_of(incidents, given, verdicts)
    rendered = renderings(record, codebook, weighing(codebook))
    slots = tuple(placed(rendered))
    echoed = tuple(echoes(rendered, pairs(slots, REACH)))
    about = weightiest(((c.statement, c.incident) for c in made if c.slot == OCCURRED), incidents, codebook)
    found = differing(Laid(given, incidents, made, laid_out(echoed, given), about), verdicts)
    heard = tuple(rendered.values()), slots, echoed
    return Compared(found.claims, found.discrepancies, agreement_links(given), found.crossings, *heard, found.restated)


def made_of(incidents: Iterable[Incident], given: Bench, verdicts: Verdicts) -> tuple[Claim, ...]:
    """Return the claims that incidents are spread into, with the values that people set."""
    return tuple(all_amended(claims(incidents, given), verdicts.corrections))


def weightiest(
    told: Iterable[tuple[str | None, str]], incidents: Iterable[Incident], codebook: Codebook
) -> dict[str, Incident]:
    """Return the incident that each statement is about, the weightiest of several; `told` pairs the two by id."""
    held = {incident.id: incident for incident in incidents}
    found: dict[str, Incident] = {}
    for statement, key in told:
        if statement is not None and key in held:
            known = found.get(statement)
            found[statement] = max((i for i in (known, held[key]) if i), key=lambda i: weight(i, codebook))
    return found


def differing(laid: Laid, verdicts: Verdicts, answer: Collection[str] | None = None) -> Found:
    """Return what comes of comparing; only the rows of some incidents, by id, where these are given."""
    given, codebook = laid.given, laid.given.codebook
    cells = by_cell(standing(laid.made, verdicts))
    judged = _judged(laid, standing((*laid.made, *laid.beside), verdicts))
    rendering, transmitted = transmissions(laid.same, laid.about, given)
    raised, differ = readouts((i for i in laid.incidents if answer is None or i.id in answer), given)
    blame = [*mutual_blame(laid.incidents, cells, codebook), *other_culprits(laid.incidents, cells, judged.sides)]
    found = [*transmitted, *differ, *(d for d, _ in blame), *contradictions(cells, _labels(laid.incidents), judged)]
    found += differences(cells, judged)
    further = all_amended((*rendering, *raised, *(c for _, held in blame for c in held)), verdicts.corrections)
    every = {claim.id: claim for claim in (*laid.made, *further)}
    left = holding(found, every, verdicts, codebook.slots)
    unique: dict[tuple[str, str, frozenset[str]], Discrepancy] = {}
    for made in sorted(
        left, key=lambda d: (-d.score, d.id)
    ):  # of two incidents set against each other the first has it
        unique.setdefault((made.kind, made.slot, frozenset(made.claims)), made)
    unique = {key: made for key, made in unique.items() if not _repeats(made, unique.values(), every)}
    return Found(
        tuple(claim for claim in every.values() if answer is None or claim.incident in answer),
        tuple(d for d in unique.values() if answer is None or d.incident in answer),
        tuple(row for row in crossed_by(laid, verdicts) if answer is None or row.incident in answer),
        tuple(restated((i for i in laid.incidents if answer is None or i.id in answer), laid.made, unique.values())),
    )


def _repeats(made: Discrepancy, found: Iterable[Discrepancy], claims: Mapping[str, Claim]) -> bool:
    """Tell whether a fault of transmission is told by a weightier one that quotes nothing beyond it."""
    if made.kind != "transmission":
        return False
    quoted = {claims[key].quote for key in made.claims}
    others = (
        d for d in found if (d.kind, d.slot) == (made.kind, made.slot) and (d.score, d.id) > (made.score, made.id)
    )
    return any({claims[key].quote for key in other.claims} <= quoted for other in others)


def crossed_by(laid: Laid, verdicts: Verdicts) -> tuple[Crossing, ...]:
    """Return the keys by which the incidents laid out are set against others."""
    told = standing(laid.made, verdicts)
    return tuple(crossings(laid.incidents, by_cell(told), _judged(laid, told)))


def _labels(incidents: Iterable[Incident]) -> dict[str, str]:
    """Return the names of incidents by id."""
    return {incident.id: incident.label for incident in incidents}


def _judged(laid: Laid, told: Iterable[Claim]) -> Given:
    """Return what claims are judged by; `told` are all claims that tell what stands in their documents."""
    given, codebook = laid.given, laid.given.codebook
    lasting = frozenset(incident.id for incident in laid.incidents if _lasts(incident, given))
    days = {i.id: i.happened.earliest[:10] for i in laid.incidents if i.happened.exact and i.happened.earliest}
    concerned = {
        i.id: frozenset(side(ref, codebook.parties) for ref in (*i.actors, *i.recipients)) for i in laid.incidents
    }
    answered = replies(told, codebook)
    return Given(given.record, codebook, Sides(codebook), lasting, answered, given.told, days, concerned)


def _lasts(incident: Incident, given: Bench) -> bool:
    """Tell whether an incident is one, such as a war, that reports of any year tell of."""
    kind = given.codebook.kind(incident.type)
    return kind is not None and kind.lasting
