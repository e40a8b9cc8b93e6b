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
from standoff.attributing.tagging.combine import DEFAULT, Policy, admitting, as_read, combined
from standoff.attributing.tagging.gate import account, worth_reading
from standoff.attributing.tagging.windows import Window, windows
from standoff.codebook.acts import ActBook
from standoff.errors import ModelError

if TYPE_CHECKING:
    from standoff.attributing.tagging.sight import Asked, Wanted
    from standoff.attributing.tagging.tagger import Found, Tagger

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
            from standoff.attributing.tagging.whole import believed  # with numpy, which rules alone do not need

            found = ((believed(sheet, one), one) for one in read_all(sheet, tagger, self.policy.add))
            return tuple(as_read(sheet, book, apart(found, self.policy.worth)))

        def revise(marked: Sheet, cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
            kept = [] if self.alone else drafts
            cut = _windows(marked) if self.alone else worth_reading(account(marked, cues, drafts), signed(marked, cues))
            found = tagger.read(list(cut), wanted(marked, book, (cues, kept), self.policy), self.style)
            return combined(marked, book, (cues, kept), found, self.policy)

        return find_drafts(sheet, book, revise)


def read_all(sheet: Sheet, tagger: Tagger, least: float) -> list[Found]:
    """Return all that a tagger reads in a page by PolNeAR's convention, from a chance of the cue on."""
    from standoff.attributing.tagging.sight import Wanted  # with numpy, which rules alone do not need

    return tagger.read(list(_windows(sheet)), Wanted(least=least), POLNEAR)


def wanted(sheet: Sheet, book: ActBook, ruled: tuple[Sequence[Cue], Sequence[Draft]], policy: Policy) -> Wanted:
    """Return what the tagger is asked beside the rules' cues and drafts: their own, and what a policy may add."""
    from standoff.attributing.tagging.sight import Wanted  # with numpy, which rules alone do not need

    cues, drafts = ruled
    asked = [_asked(sheet, draft) for draft in drafts]
    return Wanted(asked, policy.add, policy.drop, admitting(sheet, book, cues, policy))


def signed(sheet: Sheet, cues: Sequence[Cue]) -> Iterator[Window]:
    """Yield the windows of a page with a cue of speech or a quotation.

    The others are a seventh of the words of news; reading them finds attitudes above all.
    """
    signs = [sheet.parse.starts[cue.head] for cue in cues if cue.entry.kind != "attitude"]
    signs += [place for quote in sheet.quotes for place in (quote.start, quote.stop - 1)]
    signs.sort()
    for window in _windows(sheet):
        first = bisect_left(signs, window.starts[0])
        if first < len(signs) and signs[first] < window.stops[-1]:
            yield window


def _windows(sheet: Sheet) -> Iterator[Window]:
    """Yield the windows of a page."""
    document = sheet.page.document
    for start, stop in [(block.start, block.stop) for block in document.body] or [(0, len(document.text))]:
        yield from windows(document.text, start, stop)


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
