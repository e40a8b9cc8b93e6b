"""Arrange claims for comparison: by incident and slot, and by the side whose words they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standoff.codebook.load import Codebook
from standoff.model.claim import Claim
from standoff.model.entity import PartyRef
from standoff.values.sides import side, side_ref

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sides:
    """Say whose words a claim is: a side, or the publisher where nobody is quoted."""

    codebook: Codebook

    def of(self, claim: Claim) -> str:
        """Return the key of the side whose words a claim is."""
        who = claim.principal or claim.source
        return side(who, self.codebook.parties) if who else f"publisher:{claim.publisher or claim.document}"

    def name(self, claim: Claim) -> str:
        """Return the side's name for a sentence."""
        who = claim.principal or claim.source
        return side_ref(who, self.codebook.parties).name if who else self.outlet(claim)

    def speaker(self, claim: Claim) -> str:
        """Return the one who speaks: his own id or name, or the publisher."""
        who: PartyRef | None = claim.source or claim.principal
        return (who.party or who.name) if who else f"publisher:{claim.publisher or claim.document}"

    @staticmethod
    def outlet(claim: Claim) -> str:
        """Return the publisher's name, or a plain word where it is unknown."""
        return claim.publisher or "one report"


def by_cell(claims: Iterable[Claim]) -> Mapping[Cell, list[Claim]]:
    """Return claims by incident and slot."""
    cells: defaultdict[Cell, list[Claim]] = defaultdict(list)
    for claim in claims:
        cells[claim.incident, claim.slot].append(claim)
    return cells
