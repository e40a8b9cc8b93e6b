"""Weigh how likely each mention is a report of its own, by evidence that explains itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp

from standoff.codebook.happenings import Weight
from standoff.coding.desk import Desk
from standoff.coding.evidence import HEADLINE, LONG, Candidate, evidence
from standoff.model.claim import LOSSES
from standoff.model.event import Event

REPORTED = 0.34  # score from which a mention counts as a report of its own, set by cross-validation over conflicts
OWN = 0.5  # score from which a noun that seems to refer back is kept
IDLE = 0.04  # score under which any other mention is noise
LISTED = 11.0  # happenings that a reader lists of a report of 600 words; the next is the power it grows with
GROWTH = 0.25
CROWD = "crowded"  # the sign that a text tells more, or less, than a reader lists of one as long
# Families that are statements first: the weights are fitted without them.
SAID = frozenset({"accusation", "criticism", "concern", "denial", "confirmation", "warning", "support"})
_SHOWN = 5
_MOST = 0.9  # share of its candidates that a text tells at most
_STEPS = 8  # of Newton's method, which needs about five
_FURTHEST = 4.0
_ALL = "all"  # the sign that each candidate has


def weighed(desk: Desk, candidates: Sequence[Candidate]) -> Iterator[Event]:
    """Yield events, each scored by how likely a reader would list it as told by this text, with the telling signs.

    What only touches on a happening (`urged it to withdraw`, `after the call`) stays in the record with a low score;
    left out are noise, and nouns that refer back and weigh little, unless the record needs them.
    """
    words = len(desk.marks.page.parse)
    signs = evidence(desk, candidates)
    found = [weigh(of_one, desk.marks.book.reporting, long=words > LONG) for of_one in signs]
    told = zip(candidates, found, strict=True)
    crowd = crowding([sum(weights.values()) for one, weights in told if not _is_said(desk, one.event)], words)
    for one, weights in zip(candidates, found, strict=True):
        worth = share(sum(weight for sign, weight in weights.items() if sign != HEADLINE))
        least = OWN if one.token in desk.back else IDLE
        if worth >= least or needed(desk, one.event):
            reasons = {**weights, CROWD: crowd} if crowd else weights
            score = round(share(sum(reasons.values())), 3)
            yield replace(one.event, score=score, features={**one.event.features, **telling(reasons)})


def weigh(signs: Sequence[str], weights: Mapping[str, Weight], *, long: bool) -> dict[str, float]:
    """Return the weight of each sign that has one, for a long or a short text."""
    found = ((sign, weights[sign]) for sign in (_ALL, *signs) if sign in weights)
    return {sign: weight.any + weight.long if long else weight.any for sign, weight in found}


def share(total: float) -> float:
    """Return the probability that a sum of weights stands for."""
    return 1 / (1 + exp(-total))


def crowding(totals: Sequence[float], words: int) -> float:
    """Return what to add to each candidate's weights so that a long text tells as much as a reader would list of it.

    A reader lists about eleven happenings of a report of 600 words and few more of a longer one, however many its
    words touch on: so many were marked in 36 reports. A short text is listed whole.
    """
    if words <= LONG or not totals:
        return 0.0
    listed = min(LISTED * (words / 600) ** GROWTH, _MOST * len(totals))
    shift = 0.0
    for _ in range(_STEPS):
        shares = [share(total + shift) for total in totals]
        slope = sum(one * (1 - one) for one in shares)
        shift += max(-1.0, min(1.0, (listed - sum(shares)) / max(slope, 0.1)))
    return max(-_FURTHEST, min(_FURTHEST, shift))


def telling(found: Mapping[str, float]) -> dict[str, float]:
    """Return the signs that weigh most, for or against."""
    most = sorted(found.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_SHOWN]
    return {sign: round(weight, 2) for sign, weight in most}


def needed(desk: Desk, event: Event) -> bool:
    """Tell whether the record needs an event however little it weighs: an accusation, a denial, a toll."""
    statement = desk.voices.by_id.get(event.statement or "")
    if _is_said(desk, event) or (statement is not None and statement.polarity == "denies"):
        return True
    if statement is not None and event.factuality == "certain-" and event.frame in ("actual", "past"):
        return any(ref.state or ref.party for ref in event.parties("actor"))
    tolls = (a.value for a in event.arguments if a.role == "quantity" and a.value is not None)
    return any(value.get("kind") in LOSSES for value in tolls)


def _is_said(desk: Desk, event: Event) -> bool:
    """Tell whether an event is a statement first, which a reader lists as such and not among what happened."""
    kind = desk.marks.book.types[event.type]
    return kind.plover == "COMMENT" or kind.family in SAID
