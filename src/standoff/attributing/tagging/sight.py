"""Tell whether a tagger's first sight of a window bears out what the rules read there, so that it need not look again.

A network's first layer of labels says of each word whether it is of some source, cue or content, not of which; that is
enough to see that nothing speaks against the rules' reading of a cue. Looking again costs a sixth of the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from standoff.attributing.tagging.windows import Window

Fragment: TypeAlias = tuple[int, int]
Words: TypeAlias = NDArray[np.bool_]

_LIKELY = 0.3  # least chance of a cue that counts as borne out: below, the tagger may well hold it for none
_WHOLE = 0.95  # least share of the content's words that are seen as content
_STRAY = 1  # words seen as content that belong to none, at most
_AROUND = 40  # words on each side of a cue in which stray ones count


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """Hold a cue that the rules found, with the source and content that they read; code points."""

    cue: Fragment
    source: Fragment | None = None
    content: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """Hold what is seen at first of a window's words: which are of a source, of a content, and of none that is asked.

    `strange_sources` and `strange_contents` are words that no reading of the rules in this window accounts for.
    """

    window: Window
    sources: Words
    contents: Words
    strange_sources: Words
    strange_contents: Words


def sight_of(window: Window, sources: Words, contents: Words, asked: Sequence[Asked]) -> Sight:
    """Return the first sight of a window by the words seen as source and content, against all that is asked of it."""
    told = np.zeros(len(contents), bool)
    named = np.zeros(len(sources), bool)
    for one in asked:
        told |= _words(window, one.content)
        named |= _words(window, (one.source,) if one.source else ())
    return Sight(window, sources, contents, sources & ~named, contents & ~told)


def bears_out(sight: Sight, one: Asked, chance: float) -> bool:
    """Tell whether a cue is likely, all its content seen as such, its source too, and no word around left over."""
    inside = _words(sight.window, one.content)
    if chance < _LIKELY or not inside.any() or sight.contents[inside].mean() < _WHOLE:
        return False
    at = sight.window.words_in(*one.cue).start
    around = slice(max(0, at - _AROUND), at + _AROUND)
    return bool(sight.strange_contents[around].sum() <= _STRAY and not sight.strange_sources[around].any())


def _words(window: Window, fragments: Sequence[Fragment]) -> Words:
    """Return which words of a window begin in some fragments."""
    starts = np.array(window.starts)
    found = np.zeros(len(starts), bool)
    for start, stop in fragments:
        found[np.searchsorted(starts, start) : np.searchsorted(starts, stop)] = True
    return found
