"""Load the parties: who there is, by which names, and who held which office when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.schema import read_csv
from standoff.model.entity import Party, PartyRef


@dataclass(frozen=True, slots=True)
class PartyBook:
    """Hold parties by id and their names; states have their ISO 3166-1 alpha-3 code as id."""

    parties: Mapping[str, Party] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def get(self, party: str) -> Party | None:
        """Return the party of an id, or nothing."""
        return self.parties.get(party)

    def find(self, name: str) -> Party | None:
        """Return the party that a name stands for, or nothing."""
        return self.parties.get(self.names.get(name, ""))

    def ref(self, party: str) -> PartyRef:
        """Return a reference to a party that the book holds."""
        held = self.parties[party]
        return PartyRef(held.id, held.name, held.state, held.kind)

    def principal(self, party: str) -> PartyRef | None:
        """Return the party that one speaks for: itself for a state or a body of its own."""
        held = self.parties[party]
        return self.ref(held.principal or held.id)


def load_parties(folder: Path) -> PartyBook:
    """Read and check the party files of a codebook folder."""
    parties: dict[str, Party] = {}
    names: dict[str, str] = {}
    for row in read_csv(folder / "states.csv"):
        code = row.text("id")
        parties[code] = Party(code, row.text("name"), "state", code, sector="GOV")
        for name in (row.text("name"), *row.texts("aliases"), *row.texts("adjectives"), *row.texts("metonyms")):
            names[name] = code
    return PartyBook(parties, names)
