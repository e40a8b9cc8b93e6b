"""Choose how spans of attributions are found: by rules alone, or by rules and the trained tagger together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.tagging import weights
from standoff.attributing.tagging.combine import DEFAULT, Policy, combined
from standoff.codebook.acts import ActBook
from standoff.errors import ModelError

if TYPE_CHECKING:
    from standoff.attributing.tagging.tagger import Tagger

RULES, TAGGER, BOTH = "rules", "tagger", "both"
OURS, POLNEAR = 1, 0  # conventions: PolNeAR marks attitudes too, and nothing inside a content
_AS_SET = "none: rules alone, as set"


@dataclass(frozen=True, slots=True)
class Spans:
    """Find drafts by rules and, where there is one, a tagger; `digest` names the tagger, or says why there is none.

    `alone` leaves the rules' drafts out; `style` is the convention of marks that the tagger follows.
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

        def revise(marked: Sheet, cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
            parse, document = marked.parse, marked.page.document
            kept = [] if self.alone else drafts
            asked = [(parse.starts[draft.cue.head], parse.stops[draft.cue.head]) for draft in kept]
            stretches = [(block.start, block.stop) for block in document.body] or [(0, len(document.text))]
            found = tagger.find(document.text, stretches, asked, self.style)
            barred = () if self.style != OURS else cues
            return combined(marked, book, (barred, kept), found, self.policy)

        return find_drafts(sheet, book, revise)


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
