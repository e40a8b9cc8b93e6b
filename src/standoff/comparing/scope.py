"""Tell whether two claims of a slot speak of the same thing: the same people, the same noun, the same deed."""

from __future__ import annotations

import re
from datetime import timedelta

from standoff.codebook.slots import Slot
from standoff.comparing.counting import (
    AT_LARGE,
    OWN_PEOPLE,
    WIDE,
    apiece,
    people,
    same_ground,
    same_people,
    same_period,
    same_victims,
    some_of,
    suffered,
)
from standoff.comparing.given import Given
from standoff.comparing.meeting import apart, closely_placed, days_apart, elsewhere, together
from standoff.model.claim import LOSSES, Claim
from standoff.model.clock import Interval
from standoff.model.event import Event
from standoff.values.base import number
from standoff.values.text import normal

_OWN_NOUN = frozenset({"count", "equipment", "money", "area"})
_STEM = 5
_ONE_WEEK = 7
_ONE_SIZE = 3
_FAR = 20
_BEYOND = 60
# By so much two figures of one matter can differ: of things of one kind, and what two parties quarrel about.
_THINGS, _QUARREL = 4, 50
# Words by which quantities are marked that have no noun of their own.
_ANY_NOUN = frozenset({"items", "people", "things", "units"})
_PLURAL = re.compile(r"[a-z]{4,}s\b")
_CLAUSE = re.compile(r"[.;,\n]\s")
_YEAR = 366


def tells(claim: Claim, slot: Slot, given: Given) -> bool:
    """Tell whether a claim bears on its slot: who did it to whom only where a party says so of a deed."""
    if claim.polarity == "denies" or claim.value.get("unsaid"):
        return claim.polarity != "denies"
    if _of_others(claim, given):
        return False
    if slot.role not in ("actor", "recipient"):
        return slot.role != "time" or _times_its_event(claim, given)
    event = given.event(claim)
    known = given.codebook.events.types.get(event.type) if event else None
    if known is None or known.mutual or known.kind == "outcome":
        return False
    kind = given.codebook.incidents.kind(known.id, known.family)
    if kind is None or slot.role == "recipient":
        return kind is not None and kind.strict
    asserted = claim.polarity == "asserts" and given.sides.spoken(claim)
    return kind.comment and asserted and _accuses(claim, given)


def _of_others(claim: Claim, given: Given) -> bool:
    """Tell whether words tell for certain what their speaker leaves open: they are those of whom he answers."""
    event = given.event(claim)
    return claim.polarity == "open" and claim.slot in LOSSES and event is not None and event.factuality.endswith("+")


def _times_its_event(claim: Claim, given: Given) -> bool:
    """Tell whether a time of the day stands beside the event it is given to, with no other event told between."""
    event = given.event(claim)
    if event is None or "T" not in str(claim.value.get("earliest") or ""):
        return True
    first, last = sorted((event.trigger.stop, claim.quote.start))
    return not any(first < other.trigger.start < last for other in given.told.get(claim.document, ()))


def _accuses(claim: Claim, given: Given) -> bool:
    """Tell whether a claim names another side than the speaker's as the one who did it."""
    return claim.value.get("side") is not None and claim.value["side"] != given.sides.of(claim)


def comparable(one: Claim, other: Claim, slot: Slot, given: Given) -> bool:
    """Tell whether two values speak of the same thing."""
    if one.value.get("unsaid") or other.value.get("unsaid"):
        return _same_sufferers(one, other, given)
    if slot.id == "actor":
        return _one_deed(one, other, given)
    if slot.id == "recipient":  # whom an appeal went to is one party's word against another's
        return given.sides.spoken(one) and given.sides.spoken(other)
    if slot.id == "place":
        return _same_deed(one, other, given)
    return slot.quantity is None or _same_figure(one, other, slot, given)


def _one_deed(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two voices can name the doer of one deed: told in one report, or of one ground or day."""
    if one.document == other.document:
        return not apart(one, other, given)
    return together(one, other, given)


def _same_figure(one: Claim, other: Claim, slot: Slot, given: Given) -> bool:
    """Tell whether two figures count the same: one place, one moment, one noun, the losses of one side.

    "Injured on both sides" beside a figure is no news; beside a silence it is.
    """
    if one.value.get("some") or other.value.get("some") or elsewhere(given.event(one), given.event(other)):
        return False
    if any(tell(one, given) != tell(other, given) for tell in (apiece, some_of)):
        return False  # 95 on each side are 190 in all, and those badly hurt are some of the hurt
    if not _near_figures(one, other, _most(one, other, slot, given)):
        return False  # who sets the dead of a day beside those of years tells of two things
    if not (_same_moment(one, other, given) if not _lasting(one, given) else _same_times(one, other, given)):
        return False
    if slot.id == "captured" and _family(one, given) != _family(other, given):
        return False  # those let go are not those taken
    if slot.id in LOSSES:
        left, right = suffered(one, given), suffered(other, given)
        free = slot.id == "captured" and not (left and right)  # whose people they are, one account may leave out
        if (
            not same_ground(one, other, given)
            or not same_victims(one, other, given)
            or not (_lasting(one, given) or same_period(one, other, given))
        ):
            return False
        same = same_people(one, other, given) and (left == right or free)
        return same or _part_above_whole(one, other, given) or _part_above_whole(other, one, given)
    # Eight years of violations and a day of shelling do not differ in length.
    one_noun = slot.id not in _OWN_NOUN or not _nouns(one, given).isdisjoint(_nouns(other, given))
    return one_noun and _one_type(one, other, given)


def _most(one: Claim, other: Claim, slot: Slot, given: Given) -> float:
    """Return by how much two figures of one matter can differ: much where parties quarrel, else little for things."""
    if all(given.sides.voice(claim) is not None for claim in (one, other)):
        return _QUARREL
    return _THINGS if slot.id in _OWN_NOUN or slot.id == "captured" else _FAR


def _one_type(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures are told with events of one type."""
    events = given.event(one), given.event(other)
    return events[0] is not None and events[1] is not None and events[0].type == events[1].type


def _part_above_whole(part: Claim, whole: Claim, given: Given) -> bool:
    """Tell whether a party counts more of some people than another counts of all: 31 rebels killed, 17 dead in all."""
    if people(part, given) == AT_LARGE or people(whole, given) != AT_LARGE:
        return False
    left, right = suffered(part, given), suffered(whole, given)
    least, most = number(part.value, "low"), number(whole.value, "high")
    spoken = given.sides.spoken(part) and given.sides.spoken(whole)
    alike = bool(left & right) or (not right and people(part, given) in WIDE)
    return spoken and least is not None and most is not None and least > most and alike


def _same_moment(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures can be of one moment: one report or speaker, stated days, or reports of one week."""
    events = given.event(one), given.event(other)
    if events[0] is not None and events[1] is not None and (events[0].frame == "past") != (events[1].frame == "past"):
        return False
    stated = [event.happened if event is not None else None for event in events]
    if one.slot in LOSSES and days_apart(stated[0], stated[1]) > 1:
        return False
    if one.document == other.document or given.sides.of(one) == given.sides.of(other):
        return True
    if all(event is not None and event.happened is not None and event.happened.known for event in events):
        return True
    days = [given.record.documents[claim.document].published.last_day for claim in (one, other)]
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _ONE_WEEK


def _same_sufferers(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether what one account leaves out is given by the other: not the losses of another side."""
    left, right = (
        frozenset(str(claim.value["side"]).split(",")) if claim.value.get("side") else suffered(claim, given)
        for claim in (one, other)
    )
    kinds = {people(claim, given) for claim in (one, other)} - {AT_LARGE}
    if one.slot not in LOSSES or len(kinds) > 1:
        return one.slot not in LOSSES
    if bool(left) != bool(right) and any(OWN_PEOPLE.search(str(claim.value["text"])) for claim in (one, other)):
        return False  # "their troops", of somebody the report does not name
    return not left or not right or bool(left & right)


def _lasting(claim: Claim, given: Given) -> bool:
    """Tell whether a claim is about a happening, such as a war, that reports of any year tell of."""
    return claim.incident in given.lasting


def _same_times(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures of a war can be of the same years of it, and of a war that was over or was not."""
    left, right = _told_of(one, given), _told_of(other, given)
    return left.overlaps(right) if left is not None and right is not None else _near_figures(one, other, _ONE_SIZE)


def _family(claim: Claim, given: Given) -> str | None:
    """Return the family of the event a claim was made from."""
    event = given.event(claim)
    known = given.codebook.events.types.get(event.type) if event else None
    return known.family if known else None


def _near_figures(one: Claim, other: Claim, most: float) -> bool:
    """Tell whether two figures differ by no more than a factor, so that they can be of one matter nobody dates."""
    sizes = [number(claim.value, "low") or number(claim.value, "high") or 0.0 for claim in (one, other)]
    return min(sizes) > 0 and max(sizes) <= most * min(sizes)


def _told_of(claim: Claim, given: Given) -> Interval | None:
    """Return the time a figure is about: stated, or the year up to the report unless it tells of the past."""
    event, published = given.event(claim), given.record.documents[claim.document].published
    stated = event.happened if event is not None else None
    if stated is not None and stated.known:
        return stated
    beside = _told_beside(claim, given)
    if beside is not None:
        return beside
    first, last = published.first_day, published.last_day
    if event is None or event.frame == "past" or first is None or last is None:
        return None
    return Interval((first - timedelta(days=_YEAR)).isoformat(), last.isoformat(), "inferred:published")


def _told_beside(claim: Claim, given: Given) -> Interval | None:
    """Return the one time that another event of a claim's sentence states: 'a war in the 1990s left thousands dead'."""
    words = claim.evidence[0]
    stated = {
        event.happened
        for event in given.told.get(claim.document, ())
        if event.happened is not None and event.happened.known and words.contains(event.trigger)
    }
    return stated.pop() if len(stated) == 1 else None


def _same_deed(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two places are close ones of one type of deed that both reports put on a stated day."""
    events = given.event(one), given.event(other)
    if events[0] is None or events[1] is None or events[0].type != events[1].type:
        return False
    return all(_pinned(event) for event in events if event)


def _pinned(event: Event) -> bool:
    """Tell whether an event has a stated day and a close place."""
    happened = event.happened
    return closely_placed(event) and happened is not None and happened.known and (happened.days or 0) <= 1


def _nouns(claim: Claim, given: Given) -> frozenset[str]:
    """Return the nouns a figure can count, cut to their stems: as marked, and the plural behind it."""
    text = given.record.documents[claim.document].text[claim.quote.start : claim.quote.stop + _BEYOND]
    behind = _PLURAL.search(_CLAUSE.split(text, maxsplit=1)[0])
    marked = normal(str(claim.value.get("noun") or claim.value.get("unit") or ""))
    last = claim.quote.quote.split()[-1].casefold() if marked in _ANY_NOUN else marked
    named = (last, behind[0] if behind else "")
    return frozenset(word[:_STEM] for word in named if word)
