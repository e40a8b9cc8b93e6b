"""Hold the parts of the codebook that views show: questions of slots, names of parties, clauses of agreements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from standoff import codebook
from standoff.codebook.agreements import load_agreements
from standoff.codebook.parties import PartyBook, load_parties
from standoff.codebook.slots import SlotBook, load_slots
from standoff.model.agreement import Agreement
from standoff.store import codecs
from standoff.store.asking import Asked, ask, records

if TYPE_CHECKING:
    from standoff.codebook.incidents import IncidentKind

FOLDER = Path(codebook.__file__).parent / "data"  # not from `codebook.load`, which loads every part's module


@dataclass(frozen=True, slots=True)
class Books:
    """Hold slots, parties and agreements."""

    slots: SlotBook = field(default_factory=SlotBook)
    parties: PartyBook = field(default_factory=PartyBook)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)


def load_books(folder: Path = FOLDER) -> Books:
    """Load only what views show, a few hundredths of a second of the whole codebook."""
    return Books(load_slots(folder), load_parties(folder, named=False), load_agreements(folder).agreements)


def kind_weights(folder: Path = FOLDER) -> Mapping[str, float]:
    """Return how much each event type counts in a chronology: the weight of the kind of happening it tells of."""
    from standoff.codebook.event_types import read_intensities, read_types
    from standoff.codebook.incidents import load_incidents

    events = folder / "events"
    types, book = read_types(events / "types.yaml", read_intensities(events / "plover.csv")), load_incidents(folder)
    found = {key: book.kind(key, held.family) for key, held in types.items()}
    return {key: kind.weight for key, kind in found.items() if kind is not None}


@lru_cache(maxsize=1)
def _kinds(folder: Path) -> Sequence[IncidentKind]:
    """Return the kinds of happening."""
    from standoff.codebook.incidents import load_incidents

    return tuple(load_incidents(folder).kinds.values())


def type_words(type_: str, folder: Path = FOLDER) -> tuple[str, str]:
    """Return what an event type is called, and what stands before those who share in it: `phone call`, `between`."""
    kind = next((kind for kind in _kinds(folder) if type_ in kind.nouns or type_ in kind.aims), None)
    return (kind.name(type_), kind.shared(type_)) if kind else (type_.replace("_", " "), "between")


def kept_parties(connection: Asked) -> PartyBook:
    """Return the parties as the store keeps them, with all they belong to and speak for; faster than the codebook."""
    found = records(codecs.PARTY, ask(connection, "parties of the codebook"))
    return PartyBook({party.id: party for party in found})


def kept_books(connection: Asked, folder: Path = FOLDER) -> Books:
    """Load slots and agreements of the codebook, and the parties as the store keeps them."""
    return Books(load_slots(folder), kept_parties(connection), load_agreements(folder).agreements)
