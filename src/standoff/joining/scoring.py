"""Weigh the likenesses of two events into one explained score."""

from __future__ import annotations

from standoff.codebook.incidents import IncidentBook, IncidentKind
from standoff.joining import features
from standoff.model.incident import Link
from standoff.model.sketch import Sketch

# Set on the development reports; the features run from -1 to 1.
WEIGHTS = {
    "type": 0.28,
    "actor": 0.20,
    "recipient": 0.14,
    "parties": 0.34,
    "swapped": -0.45,
    "time": 0.22,
    "place": 0.20,
    "counts": 0.12,
    "words": 0.40,
    "topic": 0.15,
    "led_to": 0.35,
    "toll": 0.40,
    "bare": 0.24,
    "one_breath": 0.10,
    "told_on": 0.16,
    "taken_up": 0.28,
    "one_report": 0.08,
    "same_era": 0.28,
    "answers": 0.26,
    "sentence": 0.10,
    "anew": -0.18,
    "undated": -0.30,
    "adrift": -0.14,
}
THRESHOLD = 0.50
# From this likeness in time on, what two reports are about says whether their events are one.
_FRESH = round(WEIGHTS["time"] * features.SAME_NEWS, 4)
# Links below this are not worth showing to a reviewer, nor worth comparing word by word.
SHOWN = 0.4
HOURS = 3
SAME_WORDS = 0.3
ALIKE_WORDS = 0.4
_WAR = "war"


def score(one: Sketch, other: Sketch, book: IncidentBook) -> Link:
    """Return the explained link of two events; a veto gives its reason and a score of nothing."""
    kind = _shared_kind(one, other, book)
    reason = veto(one, other, kind) if kind else "they are of different kinds"
    if kind and not reason and _another_sort(one, other, book):
        reason = "they are deeds of two sorts"
    if kind is None or reason:
        return Link(one.id, other.id, 0.0, False, {}, reason)
    return _weighed(one, other, kind)


def likely(one: Sketch, other: Sketch, book: IncidentBook) -> Link | None:
    """Return the link of two events that look at all alike, as `score` does, or nothing: most are far apart in time."""
    kind = _shared_kind(one, other, book)
    if kind is None or features.gap_days(one, other) > kind.days:
        return None
    if _another_sort(one, other, book) or veto(one, other, kind):
        return None
    link = _weighed(one, other, kind)
    return link if link.score >= SHOWN else None


def _shared_kind(one: Sketch, other: Sketch, book: IncidentBook) -> IncidentKind | None:
    """Return the first kind that two events have in common; what sums up many deeds is of a war."""
    shared = [kind for kind in one.kinds if kind in other.kinds]
    if one.sum != other.sum and _WAR in shared:
        return book.kinds[_WAR]
    return book.kinds[shared[0]] if shared else None


def _weighed(one: Sketch, other: Sketch, kind: IncidentKind) -> Link:
    """Return the link of two events of a kind that nothing keeps apart."""
    weighed = _weigh(_plain(one, other, kind))
    if one.document == other.document:
        weighed |= _weigh(_told_together(one, other, kind))
    # Of one day's reports on a crisis many tell of calls, each with somebody else.
    fresh = kind.roles != "mutual" and weighed.get("time", 0.0) >= _FRESH
    lacking = SHOWN - sum(weighed.values()) - fresh * WEIGHTS["topic"]
    if lacking <= WEIGHTS["words"]:
        likeness = features.words_likeness(one, other)
        weighed |= _weigh({"words": likeness})
        if fresh and lacking <= WEIGHTS["words"] * likeness:
            weighed |= _weigh({"topic": features.topic_likeness(one, other)})
    total = round(sum(weighed.values()), 4)
    return Link(one.id, other.id, total, total >= THRESHOLD, weighed)


def _weigh(values: dict[str, float]) -> dict[str, float]:
    """Return what features add to the score, those that say nothing left out."""
    return {name: round(WEIGHTS[name] * value, 4) for name, value in values.items() if value}


def _another_sort(one: Sketch, other: Sketch, book: IncidentBook) -> bool:
    """Tell whether two deeds are of two sorts, one of which is never another deed in other words."""
    sorts = [book.sort(sketch.type, sketch.family) for sketch in (one, other)]
    loose = any(not own and (s.outcome or s.generic) for own, s in zip(sorts, (one, other), strict=True))
    return sorts[0] != sorts[1] and not loose


def veto(one: Sketch, other: Sketch, kind: IncidentKind) -> str | None:
    """Return why two events cannot be one happening, or nothing."""
    gap = features.gap_days(one, other)
    if gap > kind.days:
        return f"their days lie {gap} apart, and {kind.noun} allows {kind.days}"
    if kind.strict and _another_appeal(one, other):
        return "they are not for the same thing, or not known to be addressed to one party"
    if one.sum != other.sum and _one_of_many(other if one.sum else one, kind):
        return "one sums up many happenings"
    if one.ships and other.ships and not one.ships & other.ships and not kind.lasting:
        return "they tell of other ships"
    outcome = features.toll(one, other) or features.led_to(one, other)
    if one.past != other.past and not outcome and not _close(one, other) and _of_now(one, other, kind):
        return "one is told as past, the other as present"
    beyond = features.far_km(one.places, other.places, one_deed=kind.one_deed) if kind.id != _WAR else None
    if beyond is not None:
        return f"their places lie {beyond:.0f} km apart"
    return _apart_in_hours(one, other, kind) or _others_met(one, other, kind)


def _apart_in_hours(one: Sketch, other: Sketch, kind: IncidentKind) -> str | None:
    """Return why two deeds cannot be one by the hours told of them, or nothing; accounts of one differ by a few."""
    gap = features.gap_minutes(one, other)
    if gap <= HOURS * 60 or kind.lasting or one.outcome or other.outcome:
        return None
    return f"their hours lie {gap // 60} apart"


def _others_met(one: Sketch, other: Sketch, kind: IncidentKind) -> str | None:
    """Return why two contacts cannot be one by the rank of those who met, or nothing: a person may be in both."""
    if kind.roles != "mutual" or not one.levels or not other.levels or one.levels & other.levels:
        return None
    return None if one.persons & other.persons else "others met in each"


def _one_of_many(single: Sketch, kind: IncidentKind) -> bool:
    """Tell whether an event is one deed of those that a sum adds up, not the losses of the war as a whole."""
    return kind.id != _WAR or (single.outcome and not single.past and single.window is not None)


def _of_now(one: Sketch, other: Sketch, kind: IncidentKind) -> bool:
    """Tell whether the event told as present is of the present: what lasts is told in any tense, a fight in it is not.

    "The clashes that killed a thousand" of a report without a date are no part of the war that it looks back on.
    """
    present = other if one.past else one
    return not kind.lasting or (present.kind != kind.id and not (present.window and present.window.stated))


def _another_appeal(one: Sketch, other: Sketch) -> bool:
    """Tell whether two appeals differ in object or hearer.

    A denied one, and one that a report calls by another type, must be told in much the same words.
    """
    if one.type != other.type and (one.family != other.family or features.words_likeness(one, other) < ALIKE_WORDS):
        return True
    if one.polarity != other.polarity and features.words_likeness(one, other) < SAME_WORDS:
        return True
    return bool(one.recipients and other.recipients and not one.recipients & other.recipients)


def _close(one: Sketch, other: Sketch) -> bool:
    """Tell whether both days are stated and meet, so that past and present can be one happening."""
    if one.window is None or other.window is None:
        return False
    return one.window.stated and other.window.stated and features.gap_days(one, other) == 0


def _plain(one: Sketch, other: Sketch, kind: IncidentKind) -> dict[str, float]:
    """Return the features that any pair has, those of the roles as its kind reads them."""
    found = {
        "type": features.type_likeness(one, other),
        "time": features.time_likeness(one, other),
        "place": features.where_likeness(one, other),
        "counts": features.counts_likeness(one, other),
        "same_era": features.same_era(one, other) if kind.lasting else 0.0,
        "undated": features.undated(one, other),
        "anew": 0.0 if kind.lasting else features.set_apart(one, other),
        "adrift": features.adrift(one, other),
    }
    if kind.roles == "mutual":
        return found | {"parties": features.parties_likeness(one, other)}
    found["actor"] = features.sides_likeness(one.actors, other.actors)
    found["recipient"] = features.sides_likeness(one.recipients, other.recipients)
    if kind.roles == "directed":
        found["swapped"] = features.swapped(one, other)
    return found


def _told_together(one: Sketch, other: Sketch, kind: IncidentKind) -> dict[str, float]:
    """Return the features that only two events of one report have."""
    return {
        "led_to": features.led_to(one, other),
        "toll": features.toll(one, other),
        "bare": features.bare(one, other, kind.roles == "mutual" and not kind.lasting),
        "answers": features.answers(one, other),
        "told_on": features.told_on(one, other) if kind.roles == "directed" else 0.0,
        "taken_up": features.taken_up(one, other) if kind.roles == "mutual" and not kind.lasting else 0.0,
        "one_report": features.one_report(one, other),
        "one_breath": features.one_breath(one, other),
        "sentence": features.same_sentence(one, other),
    }
