"""Say through which medium something was said: the cue's own, an adjunct's, the source's, the hearer's."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.attributing.adjuncts import noun_channel
from standoff.attributing.drafts import Draft, around
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook
from standoff.model.entity import PartyRef

_CARRIERS = frozenset({"in", "on", "at", "by", "via", "over", "through", "during"})
_LOOSE = frozenset({"meeting", "report", "note", "rally", "demonstration", "speech", "parliament", "court"})
_PLACES = frozenset({"meeting", "parliament", "court", "rally", "demonstration", "briefing"})
_ASSEMBLIES = _PLACES - {"briefing"}
_OUTLETS = frozenset({"television", "radio"})
_ONLY_SOURCES = frozenset({"agreement"})  # "the agreement says", but "in an agreement" somebody agrees
_GENERAL = frozenset({"social media", "meeting"})  # a narrower one beside them counts: "a forum shown on television"
_OF_ONE = frozenset({"report", "website"})  # sources in the singular alone
_LONGEST_ADJUNCT = 14  # tokens
_LONGEST_HANDLE = 40  # characters between a name and its handle


def find_channels(
    sheet: Sheet,
    drafts: Sequence[Draft],
    book: ActBook,
    sources: Sequence[tuple[PartyRef, ...]] = (),
) -> list[str | None]:
    """Return the channel of each draft; acts of one breath share it, and what one goes on to say keeps it.

    `sources` holds who speaks in each draft, where that is known.
    """
    found = [find_channel(sheet, draft, book) for draft in drafts]
    for index, draft in enumerate(drafts):
        near = around(drafts, index)
        if found[index] is None and draft.voice is not None:
            breath = (i for i in (*range(index - 1, near.start - 1, -1), *range(index + 1, near.stop)) if found[i])
            found[index] = next((found[i] for i in breath if _same_breath(sheet, drafts[i], draft)), None)
        before = _last(sheet, drafts, near.start, index)
        if found[index] is None and sources and before is not None and sources[index] == sources[before] != ():
            found[index] = found[before] if sheet.same_block(draft.cue.head, drafts[before].cue.head) else None
    return found


def _last(sheet: Sheet, drafts: Sequence[Draft], first: int, index: int) -> int | None:
    """Return the last draft before one that is no part of what another says, unless that one says this too."""
    before = index - 1
    while before > first and drafts[before - 1].covers(sheet.parse.starts[drafts[before].cue.head]):
        before -= 1
    holds = before < first or drafts[before].covers(sheet.parse.starts[drafts[index].cue.head])
    return None if holds else before


def _same_breath(sheet: Sheet, other: Draft, draft: Draft) -> bool:
    """Tell whether two drafts share their subject within a sentence, one act joined to the other."""
    if other.voice is None or draft.voice is None or other.voice.head != draft.voice.head:
        return False
    return sheet.sentence_index[other.cue.head] == sheet.sentence_index[draft.cue.head]


def find_channel(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel of a draft, or nothing where the text names none."""
    own = _of_cue(sheet, draft, book)
    if own is not None and own != "social media":
        return own
    if draft.voice is not None and _has_handle(sheet, draft.voice.stop):
        return "twitter"
    if draft.voice is not None and sheet.listed(draft.voice.head, "marchers"):
        return "rally" if sheet.parse.lemmas[draft.voice.head].lower() == "rally" else "demonstration"
    return (
        _of_adjuncts(sheet, draft, book)
        or own
        or _of_source(sheet, draft, book)
        or _of_hearer(sheet, draft, book)
        or _of_carrier(sheet, draft, book)
        or _of_writing(sheet, draft)
    )


def _of_cue(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel that the verb itself names; an embassy that protests does not march."""
    own = book.channel_cues.get(sheet.parse.lemmas[draft.cue.head].lower())
    if own != "demonstration" or draft.voice is None:
        return own
    head = draft.voice.head
    marching = "crowd" in book.speakers_of.get(sheet.parse.lemmas[head].lower(), ())
    return own if marching or sheet.parse.tags[head] in ("NNS", "NNPS") else None


def _of_writing(sheet: Sheet, draft: Draft) -> str | None:
    """Return a letter where somebody writes to another, and nothing says through what."""
    verb = draft.cue.head
    if sheet.parse.lemmas[verb].lower() != "write" or draft.cue.passive:
        return None
    links = (c for c in sheet.children(verb, "prep", "dative") if sheet.words[c] == "to")
    return "letter" if next(links, None) is not None else None


def _has_handle(sheet: Sheet, stop: int) -> bool:
    """Tell whether a handle in brackets follows the speaker's name on its line: "Ann Lee (@annlee)"."""
    at = sheet.parse.stops[stop - 1]
    line = sheet.page.document.text[at : at + _LONGEST_HANDLE].partition("\n")[0]
    return "(@" in line


def _of_adjuncts(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel that an adjunct of the cue names, outside the content, in text order."""
    firsts = {c for t in draft.cue.tokens for c in sheet.parse.children[t] if sheet.parse.deps[c] in ("prep", "agent")}
    firsts |= {first for first, stop in draft.adjuncts if stop - first <= _LONGEST_ADJUNCT}
    after = sheet.parse.token_at(draft.content[-1][1] - 1) + 1 if draft.content else len(sheet.parse)
    if after < len(sheet.parse) and sheet.sentence_index[after] == sheet.sentence_index[draft.cue.head]:
        firsts.add(after)  # "... from the town in a tweet", hung on the town
    if draft.voice is not None:  # "the minister, in an interview, ruled out": hung on the minister
        loose = sheet.children(draft.voice.head, "prep")
        said = sheet.children(draft.voice.head, "acl")  # "a contractor reached by phone"
        firsts.update(c for a in said for c in sheet.children(a, "prep", "agent"))
        firsts |= {c for c in loose if c > draft.voice.head and sheet.words[c - 1] == ","}
    for clause in sheet.children(draft.cue.head, "advcl"):  # "Speaking by phone, he said"
        if sheet.listed(clause, "lead_in") and sheet.parse.tags[clause] in ("VBG", "VBN"):
            firsts.update(sheet.children(clause, "prep"))
    return _first_named(sheet, sorted(firsts), draft, book) or _of_interview(sheet, draft)


def _of_interview(sheet: Sheet, draft: Draft) -> str | None:
    """Return an interview where the speaker was interviewed: "Interviewed by the daily, she said"."""
    about = (draft.cue.head, *(() if draft.voice is None else (draft.voice.head,)))
    clauses = (
        c for token in about for c in sheet.children(token, "advcl", "acl") if not draft.covers(sheet.parse.starts[c])
    )
    return "interview" if any(sheet.words[c] == "interviewed" for c in clauses) else None


def _first_named(sheet: Sheet, firsts: Sequence[int], draft: Draft, book: ActBook) -> str | None:
    """Return the channel of the first phrase that names one."""
    for first in firsts:
        if sheet.words[first] not in _CARRIERS:
            continue
        noun = next(iter(sheet.children(first, "pobj", "pcomp")[::-1]), None)  # "e-mail" comes as three objects
        if noun is None or draft.covers(sheet.parse.starts[noun]):
            continue
        channel = _named(sheet, noun, book)
        # No message: "at a command post", "on a border post".
        at_a_post = sheet.words[noun] == "post" and sheet.words[first] != "in"
        if channel in _ONLY_SOURCES or (channel == "social media" and at_a_post):
            continue
        if channel is not None and not (channel in _LOOSE and sheet.words[first] not in ("in", "at", "during")):
            return channel
    return None


def _of_carrier(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel of the deed that an act goes with: "issued a statement defending", "held calls to urge"."""
    verb, above = draft.cue.head, sheet.parse.heads[draft.cue.head]
    if draft.cue.entry.pos != "verb" or sheet.parse.tags[verb] not in ("VBG", "VB") or above == verb:
        return None
    if sheet.parse.deps[verb] in ("acl", "relcl") and sheet.listed(above, "issued"):
        return _named(sheet, above, book)
    if sheet.listed(above, "marching") and sheet.parse.pos[above] == "VERB":
        return "demonstration"
    if above in sheet.speaking or sheet.parse.pos[above] != "VERB" or sheet.parse.deps[above] == "ccomp":
        return None
    named = (_named(sheet, noun, book) for noun in sheet.children(above, "dobj") if noun < verb)
    carried = next((channel for channel in named if channel not in (None, "report")), None)
    return carried or _first_named(sheet, [c for c in sheet.children(above, "prep") if c < verb], draft, book)


def _named(sheet: Sheet, noun: int, book: ActBook) -> str | None:
    """Return the channel that a noun, a modifier ("Facebook page") or a complement ("thread of tweets") names."""
    own = noun_channel(sheet, noun, book)
    if own == "interview":
        return own
    for child in sheet.children(noun, "compound", "nmod", "amod"):
        channel = noun_channel(sheet, child, book)
        if channel is not None and channel not in _LOOSE and (own is None or channel != "website"):
            return channel
    within = [p for holder in (noun, *sheet.children(noun, "acl")) for p in sheet.children(holder, "prep")]
    inner = [c for p in within if sheet.words[p] in ("of", "on") for c in sheet.children(p, "pobj")]
    deeper = next((channel for c in inner if (channel := noun_channel(sheet, c, book)) is not None), None)
    return deeper or own if own is None or own in _GENERAL else own


def _of_source(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel when the source is a paper itself ("the statement said")."""
    if draft.voice is None or sheet.parse.pos[draft.voice.head] not in ("NOUN", "PROPN"):
        return None
    channel = noun_channel(sheet, draft.voice.head, book)
    if channel in _OF_ONE and sheet.parse.tags[draft.voice.head] == "NNS":  # "media reports", "Russian websites"
        return None
    if sheet.parse.pos[draft.voice.head] == "PROPN":  # "Pakistani state TV", not "The Washington Post"
        return channel if channel in _OUTLETS else None
    return channel if channel not in _PLACES else None


def _of_hearer(sheet: Sheet, draft: Draft, book: ActBook) -> str | None:
    """Return the channel that a hearer implies ("told a news conference", "told a local radio station")."""
    if draft.addressee is None:
        return None
    for token in range(*draft.addressee):
        channel = noun_channel(sheet, token, book)
        if channel is not None and channel not in _ASSEMBLIES:
            return channel
    return None
