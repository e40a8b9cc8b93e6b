"""Choose whose words of an incident are shown first: of many, some of each side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, zip_longest

from standoff.model.claim import Claim
from standoff.model.statement import Statement
from standoff.views.dossier import Dossier
from standoff.views.sides import OUTLETS, side_of_statement


def in_turn(found: Dossier, most: int | None) -> tuple[list[Statement | Claim], int]:
    """Return at most so many voices, the sides taking turns, and how many there are.

    A voice is a statement, or a claim that an outlet makes in its own words.
    """
    sides: dict[str, list[Statement | Claim]] = {}
    for voice in _voices(found):
        side = side_of_statement(voice, found.book) if isinstance(voice, Statement) else OUTLETS
        sides.setdefault(side.key, []).append(voice)
    turns = chain.from_iterable(zip_longest(*sides.values()))
    return list(islice((voice for voice in turns if voice is not None), most)), sum(map(len, sides.values()))


def _voices(found: Dossier) -> Iterator[Statement | Claim]:
    """Yield all voices: first those whom the incident's claims rest on, then outlets' own words, once each."""
    told = {claim.statement for claim in found.claims}
    yield from sorted(found.statements.values(), key=lambda statement: statement.id not in told)
    own = (c for c in found.claims if c.statement is None and c.incident == found.incident.id)
    yield from {(c.evidence or (c.quote,))[0]: c for c in own}.values()
