"""Weigh how likely each mention is a report of its own, by evidence that explains itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp

from standoff.codebook.happenings import Weight
from standoff.coding.desk import Desk
from standoff.coding.evidence import Candidate, evidence
from standoff.model.event import Event

LONG = 340  # words: longer texts tell a happening more than once, so that a mention says less
REPORTED = 0.3  # score from which a mention counts as a report of its own, set by cross-validation over conflicts
OWN = 0.5  # score from which a noun that seems to refer back is kept
IDLE = 0.04  # score under which any other mention is noise
# Families that are statements first: the weights are fitted without them.
SAID = frozenset({"accusation", "criticism", "concern", "denial", "confirmation", "warning", "support"})
_SHOWN = 5
_TOLL = frozenset({"killed", "wounded", "captured", "missing", "displaced"})
_ALL = "all"  # the sign that each candidate has


def weighed(desk: Desk, candidates: Sequence[Candidate]) -> Iterator[Event]:
    """Yield events, each scored by how likely a reader would list it as told by this text, with the telling signs.

    What only touches on a happening (`urged it to withdraw`, `after the call`) stays in the record with a low score;
    left out are noise, and nouns that refer back and weigh little, unless the record needs them.
    """
    weights, long = desk.marks.book.reporting, len(desk.marks.page.parse) > LONG
    for one, signs in zip(candidates, evidence(desk, candidates), strict=True):
        found = weigh(signs, weights, long=long)
        share = 1 / (1 + exp(-sum(found.values())))
        least = OWN if one.token in desk.back else IDLE
        if share >= least or needed(desk, one.event):
            yield replace(one.event, score=round(share, 3), features={**one.event.features, **telling(found)})


def weigh(signs: Sequence[str], weights: Mapping[str, Weight], *, long: bool) -> dict[str, float]:
    """Return the weight of each sign that has one, for a long or a short text."""
    found = ((sign, weights[sign]) for sign in (_ALL, *signs) if sign in weights)
    return {sign: weight.any + weight.long if long else weight.any for sign, weight in found}


def telling(found: Mapping[str, float]) -> dict[str, float]:
    """Return the signs that weigh most, for or against."""
    most = sorted(found.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_SHOWN]
    return {sign: round(weight, 2) for sign, weight in most}


def needed(desk: Desk, event: Event) -> bool:
    """Tell whether the record needs an event however little it weighs: an accusation, a denial, a toll."""
    kind, statement = desk.marks.book.types[event.type], desk.voices.by_id.get(event.statement or "")
    if kind.plover == "COMMENT" or kind.family in SAID or (statement is not None and statement.polarity == "denies"):
        return True
    if statement is not None and event.factuality == "certain-" and event.frame in ("actual", "past"):
        return any(ref.state or ref.party for ref in event.parties("actor"))
    tolls = (a.value for a in event.arguments if a.role == "quantity" and a.value is not None)
    return any(value.get("kind") in _TOLL for value in tolls)
