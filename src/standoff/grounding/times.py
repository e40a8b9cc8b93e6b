"""Resolve time marks to intervals and TIMEX3 values, hung on the document's date or the date in focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from standoff.codebook.load import Codebook
from standoff.codebook.periods import PeriodBook
from standoff.grounding.calendar import PART_HOURS, Moment, third
from standoff.grounding.tense import outlook
from standoff.grounding.time_forms import Anchor, resolve
from standoff.model.annotation import Annotation
from standoff.model.clock import Interval
from standoff.model.grounding import Grounding, grounding_id
from standoff.model.page import Page
from standoff.model.parse import Parse

_LEADS = frozenset({"since", "until", "till", "by", "before", "after", "between", "from"})
_JOINS = frozenset({"and", "to", "until", "till", "through", "-", "–", "—"})


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
    found: list[_Resolved] = []
    for mark in page.annotations:
        if mark.kind != "time":
            continue
        token = max(page.parse.token_at(mark.span.start), 0)
        sentence = page.parse.sentence_of(token).start if len(page.parse) else 0
        form = mark.attributes.get("form")
        wide = focus if focus and focus.first != focus.last else None
        usable = focus if form != "clock" or (not wide and _near(page.parse, focus_sentence, sentence)) else None
        look = partial(outlook, page.parse, token)
        day = usable.first if usable else None
        moment = _both(mark, bounds, Anchor(None, day, look, periods.by_id, quarter, wide))
        if moment is None:
            continue
        moment = _timed(mark, moment, bounds)
        found.append(_Resolved(mark, moment, _value(mark, moment)))
        if form == "calendar" and bounds[1] and moment.first and moment.first.year == bounds[1].year:
            quarter = _quarter_of(moment) or quarter
        if moment.first and form in ("calendar", "shift", "clock", "period") and _is_focus(moment):
            focus, focus_sentence = moment, sentence
    return found


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
        return None
    lead = _lead(page.parse, item.mark)
    moment = item.moment
    if lead in ("between", "from") and index + 1 < len(resolved):
        moment = _ranged(page, item, resolved[index + 1])
    elif lead:
        moment = _opened(moment, lead, page.document.published.last_day)
    return _bounds(item.mark, moment)


def _lead(parse: Parse, mark: Annotation) -> str:
    """Return the preposition that opens the mark's interval, or nothing."""
    token = parse.token_at(mark.span.start)
    word = parse.forms[token - 1].lower() if token > 0 else ""
    if word not in _LEADS:
        return ""
    if word in ("before", "after", "by", "from"):
        after = parse.token_at(mark.span.stop - 1) + 1
        if after < len(parse) and (parse.forms[after] in ("'s", "’s") or parse.pos[after] in ("NOUN", "PROPN", "ADJ")):
            return ""
    return word


def _ranged(page: Page, item: _Resolved, following: _Resolved) -> Moment:
    """Reach from one mark to the next where one word such as `and` or `to` stands between them."""
    between = page.document.text[item.mark.span.stop : following.mark.span.start].strip(" ,")
    last = following.moment.last
    if between in _JOINS and item.moment.first and last and last >= item.moment.first:
        return replace(item.moment, last=last)
    return item.moment


def _opened(moment: Moment, lead: str, published: date | None) -> Moment:
    """Open a moment on the side that `since`, `until`, `by`, `before`, `after` leave open."""
    if lead == "since":
        end = published if published and moment.first and published >= moment.first else None
        return replace(moment, last=end)
    if lead in ("until", "till", "by"):
        return replace(moment, first=None)
    if lead == "before" and moment.first and moment.first > date.min:
        return replace(moment, first=None, last=moment.first - timedelta(1))
    if lead == "after":
        return replace(moment, last=None)
    return moment


def _bounds(mark: Annotation, moment: Moment) -> Interval:
    """Return a moment as an interval; one day with a clock or part of the day is given in minutes."""
    first = moment.first.isoformat() if moment.first else None
    last = moment.last.isoformat() if moment.last else None
    hours = _hours(mark)
    if first and first == last and hours:
        return Interval(first + hours[0], first + hours[1], "text")
    return Interval(first, last, "text")


def _hours(mark: Annotation) -> tuple[str, str] | None:
    """Return the first and last minute that a clock, part of the day, `early` or `late` leave of a day."""
    clock, mod = mark.attributes.get("clock"), mark.attributes.get("mod")
    if isinstance(clock, str):
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


def _hour_beside(clock: str, *, before: bool) -> tuple[str, str]:
    """Return the hour that ends or begins at a clock, for `shortly before` and `shortly after`, within its day."""
    hour, minute = int(clock[1:3]), clock[4:6]
    if before:
        return (f"T{hour - 1:02d}:{minute}" if hour else "T00:00"), clock
    return clock, (f"T{hour + 1:02d}:{minute}" if hour < 23 else "T23:59")
