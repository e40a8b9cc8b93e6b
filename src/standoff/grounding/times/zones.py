"""Turn clocks given in another zone (`2030 GMT`, `03:15 Moscow time`) into the clock and day of the place told of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from standoff.grounding.places.gazetteer import Gazetteer
from standoff.model.annotation import Annotation
from standoff.model.clock import Interval
from standoff.model.entity import PlaceRef
from standoff.model.grounding import Grounding
from standoff.model.page import Page

# Hours from UTC of short names that mean one zone only; BST, IST, AST and CST are several.
_HOURS: Mapping[str, float] = {
    "gmt": 0, "utc": 0, "wet": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "est": -5, "edt": -4, "et": -5,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "pt": -8, "kst": 9, "jst": 9, "hkt": 8, "pht": 8, "ict": 7,
    "mmt": 6.5, "npt": 5.75, "pkt": 5, "aft": 4.5, "irst": 3.5, "trt": 3, "idt": 3, "azt": 4, "get": 4, "eat": 3,
    "cat": 2, "wat": 1, "sast": 2, "aest": 10, "aedt": 11, "cot": -5, "pet": -5, "vet": -4, "clt": -4, "brt": -3,
    "art": -3, "eastern time": -5, "central time": -6, "mountain time": -7, "pacific time": -8,
}  # fmt: skip
_OFFSET = re.compile(r"(?:gmt|utc)([+-])(\d{1,2})(?::?(\d\d))?")
_WIDEST_KM = 600.0


def local_times(page: Page, times: Sequence[Grounding], gazetteer: Gazetteer) -> list[Grounding]:
    """Return the groundings of times with clocks of another zone put on that of the place told of.

    That is the last place pinned before the clock in its sentence, else the first after it, else that of the dateline.
    What has no such place, or a zone that is not known, stays as it is said.
    """
    marks = {mark.id: mark for mark in page.annotations if mark.kind == "time" and mark.attributes.get("zone")}
    return [_local(page, tie, marks[tie.annotation], gazetteer) if tie.annotation in marks else tie for tie in times]


def _local(page: Page, tie: Grounding, mark: Annotation, gazetteer: Gazetteer) -> Grounding:
    """Return one grounding on the clock of its place."""
    said = _zone_said(str(mark.attributes["zone"]), gazetteer)
    place = _place(page, mark)
    zone = zone_of(place, gazetteer) if place else None
    there = _zone(zone) if zone else None
    if said is None or there is None or tie.time is None:
        return tie
    first, last = (_moved(bound, said, there) for bound in (tie.time.earliest, tie.time.latest))
    if first == tie.time.earliest and last == tie.time.latest:
        return tie
    return replace(tie, time=Interval(first, last, tie.time.basis))


def zone_of(place: PlaceRef, gazetteer: Gazetteer) -> str | None:
    """Return the time zone of a place (IANA name), or nothing where it has several or no point."""
    if place.lat is None or place.lon is None:
        return None
    if (place.precision_km or 0.0) > _WIDEST_KM:
        country = gazetteer.country(place.country) if place.country else None
        return country.zone if country else None
    return gazetteer.zone_at(place.lat, place.lon)


def _zone_said(words: str, gazetteer: Gazetteer) -> tzinfo | None:
    """Return the zone of a short name, or that of the town whose time is given (`Moscow time`)."""
    hours = _HOURS.get(words.lower())
    if hours is not None:
        return UTC if hours == 0 else timezone(timedelta(hours=hours))
    shift = _OFFSET.fullmatch(words.lower())
    if shift:
        minutes = 60 * int(shift[2]) + int(shift[3] or 0)
        return timezone(timedelta(minutes=-minutes if shift[1] == "-" else minutes)) if minutes < 24 * 60 else None
    if not words.endswith(" time"):
        return None
    town = words.removesuffix(" time").removesuffix(" Standard").removesuffix(" Daylight").removesuffix(" Summer")
    found = next((c for c in gazetteer.candidates(town) if c.zone), None)
    return _zone(found.zone) if found and found.zone else None


def _zone(name: str) -> tzinfo | None:
    """Return a zone by its IANA name, or nothing where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _place(page: Page, mark: Annotation) -> PlaceRef | None:
    """Return the place that a clock is told of."""
    sentence = page.parse.sentence_of(max(page.parse.token_at(mark.span.start), 0))
    low, high = page.parse.starts[sentence.start], page.parse.stops[sentence.stop - 1]
    here = [m for kind in ("name", "place") for m in page.within(low, high, kind)]
    pinned = [(m, tie.place) for m in here if (tie := page.place_grounding(m)) and tie.geocode and tie.place]
    pinned = [(m, place) for m, place in pinned if not mark.span.contains(m.span)]
    before = [pair for pair in pinned if pair[0].span.start < mark.span.start]
    if pinned:
        return (
            max(before, key=lambda p: p[0].span.start)[1] if before else min(pinned, key=lambda p: p[0].span.start)[1]
        )
    line = (page.place_grounding(m) for m in page.annotations if m.kind in ("name", "place"))
    return next((tie.place for tie in line if tie and tie.role == "dateline"), None)


def _moved(bound: str | None, said: tzinfo, there: tzinfo) -> str | None:
    """Return a minute on another clock; a day without a clock stays."""
    if bound is None or "T" not in bound:
        return bound
    try:
        moved = datetime.fromisoformat(bound).replace(tzinfo=said).astimezone(there)
    except OverflowError:
        return bound
    return moved.strftime("%Y-%m-%dT%H:%M") if moved.year >= 1000 else bound
