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

_OFFSET = re.compile(r"(?:gmt|utc)([+-])(\d{1,2})(?::?(\d\d))?")
_WIDEST_KM = 600.0


def local_times(
    page: Page, times: Sequence[Grounding], gazetteer: Gazetteer, zones: Mapping[str, float]
) -> list[Grounding]:
    """Return the groundings of times with clocks of another zone put on that of the place told of.

    That is the last place pinned before the clock in its sentence, else the first after it, else that of the dateline.
    What has no such place, or a zone that is not known, stays as it is said.
    """
    marks = {mark.id: mark for mark in page.annotations if mark.kind == "time" and mark.attributes.get("zone")}
    return [_local(page, tie, mark, gazetteer, zones) if (mark := marks.get(tie.annotation)) else tie for tie in times]


def _local(page: Page, tie: Grounding, mark: Annotation, gazetteer: Gazetteer, zones: Mapping[str, float]) -> Grounding:
    """Return one grounding on the clock of its place."""
    said = _zone_said(str(mark.attributes["zone"]), gazetteer, zones)
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


def _zone_said(words: str, gazetteer: Gazetteer, zones: Mapping[str, float]) -> tzinfo | None:
    """Return the zone of a short name, or that of the town whose time is given (`Moscow time`)."""
    hours = zones.get(words.lower())
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
