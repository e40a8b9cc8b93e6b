"""Find where rows stand in the texts: the spans that a decision about one is anchored to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from standoff.model.span import Span
from standoff.store.asking import Asked, ask, ask_among
from standoff.store.protocol import Found

STANDS = {  # kind of row -> the roles of the spans that stand for it, the first that it has
    "statement": ("content", "cue"),
    "event": ("trigger",),
    "claim": ("quote",),
    "agreement_link": ("evidence",),
}
PARTS = {"discrepancy": "claim", "incident": "event"}  # kind of row -> the kind its parts are of


def words(connection: Asked, kind: str, documents: Iterable[str]) -> dict[str, tuple[Span, ...]]:
    """Return the spans that stand for the rows of a kind in some documents, by id.

    A statement stands where its content does (its cue, where it has none), an event where its trigger, a claim where
    its quote, an agreement link where its evidence; a discrepancy where its claims do, an incident where its events.
    """
    if kind in PARTS:
        return _gathered(connection, kind, words(connection, PARTS[kind], documents))
    return _standing(connection, kind, "words by document", documents)


def where(connection: Asked, found: Found) -> tuple[Span, ...]:
    """Return the spans that stand for one row, as `words` does."""
    if found.kind not in PARTS:
        return _standing(connection, found.kind, "words by owner", [found.id]).get(found.id, ())
    keys = [key for (key,) in ask(connection, f"parts of {found.kind}", among=[found.id])]
    parts = _standing(connection, PARTS[found.kind], "words by owner", keys)
    return tuple(span for key in sorted(parts) for span in parts[key])


def _standing(connection: Asked, kind: str, question: str, among: Iterable[str]) -> dict[str, tuple[Span, ...]]:
    """Return the spans that stand for rows, by id."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for owner, role, *span in ask_among(connection, question, sorted(set(among)), kind=kind):
        found[owner][role].append(Span(*span))
    return {
        owner: tuple(next(by_role[role] for role in STANDS[kind] if role in by_role))
        for owner, by_role in found.items()
    }


def _gathered(connection: Asked, kind: str, parts: Mapping[str, tuple[Span, ...]]) -> dict[str, tuple[Span, ...]]:
    """Return where wholes stand, by way of where their parts do."""
    found: dict[str, list[Span]] = defaultdict(list)
    for key, owner in ask_among(connection, f"{kind} by part", sorted(parts)):
        found[owner] += parts[key]
    return {owner: tuple(spans) for owner, spans in found.items()}
