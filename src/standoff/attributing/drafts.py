"""Hold what the span finder hands on: source, cue and content of one attribution, before parties and acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from standoff.attributing.cues import Cue

Fragment = tuple[int, int]
_NEAR = 50  # drafts on either side


@dataclass(frozen=True, slots=True)
class Voice:
    """Hold the tokens that name a source, `[first, stop)`, its head, and whether the subject was left out here."""

    first: int
    stop: int
    head: int
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold one attribution: the cue, who speaks, content as `[start, stop)` code points, hearer and adjuncts (tokens).

    `meant` names the source elsewhere in the text, where the words here do not ("A: ..." in an interview).
    A learned span finder can make drafts as well as the rules do; acts, channels, parties and nesting follow.
    """

    cue: Cue
    voice: Voice | None
    content: tuple[Fragment, ...]
    addressee: Fragment | None = None
    adjuncts: tuple[Fragment, ...] = ()
    meant: Voice | None = None

    def covers(self, offset: int) -> bool:
        """Tell whether an offset lies in the content."""
        return any(start <= offset < stop for start, stop in self.content)

    def grown(self, *fragments: Fragment) -> Draft:
        """Return the draft with further fragments of content."""
        return replace(self, content=tuple(sorted((*self.content, *fragments))))


def around(drafts: Sequence[Draft], index: int) -> range:
    """Return the positions of the drafts near one in text order, which alone can hold it or stand in it."""
    return range(max(0, index - _NEAR), min(len(drafts), index + _NEAR + 1))
