"""Choose the windows that the tagger reads: those where it may well change what the rules found.

Running it over a window costs more than all that the rules do there, and where plain statements account for the window
next to nothing would come of it. What tells so is the rules' own reading: quotations and verbs that it leaves over,
cues without content, contents of a few words, sources that are no subject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.tagging.fitted import fitted
from standoff.attributing.tagging.windows import Window

FEATURES = (
    *("words", "sentences", "covered", "uncovered", "quotations", "verbs", "cues", "drafts", "short", "quoted"),
    *("indirect", "nested", "phrases", "nameless"),
)
_CHANGE = 0.06  # least chance of a change at which a window is read
_SHORT = 30  # code points of a content that is a few words
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Account:
    """Hold how the rules account for a page, by token summed up (n + 1): what is covered, quoted, and verbs left over.

    `drafts` and the heads of cues of speech without one, `spare`, are in text order.
    """

    sheet: Sheet
    covered: Sequence[int]
    quoted: Sequence[int]
    verbs: Sequence[int]
    drafts: Sequence[Draft]
    spare: Sequence[int]


def account(sheet: Sheet, cues: Iterable[Cue], drafts: Iterable[Draft]) -> Account:
    """Return how drafts account for a page, in which cues were found."""
    ordered = sorted(drafts, key=lambda draft: draft.cue.head)
    heads = {draft.cue.head for draft in ordered}
    told = bytearray(len(sheet.parse))
    for draft in ordered:
        for start, stop in draft.content:
            inside = sheet.parse.tokens_in(start, stop)
            told[inside.start : inside.stop] = b"\1" * len(inside)
    verbs = [
        tag in _FINITE and not inside and token not in heads
        for token, (tag, inside) in enumerate(zip(sheet.parse.tags, told, strict=True))
    ]
    quoted = [index >= 0 for index in sheet.quote_index]
    spare = [cue.head for cue in cues if cue.entry.kind != "attitude" and cue.entry.pos == "verb"]
    covered, within, free = (tuple(accumulate(row, initial=0)) for row in (told, quoted, verbs))
    return Account(sheet, covered, within, free, ordered, sorted(head for head in spare if head not in heads))


def worth_reading(seen: Account, cut: Iterable[Window]) -> Iterator[Window]:
    """Yield the windows where the tagger may well change what the rules found."""
    gate = fitted("gate", FEATURES)
    for window in cut:
        if gate.chance(features(seen, window)) >= _CHANGE:
            yield window


def features(seen: Account, window: Window) -> tuple[float, ...]:
    """Return what speaks for and against a change in a window, as FEATURES names it."""
    sheet = seen.sheet
    tokens = sheet.parse.tokens_in(window.starts[0], window.stops[-1])
    first, stop = tokens.start, tokens.stop
    low, high = (bisect_left(seen.drafts, token, key=_head) for token in (first, stop))
    drafts = seen.drafts[low:high]
    told = seen.covered[stop] - seen.covered[first]
    sentences = sheet.sentence_index[stop - 1] - sheet.sentence_index[first] + 1 if tokens else 0
    return (
        log(len(window.starts)),
        sentences,
        told / max(1, len(tokens)),
        (len(tokens) - told) / 20,
        sum(not _told(seen, quote.first, quote.last + 1) for quote in sheet.quotes if first <= quote.first < stop),
        seen.verbs[stop] - seen.verbs[first],
        bisect_left(seen.spare, stop) - bisect_left(seen.spare, first),
        len(drafts),
        sum(0 < sum(b - a for a, b in draft.content) < _SHORT for draft in drafts),
        sum(_is_quoted(seen, draft) for draft in drafts),
        sum(draft.voice is not None and sheet.parse.deps[draft.voice.head] != "nsubj" for draft in drafts),
        sum(_told(seen, draft.cue.head, draft.cue.head + 1) for draft in drafts),
        sum(draft.cue.entry.pos == "prep" for draft in drafts),
        sum(draft.voice is None for draft in drafts),
    )


def _head(draft: Draft) -> int:
    """Return the token that heads a draft's cue."""
    return draft.cue.head


def _told(seen: Account, first: int, stop: int) -> bool:
    """Tell whether any of some tokens stands in a content."""
    return seen.covered[stop] > seen.covered[first]


def _is_quoted(seen: Account, draft: Draft) -> bool:
    """Tell whether a content holds words of a quotation."""
    inside = (seen.sheet.parse.tokens_in(start, stop) for start, stop in draft.content)
    return any(seen.quoted[tokens.stop] > seen.quoted[tokens.start] for tokens in inside)
