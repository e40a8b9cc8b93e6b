"""Open and join intervals by the words before and between marks: `since`, `until`, `from ... to`, `between ... and`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from standoff.model.annotation import Annotation
from standoff.model.clock import Interval
from standoff.model.document import Document
from standoff.model.parse import Parse

_LEADS: Mapping[str, str] = {
    "since": "since", "until": "until", "till": "until", "by": "until", "before": "before", "after": "after",
    "between": "range", "from": "range", "starting": "onward", "beginning": "onward",
}  # fmt: skip
_TO = frozenset({"to", "until", "till", "through", "-", "–", "—"})
_LINKS = frozenset({"on", "from", "of", "the", "in"})


def lead_of(parse: Parse, mark: Annotation) -> str:
    """Return what the words before a mark do to it: since, until, before, after, onward, range, or nothing."""
    token = parse.token_at(mark.span.start)
    words = [parse.forms[index].lower() for index in range(max(0, token - 3), max(token, 0))]
    word = words[-1] if words else ""
    if word == "than" and words[-3:-2] == ["no"]:
        return {"later": "until", "earlier": "onward"}.get(words[-2], "")
    if word == "before" and words[-2:-1] == ["not"]:
        return "onward"
    if word in ("on", "from") and len(words) > 1 and words[-2] in ("starting", "beginning"):
        return "onward"
    lead = _LEADS.get(word, "")
    if word in ("before", "after", "by", "from") and _owned(parse, mark):
        return ""
    return lead


def _owned(parse: Parse, mark: Annotation) -> bool:
    """Tell whether a noun or `'s` behind a mark takes it: "after Friday's talks", "by May 9 veterans"."""
    after = parse.token_at(mark.span.stop - 1) + 1
    return after < len(parse) and (parse.forms[after] in ("'s", "’s") or parse.pos[after] in ("NOUN", "PROPN", "ADJ"))


def join_between(document: Document, one: Annotation, other: Annotation) -> str:
    """Return the word that joins two neighbouring marks (`and`, or `to` for all that mean it), or nothing."""
    if other.span.start - one.span.stop > 24:
        return ""
    words = [word for word in document.text[one.span.stop : other.span.start].replace(",", " ").lower().split()]
    kept = [word for word in words if word not in _LINKS]
    if len(kept) != 1:
        return ""
    return "to" if kept[0] in _TO else "and" if kept[0] == "and" else ""


def opened(interval: Interval, lead: str, published: date | None) -> Interval:
    """Open an interval on the side that the word before its mark leaves open."""
    first, last = interval.earliest, interval.latest
    if lead == "since":
        end = published.isoformat() if published and first and published.isoformat() >= first[:10] else None
        return Interval(first, end, interval.basis)
    if lead == "until":
        return Interval(None, last, interval.basis)
    if lead == "before" and first:
        if "T" in first:  # "before dawn" is of the day whose dawn it was
            return Interval(f"{first[:10]}T00:00", first, interval.basis)
        return Interval(None, _day_before(first), interval.basis)
    if lead in ("after", "onward"):
        return Interval(first, None, interval.basis)
    return interval


def _day_before(day: str) -> str | None:
    """Return the day before an ISO day, or nothing before the calendar begins."""
    found = date.fromisoformat(day)
    return (found - timedelta(1)).isoformat() if found > date.min else None


def reaching(one: Interval, other: Interval) -> Interval:
    """Return the interval from the beginning of one to the end of another, or the one where that ends before."""
    if one.earliest is None or other.latest is None or other.latest[:10] < one.earliest[:10]:
        return one
    first, last = one.earliest, other.latest
    if ("T" in first) != ("T" in last):
        first, last = first[:10], last[:10]
    if "T" in first and last < first:
        return one
    return Interval(first, last, one.basis)
