"""Tell whether two claims of a slot speak of the same thing: the same people, the same noun, the same deed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standoff.codebook.load import Codebook
from standoff.codebook.slots import Slot
from standoff.comparing.tables import Sides
from standoff.model.claim import Claim
from standoff.model.event import Event
from standoff.model.record import Record
from standoff.values.sides import side
from standoff.values.text import normal

_OWN_NOUN = frozenset({"count", "equipment", "money", "area"})
_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "displaced"})
_OWN_PEOPLE = re.compile(
    r"\b(?:its|our|their) (?:own )?(?:\w+ )?"
    r"(?:forces|troops|soldiers|servicemen|personnel|army|ranks|units|fighters|men)\b"
)
# Where something happened is compared only between reports that place it this closely (kilometres).
_CLOSE_KM = 30.0
_STEM = 5
_ONE_WEEK = 7


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what claims are judged by; `lasting` are the incidents, such as wars, that reports of any year tell of."""

    record: Record
    codebook: Codebook
    sides: Sides
    lasting: frozenset[str] = frozenset()

    def event(self, claim: Claim) -> Event | None:
        """Return the event a claim was made from, or nothing."""
        return self.record.events.get(claim.event or "")


def tells(claim: Claim, slot: Slot, given: Given) -> bool:
    """Tell whether a claim bears on its slot: who did it to whom only where a party says so of a deed."""
    if claim.polarity == "denies":
        return False
    if slot.role not in ("actor", "recipient"):
        return True
    event = given.event(claim)
    known = given.codebook.events.types.get(event.type) if event else None
    if known is None or known.mutual or known.kind == "outcome" or claim.statement is None:
        return False
    kind = given.codebook.incidents.kind(known.id, known.family)
    if kind is None:
        return False
    return kind.strict if slot.role == "recipient" else kind.comment and _accuses(claim, given)


def _accuses(claim: Claim, given: Given) -> bool:
    """Tell whether a claim names another side than the speaker's as the one who did it."""
    return claim.value.get("side") is not None and claim.value["side"] != given.sides.of(claim)


def comparable(one: Claim, other: Claim, slot: Slot, given: Given) -> bool:
    """Tell whether two values speak of the same thing."""
    if slot.id == "place":
        return _same_deed(one, other, given)
    if slot.quantity is None:
        return True
    if not _same_moment(one, other, given):
        return False
    if slot.id in _OWN_NOUN:
        return _noun(one) == _noun(other)
    if slot.id in _LOSSES:
        return _people(one, given) == _people(other, given) and _suffered(one, given) == _suffered(other, given)
    return True


def _same_moment(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures can be of one moment: one report, stated days, reports of one week, or a past war."""
    if one.document == other.document or one.incident in given.lasting:
        return True
    events = given.event(one), given.event(other)
    if all(event is not None and event.happened is not None and event.happened.known for event in events):
        return True
    days = [given.record.documents[claim.document].published.last_day for claim in (one, other)]
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _ONE_WEEK


def _same_deed(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two places are close ones of one type of deed that both reports put on a stated day."""
    events = given.event(one), given.event(other)
    if events[0] is None or events[1] is None or events[0].type != events[1].type:
        return False
    return all(_pinned(event) for event in events if event)


def _pinned(event: Event) -> bool:
    """Tell whether an event has a stated day and a close place."""
    place, happened = event.place, event.happened
    close = place is not None and place.lat is not None and (place.precision_km or 0.0) <= _CLOSE_KM
    return close and happened is not None and happened.known and (happened.days or 0) <= 1


def _noun(claim: Claim) -> str:
    """Return the noun a figure counts, cut to its stem."""
    return normal(str(claim.value.get("noun") or claim.value.get("unit") or ""))[:_STEM]


def _people(claim: Claim, given: Given) -> str:
    """Return whom a figure counts: those who fight, those who do not, some special ones, or people at large."""
    words = normal(str(claim.value["text"])).split()
    for name in ("military", "civilian", "special"):
        found = [word for word in words if word in given.codebook.incidents.list(name)]
        if found:
            return found[-1][:_STEM] if name == "special" else name
    return "military" if _own_people(claim) else "people"


def _suffered(claim: Claim, given: Given) -> frozenset[str]:
    """Return the sides whose people a claim's event is about."""
    event = given.event(claim)
    if event is None:
        return frozenset()
    who = claim.principal or claim.source
    book = given.codebook.parties
    own = side(who, book) if who else None
    if own and _OWN_PEOPLE.search(str(claim.value["text"])):
        return frozenset({own})
    found = frozenset(side(ref, book) for ref in event.parties("recipient") if ref.state or ref.party)
    return found or (frozenset({own}) if own and _own_people(claim) else frozenset())


def _own_people(claim: Claim) -> bool:
    """Tell whether the words say that the speaker's own people are counted."""
    return any(_OWN_PEOPLE.search(span.quote) for span in claim.evidence[1:] or claim.evidence)
