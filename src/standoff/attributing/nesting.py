"""Find which statement reports which: the smallest content that holds another's cue."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.attributing.drafts import Draft, around
from standoff.attributing.sheet import Sheet


def find_parents(sheet: Sheet, drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the index of the draft whose content it stands in, or nothing."""
    heads = [sheet.parse.starts[draft.cue.head] for draft in drafts]
    sizes = [sum(stop - start for start, stop in draft.content) for draft in drafts]
    parents: list[int | None] = []
    for index, head in enumerate(heads):
        holders = [other for other in around(drafts, index) if other != index and drafts[other].covers(head)]
        parents.append(min(holders, key=lambda other: sizes[other], default=None))
    return [None if _circular(parents, index) else parent for index, parent in enumerate(parents)]


def _circular(parents: Sequence[int | None], index: int) -> bool:
    """Tell whether following parents from a draft leads back to it."""
    seen, step = {index}, parents[index]
    while step is not None:
        if step in seen:
            return True
        seen.add(step)
        step = parents[step]
    return False
