"""Let people's verdicts on claims stand: values as corrected, and no difference that rests on a rejected claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from standoff.codebook.slots import SlotBook
from standoff.model.claim import Claim, Discrepancy
from standoff.model.decision import Verdicts
from standoff.values.kinds import kind


def standing(claims: Iterable[Claim], verdicts: Verdicts) -> tuple[Claim, ...]:
    """Return the claims that nobody has rejected: those that are compared; rejected ones are kept and shown as such."""
    return tuple(claim for claim in claims if verdicts.states.get(claim.id) != "rejected")


def holding(
    found: Iterable[Discrepancy], claims: Mapping[str, Claim], verdicts: Verdicts, slots: SlotBook
) -> Iterator[Discrepancy]:
    """Yield the discrepancies that hold once claims are as people left them.

    One falls where a claim of it was rejected, or where all its values became the same by a correction.
    """
    for discrepancy in found:
        held = [claims[key] for key in discrepancy.claims if key in claims]
        if len(standing(held, verdicts)) < len(held):
            continue
        if any("value" in verdicts.corrections.get(claim.id, {}) for claim in held) and _same(held, slots):
            continue
        yield discrepancy


def _same(claims: Iterable[Claim], slots: SlotBook) -> bool:
    """Tell whether all values are the same."""
    return all(
        kind(slots[one.slot].value).compare(one.value, other.value).outcome == "same"
        for one, other in combinations(claims, 2)
    )
