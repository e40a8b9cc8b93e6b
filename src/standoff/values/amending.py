"""Put a value that people corrected into a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from standoff.model.annotation import Attribute
from standoff.model.claim import Claim

VALUE = "value"  # the field of a correction; its parts follow after a dot: `value.low`
# Parts that the words of a value give: they go with the words that were corrected, all others (whose dead) stay.
_OF_WORDS = frozenset({"text", "low", "high", "approximate", "reach", "some", "normal", "from_hour", "to_hour"})


def amended(claim: Claim, fields: Mapping[str, Attribute]) -> Claim:
    """Return a claim with the value that a correction sets, or as it is where none does."""
    if fields.get(VALUE) is None:
        return claim
    given = {name.removeprefix(f"{VALUE}."): part for name, part in fields.items() if name.startswith(f"{VALUE}.")}
    kept = {name: part for name, part in claim.value.items() if name not in _OF_WORDS}
    return replace(claim, value={**kept, **given})


def all_amended(claims: Iterable[Claim], corrections: Mapping[str, Mapping[str, Attribute]]) -> Iterator[Claim]:
    """Yield claims with the values that corrections set, by id."""
    return (amended(claim, corrections.get(claim.id, {})) for claim in claims)
