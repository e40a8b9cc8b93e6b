"""Arrange claims for comparison: by incident and slot, and by the side whose words they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from standoff.codebook.load import Codebook
from standoff.model.claim import Claim
from standoff.model.entity import Party, PartyRef
from standoff.values.sides import side, side_ref

Cell = tuple[str, str]
_ORGANS = frozenset({"government", "intergovernmental"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Say whose words a claim is: a side, or the publisher where nobody is quoted.

    What a ministry or an alliance publishes itself are the words of its side; `organs` keeps those looked up.
    """

    codebook: Codebook
    organs: dict[str, PartyRef | None] = field(default_factory=dict, repr=False, compare=False)

    def of(self, claim: Claim) -> str:
        """Return the key of the side whose words a claim is."""
        who = self.voice(claim)
        return side(who, self.codebook.parties) if who else f"publisher:{claim.publisher or claim.document}"

    def name(self, claim: Claim) -> str:
        """Return the side's name for a sentence."""
        who = self.voice(claim)
        return side_ref(who, self.codebook.parties).name if who else self.outlet(claim)

    def voice(self, claim: Claim) -> PartyRef | None:
        """Return on whose behalf a claim is made, or nothing where a newsroom makes it."""
        return claim.principal or claim.source or (None if claim.statement else self.organ(claim.publisher))

    def spoken(self, claim: Claim) -> bool:
        """Tell whether a claim is a party's word: quoted, or published by the party itself."""
        return claim.statement is not None or self.organ(claim.publisher) is not None

    def organ(self, publisher: str | None) -> PartyRef | None:
        """Return the party whose own word a publisher prints: the state of a ministry, an alliance, or nothing."""
        if publisher is None:
            return None
        if publisher not in self.organs:
            self.organs[publisher] = self._found(publisher)
        return self.organs[publisher]

    def _found(self, publisher: str) -> PartyRef | None:
        """Look up whose organ a publisher is: as the list of publishers has it, else by the party its name holds."""
        parties, held = self.codebook.parties, self.codebook.publishers.named(publisher)
        if held is None:
            party = named_organ(publisher, self.codebook)
        elif held.kind in _ORGANS:
            party = parties.get(held.country) if held.country else parties.find(held.owner or held.name)
        else:
            party = None
        return PartyRef(party.id, party.name, party.state, party.kind) if party else None

    def speaker(self, claim: Claim) -> str:
        """Return the one who speaks: his own id or name, or the publisher."""
        who: PartyRef | None = claim.source or claim.principal
        return (who.party or who.name) if who else f"publisher:{claim.publisher or claim.document}"

    @staticmethod
    def outlet(claim: Claim) -> str:
        """Return the publisher's name, or a plain word where it is unknown."""
        return claim.publisher or "one report"


def named_organ(publisher: str, codebook: Codebook) -> Party | None:
    """Return the party whose organ a publisher calls itself: `RSF media office`, `Ministry of Defence of Mali`.

    A party's own name will do; within a longer name, some word must say that it is an organ of one, not a newspaper.
    """
    book = codebook.parties
    whole = book.find(publisher)
    if whole is None and codebook.incidents.list("organ").isdisjoint(publisher.casefold().split()):
        return None
    hits = [whole.id] if whole else [hit.senses[0].party for hit in book.names.hits(publisher)]
    held = next((party for key in hits if (party := book.get(key)) is not None), None)
    return held if held and held.sector != "MED" and held.kind != "person" else None


def in_order(cells: Mapping[Cell, list[Claim]]) -> list[tuple[Cell, list[Claim]]]:
    """Return cells by incident as these were given, which is in order of time, then by the name of the slot."""
    place: dict[str, int] = {}
    for incident, _ in cells:
        place.setdefault(incident, len(place))
    return sorted(cells.items(), key=lambda item: (place[item[0][0]], item[0][1]))


def by_cell(claims: Iterable[Claim]) -> Mapping[Cell, list[Claim]]:
    """Return claims by incident and slot."""
    cells: defaultdict[Cell, list[Claim]] = defaultdict(list)
    for claim in claims:
        cells[claim.incident, claim.slot].append(claim)
    return cells
