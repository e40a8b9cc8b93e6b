"""Resolve time marks to intervals and TIMEX3 values, hung on the document's date or the date in focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from standoff.codebook.load import Codebook
from standoff.codebook.periods import PeriodBook
from standoff.grounding.times.anchor import Anchor
from standoff.grounding.times.calendar import PART_HOURS, Moment, third, unit_moment
from standoff.grounding.times.forms import resolve
from standoff.grounding.times.offsets import counted_from, hinged, hours_from
from standoff.grounding.times.parts import began, night, part_of
from standoff.grounding.times.ranges import join_between, lead_of, opened, reaching
from standoff.grounding.times.tense import outlook
from standoff.model.annotation import Annotation
from standoff.model.clock import Interval
from standoff.model.entries import dated_lines
from standoff.model.grounding import Grounding, grounding_id
from standoff.model.page import Page
from standoff.model.parse import Parse


@dataclass(frozen=True, slots=True)
class _Resolved:
    """Hold a mark with its moment."""

    mark: Annotation
    moment: Moment
    value: str | None


def ground_times(page: Page, codebook: Codebook) -> list[Grounding]:
    """Return a grounding for each time mark that can be resolved: its interval and TIMEX3 value.

    A mark that hangs on a document date that is unknown stays without; one of several possible dates gets an interval
    that holds them all, and no value.
    """
    resolved = _all_resolved(page, codebook.periods)
    found = []
    for index, item in enumerate(resolved):
        interval = _interval(page, resolved, index)
        found.append(
            Grounding(
                grounding_id(item.mark.id, "time"),
                item.mark.id,
                time=interval,
                value=item.value,
                score=1.0 if item.value else 0.5,
            )
        )
    return found


def _all_resolved(page: Page, periods: PeriodBook) -> list[_Resolved]:
    """Resolve the marks in text order, keeping the date in focus."""
    published = page.document.published
    bounds = (published.first_day, published.last_day)
    focus: Moment | None = None
    focus_sentence = -9
    quarter: tuple[int, int] | None = None
    lines = {mark.id for mark in dated_lines(page)}
    entry: Moment | None = None  # the day of the chronicle's line that the mark stands under
    found: list[_Resolved] = []
    for mark in page.annotations:
        if mark.kind != "time":
            continue
        token = max(page.parse.token_at(mark.span.start), 0)
        sentence = page.parse.sentence_of(token).start if len(page.parse) else 0
        form = mark.attributes.get("form")
        wide = focus if focus and focus.first != focus.last else None
        usable = focus if form != "clock" or (not wide and _near(page.parse, focus_sentence, sentence)) else entry
        look = partial(outlook, page.parse, periods.outlook, token)
        day = usable.first if usable else None
        moment = _both(mark, bounds, Anchor(None, day, look, periods.by_id, quarter, wide))
        if moment is None:
            continue
        moment = began(part_of(_timed(mark, moment, bounds), mark.attributes), mark.attributes)
        found.append(_Resolved(mark, moment, _value(mark, moment)))
        if form == "calendar" and bounds[1] and moment.first and moment.first.year == bounds[1].year:
            quarter = _quarter_of(moment) or quarter
        if mark.id in lines:
            entry = moment
        if moment.first and form in ("calendar", "shift", "clock", "period", "nth") and _is_focus(moment):
            focus, focus_sentence = moment, sentence
    return _of_one_night(page, found)


def _of_one_night(page: Page, found: list[_Resolved]) -> list[_Resolved]:
    """Give the first clock of `between 10 p.m. and 2 a.m. on Wednesday` its day, a later one the next day."""
    for index in range(len(found) - 1):
        one, other = found[index], found[index + 1]
        if not (_is_clock(one) and _is_clock(other)) or not join_between(page.document, one.mark, other.mark):
            continue
        falls = str(one.mark.attributes["clock"]) > str(other.mark.attributes["clock"])
        if one.mark.attributes["form"] == "clock" and other.mark.attributes["form"] != "clock":
            found[index] = _moved(one, other.moment.first, -1 if falls else 0)
        elif other.mark.attributes["form"] == "clock" and falls:
            found[index + 1] = _moved(other, one.moment.first, 1)
    return found


def _is_clock(item: _Resolved) -> bool:
    """Tell whether a mark names an hour of one day."""
    clock = str(item.mark.attributes.get("clock", ""))
    return clock[1:3].isdigit() and item.moment.first is not None and item.moment.first == item.moment.last


def _moved(item: _Resolved, day: date | None, days: int) -> _Resolved:
    """Return a clock on another day."""
    if day is None or not date.min < day < date.max:
        return item
    moment = unit_moment(day + timedelta(days), "D")
    return replace(item, moment=moment, value=_value(item.mark, moment))


def _quarter_of(moment: Moment) -> tuple[int, int] | None:
    """Return year and number of a quarter, nothing for any other moment."""
    value = moment.value or ""
    return (int(value[:4]), int(value[6])) if len(value) == 7 and value[4:6] == "-Q" and value[6].isdigit() else None


def _near(parse: Parse, earlier: int, sentence: int) -> bool:
    """Tell whether two sentences, given by their first tokens, are the same or neighbours."""
    if earlier < 0:
        return False
    return earlier == sentence or earlier == parse.sentence_of(max(sentence - 1, 0)).start


def _is_focus(moment: Moment) -> bool:
    """Tell whether a moment is narrow enough for `that day` and `the following month` to hang on."""
    return moment.first is not None and moment.last is not None and (moment.last - moment.first).days <= 366


def _both(mark: Annotation, bounds: tuple[date | None, date | None], anchor: Anchor) -> Moment | None:
    """Resolve a mark from the earliest and the latest possible document date, and unite where they differ."""
    first, last = bounds
    if first is None or last is None:
        first = last = None
    early = resolve(mark.attributes, replace(anchor, day=first))
    if first == last or early is None:
        return early
    late = resolve(mark.attributes, replace(anchor, day=last))
    if late is None or late == early:
        return early
    return Moment(early.value if early.value == late.value else None, early.first, late.last)


def _timed(mark: Annotation, moment: Moment, bounds: tuple[date | None, date | None]) -> Moment:
    """Narrow a moment by `early`, `mid`, `late` where it is longer than a day, `earlier` and `later` by the report."""
    mod, side = mark.attributes.get("mod"), mark.attributes.get("side")
    if side:
        return _sided(moment, side == "earlier", bounds)
    if mod in ("START", "MID", "END") and mark.attributes["type"] == "DATE":
        return third(moment, str(mod))
    return moment


def _sided(moment: Moment, earlier: bool, bounds: tuple[date | None, date | None]) -> Moment:
    """Cut a moment at the day of the report where it holds that: `earlier this month` is over, `later` is to come."""
    if moment.first is None or moment.last is None or moment.first == moment.last:
        return moment
    if earlier and bounds[1] and moment.first <= bounds[1] <= moment.last:
        return replace(moment, last=bounds[1])
    if not earlier and bounds[0] and moment.first <= bounds[0] <= moment.last:
        return replace(moment, first=bounds[0])
    return moment


def _value(mark: Annotation, moment: Moment) -> str | None:
    """Return the TIMEX3 value with the clock or part of the day."""
    clock = mark.attributes.get("clock")
    if clock is None or moment.value is None:
        return moment.value
    return f"{moment.value}{clock}"


def _interval(page: Page, resolved: Sequence[_Resolved], index: int) -> Interval | None:
    """Return the days, or minutes where a clock is given, of a mark; `since`, `until`, `between` open and join them."""
    item = resolved[index]
    if item.moment.first is None and item.moment.last is None:
        return _stepped(page, resolved, index)
    if index and hinged(page.document, resolved[index - 1].mark, item.mark):
        return _bounds(item.mark, item.moment)
    own, lead = _bounds(item.mark, item.moment), lead_of(page.parse, item.mark)
    following = resolved[index + 1] if index + 1 < len(resolved) else None
    join = join_between(page.document, item.mark, following.mark) if following else ""
    if following and (join == "to" or (join == "and" and lead == "range")):
        own = reaching(own, _bounds(following.mark, following.moment))
    elif index and lead == "until" and join_between(page.document, resolved[index - 1].mark, item.mark) == "to":
        return own
    return opened(own, lead, page.document.published.last_day)


def _stepped(page: Page, resolved: Sequence[_Resolved], index: int) -> Interval | None:
    """Return the days or the minute that a length leads to from the date behind it or the time told before it."""
    item = resolved[index]
    following = resolved[index + 1] if index + 1 < len(resolved) else None
    if following and hinged(page.document, item.mark, following.mark):
        return counted_from(item.mark, following.moment)
    before = resolved[index - 1] if index and "hours_on" in item.mark.attributes else None
    if before is None or not _beside(page.parse, before.mark, item.mark):
        return None
    return hours_from(item.mark, _bounds(before.mark, before.moment))


def _beside(parse: Parse, earlier: Annotation, mark: Annotation) -> bool:
    """Tell whether a mark stands in the sentence of an earlier one or the next."""
    one, other = (parse.sentence_of(max(parse.token_at(m.span.start), 0)).start for m in (earlier, mark))
    return _near(parse, one, other)


def _bounds(mark: Annotation, moment: Moment) -> Interval:
    """Return a moment as an interval; one day with a clock or part of the day is given in minutes."""
    first = moment.first.isoformat() if moment.first else None
    last = moment.last.isoformat() if moment.last else None
    hours = _hours(mark)
    over = night(moment, mark.attributes)
    if over:
        return Interval(*over, "text")
    if first and first == last and hours:
        return Interval(first + hours[0], first + hours[1], "text")
    return Interval(first, last, "text")


def _hours(mark: Annotation) -> tuple[str, str] | None:
    """Return the first and last minute that a clock, part of the day, `early` or `late` leave of a day."""
    clock, mod = mark.attributes.get("clock"), mark.attributes.get("mod")
    given = mark.attributes.get("hours")
    if isinstance(given, str):
        return _hours_beside(given, str(mod))
    if isinstance(clock, str):
        if clock == "T24:00" and mod == "AFTER":
            return ("T00:00", "T00:59")  # just after midnight on Saturday is early on Saturday
        exact = "T23:59" if clock == "T24:00" else clock
        if mod in ("BEFORE", "AFTER") and clock not in PART_HOURS:
            return _hour_beside(exact, before=mod == "BEFORE")
        return PART_HOURS.get(clock, (exact, exact))
    if mark.attributes.get("side"):
        return None
    if mod == "END":
        return ("T18:00", "T23:59")
    if mod == "START":
        return ("T00:00", "T11:59")
    return None


def _hours_beside(given: str, mod: str) -> tuple[str, str]:
    """Return the hours of `dawn`, moved for `shortly before dawn` and `just after dawn`."""
    first, last = given[:6], given[7:]
    shift = {"BEFORE": -2, "AFTER": 1}.get(mod, 0)
    moved = [f"T{min(max(int(hour[1:3]) + shift, 0), 23):02d}{hour[3:]}" for hour in (first, last)]
    return moved[0], moved[1]


def _hour_beside(clock: str, *, before: bool) -> tuple[str, str]:
    """Return the hour that ends or begins at a clock, for `shortly before` and `shortly after`, within its day."""
    hour, minute = int(clock[1:3]), clock[4:6]
    if before:
        return (f"T{hour - 1:02d}:{minute}" if hour else "T00:00"), clock
    return clock, (f"T{hour + 1:02d}:{minute}" if hour < 23 else "T23:59")
