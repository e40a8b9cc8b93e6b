"""Say what a speaker does: the cue's act, refined by what the content holds, and where that puts him."""

from __future__ import annotations

from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook, Polarity
from standoff.model.statement import Directness


def find_act(sheet: Sheet, draft: Draft, book: ActBook) -> tuple[str, Polarity]:
    """Return act and polarity of a draft."""
    act = draft.cue.entry.act
    return act, book.polarity(act, draft.cue.negated)


def directness(sheet: Sheet, draft: Draft) -> Directness:
    """Return direct where all content lies in quotation marks, mixed where some does, else indirect."""
    quoted = total = 0
    for start, stop in draft.content:
        total += stop - start
        quoted += sum(max(0, min(stop, q.stop) - max(start, q.start)) for q in sheet.quotes)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= total - 1 else "mixed"


def is_hedged(sheet: Sheet, draft: Draft, book: ActBook) -> bool:
    """Tell whether cue or content leaves the truth open in so many words."""
    if draft.cue.entry.hedge:
        return True
    hedges = book.words.get("hedges", frozenset())
    verb = draft.cue.head
    return any(sheet.words[c] in hedges and sheet.parse.deps[c] == "advmod" for c in sheet.parse.children[verb])
