"""Find when something was said: a time that hangs on the cue, that of the same speech, else the report's own date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.model.clock import PUBLISHED, Interval
from standoff.model.entity import PartyRef
from standoff.model.entries import Lookup, entries
from standoff.model.span import Span

_NEAR = 6
_GOING_ON = frozenset({"add", "continue", "go on", "say", "tell", "stress", "note", "explain", "conclude"})
_FARTHEST = 2  # steps up the parse from a time to the cue
_GOES_WITH = frozenset({"advcl", "xcomp", "acl", "pcomp", "prep", "dobj"})


@dataclass(frozen=True, slots=True)
class Said:
    """Hold when something was said, and the words that say so; none where it is the report's own date."""

    time: Interval
    span: Span | None = None


def find_times(
    sheet: Sheet, drafts: Sequence[Draft], speakers: Sequence[tuple[PartyRef, ...]], parents: Sequence[int | None]
) -> list[Said | None]:
    """Return when each draft was said: its own time, that of the same speech told before, else the report's date.

    The report's date (basis `published`) is given only to what the outlet itself reports; when a speaker quoted
    another is left open.
    """
    under = entries(sheet.page)
    own = [find_said_at(sheet, draft) for draft in drafts]
    for index, draft in enumerate(drafts):
        before = index - 1
        if own[index] is not None or before < 0 or not speakers[index]:
            continue
        same = speakers[index] == speakers[before] and parents[index] == parents[before]
        if same and goes_on(sheet, draft, drafts[before]):
            own[index] = own[before]
    return [
        _usual(sheet, under, draft) if said is None and parent is None else said
        for draft, said, parent in zip(drafts, own, parents, strict=True)
    ]


def _usual(sheet: Sheet, under: Lookup, draft: Draft) -> Said | None:
    """Return when the outlet's own report is of: the day of the chronicle's line it stands under, else its date."""
    entry = under(sheet.parse.starts[draft.cue.head])
    if entry is not None:
        return Said(entry.time, entry.mark.span)
    published = sheet.page.document.published
    return Said(Interval(published.earliest, published.latest, PUBLISHED)) if published.known else None


def goes_on(sheet: Sheet, draft: Draft, before: Draft) -> bool:
    """Tell whether a draft goes on with the speech before it: in its sentence, or by "he added" in its paragraph."""
    if sheet.sentence_index[draft.cue.head] == sheet.sentence_index[before.cue.head]:
        return draft.voice is not None and draft.voice.shared
    pronoun = draft.voice is not None and sheet.parse.pos[draft.voice.head] == "PRON"
    again = " ".join(draft.cue.entry.words) in _GOING_ON
    return pronoun and again and sheet.same_block(draft.cue.head, before.cue.head)


def find_said_at(sheet: Sheet, draft: Draft) -> Said | None:
    """Return the time mention beside the cue, or nothing."""
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
            return Said(tie.time, mark.span)
    return None


def _inside_source(sheet: Sheet, draft: Draft, offset: int) -> bool:
    """Tell whether an offset lies in the words that name the source."""
    voice = draft.voice
    return voice is not None and sheet.parse.starts[voice.first] <= offset < sheet.parse.stops[voice.stop - 1]


def _ends_source(sheet: Sheet, draft: Draft, stop: int) -> bool:
    """Tell whether a time ends the words before the verb, hung on the name by mistake ("Hamas on Sunday accused")."""
    voice, parse, verb = draft.voice, sheet.parse, draft.cue.tokens[0]
    if voice is None or voice.shared or not voice.head < verb - 1:
        return False
    last = verb - 2 if sheet.words[verb - 1] == "," else verb - 1
    links = (t for t in sheet.children(voice.head, "prep") if voice.head < t < last and last - t < _NEAR)
    return stop == parse.stops[last] and any(sheet.words[t] == "on" for t in links)


def _belongs(sheet: Sheet, draft: Draft, start: int, stop: int) -> bool:
    """Tell whether a time mention modifies the cue itself: within three steps up the parse, or an adjunct passed."""
    head = sheet.parse.head_of(start, stop)
    if head is None:
        return False
    if any(first <= head < after for first, after in draft.adjuncts) and _is_light(draft, head):
        return True
    farthest, cues = _FARTHEST, {*draft.cue.tokens, *_carriers(sheet, draft)}
    for step, above in enumerate(sheet.parse.ancestors(head)):
        if above in cues:
            return True
        if sheet.listed(above, "trailing_channels") and step < _FARTHEST:
            farthest += 2  # "in a statement on Monday"
            continue
        if step >= farthest or sheet.parse.pos[above] in ("VERB", "AUX", "NOUN", "PROPN"):
            return False
    return False


def _carriers(sheet: Sheet, draft: Draft) -> Iterator[int]:
    """Yield the verbs that a saying goes with: "rallied on Monday, chanting", "met on Monday to urge"."""
    parse, at = sheet.parse, draft.cue.head
    if parse.tags[at] not in ("VBG", "VB") or sheet.child(at, "nsubj") is not None:
        return
    for _ in range(_FARTHEST + 1):
        if parse.deps[at] not in _GOES_WITH or (parse.deps[at] == "prep" and sheet.words[at] != "by"):
            return
        at = parse.heads[at]
        if parse.pos[at] == "VERB" and at not in sheet.speaking:
            yield at


def _is_light(draft: Draft, head: int) -> bool:
    """Tell whether the adjunct that holds a time is short, a mere expression of time."""
    return any(first <= head < after and after - first <= _NEAR for first, after in draft.adjuncts)
