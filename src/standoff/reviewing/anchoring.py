"""Re-attach decisions after documents were analysed again: exact, moved to what stands there now, or orphaned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from standoff.model.decision import Decision
from standoff.model.span import Span

Attachment = Literal["exact", "moved", "orphaned"]
Rows = Mapping[str, Mapping[str, tuple[Span, ...]]]  # kind of row -> id -> where it stands
LEAST = 0.5  # share of the code points, intersection over union, above which two rows stand in the same place


@dataclass(frozen=True, slots=True)
class Anchored:
    """Hold a decision, how it is attached, and the row (and second row) it is about now; orphaned ones keep the old."""

    decision: Decision
    attachment: Attachment
    target: str
    other: str | None


def anchor(decisions: Iterable[Decision], rows: Rows) -> tuple[Anchored, ...]:
    """Return every decision with the rows it is about now; none is dropped."""
    return tuple(_attach(decision, rows.get(decision.target_kind, {})) for decision in decisions)


def _attach(decision: Decision, rows: Mapping[str, tuple[Span, ...]]) -> Anchored:
    """Attach one decision; of two events each has its own half of the anchor: the first span, and the rest."""
    if decision.target_kind == "publisher":  # an outlet is a name and moves nowhere
        return Anchored(decision, "exact", decision.target, None)
    first, second = (decision.anchor[:1], decision.anchor[1:]) if decision.other else (decision.anchor, ())
    target = _find(decision.target, first, rows)
    other = _find(decision.other, second, rows) if decision.other else None
    if target is None or (decision.other and other is None):
        return Anchored(decision, "orphaned", decision.target, decision.other)
    exact = (target, other) == (decision.target, decision.other)
    return Anchored(decision, "exact" if exact else "moved", target, other)


def _find(key: str, anchored: Sequence[Span], rows: Mapping[str, tuple[Span, ...]]) -> str | None:
    """Return the row of an id, else the one that stands where it stood, the best and first by id; or nothing."""
    if key in rows:
        return key
    likest = max(((likeness(anchored, spans), other) for other, spans in rows.items()), default=None, key=_rank)
    return likest[1] if likest and likest[0] >= LEAST else None


def _rank(found: tuple[float, str]) -> tuple[float, list[int]]:
    """Order by likeness, then backwards by id."""
    return found[0], [-ord(char) for char in found[1]]


def likeness(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Return intersection over union of two sets of spans, in code points, 0 to 1."""
    one, other = _points(left), _points(right)
    shared = sum(
        max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in one for b in other if a.document == b.document
    )
    total = sum(s.stop - s.start for s in one) + sum(s.stop - s.start for s in other) - shared
    return shared / total if total else 0.0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Hold code points of one document."""

    document: str
    start: int
    stop: int


def _points(spans: Iterable[Span]) -> list[_Stretch]:
    """Return stretches that overlap nowhere and cover the same code points."""
    merged: list[_Stretch] = []
    for span in sorted(spans):
        last = merged[-1] if merged else None
        if last and last.document == span.document and span.start <= last.stop:
            merged[-1] = _Stretch(span.document, last.start, max(last.stop, span.stop))
        else:
            merged.append(_Stretch(span.document, span.start, span.stop))
    return merged
