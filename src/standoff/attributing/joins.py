"""Join to a statement what goes on from it: quotations that no cue claims, and its speaker's words without marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from standoff.attributing.drafts import Draft, around
from standoff.attributing.quotations import Quotation
from standoff.attributing.sheet import Sheet

_OWN = frozenset({"i", "we", "my", "our", "me", "us"})
_ENDS = frozenset({".", "!", "?", "…", "...", ","})


def join_quotations(sheet: Sheet, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return the drafts with each unclaimed quotation of whole sentences added to the quoting draft just before it."""
    result = sorted(drafts, key=lambda draft: draft.cue.head)
    for quote in sheet.quotes:
        at = bisect_left(result, quote.first, key=lambda draft: draft.cue.head)
        near = around(result, at)
        if not _is_speech(sheet, quote) or any(_touches(result[index], quote) for index in near):
            continue
        index = _last_before(sheet, result, range(near.start, min(at, len(result))), quote)
        if index is not None:
            result[index] = result[index].grown((quote.start, quote.stop))
    return tuple(_run_on(sheet, draft) for draft in result)


def _run_on(sheet: Sheet, draft: Draft) -> Draft:
    """Return a draft whose speaker's own words after a colon go on: "wrote: Our patience ends. We demand answers."."""
    first = sheet.parse.token_at(draft.content[0][0]) if len(draft.content) == 1 else 0
    if first <= draft.cue.head or sheet.words[first - 1] != ":" or not _is_own(sheet, sheet.sentence(first)):
        return draft
    stop = last = sheet.sentence(first).stop
    if _last_token(sheet, draft) < stop - 2:
        return draft
    while stop < len(sheet.parse) and sheet.same_block(stop, first) and _is_own(sheet, sheet.sentence(stop)):
        stop = sheet.sentence(stop).stop
    return draft if stop == last else replace(draft, content=((draft.content[0][0], sheet.parse.stops[stop - 1]),))


def _is_own(sheet: Sheet, sentence: range) -> bool:
    """Tell whether a sentence speaks in the first person and stands in no quotation."""
    own = any(sheet.words[token] in _OWN for token in sentence)
    return own and all(sheet.quote_index[token] < 0 for token in sentence)


def _is_speech(sheet: Sheet, quote: Quotation) -> bool:
    """Tell whether a quotation stands alone as one or more whole sentences."""
    before, after = quote.first - 1, quote.last + 1
    starts = (
        before < 0
        or sheet.words[before] in (".", "!", "?", ":", "”", '"', "’", "'", "»")
        or _new_block(sheet, quote.first)
    )
    ends = after >= len(sheet.parse) or _new_block(sheet, after) or sheet.words[quote.last - 1] in _ENDS
    return starts and ends and quote.last - quote.first >= 3 and sheet.words[quote.last - 1] != ","


def _new_block(sheet: Sheet, token: int) -> bool:
    """Tell whether a layout block begins with a token."""
    return token == 0 or not sheet.same_block(token, token - 1)


def _touches(draft: Draft, quote: Quotation) -> bool:
    """Tell whether a draft that does not stand in a quotation itself has content that shares a character with it."""
    if quote.first <= draft.cue.head <= quote.last:
        return False
    return any(start < quote.stop and quote.start < stop for start, stop in draft.content)


def _last_before(sheet: Sheet, drafts: list[Draft], before: range, quote: Quotation) -> int | None:
    """Return the quoting draft whose sentence ends where a quotation begins, or nothing."""
    for index in reversed(before):
        draft = drafts[index]
        if draft.cue.head >= quote.first or not draft.content or sheet.quote_index[draft.cue.head] >= 0:
            continue
        if not _quotes(sheet, draft):
            return None
        end = max(sheet.sentence(draft.cue.head).stop, _last_token(sheet, draft) + 1)
        gap = quote.first - end
        return index if 0 <= gap <= 1 else None
    return None


def _quotes(sheet: Sheet, draft: Draft) -> bool:
    """Tell whether a draft's content holds a quotation of its own."""
    return any(
        start <= quote.start and quote.stop <= stop
        for start, stop in draft.content
        for quote in sheet.quotes_in(start, stop)
    )


def _last_token(sheet: Sheet, draft: Draft) -> int:
    """Return the last token of a draft's content."""
    return sheet.parse.token_at(draft.content[-1][1] - 1)
