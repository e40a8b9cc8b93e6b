"""Explain a discrepancy in one neutral sentence: who says what, and in what way the two differ."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.codebook.slots import SlotBook
from standoff.comparing.tables import Sides
from standoff.model.claim import Claim
from standoff.values import party
from standoff.values.kinds import kind

_LONGEST = 90
_MOST = 4
_THEN = ", then "


def contradiction(asserting: Sequence[Claim], denying: Sequence[Claim], label: str, sides: Sides) -> str:
    """Say who asserts and who denies that something occurred; reports are named only where no party is."""
    who, whom = (_parties(claims, sides) for claims in (asserting, denying))
    says, denies = "says" if len(who) == 1 else "say", "denies" if len(whom) == 1 else "deny"
    return (
        f"{label}: {_listed(who)} {says} so (“{_short(asserting[0])}”), "
        f"{_listed(whom)} {denies} it (“{_short(denying[0])}”)."
    )


def responsibility(one: Claim, other: Claim, sides: Sides) -> str:
    """Say that two sides put what happened on each other."""
    return (
        f"Each side holds the other responsible: {sides.name(one)} (“{_short(one)}”), "
        f"{sides.name(other)} (“{_short(other)}”)."
    )


def culprits(one: Claim, other: Claim, sides: Sides) -> str:
    """Say whom two voices hold responsible for one deed."""
    parts = [f"{party.show(c.value)} by {sides.name(c)} (“{_short(c)}”)" for c in (one, other)]
    return f"Held responsible: {'; '.join(parts)}."


def values(claims: Sequence[Claim], slots: SlotBook, reason: str, sides: Sides) -> str:
    """Say which values of a slot are given by whom, and why they differ."""
    slot = slots[claims[0].slot]
    said: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        said.setdefault((kind(slot.value).show(claim.value), sides.name(claim)), []).append(claim)
    shown = [f"{value} ({_voices(held, sides)})" for (value, _), held in said.items()][:_MOST]
    return f"{_capital(slot.label)}: {'; '.join(shown)}. {reason}"


def revised(claims: Sequence[Claim], slots: SlotBook, sides: Sides) -> str:
    """Say how a figure changed, one side's or that of several reports, by the day of the report."""
    slot = slots[claims[0].slot]
    names = {sides.name(claim) for claim in claims}
    dated = sorted(
        (day, kind(slot.value).show(claim.value), voice(claim, sides)) for claim in claims if (day := _said_on(claim))
    )
    if len(names) == 1:
        steps = dict.fromkeys(f"{shown} ({day})" for day, shown, _ in dated)
        return f"{_capital(slot.label)}: {names.pop()} gave {_THEN.join(steps)}: a figure revised over time."
    told = dict.fromkeys(f"{shown} ({who}, {day})" for day, shown, who in dated)
    return f"{_capital(slot.label)}: {_THEN.join(told)}: a figure revised over time."


def _capital(label: str) -> str:
    """Return a label with a capital."""
    return label[0].upper() + label[1:]


def _said_on(claim: Claim) -> str:
    """Return the day a claim was made, by its latest bound, or nothing."""
    said = claim.said_at
    return (said.latest or said.earliest or "")[:10] if said else ""


def rendered(one: Claim, other: Claim, reason: str) -> str:
    """Say how two outlets render one utterance, and in what they differ: its channel, or the words themselves."""
    named = [f"{claim.publisher or 'one report'} {_rendering(claim)}" for claim in (one, other)]
    return f"One utterance, rendered in two ways ({reason}): {named[0]}; {named[1]}."


def _rendering(claim: Claim) -> str:
    """Return the channel that a rendering names, else its words."""
    return f"has it on {kind(claim.slot).show(claim.value)}" if claim.slot == "channel" else f"“{_short(claim)}”"


def readouts(one: tuple[Claim, Sequence[str]], other: tuple[Claim, Sequence[str]], sides: Sides) -> str:
    """Say which matters each of two readouts of a contact names and the other leaves out."""
    first, second = ((sides.name(claim), matters) for claim, matters in (one, other))
    parts = [
        f"{name} names {_listed(matters)}, which {beside} leaves out"
        for (name, matters), (beside, _) in ((first, second), (second, first))
        if matters
    ]
    return f"Two readouts of one contact: {'; '.join(parts)}."


def voice(claim: Claim, sides: Sides) -> str:
    """Return who says it, and in which outlet when somebody is quoted."""
    name = sides.name(claim)
    return f"{name} in {claim.publisher}" if claim.publisher and claim.publisher != name else name


def _voices(claims: Sequence[Claim], sides: Sides) -> str:
    """Return who gives a value, and in which outlets when somebody is quoted."""
    name = sides.name(claims[0])
    outlets = list(dict.fromkeys(c.publisher for c in claims if c.publisher and c.publisher != name))[:_MOST]
    return f"{name} in {_listed(outlets)}" if outlets else name


def _parties(claims: Sequence[Claim], sides: Sides) -> list[str]:
    """Return the distinct names of the sides of some claims, of reports only where no party speaks."""
    spoken = [claim for claim in claims if claim.statement] or claims
    return list(dict.fromkeys(sides.name(claim) for claim in spoken))


def _listed(names: Sequence[str]) -> str:
    """Return distinct names as a list of words."""
    distinct = list(dict.fromkeys(names))[:_MOST]
    return distinct[0] if len(distinct) == 1 else f"{', '.join(distinct[:-1])} and {distinct[-1]}"


def _short(claim: Claim) -> str:
    """Return the words behind a claim, cut at a word."""
    text = " ".join((claim.evidence[0] if claim.event else claim.quote).quote.split())
    if len(text) <= _LONGEST:
        return text
    at = text.casefold().find(claim.quote.quote.casefold()[:40])
    first = max(0, min(at - _LONGEST // 2, len(text) - _LONGEST)) if at > _LONGEST // 2 else 0
    cut = text[first : first + _LONGEST]
    head = "…" + cut.split(" ", 1)[-1] if first else cut
    return head if first + _LONGEST >= len(text) else head.rsplit(" ", 1)[0] + "…"
