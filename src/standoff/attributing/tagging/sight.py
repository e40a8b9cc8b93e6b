"""Tell whether a tagger's first sight of a window bears out what the rules read there, so that it need not look again.

A network's first layer of labels says of each word whether it is of some source, cue or content, not of which; that is
mostly enough to see that nothing would change the rules' reading of a cue. Looking again costs a sixth of the window.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TypeAlias

import numpy as np

from standoff.attributing.tagging.decode import Scores
from standoff.attributing.tagging.fitted import fitted, logit
from standoff.attributing.tagging.windows import Window

Fragment: TypeAlias = tuple[int, int]

FEATURES = ("cue", "missing", "stray", "begins", "begun", "source")
_CHANGE = 0.08  # least chance that looking again changes the reading at which it is done
_AROUND = 40  # words on each side of a cue in which stray ones count


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """Hold a cue that the rules found, with the source and content that they read; code points."""

    cue: Fragment
    source: Fragment | None = None
    content: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """Hold what is seen at first of a window of n words, each row summed up to a word (n + 1).

    `sources` and `contents` are chances that a word is of one, `strays` those of content that no reading of the rules
    in this window accounts for, `begins` those that a content begins there.
    """

    window: Window
    sources: list[float]
    contents: list[float]
    strays: list[float]
    begins: list[float]


def sight_of(window: Window, seen: Scores, asked: Sequence[Asked]) -> Sight:
    """Return the first sight of a window by the chances (n, 3, 3) of its words' labels, against all that is asked."""
    contents = 1 - seen[:, 2, 0]
    strays = contents.copy()
    for one in asked:
        for first, after in _words(window, one.content):
            strays[first:after] = 0
    return Sight(window, *(_summed(row) for row in (1 - seen[:, 0, 0], contents, strays, seen[:, 2, 1])))


def bears_out(sight: Sight, one: Asked, chance: float) -> bool:
    """Tell whether looking again at a cue that was found with some chance would hardly change what is asked."""
    given = features(sight, one, chance)
    return given is not None and fitted("sight", FEATURES).chance(given) < _CHANGE


def features(sight: Sight, one: Asked, chance: float) -> tuple[float, ...] | None:
    """Return what speaks for and against a reading, as FEATURES names it; nothing where it has no content here."""
    inside = _words(sight.window, one.content)
    if not inside:
        return None
    at = bisect_left(sight.window.stops, one.cue[0] + 1)
    low, high = max(0, at - _AROUND), min(len(sight.window.starts), at + _AROUND)
    begins = _between(sight.begins, low, high) - sum(
        _between(sight.begins, max(a, low), min(b, high)) for a, b in inside if a < high and low < b
    )
    source = _words(sight.window, (one.source,) if one.source else ())
    first = inside[0][0]
    return (
        logit(chance),
        log1p(sum(b - a - _between(sight.contents, a, b) for a, b in inside)),
        log1p(_between(sight.strays, low, high)),
        log1p(max(0.0, begins)),
        _between(sight.begins, first, first + 1),
        sum(_between(sight.sources, a, b) / (b - a) for a, b in source) if source else 0.5,
    )


def _any(_cue: Fragment) -> bool:
    """Let every cue pass."""
    return True


@dataclass(frozen=True, slots=True)
class Wanted:
    """Say of which cues an attribution is wanted: of those asked for, and of others from the chance `least` on.

    Of others only those count that `admits` lets pass. Nothing is made of what is asked below the chance `floor`, so
    that its source and content are not looked for; nor are they where `bears_out` holds at first sight.
    """

    asked: Sequence[Asked] = ()
    least: float = 0.5
    floor: float = 0.0
    admits: Callable[[Fragment], bool] = _any
    bears_out: Callable[[Sight, Asked, float], bool] = bears_out


def _words(window: Window, fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the words `[first, after)` of a window that begin in each fragment, where there are any."""
    found = [(bisect_left(window.starts, start), bisect_left(window.starts, stop)) for start, stop in fragments]
    return [(first, after) for first, after in found if first < after]


def _summed(row: Scores) -> list[float]:
    """Return the sums of a row up to each word."""
    return [0.0, *np.cumsum(row, dtype=np.float64).tolist()]


def _between(sums: Sequence[float], first: int, after: int) -> float:
    """Return the sum over words `[first, after)`."""
    return sums[after] - sums[first]
