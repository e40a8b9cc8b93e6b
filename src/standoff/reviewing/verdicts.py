"""Read back what the review log amounts to, attached to the rows there are now; needs no database package."""

from __future__ import annotations

from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.reviewing.anchoring import Anchored, anchor
from standoff.reviewing.log import fold
from standoff.store.protocol import Readable


def anchored_log(store: Readable) -> tuple[Anchored, ...]:
    """Return the review log, each entry attached to the rows there are now."""
    decisions = store.decisions()
    documents = {span.document for decision in decisions for span in decision.anchor}
    kinds = {decision.target_kind for decision in decisions} - {"publisher"}
    return anchor(decisions, {kind: store.words(kind, documents) for kind in sorted(kinds)})


def verdicts_in_force(store: Readable) -> Verdicts:
    """Return what the review log amounts to for the rows there are now."""
    log = anchored_log(store)
    return fold(log) if log else NO_VERDICTS
