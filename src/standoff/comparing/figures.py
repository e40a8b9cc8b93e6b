"""Compare the values that different voices give a slot: figures, days, places and parties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.codebook.slots import Slot
from standoff.comparing import explain
from standoff.comparing.elsewhere import elsewhere
from standoff.comparing.given import Given
from standoff.comparing.occurrence import build
from standoff.comparing.scope import comparable, tells
from standoff.comparing.tables import Cell, Sides, in_order
from standoff.model.claim import LOSSES, OCCURRED, Claim, Discrepancy, DiscrepancyKind
from standoff.values.base import SAME, Comparison, number
from standoff.values.kinds import kind

# Slots in which one telling may hold several values at once (a raid hits three villages): only tellings that share
# none of their values are compared, and another precision is no news.
_PLURAL = frozenset({"place", "time", "actor", "recipient", "territory", "status", "cause"})
_AT_ANOTHER_PRECISION = frozenset({"count", "distance", "duration"})
_LEAST = 0.12
_WORD = re.compile(r"[a-z]+")
# Words by which a voice sets its own number against another: 'residents put the toll at 20'.
_TOLD_ANEW = re.compile(
    r"\b(?:put|puts|putting|gave|gives|giving|raised|lowered|revised|counted)\b[^.;]{0,40}"
    r"\b(?:toll|number|figure|count|dead|killed|wounded|injured|losses|casualties)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:earlier|previously|initially|at first|originally)\b[^.;]{0,60}"
    r"\b(?:put|gave|given|said|counted|reported|spoke|spoken|announced|toll|number|figure)\b"
    r"|\blater\b[^.;]{0,30}\b(?:put|raised|revised|updated|lowered|corrected)\b",
    re.IGNORECASE,
)
_CORRECTED = 2.0  # a toll that is corrected falls by no more than this factor
_NONE = (None, None)
_TWO_OUTLETS = "two outlets give one side's figure differently"
# A long list of tellings repeats itself; these many of the distinct ones are compared.
_MOST_TELLINGS = 80


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold two claims that differ, how, and what kind of discrepancy that makes."""

    left: Claim
    right: Claim
    comparison: Comparison
    kind: DiscrepancyKind


def differences(cells: Mapping[Cell, list[Claim]], given: Given) -> Iterator[Discrepancy]:
    """Yield the discrepancies in the values of each slot, one for each incident, slot and kind."""
    beside = elsewhere(cells, given)
    for (incident, name), held in in_order(cells):
        claims = [*held, *beside.get((incident, name), ())]
        slot = given.codebook.slots.slots.get(name)
        if slot is None or name == OCCURRED or len(claims) < 2:
            continue
        told = _in_own_words([claim for claim in claims if tells(claim, slot, given)])
        pairs = [pair for pair in _pairs(told, slot, given) if pair.kind != "revision" or _is_new(pair, told, given)]
        for made in ("disagreement", "revision", "transmission", "granularity"):
            chosen = [pair for pair in pairs if pair.kind == made]
            if chosen:
                yield _discrepancy(incident, chosen, told, given)


def _pairs(claims: Sequence[Claim], slot: Slot, given: Given) -> Iterator[Pair]:
    """Yield pairs of claims of different tellings that differ."""
    tellings = _tellings(claims, given)
    for index, one in enumerate(tellings):
        for other in tellings[index + 1 :]:
            yield from _between(one, other, slot, given)


def _tellings(claims: Sequence[Claim], given: Given) -> list[list[Claim]]:
    """Return claims by voice and document; of tellings in which one side says the same, the first."""
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document, claim.statement or ""].append(claim)
    distinct: dict[tuple[str, ...], list[Claim]] = {}
    for key in sorted(found, key=lambda key: (_day(found[key][0]), key)):
        said = (given.sides.of(found[key][0]), *sorted(_said(claim) for claim in found[key]))
        distinct.setdefault(said, found[key])
    return list(distinct.values())[:_MOST_TELLINGS]


def _in_own_words(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims without a report's own figures that only repeat what it quotes, as a headline does."""
    quoted = {(c.document, *_bounds(c)) for c in claims if c.statement is not None}
    return [
        c for c in claims if c.statement is not None or _bounds(c) == _NONE or (c.document, *_bounds(c)) not in quoted
    ]


def _bounds(claim: Claim) -> tuple[object, object]:
    """Return the least and most of a figure."""
    return claim.value.get("low"), claim.value.get("high")


def _said(claim: Claim) -> str:
    """Return the words of a value in lower case."""
    return str(claim.value["text"]).casefold()


def _repeated(claims: Sequence[Claim], others: Sequence[Claim], given: Given) -> list[Claim]:
    """Return claims, each followed by those in which its side says the same in other reports."""
    said: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in others:
        said[given.sides.of(claim), _said(claim)].append(claim)
    told = [twin for claim in claims for twin in (claim, *said[given.sides.of(claim), _said(claim)])]
    return list({claim.id: claim for claim in told}.values())


def _between(left: list[Claim], right: list[Claim], slot: Slot, given: Given) -> Iterator[Pair]:
    """Yield how two tellings of a slot differ."""
    compared = [
        (one, other, _compared(one, other, slot))
        for one in left
        for other in right
        if comparable(one, other, slot, given)
    ]
    if not compared or any(result.outcome == "same" for *_, result in compared):
        return
    plural = slot.id in _PLURAL
    left_out = any(claim.value.get("unsaid") for claim in (*left, *right))
    if plural and not left_out and any(result.outcome == "compatible" for *_, result in compared):
        return
    for one, other, result in compared[: 1 if plural else None]:
        named = _kind(one, other, result, slot, given)
        if named:
            yield Pair(one, other, result, named)


def _compared(one: Claim, other: Claim, slot: Slot) -> Comparison:
    """Compare two values, or a value with words that say it is left out."""
    open_ = [claim for claim in (one, other) if claim.value.get("unsaid")]
    if not open_:
        return kind(slot.value).compare(one.value, other.value)
    if len(open_) == 2:
        return SAME
    return Comparison(
        "compatible", f"one account gives what another says it leaves out: “{open_[0].value['text']}”", 0.25
    )


def _kind(one: Claim, other: Claim, result: Comparison, slot: Slot, given: Given) -> DiscrepancyKind | None:
    """Return the kind of difference of two values, or nothing where it is none worth telling."""
    sides, together = given.sides, one.document == other.document
    apart = sides.of(one) != sides.of(other)
    if one.value.get("unsaid") or other.value.get("unsaid"):
        return "granularity" if apart else None
    if together and (apart or result.outcome == "compatible") and _unnamed(one, other, slot, sides):
        return None
    if not apart and _grown(one, other, given):
        return "revision"
    if _given_before(one, other):
        return "revision"
    if result.outcome == "compatible" and sides.speaker(one) == sides.speaker(other) and _copied_wrongly(one, other):
        return "transmission"
    if result.outcome == "compatible":
        return "granularity" if slot.value in _AT_ANOTHER_PRECISION else None
    if apart:
        return "revision" if _raised(one, other, given) else "disagreement"
    return _of_one_side(one, other, slot, sides)


def _of_one_side(one: Claim, other: Claim, slot: Slot, sides: Sides) -> DiscrepancyKind | None:
    """Return the kind of difference of two values that one side gives."""
    if sides.of(one).startswith("publisher:"):
        return None  # an outlet's own figures of other days are mostly of other matters
    if slot.value == "party" or one.document == other.document:
        return None  # one voice that names two parties, or two figures in one report, speaks of two things
    if slot.id in LOSSES and _fallen(one, other):
        return None
    return "revision" if _later(one, other) else "transmission"


def _fallen(one: Claim, other: Claim) -> bool:
    """Tell whether the later of two figures is so much lower that it is one of something else, not a toll corrected."""
    first, last = (number(claim.value, "low") or 0.0 for claim in sorted((one, other), key=_day))
    return _later(one, other) and last * _CORRECTED < first


def _unnamed(one: Claim, other: Claim, slot: Slot, sides: Sides) -> bool:
    """Tell whether no party stands behind two claims: one report that gives two figures speaks of two things.

    Two voices that it quotes on losses, and a voice that puts the number at another, speak of one.
    """
    if not all(sides.of(claim).startswith(("publisher:", "name:")) for claim in (one, other)):
        return False
    quoted = [claim for claim in (one, other) if claim.statement is not None]
    if len(quoted) == 2 and slot.id in LOSSES and sides.speaker(one) != sides.speaker(other):
        return False
    return not any(_TOLD_ANEW.search(claim.evidence[0].quote) for claim in quoted)


def _grown(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether a party gave a least number of losses, and on a later day a number beyond it."""
    if one.slot not in LOSSES or given.sides.voice(one) is None or not _later(one, other):
        return False
    first, last = sorted((one, other), key=_day)
    least, most = number(first.value, "low"), number(last.value, "low")
    return first.value.get("high") is None and least is not None and most is not None and most > least


def _copied_wrongly(one: Claim, other: Claim) -> bool:
    """Tell whether two outlets give two least numbers for one speaker's words of a day: 'at least eight', 'five'."""
    open_ = all(claim.value.get("high") is None and claim.value.get("low") is not None for claim in (one, other))
    differ = open_ and one.value.get("low") != other.value.get("low") and one.document != other.document
    return differ and one.value.get("approximate") is False and _day(one) == _day(other) != ""


def _given_before(one: Claim, other: Claim) -> bool:
    """Tell whether one of two figures is told as given before or after the other: 'he had earlier put it at four'."""
    marked = [_EARLIER.search(claim.evidence[0].quote) is not None for claim in (one, other)]
    return one.slot in LOSSES and marked[0] != marked[1]


def _later(one: Claim, other: Claim) -> bool:
    """Tell whether two claims were made on different days."""
    if one.said_at is None or other.said_at is None or not one.said_at.known or not other.said_at.known:
        return False
    return not one.said_at.overlaps(other.said_at)


def _is_new(pair: Pair, told: Sequence[Claim], given: Given) -> bool:
    """Tell whether the later figure of a revision is new, not one that the side had given by the day of the earlier."""
    if _given_before(pair.left, pair.right):
        return True
    first, last = sorted((pair.left, pair.right), key=_day)
    mine = [
        claim for claim in told if given.sides.of(claim) == given.sides.of(last) and _bounds(claim) == _bounds(last)
    ]
    return all(_day(claim) > _day(first) for claim in mine)


def _day(claim: Claim) -> str:
    """Return the first day on which a claim can have been made."""
    return ((claim.said_at.earliest or "") if claim.said_at else "")[:10]


def _raised(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether the later of two figures is given as one that has changed: 'the toll rose to 12'.

    So is a higher one beside a newsroom's own of an earlier day that had changed already.
    """
    book = given.codebook.incidents
    if one.slot not in LOSSES or not _later(one, other):
        return False
    first, last = sorted((one, other), key=_day)
    least, most = number(first.value, "low"), number(last.value, "low")
    grew = least is not None and most is not None and most > least
    told = (last, first) if grew and not given.sides.spoken(first) else (last,)
    words = {word for claim in told for word in _WORD.findall(claim.evidence[0].quote.casefold())}
    return not (book.list("revising") | book.list("bringing")).isdisjoint(words)


def _discrepancy(incident: str, pairs: Sequence[Pair], told: Sequence[Claim], given: Given) -> Discrepancy:
    """Build one discrepancy of all pairs of a kind; the strongest difference comes first, with who repeats it."""
    ordered = sorted(pairs, key=lambda p: (-p.comparison.strength, p.left.id, p.right.id))
    best, slot = ordered[0], given.codebook.slots.slots[ordered[0].left.slot]
    claims = _repeated([c for pair in ordered for c in (pair.left, pair.right)], told, given)
    claims.sort(key=lambda claim: claim.incident != incident)
    other = next((claim.incident for claim in claims if claim.incident != incident), None)
    score = max(slot.weight * (best.comparison.strength or _LEAST), _LEAST)
    reason = best.comparison.reason
    if best.kind == "revision":
        of = given.sides.of
        if of(best.left) == of(best.right):
            claims = [claim for claim in claims if of(claim) == of(best.left)]
        why = explain.revised(claims, given.codebook.slots, given.sides)
    else:
        reason = reason if best.comparison.outcome == "conflicting" or best.kind != "transmission" else _TWO_OUTLETS
        why = explain.values(claims, given.codebook.slots, f"{reason[0].upper()}{reason[1:]}.", given.sides)
    return build(best.kind, claims, why, score, other)
