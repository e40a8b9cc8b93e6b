"""Compare parties through the states and bodies they belong to: Azerbaijani forces lie within Azerbaijan."""

from __future__ import annotations

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.model.entity import PartyRef
from standoff.values.base import SAME, Comparison, words
from standoff.values.text import normal


def parse(text: str) -> ClaimValue:
    """Keep a party's name; grounding it is not this module's work."""
    if not text.strip():
        raise ValueParseError("An empty text names no party.")
    return {"text": text, "party": None, "name": text, "state": None, "kind": None, "side": None}


def of(ref: PartyRef, text: str, side: str | None = None) -> ClaimValue:
    """Return the value of a grounded party with the words that name it and the side it counts for."""
    named = {"text": text, "party": ref.party, "name": ref.name, "state": ref.state, "kind": ref.kind}
    return {**named, "side": side or ref.state}


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two parties: the same one, one within the other, or two that exclude each other."""
    if (left.get("party") and left.get("party") == right.get("party")) or _name(left) == _name(right):
        return SAME
    said = f"“{show(left)}” against “{show(right)}”"
    one, other = _side(left), _side(right)
    if one and one == other:
        return Comparison("compatible", f"{said}: both are of one side", 0.1)
    if one and other:
        return Comparison("conflicting", f"{said}: two sides are named", 0.8)
    if left.get("party") and right.get("party") and not one and not other:
        return Comparison("conflicting", f"{said}: two parties are named", 0.6)
    return Comparison("compatible", f"{said}: how the two belong together is unknown", 0.1)


def show(value: ClaimValue) -> str:
    """Return a party's name."""
    return words(value, "name") or words(value)


def _side(value: ClaimValue) -> object:
    """Return the side a party counts for, or nothing where only a phrase stands for it (`two such groups`)."""
    side = value.get("side")
    return None if isinstance(side, str) and side.startswith("name:") else side


def _name(value: ClaimValue) -> str:
    """Return a party's name in normal form."""
    return normal(show(value))
