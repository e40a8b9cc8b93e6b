"""Read, check, cross-link and digest the whole codebook."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from standoff.codebook.acts import ActBook, load_acts
from standoff.codebook.agreements import AgreementBook, load_agreements
from standoff.codebook.happenings import EventBook, load_happenings
from standoff.codebook.incidents import IncidentBook, IncidentKind, load_incidents
from standoff.codebook.measures import NO_MEASURES, MeasureBook, load_measures
from standoff.codebook.parties import PartyBook, load_parties
from standoff.codebook.periods import NO_PERIODS, PeriodBook, load_periods
from standoff.codebook.places import PlaceBook, load_places
from standoff.codebook.publishers import PublisherBook, load_publishers
from standoff.codebook.slots import SlotBook, load_slots
from standoff.codebook.spread import NO_SPREAD, WordSpread, load_spread

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Codebook:
    """Hold all vocabulary and world knowledge, one part a file or folder, and the digest of their bytes."""

    acts: ActBook
    events: EventBook
    slots: SlotBook
    incidents: IncidentBook
    agreements: AgreementBook
    parties: PartyBook
    places: PlaceBook
    publishers: PublisherBook
    digest: str
    measures: MeasureBook = NO_MEASURES
    periods: PeriodBook = NO_PERIODS
    spread: WordSpread = NO_SPREAD

    def kind(self, type_: str) -> IncidentKind | None:
        """Return the kind of happening that an event type tells of, or nothing where it is only said."""
        return self.incidents.kind(type_, self.events.family(type_))


def load(folder: Path = FOLDER) -> Codebook:
    """Load the codebook of a folder; refuses a malformed one with file, line and key."""
    return Codebook(
        acts=load_acts(folder),
        events=load_happenings(folder),
        slots=load_slots(folder),
        incidents=load_incidents(folder),
        agreements=load_agreements(folder),
        parties=load_parties(folder),
        places=load_places(folder),
        publishers=load_publishers(folder),
        digest=digest(folder),
        measures=load_measures(folder),
        periods=load_periods(folder),
        spread=load_spread(folder),
    )


def digest(folder: Path = FOLDER) -> str:
    """Return a SHA-256 over the names and bytes of all codebook files."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".yaml", ".csv"}):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
