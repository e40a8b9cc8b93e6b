"""Choose the sentences that the tagger reads: those where it may well change what the rules found.

Running it over a sentence costs more than all that the rules do there, and where plain statements account for it next
to nothing would come of it. What tells so is the rules' own reading: quotations and verbs that it leaves over, cues
without content, contents of a few words, sources that are no subject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import log

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.tagging.fitted import fitted
from standoff.attributing.tagging.windows import Window

_OF_DRAFTS = ("drafts", "short", "quoted", "indirect", "nested", "phrases", "nameless")
FEATURES = (
    *("words", "first", "last", "covered", "uncovered", "verbs", "quotations", "cues", "attitudes", "speech"),
    *_OF_DRAFTS,
)
_CHANGE = 0.08  # least chance of a change at which a sentence is read
_SHORT = 30  # code points of a content that is a few words
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
Part = tuple[int, int]  # words `[first, after)` of a window


@dataclass(frozen=True, slots=True)
class Account:
    """Hold how the rules account for a page, by token summed up (n + 1): what is covered, quoted, and verbs left over.

    `tied` are 1 where no border may part a token from the one before: within a quotation, or a cue and its content. The
    rest are sorted tokens: where quotations left over begin, the heads of cues of speech, of those without a draft,
    of attitudes, and of drafts with what tells about each of them.
    """

    sheet: Sheet
    tied: Sequence[int]
    covered: Sequence[int]
    quoted: Sequence[int]
    verbs: Sequence[int]
    quotes: Sequence[int]
    speech: Sequence[int]
    spare: Sequence[int]
    attitudes: Sequence[int]
    heads: Sequence[int]
    drafts: Sequence[tuple[int, ...]]


def account(sheet: Sheet, cues: Iterable[Cue], drafts: Iterable[Draft]) -> Account:
    """Return how drafts account for a page, in which cues were found."""
    ordered = sorted(drafts, key=lambda draft: draft.cue.head)
    heads = [draft.cue.head for draft in ordered]
    told = bytearray(len(sheet.parse))
    for draft in ordered:
        for start, stop in draft.content:
            inside = sheet.parse.tokens_in(start, stop)
            told[inside.start : inside.stop] = b"\1" * len(inside)
    known = frozenset(heads)
    verbs = [
        tag in _FINITE and not inside and token not in known
        for token, (tag, inside) in enumerate(zip(sheet.parse.tags, told, strict=True))
    ]
    quoted = [index >= 0 for index in sheet.quote_index]
    covered, within, free = (tuple(accumulate(row, initial=0)) for row in (told, quoted, verbs))
    speech = sorted((cue.head, cue.entry.pos) for cue in cues if cue.entry.kind != "attitude")
    return Account(
        sheet, _tied(sheet, ordered), covered, within, free,
        quotes=[q.first for q in sheet.quotes if not any(told[q.first : q.last + 1])],
        speech=[head for head, _ in speech],
        spare=[head for head, pos in speech if pos == "verb" and head not in known],
        attitudes=sorted(cue.head for cue in cues if cue.entry.kind == "attitude"),
        heads=heads,
        drafts=[_of_draft(sheet, draft, (covered, within)) for draft in ordered],
    )  # fmt: skip


def worth_reading(seen: Account, cut: Iterable[Window]) -> Iterator[Window]:
    """Yield the parts of windows where the tagger may well change what the rules found.

    A sentence between two such is read along with them, for a window is better not torn for so little.
    """
    gate = fitted("gate", FEATURES)
    for window in cut:
        parts = sentences(seen, window)
        likely = [gate.chance(row) >= _CHANGE for row in features(seen, window, parts)]
        between = [False, *(a and b for a, b in zip(likely, likely[2:], strict=False)), False]
        read = (one or other for one, other in zip(likely, between, strict=False))
        for kept, run in groupby(zip(read, parts, strict=True), key=lambda pair: pair[0]):
            if kept:
                together = [part for _, part in run]
                yield window.part(together[0][0], together[-1][1])


def sentences(seen: Account, window: Window) -> list[Part]:
    """Return the sentences of a window, as words `[first, after)`, those in one that a quotation or content ties."""
    sheet = seen.sheet
    tokens = sheet.parse.tokens_in(window.starts[0], window.stops[-1])
    inner = range(sheet.sentence_index[tokens[0]] + 1, sheet.sentence_index[tokens[-1]] + 1) if tokens else ()
    firsts = (sheet.sentences[number].start for number in inner)
    begins = (bisect_left(window.starts, sheet.parse.starts[first]) for first in firsts if not seen.tied[first])
    return list(pairwise(sorted({0, *begins, len(window.starts)})))


def features(seen: Account, window: Window, parts: Sequence[Part]) -> Iterator[tuple[float, ...]]:
    """Yield what speaks for and against a change in each sentence of a window, as FEATURES names it."""
    for number, (first, after) in enumerate(parts):
        tokens = seen.sheet.parse.tokens_in(window.starts[first], window.stops[after - 1])
        low, high = tokens.start, tokens.stop
        told = seen.covered[high] - seen.covered[low]
        speaks = seen.quoted[high] > seen.quoted[low] or _between(seen.speech, low, high) > 0
        rows = seen.drafts[bisect_left(seen.heads, low) : bisect_left(seen.heads, high)]
        yield (
            log(after - first),
            number == 0,
            number == len(parts) - 1,
            told / max(1, len(tokens)),
            (len(tokens) - told) / 20,
            seen.verbs[high] - seen.verbs[low],
            *(_between(places, low, high) for places in (seen.quotes, seen.spare, seen.attitudes)),
            speaks,
            *(map(sum, zip(*rows, strict=True)) if rows else (0,) * len(_OF_DRAFTS)),
        )


def _between(places: Sequence[int], low: int, high: int) -> int:
    """Return how many of some sorted tokens are in `[low, high)`."""
    return bisect_left(places, high) - bisect_left(places, low)


def _of_draft(sheet: Sheet, draft: Draft, summed: tuple[Sequence[int], Sequence[int]]) -> tuple[int, ...]:
    """Return what tells about a draft, as the last of FEATURES name it, by what is covered and quoted, summed up."""
    covered, quoted = summed
    head, voice = draft.cue.head, draft.voice
    inside = (sheet.parse.tokens_in(start, stop) for start, stop in draft.content)
    return (
        1,
        0 < sum(stop - start for start, stop in draft.content) < _SHORT,
        any(quoted[tokens.stop] > quoted[tokens.start] for tokens in inside),
        voice is not None and sheet.parse.deps[voice.head] != "nsubj",
        covered[head + 1] > covered[head],
        draft.cue.entry.pos == "prep",
        voice is None,
    )


def _tied(sheet: Sheet, drafts: Iterable[Draft]) -> bytearray:
    """Return 1 for each token that a quotation, or a cue with its content, holds together with the one before."""
    tied = bytearray(len(sheet.parse))
    spans = [(quote.first, quote.last) for quote in sheet.quotes]
    for draft in drafts:
        tokens = [sheet.parse.tokens_in(*fragment) for fragment in draft.content]
        places = [draft.cue.head, *(place for one in tokens if one for place in (one[0], one[-1]))]
        spans.append((min(places), max(places)))
    for first, last in spans:
        tied[first + 1 : last + 1] = b"\1" * (last - first)
    return tied
