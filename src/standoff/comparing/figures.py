"""Compare the values that different voices give a slot: figures, days, places and parties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.codebook.load import Codebook
from standoff.codebook.slots import Slot
from standoff.comparing import explain
from standoff.comparing.occurrence import build
from standoff.comparing.tables import Sides
from standoff.model.claim import Claim, Discrepancy, DiscrepancyKind
from standoff.model.record import Record
from standoff.values.base import Comparison
from standoff.values.kinds import kind
from standoff.values.text import normal

# Slots in which one telling may hold several values at once (a raid hits three villages): only tellings that share
# none of their values are compared, and another precision is no news.
_PLURAL = frozenset({"place", "time", "actor", "recipient", "territory"})
_AT_ANOTHER_PRECISION = frozenset({"count", "distance", "duration"})
_OWN_NOUN = frozenset({"count", "equipment", "money", "area"})
_LEAST = 0.12
_OWN_PEOPLE = re.compile(
    r"\b(?:its|our) (?:own )?(?:\w+ )?(?:forces|troops|soldiers|servicemen|personnel|army|ranks|units|fighters|men)\b"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold two claims that differ, how, and what kind of discrepancy that makes."""

    left: Claim
    right: Claim
    comparison: Comparison
    kind: DiscrepancyKind


def differences(
    cells: Mapping[tuple[str, str], list[Claim]], record: Record, codebook: Codebook
) -> Iterator[Discrepancy]:
    """Yield the discrepancies in the values of each slot, one for each incident, slot and kind."""
    sides = Sides(codebook)
    for (_, name), claims in sorted(cells.items()):
        slot = codebook.slots.slots.get(name)
        if slot is None or name == "occurred" or len(claims) < 2:
            continue
        asserted = [claim for claim in claims if claim.polarity != "denies" and _tells(claim, slot, record, codebook)]
        pairs = list(_pairs(asserted, slot, record, sides))
        for made in ("disagreement", "revision", "transmission", "granularity"):
            chosen = [pair for pair in pairs if pair.kind == made]
            if chosen:
                yield _discrepancy(chosen, slot, codebook, sides)


def _tells(claim: Claim, slot: Slot, record: Record, codebook: Codebook) -> bool:
    """Tell whether a claim says who did it to whom: not of a call, in which all act, nor of a toll."""
    if slot.role not in ("actor", "recipient"):
        return True
    event = record.events.get(claim.event or "")
    known = codebook.events.types.get(event.type) if event else None
    return known is not None and not known.mutual and known.kind != "outcome"


def _pairs(claims: Sequence[Claim], slot: Slot, record: Record, sides: Sides) -> Iterator[Pair]:
    """Yield pairs of claims of different tellings that differ."""
    tellings: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        tellings[claim.document, claim.statement or ""].append(claim)
    keys = sorted(tellings)
    for index, one in enumerate(keys):
        for other in keys[index + 1 :]:
            yield from _between(tellings[one], tellings[other], slot, record, sides)


def _between(left: list[Claim], right: list[Claim], slot: Slot, record: Record, sides: Sides) -> Iterator[Pair]:
    """Yield how two tellings of a slot differ."""
    compared = [
        (one, other, kind(slot.value).compare(one.value, other.value))
        for one in left
        for other in right
        if _comparable(one, other, slot, record)
    ]
    if not compared or any(result.outcome == "same" for *_, result in compared):
        return
    plural = slot.id in _PLURAL
    if plural and any(result.outcome == "compatible" for *_, result in compared):
        return
    for one, other, result in compared[: 1 if plural else None]:
        named = _kind(one, other, result, slot, sides)
        if named:
            yield Pair(one, other, result, named)


def _kind(one: Claim, other: Claim, result: Comparison, slot: Slot, sides: Sides) -> DiscrepancyKind | None:
    """Return the kind of difference of two values, or nothing where it is none worth telling."""
    if result.outcome == "compatible":
        return "granularity" if slot.value in _AT_ANOTHER_PRECISION else None
    same_speaker = sides.of(one) == sides.of(other) and not sides.of(one).startswith("publisher:")
    if not same_speaker:
        return "disagreement"
    if _later(one, other):
        return "revision"
    return "transmission" if one.document != other.document else "disagreement"


def _later(one: Claim, other: Claim) -> bool:
    """Tell whether two claims were made on different days."""
    if one.said_at is None or other.said_at is None or not one.said_at.known or not other.said_at.known:
        return False
    return not one.said_at.overlaps(other.said_at)


def _comparable(one: Claim, other: Claim, slot: Slot, record: Record) -> bool:
    """Tell whether two values speak of the same thing: figures of one noun, and of one side's people."""
    if slot.quantity is None:
        return True
    if slot.id in _OWN_NOUN and _noun(one) != _noun(other):
        return False
    return _suffered(one, record) == _suffered(other, record)


def _noun(claim: Claim) -> str:
    """Return the noun a figure counts, cut to its stem."""
    return normal(str(claim.value.get("unit") or ""))[:5]


def _suffered(claim: Claim, record: Record) -> frozenset[str]:
    """Return the states (or parties) whose people a claim's event is about."""
    event = record.events.get(claim.event or "")
    if event is None:
        return frozenset()
    found = frozenset(key for ref in event.parties("recipient") if (key := ref.state or ref.party))
    return found or _own(claim)


def _own(claim: Claim) -> frozenset[str]:
    """Return the speaker's side where the words say that its own people are counted."""
    who = claim.principal or claim.source
    key = (who.state or who.party) if who else None
    said = any(_OWN_PEOPLE.search(span.quote) for span in claim.evidence)
    return frozenset({key}) if key and said else frozenset()


def _discrepancy(pairs: Sequence[Pair], slot: Slot, codebook: Codebook, sides: Sides) -> Discrepancy:
    """Build one discrepancy of all pairs of a kind; the strongest difference comes first."""
    ordered = sorted(pairs, key=lambda p: (-p.comparison.strength, p.left.id, p.right.id))
    claims = list({c.id: c for pair in ordered for c in (pair.left, pair.right)}.values())
    best = ordered[0]
    score = max(slot.weight * (best.comparison.strength or _LEAST), _LEAST)
    reason = best.comparison.reason
    return build(
        best.kind, claims, explain.values(claims, codebook.slots, f"{reason[0].upper()}{reason[1:]}.", sides), score
    )
