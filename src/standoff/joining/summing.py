"""Tell which events sum up many happenings: the dead of a year or a war, the 27 violations of a day."""

from __future__ import annotations

import re
from functools import lru_cache

from standoff.codebook.load import Codebook
from standoff.joining.anchors import is_outcome
from standoff.model.event import Event
from standoff.values.numerals import amount
from standoff.values.sentences import Sentences

# Losses of more days than these are those of several deeds, not of one night or siege of a post.
_ONE_DEED_DAYS = 14
_FEW_DAYS = 3
_BEFORE = 40  # characters before a plural in which its number stands
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|had|having)\b|['’]ve\b", re.IGNORECASE)
_WORDS = re.compile(r"[\w,.-]+")


def sums_up(event: Event, cut: Sentences, codebook: Codebook) -> bool:
    """Tell whether an event's words give a sum: losses of a long time, or several breaches counted together."""
    if event.type in codebook.incidents.list("generic"):
        return _counted(event, cut)
    if not is_outcome(event, codebook):
        return False
    stated = event.happened
    if stated is not None and stated.known:
        days = stated.days or 0
        if days > _ONE_DEED_DAYS or days <= _FEW_DAYS:
            return days > _ONE_DEED_DAYS
    start, stop = cut.around(event.trigger.start)
    if _phrases(codebook.incidents.list("summing")).search(cut.text, start, stop):
        return True
    perfect = _PERFECT.search(cut.text, max(start, event.trigger.start - _BEFORE), event.trigger.start)
    return perfect is not None and _SINCE.search(cut.text, start, stop) is not None


def _counted(event: Event, cut: Sentences) -> bool:
    """Tell whether a plural stands right behind its number: '27 ceasefire violations'."""
    if not event.trigger.quote.endswith("s"):
        return False
    start, _ = cut.around(event.trigger.start)
    before = _WORDS.findall(cut.text[max(start, event.trigger.start - _BEFORE) : event.trigger.start])[-3:]
    return any((found := amount(word)) is not None and (found.low is None or found.low > 1) for word in before)


@lru_cache(maxsize=4)
def _phrases(words: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of all phrases; one that matches nothing where there are none."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words))) or '(?!)'})\b", re.IGNORECASE)
