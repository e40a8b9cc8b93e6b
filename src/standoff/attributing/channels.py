"""Say through which medium something was said: the cue's own, an adjunct's, the source's, the hearer's."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.attributing.adjuncts import noun_channel
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook

_CARRIERS = frozenset({"in", "on", "at", "by", "via", "over", "through", "during"})
_LOOSE = frozenset({"meeting", "report", "note", "rally", "speech", "parliament", "court"})
_PLACES = frozenset({"meeting", "parliament", "court", "rally", "television", "newspaper", "radio", "briefing"})
_LONGEST_ADJUNCT = 14  # tokens


def find_channels(sheet: Sheet, drafts: Sequence[Draft], book: ActBook) -> list[str | None]:
    """Return the channel of each draft; a further act of the same subject in the same sentence shares the first's."""
    found: list[str | None] = []
    for index, draft in enumerate(drafts):
        channel = find_channel(sheet, draft, book)
        if channel is None and draft.voice is not None and draft.voice.shared:
            channel = next((found[i] for i in range(index - 1, -1, -1) if _same_breath(sheet, drafts[i], draft)), None)
        found.append(channel)
    return found


def _same_breath(sheet: Sheet, other: Draft, draft: Draft) -> bool:
    """Tell whether two drafts share their subject within a sentence."""
    if other.voice is None or draft.voice is None or other.voice.head != draft.voice.head:
        return False
    return sheet.sentence_index[other.cue.head] == sheet.sentence_index[draft.cue.head]


def find_channel(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel of a draft, or nothing where the text names none."""
    own = book.channel_cues.get(sheet.parse.lemmas[draft.cue.head].lower())
    if own is not None and own != "social media":
        return own
    return _of_adjuncts(sheet, draft, book) or own or _of_source(sheet, draft, book) or _of_hearer(sheet, draft, book)


def _of_adjuncts(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel that an adjunct of the cue names, outside the content, in text order."""
    firsts = {c for t in draft.cue.tokens for c in sheet.parse.children[t] if sheet.parse.deps[c] in ("prep", "agent")}
    firsts |= {first for first, stop in draft.adjuncts if stop - first <= _LONGEST_ADJUNCT}
    if draft.voice is not None:  # "the minister, in an interview, ruled out": hung on the minister
        loose = sheet.children(draft.voice.head, "prep")
        firsts |= {c for c in loose if c > draft.voice.head and sheet.words[c - 1] == ","}
    for first in sorted(firsts):
        if sheet.words[first] not in _CARRIERS:
            continue
        noun = next(iter(sheet.children(first, "pobj", "pcomp")[::-1]), None)  # "e-mail" comes as three objects
        if noun is None or draft.covers(sheet.parse.starts[noun]):
            continue
        channel = _named(sheet, noun, book)
        if channel == "social media" and sheet.words[first] == "at":
            continue  # "at a command post"
        if channel is not None and not (channel in _LOOSE and sheet.words[first] not in ("in", "at", "during")):
            return channel
    return None


def _named(sheet: Sheet, noun: int, book: ActBook) -> str | None:
    """Return the channel that a noun, a modifier ("Facebook page") or a complement ("thread of tweets") names."""
    for child in sheet.children(noun, "compound", "nmod", "amod"):
        channel = noun_channel(sheet, child, book)
        if channel is not None and channel not in _LOOSE:
            return channel
    own = noun_channel(sheet, noun, book)
    if own is not None and own != "social media":
        return own
    inner = [
        c for p in sheet.children(noun, "prep") if sheet.words[p] in ("of", "on") for c in sheet.children(p, "pobj")
    ]
    return next((channel for c in inner if (channel := noun_channel(sheet, c, book)) is not None), own)


def _of_source(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel when the source is a paper itself ("the statement said")."""
    if draft.voice is None or sheet.parse.pos[draft.voice.head] != "NOUN":
        return None
    channel = noun_channel(sheet, draft.voice.head, book)
    return channel if channel not in _PLACES else None


def _of_hearer(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel that a hearer implies ("told a news conference", "told a local radio station")."""
    if draft.addressee is None:
        return None
    for token in range(*draft.addressee):
        channel = noun_channel(sheet, token, book)
        if channel is not None and channel not in ("parliament", "court", "rally", "meeting"):
            return channel
    return None
