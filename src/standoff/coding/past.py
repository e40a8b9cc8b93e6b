"""Tell background from news: what happened long before the report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from standoff.codebook.event_types import EventType
from standoff.model.clock import Interval
from standoff.model.event import Frame
from standoff.model.page import Page
from standoff.model.parse import Parse

_OLD_DAYS = 45
_MONTH_WIDE = 28
_YEAR_WIDE = 360  # days: what is dated by a bare year is not this week's news
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|'s)?\Z")
_LONG = frozenset({"months", "years", "decades", "year"})
_AFTER = frozenset({"after", "since", "before"})
_DURING = frozenset({"in", "during", "after", "since"})
_LAST = frozenset({"last", "previous", "past", "earlier"})
# fmt: off
_SPELLS = frozenset({
    "year", "month", "decade", "century", "spring", "summer", "autumn", "fall", "winter", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
})
# fmt: on
_CLOSE = 8
_PHRASE = 10  # tokens of the words that name an era
_IN_THE_COURSE = frozenset(
    {"in", "during", "after", "since", "amid", "under", "following", "with", "before", "throughout"}
)
_TOGETHER = frozenset({"conj", "relcl", "acl", "advcl", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "agent", "pcomp"})


def is_past(page: Page, token: int, happened: Interval | None, kind: EventType) -> bool:
    """Tell whether an event is background: dated well before the report, or told with a bare year or `ago`."""
    if happened is not None and happened.known and page.document.published.known:
        return _long_before(happened, page.document.published)
    return _wide(page, happened) or _old_words(page, token, kind)


def _wide(page: Page, happened: Interval | None) -> bool:
    """Tell whether a text without a date tells something of a year, or of a month with its year (`in June 2020`)."""
    days = 0 if happened is None else happened.days or 0
    return days >= (_MONTH_WIDE if not page.document.published.known else _YEAR_WIDE)


def _long_before(happened: Interval, published: Interval) -> bool:
    """Tell whether something ended more than some weeks before the report came out."""
    end, out = happened.last_day or happened.first_day, published.first_day
    return end is not None and out is not None and (out - end).days > _OLD_DAYS


def _old_words(page: Page, token: int, kind: EventType) -> bool:
    """Tell whether the words next to a trigger name a year gone by or say `ago`."""
    parse = page.parse
    out = page.document.published.first_day or page.document.published.last_day
    near = [*parse.children[token], *(g for c in parse.children[token] for g in parse.children[c])]
    if parse.deps[token] in ("relcl", "acl") and parse.forms[parse.heads[token]][:1].isdigit():
        near.append(parse.heads[token])  # "since 1998, when the army took the town"
    near += _of_its_verb(page, token)
    marks = [c for c in parse.children[token] if c > 0 and parse.forms[c].lower() in _AFTER]
    if any(parse.forms[c - 1].lower() in _LONG for c in marks):
        return True  # "months after the two fought a war"
    for other in near:
        if abs(other - token) > _CLOSE:
            continue
        form = parse.forms[other].lower()
        if form == "ago" or (kind.family == "war" and form == "last") or _last_spell(page, other):
            return True
        if _YEAR.match(form) and _gone(form, out):
            return True
    return False


def _last_spell(page: Page, token: int) -> bool:
    """Tell whether a word opens or is a spell gone by: `last year`, `the previous autumn`."""
    parse = page.parse
    if parse.forms[token].lower() in _LAST:
        return parse.lemmas[parse.heads[token]].lower() in _SPELLS
    modifiers = parse.children_of(token, "amod")
    return parse.lemmas[token].lower() in _SPELLS and any(parse.forms[c].lower() in _LAST for c in modifiers)


def _of_its_verb(page: Page, noun: int) -> list[int]:
    """Return the words beside the verb in whose course a noun stands (`were killed in a war in 2016`)."""
    parse = page.parse
    prep = parse.heads[noun]
    if parse.deps[noun] != "pobj" or parse.forms[prep].lower() not in _DURING:
        return []
    beside = parse.children_of(parse.heads[prep], "prep", "npadvmod", "advmod")
    return [*beside, *(g for c in beside for g in parse.children[c])]


def tells_of_war(page: Page, token: int, wars: frozenset[str]) -> bool:
    """Tell whether an event is said of a war as a whole: a war is its subject, or it fell `in that war`."""
    parse = page.parse
    near = parse.children_of(token, "nsubj", "nsubjpass")
    near += [n for c in parse.children_of(token, "prep") for n in parse.children_of(c, "pobj")]
    if parse.deps[token] in ("relcl", "acl", "advcl"):
        near.append(parse.heads[token])
    return any(parse.lemmas[n].lower() in wars for n in near)


def in_an_era(parse: Parse, token: int, eras: frozenset[str]) -> bool:
    """Tell whether a deed fell in times long gone: `broke away amid the collapse of the Soviet Union`."""
    during = [c for c in parse.children_of(token, "prep", "advcl") if parse.forms[c].lower() in _IN_THE_COURSE]
    return any(parse.forms[t].lower() in eras for c in during for t in parse.subtree(c)[:_PHRASE])


def told_beside(parse: Parse, token: int, frames: Mapping[int, Frame]) -> bool:
    """Tell whether a trigger hangs on one that is past: `a war in 2008, in which 850 died`; `two died and ten fled`."""
    if any(frames.get(child) == "past" for child in parse.children_of(token, "conj")):
        return True
    node = token
    for _ in range(_CLOSE):
        dep, head = parse.deps[node], parse.heads[node]
        if dep not in _TOGETHER or head == node:
            return False
        if frames.get(head) == "past":
            return True
        node = head
    return False


def _gone(form: str, out: date | None) -> bool:
    """Tell whether a year lies before the report's; without a date of the report every bare year counts as gone."""
    return out is None or int(form[:4]) < out.year
