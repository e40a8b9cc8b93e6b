"""Choose between what the rules and what the tagger read as the content of one cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from standoff.attributing.drafts import Draft, Fragment
from standoff.attributing.sheet import Sheet

SAME = 0.8  # of two contents' characters shared: no choice between them matters
_SLACK = 2  # code points: a quotation mark more or less
_AFTER = 5  # code points after a border that are looked at


def is_better(sheet: Sheet, draft: Draft, read: Sequence[Fragment], heads: Sequence[int]) -> bool:
    """Tell whether the tagger's content may take the place of the rules'.

    Where it merely begins earlier, or goes on after a comma, or ends earlier without leaving out another cue, the rules
    are right more often; `heads` are where all cues begin.
    """
    ruled = draft.content
    common = shared(ruled, read)
    if common >= SAME or _leaves_object(sheet, draft, read) or _takes_next(sheet, draft, read, heads):
        return False
    if common == 0:
        return True
    stop, ruled_stop = read[-1][1], ruled[-1][1]
    if read[0][0] < ruled[0][0] - _SLACK:
        return False
    if stop > ruled_stop and len(read) <= len(ruled) and abs(read[0][0] - ruled[0][0]) <= _SLACK:
        return _goes_on(sheet.page.document.text[ruled_stop : ruled_stop + _AFTER])
    if stop < ruled_stop and abs(read[0][0] - ruled[0][0]) <= _SLACK:
        return bisect_left(heads, stop) < bisect_left(heads, ruled_stop)
    return True


def _leaves_object(sheet: Sheet, draft: Draft, read: Sequence[Fragment]) -> bool:
    """Tell whether other content leaves out the object right after a verb: "Ten die in raid, army | blames rebels"."""
    taken = sheet.child(draft.cue.head, "dobj")
    if taken is None or draft.voice is None or sheet.lefts[taken] != draft.cue.stem + 1:
        return False
    before = shared(draft.content, read) == 0 and read[-1][1] <= sheet.parse.starts[draft.voice.first]
    return before and not any(sheet.quotes_in(*fragment) for fragment in read)


def _takes_next(sheet: Sheet, draft: Draft, read: Sequence[Fragment], heads: Sequence[int]) -> bool:
    """Tell whether other content takes in the next act of the same speaker: "asks him to go | and warns of ruin"."""
    verbs = (sheet.parse.starts[verb] for verb in sheet.children(draft.cue.head, "conj"))
    acts = [act for act in verbs if bisect_left(heads, act) < bisect_right(heads, act)]
    return any(start <= act < stop and not draft.covers(act) for act in acts for start, stop in read)


def _goes_on(after: str) -> bool:
    """Tell whether a clause goes on in the words after a border, for no sign stands there but an abbreviation's."""
    words = after.lstrip()
    if words[:1] == ".":
        words = words[1:].lstrip()
        return words[:1].islower() or words[:1].isdigit()
    return words[:1].isalnum()


def shared(left: Sequence[Fragment], right: Sequence[Fragment]) -> float:
    """Return the share of characters that two sorted sets of fragments have in common, 0 to 1."""
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)
    whole = sum(b - a for a, b in (*left, *right)) - common
    return common / whole if whole else 1.0


def up_to(text: str, content: Sequence[Fragment], source: int) -> tuple[Fragment, ...]:
    """Return content whose fragments end before a source that stands in them (", the mayor, Jan Kask, told us")."""
    ends = (start + len(text[start:source].rstrip(" ,")) if start < source < stop else stop for start, stop in content)
    return tuple((start, stop) for (start, _), stop in zip(content, ends, strict=True) if start < stop)
