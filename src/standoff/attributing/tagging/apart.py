"""Keep of attributions read over the same words the one most to be believed, as PolNeAR marks a word in one alone."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standoff.attributing.tagging.tagger import Found

Fragment = tuple[int, int]


def apart(believed: Iterable[tuple[float, Found]], least: float) -> list[Found]:
    """Return what is believed from a chance on and shares no content with what is believed more, in order of cues."""
    taken: list[Fragment] = []
    kept = []
    for belief, one in sorted(believed, key=lambda pair: (-pair[0], pair[1].cue)):
        if belief >= least and not any(_meets(taken, fragment) for fragment in one.content):
            kept.append(one)
            for fragment in one.content:
                insort(taken, fragment)
    return sorted(kept, key=lambda one: (one.cue, one.content))


def _meets(taken: list[Fragment], fragment: Fragment) -> bool:
    """Tell whether a fragment shares a character with any of some sorted fragments that lie apart."""
    at = bisect_left(taken, fragment)
    after = at < len(taken) and taken[at][0] < fragment[1]
    return after or (at > 0 and taken[at - 1][1] > fragment[0])
