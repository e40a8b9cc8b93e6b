"""Find when something was said: a time that hangs on the cue, never the document's own date."""

from __future__ import annotations

from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.model.clock import Interval

_NEAR = 6
_FARTHEST = 2  # steps up the parse from a time to the cue


def find_said_at(sheet: Sheet, draft: Draft) -> Interval | None:
    """Return the interval of the time mention beside the cue, or nothing."""
    verb = draft.cue.head
    sentence = sheet.sentence(verb)
    low, high = sheet.parse.starts[sentence.start], sheet.parse.stops[sentence.stop - 1]
    for mark in sheet.page.within(low, high, "time"):
        if draft.covers(mark.span.start):
            continue
        if _inside_source(sheet, draft, mark.span.start) and not _ends_source(sheet, draft, mark.span.stop):
            continue
        tie = sheet.page.time_grounding(mark)
        if tie is None or tie.time is None or not tie.time.known:
            continue
        if _ends_source(sheet, draft, mark.span.stop) or _belongs(sheet, draft, mark.span.start, mark.span.stop):
            return tie.time
    return None


def _inside_source(sheet: Sheet, draft: Draft, offset: int) -> bool:
    """Tell whether an offset lies in the words that name the source."""
    voice = draft.voice
    return voice is not None and sheet.parse.starts[voice.first] <= offset < sheet.parse.stops[voice.stop - 1]


def _ends_source(sheet: Sheet, draft: Draft, stop: int) -> bool:
    """Tell whether a time ends the words before the verb, hung on the name by mistake ("Hamas on Sunday accused")."""
    voice, parse = draft.voice, sheet.parse
    if voice is None or stop != parse.stops[voice.stop - 1] or voice.stop != draft.cue.tokens[0] or voice.shared:
        return False
    links = (t for t in sheet.children(voice.head, "prep") if t > voice.head and voice.stop - t <= _NEAR)
    return any(sheet.words[t] == "on" for t in links)


def _belongs(sheet: Sheet, draft: Draft, start: int, stop: int) -> bool:
    """Tell whether a time mention modifies the cue itself: within three steps up the parse, or an adjunct passed."""
    head = sheet.parse.head_of(start, stop)
    if head is None:
        return False
    if any(first <= head < after for first, after in draft.adjuncts) and _is_light(draft, head):
        return True
    farthest = _FARTHEST
    for step, above in enumerate(sheet.parse.ancestors(head)):
        if above in draft.cue.tokens:
            return True
        if sheet.listed(above, "trailing_channels") and step < _FARTHEST:
            farthest += 2  # "in a statement on Monday"
            continue
        if step >= farthest or sheet.parse.pos[above] in ("VERB", "AUX", "NOUN", "PROPN"):
            return False
    return False


def _is_light(draft: Draft, head: int) -> bool:
    """Tell whether the adjunct that holds a time is short, a mere expression of time."""
    return any(first <= head < after and after - first <= _NEAR for first, after in draft.adjuncts)
