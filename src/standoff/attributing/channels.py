"""Say through which medium something was said: the cue's own, an adjunct's, the source's, the hearer's."""

from __future__ import annotations

from standoff.attributing.adjuncts import names_channel, noun_channel
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook

_CARRIERS = frozenset({"in", "on", "at", "by", "via", "over", "through", "during", "from", "with", "following", "to"})


def find_channel(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel of a draft, or nothing where the text names none."""
    verb = draft.cue.head
    own = book.channel_cues.get(sheet.parse.lemmas[verb].lower())
    if own is not None and own != "social media":
        return own
    return _of_adjuncts(sheet, draft, book) or own or _of_source(sheet, draft, book) or _of_hearer(sheet, draft, book)


def _of_adjuncts(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel that an adjunct of the cue names, outside the content and nearest first."""
    for child in sheet.parse.children[draft.cue.head]:
        if sheet.parse.deps[child] not in ("prep", "agent", "npadvmod") or sheet.words[child] not in _CARRIERS:
            continue
        noun = sheet.child(child, "pobj")
        if noun is None or draft.covers(sheet.parse.starts[noun]):
            continue
        if sheet.words[child] == "to" or sheet.words[child] == "with":
            continue
        channel = noun_channel(sheet, noun, book) or _modified(sheet, noun, book)
        if channel is not None:
            return channel
    for first, stop in draft.adjuncts:
        if sheet.words[first] in _CARRIERS and sheet.words[first] != "to":
            channel = names_channel(sheet, first, book)
            if channel is not None and stop - first <= 14:
                return channel
    return None


def _modified(sheet: Sheet, noun: int, book: ActBook) -> str | None:
    """Return the channel that a modifier of a noun names ("on his Facebook page", "a television audience")."""
    for child in sheet.children(noun, "compound", "nmod", "amod"):
        channel = noun_channel(sheet, child, book)
        if channel is not None:
            return channel
    return None


def _of_source(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel when the source is a paper itself ("the statement said")."""
    if draft.voice is None or sheet.parse.entities[draft.voice.head] in ("PERSON", "GPE", "NORP"):
        return None
    channel = noun_channel(sheet, draft.voice.head, book)
    return (
        channel
        if channel not in ("meeting", "parliament", "court", "rally", "television", "newspaper", "radio")
        else None
    )


def _of_hearer(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel that a hearer implies ("told a news conference", "told parliament", "told Radio Free ...")."""
    if draft.addressee is None:
        return None
    for token in range(*draft.addressee):
        channel = noun_channel(sheet, token, book)
        if channel is not None:
            return channel
    return None
