"""Choose how spans of attributions are found: by rules alone, or by rules and the trained tagger together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.tagging import weights
from standoff.attributing.tagging.apart import apart
from standoff.attributing.tagging.combine import DEFAULT, Policy, as_read, combined
from standoff.attributing.tagging.windows import Window, windows
from standoff.codebook.acts import ActBook
from standoff.errors import ModelError

if TYPE_CHECKING:
    from standoff.attributing.tagging.sight import Asked
    from standoff.attributing.tagging.tagger import Tagger

RULES, TAGGER, BOTH = "rules", "tagger", "both"
OURS, POLNEAR = 1, 0  # conventions: PolNeAR marks attitudes too, and nothing inside a content
_AS_SET = "none: rules alone, as set"


@dataclass(frozen=True, slots=True)
class Spans:
    """Find drafts by rules and, where there is one, a tagger; `digest` names the tagger, or says why there is none.

    `alone` leaves the rules' drafts out; `style` is the convention of marks that the tagger follows. Alone and by
    PolNeAR's convention it is taken at its word, for the rules that put drafts in order are of ours.
    """

    digest: str
    tagger: Tagger | None = None
    policy: Policy = DEFAULT
    style: int = OURS
    alone: bool = False

    def __call__(self, sheet: Sheet, book: ActBook) -> tuple[Draft, ...]:
        """Return the drafts of a page in text order of their cues."""
        if self.tagger is None:
            return find_drafts(sheet, book)
        tagger = self.tagger
        if self.alone and self.style == POLNEAR:
            found = tagger.read(list(self._windows(sheet, ())), (), POLNEAR, self.policy.add)
            return tuple(as_read(sheet, book, apart(found, self.policy.worth)))

        def revise(marked: Sheet, cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
            kept = [] if self.alone else drafts
            asked = [_asked(marked, draft) for draft in kept]
            found = tagger.read(list(self._windows(marked, cues)), asked, self.style, self.policy.add)
            return combined(marked, book, (cues, kept), found, self.policy)

        return find_drafts(sheet, book, revise)

    def _windows(self, sheet: Sheet, cues: Sequence[Cue]) -> Iterator[Window]:
        """Yield the windows of a page that may hold an attribution: all, or those with a cue of speech or a quotation.

        The others are a seventh of the words of news; reading them finds attitudes above all.
        """
        document, parse = sheet.page.document, sheet.parse
        signs = [parse.starts[cue.head] for cue in cues if cue.entry.kind != "attitude"]
        signs += [place for quote in sheet.quotes for place in (quote.start, quote.stop - 1)]
        signs.sort()
        for start, stop in [(block.start, block.stop) for block in document.body] or [(0, len(document.text))]:
            for window in windows(document.text, start, stop):
                first = bisect_left(signs, window.starts[0])
                if self.alone or (first < len(signs) and signs[first] < window.stops[-1]):
                    yield window


def _asked(sheet: Sheet, draft: Draft) -> Asked:
    """Return what the rules read at a cue, to be looked at by the tagger."""
    from standoff.attributing.tagging.sight import Asked  # with numpy, which rules alone do not need

    parse, voice = sheet.parse, draft.voice
    source = (parse.starts[voice.first], parse.stops[voice.stop - 1]) if voice else None
    return Asked((parse.starts[draft.cue.head], parse.stops[draft.cue.head]), source, draft.content)


def load(way: str = BOTH, folder: Path = weights.FOLDER) -> Spans:
    """Load what a way of finding needs; rules alone where the tagger is missing, which `digest` then says."""
    name = describe(way, folder)
    if name.startswith("none"):
        return Spans(name)
    return Spans(name, weights.load(folder), alone=way == TAGGER)


def describe(way: str = BOTH, folder: Path = weights.FOLDER) -> str:
    """Return the digest of the tagger that `load` would load, or "none" and why."""
    try:
        return _AS_SET if way == RULES else weights.digest(folder)
    except ModelError as error:
        return f"none: rules alone, for {error}"
