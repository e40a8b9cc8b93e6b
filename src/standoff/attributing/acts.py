"""Say what a speaker does: the act that the evidence weighs for, where that puts him, how directly and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from standoff.attributing.drafts import Draft
from standoff.attributing.evidence import Side, content_tokens, evidence
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook, Polarity
from standoff.model.statement import Directness

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """Hold the act chosen, its polarity, its share of the weight, and the features that spoke most for it."""

    act: str
    polarity: Polarity
    score: float
    features: Mapping[str, float]


def choose_act(sheet: Sheet, draft: Draft, book: ActBook, side: Side) -> Chosen:
    """Return the act of a draft: the one with most weight, the cue's own where no weights are known."""
    found = list(evidence(sheet, draft, book, side))
    totals = weigh(found, book.weights)
    default = draft.cue.entry.act
    act = max(totals, key=lambda name: (totals[name], name == default), default=default)
    top = totals.get(act, 0.0)
    score = 1.0 / sum(exp(value - top) for value in totals.values()) if totals else 1.0
    telling = sorted(((book.weights.get(f, {}).get(act, 0.0), f) for f in found), reverse=True)[:_SHOWN]
    negated = draft.cue.negated
    return Chosen(act, book.polarity(act, negated), round(score, 3), {f: w for w, f in telling if w > 0})


def weigh(found: Iterable[str], weights: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the summed weight of each act over the features that hold."""
    totals: dict[str, float] = {}
    for feature in found:
        for act, weight in weights.get(feature, {}).items():
            totals[act] = totals.get(act, 0.0) + weight
    return totals


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
    if any(sheet.words[c] in hedges and sheet.parse.deps[c] == "advmod" for c in sheet.parse.children[verb]):
        return True
    return any(
        sheet.words[t] in hedges and sheet.parse.pos[t] not in ("NOUN", "ADJ")
        for t in content_tokens(sheet, draft)[:12]
    )
