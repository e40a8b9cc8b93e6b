"""Put drafts in order: a shared source is the one whose act was just told, nested content stays inside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standoff.attributing.drafts import Draft, Fragment, around
from standoff.attributing.sheet import Sheet
from standoff.attributing.sources import can_speak
from standoff.codebook.acts import ActBook

_HOUR = re.compile(r"\d{1,2}[:.]\d\d\Z|gmt\Z|utc\Z")
_LONGEST_NAME = 80  # characters
_NEAR = 20  # drafts back that a shared source may come from


def tidied(sheet: Sheet, drafts: Sequence[Draft], book: ActBook) -> tuple[Draft, ...]:
    """Return the drafts with shared sources settled, bare infinitives left out and nested contents clipped."""
    settled: list[Draft] = []
    for draft in drafts:
        one = _past_label(sheet, _with_name(sheet, _with_voice(sheet, _unasked(sheet, draft), settled[-_NEAR:])))
        one = _whole(sheet, one)
        if one.voice is None or can_speak(sheet, one.voice, book):
            settled.append(one)
    spoken = [draft for at, draft in enumerate(settled) if not _is_idle(sheet, draft, _others(settled, at))]
    return tuple(_clipped(sheet, draft, _others(spoken, at)) for at, draft in enumerate(spoken))


def _others(drafts: Sequence[Draft], index: int) -> list[Draft]:
    """Return the drafts near one, itself left out."""
    return [drafts[other] for other in around(drafts, index) if other != index]


def _is_idle(sheet: Sheet, draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether a draft tells of no act of speech that anybody made."""
    return _is_only_wished(sheet, draft, others) or _is_own_tale(sheet, draft) or _asks_for_cover(sheet, draft)


def _with_voice(sheet: Sheet, draft: Draft, before: Sequence[Draft]) -> Draft:
    """Return a draft whose shared source, found inside an earlier content that ends before it, is that one's source."""
    if draft.voice is None or not draft.voice.shared:
        return draft
    offset, cue = sheet.parse.starts[draft.voice.head], sheet.parse.starts[draft.cue.head]
    sentence = sheet.sentence_index[draft.cue.head]
    for other in reversed(before):
        if sheet.sentence_index[other.cue.head] != sentence or other.voice is None or other.cue.entry.pos != "verb":
            continue
        if other.covers(offset) and not other.covers(cue) and other.content[-1][1] <= cue:
            return replace(draft, voice=replace(other.voice, shared=True))
    return draft


def _with_name(sheet: Sheet, draft: Draft) -> Draft:
    """Return a draft whose source holds the name cut off its title ("envoy for Peace and Security | Jane Roe")."""
    voice, parse = draft.voice, sheet.parse
    if voice is None or voice.stop >= len(parse) or parse.pos[voice.stop] != "PROPN":
        return draft
    first, at = parse.starts[voice.first], parse.starts[voice.stop]
    titles = {mark.attributes.get("same_as") for mark in sheet.page.within(first, at, "description")}
    after = sheet.page.within(at, at + _LONGEST_NAME, "name")
    named = (mark for mark in after if mark.id in titles and mark.span.start == at)
    stop = next((parse.tokens_in(at, mark.span.stop).stop for mark in named), voice.stop)
    return replace(draft, voice=replace(voice, stop=stop))


def _past_label(sheet: Sheet, draft: Draft) -> Draft:
    """Return a draft whose source begins after a label or an hour: "Qatar: | Jane Roe said", "18:05 | IDF"."""
    voice, cue = draft.voice, min(draft.cue.tokens, default=draft.cue.head)
    if voice is None or voice.shared or voice.head >= cue or voice.stop >= len(sheet.parse):
        return draft
    after = voice.stop + 1
    if after < cue and sheet.words[voice.stop] == ":" and sheet.parse.pos[cue - 1] == "PROPN":
        head = sheet.parse.head_of(sheet.parse.starts[after], sheet.parse.stops[cue - 1])
        return draft if head is None else replace(draft, voice=replace(voice, first=after, stop=cue, head=head))
    hour = voice.first < voice.head and _HOUR.match(sheet.words[voice.first])
    start, stop = sheet.parse.starts[voice.first], sheet.parse.stops[voice.head]
    whole = any(mark.span.start == start for mark in sheet.page.within(start, stop, "name", "description"))
    return replace(draft, voice=replace(voice, first=voice.first + 1)) if hour and not whole else draft


def _whole(sheet: Sheet, draft: Draft) -> Draft:
    """Return a draft whose source holds the whole mention that it begins with, not cut in two by the parser."""
    voice, parse = draft.voice, sheet.parse
    if voice is None or voice.shared or voice.stop >= len(parse):
        return draft
    low, high = parse.starts[voice.head], parse.stops[voice.stop - 1]
    for mark in sheet.page.within(parse.starts[voice.first], parse.stops[-1], "name", "description"):
        if mark.span.start > low:
            break
        if mark.head.start <= low < high < mark.head.stop:
            stop = parse.tokens_in(mark.head.start, mark.head.stop).stop
            return replace(draft, voice=replace(voice, stop=stop, head=stop - 1))
    return draft


def _unasked(sheet: Sheet, draft: Draft) -> Draft:
    """Return a question without the source that was asked it ("the president, asked whether he would resign, said")."""
    verb = draft.cue.head
    put = sheet.listed(verb, "questions") and sheet.parse.tags[verb] in ("VBN", "VBD")
    if not put or sheet.parse.deps[verb] in ("conj", "ROOT"):  # "he spoke to them and asked for names"
        return draft
    if sheet.child(verb, "aux", "auxpass", "agent", "nsubj", "nsubjpass", "dobj") is not None:
        return draft
    return replace(draft, voice=None)


def _is_only_wished(sheet: Sheet, draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether an infinitive tells of no act: it stands in another's content or hangs on a verb's object."""
    verb = draft.cue.head
    if draft.cue.entry.pos != "verb" or sheet.parse.tags[verb] != "VB" or draft.cue.negated:
        return False
    if not any(sheet.parse.tags[c] == "TO" for c in sheet.parse.children[verb]):
        return False
    offset = sheet.parse.starts[verb]
    if any(other.covers(offset) for other in others):
        return True
    head = sheet.parse.heads[verb]
    return sheet.child(head, "dobj") is not None and sheet.parse.deps[verb] in ("xcomp", "ccomp")


def _is_own_tale(sheet: Sheet, draft: Draft) -> bool:
    """Tell whether a quoted speaker merely tells in the first person what he once said ("we refused")."""
    if draft.voice is None or sheet.words[draft.voice.head] not in ("i", "we", "you"):
        return False
    verb = draft.cue.head
    return sheet.parse.tags[verb] not in ("VBP", "VBZ", "VBG") or sheet.words[draft.voice.head] == "you"


def _asks_for_cover(sheet: Sheet, draft: Draft) -> bool:
    """Tell whether a source only asks not to be named."""
    act = draft.cue.entry.act
    tokens = [t for start, stop in draft.content for t in sheet.parse.tokens_in(start, stop)][:9]
    declined = act == "reject" and bool(tokens) and sheet.words[tokens[0]] == "to"  # "declined to be named"
    asked = declined or act in ("request", "demand", "urge", "assert")
    return asked and any(sheet.listed(t, "anonymity") for t in tokens)


def _clipped(sheet: Sheet, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Return a draft whose content does not run past the end of the content it stands in."""
    cue = sheet.parse.starts[draft.cue.head]
    contents = (fragment for other in others for fragment in other.content)
    holders = [fragment for fragment in contents if fragment[0] <= cue < fragment[1]]
    if not holders:
        return draft
    low, high = min(holders, key=lambda fragment: fragment[1] - fragment[0])
    kept = tuple(piece for start, stop in draft.content if (piece := _within(start, stop, low, high)) is not None)
    return replace(draft, content=kept) if kept else draft


def _within(start: int, stop: int, low: int, high: int) -> Fragment | None:
    """Return the part of a fragment that lies within bounds, or nothing."""
    start, stop = max(start, low), min(stop, high)
    return (start, stop) if start < stop else None
