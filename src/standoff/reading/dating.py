"""Date undated documents by their own calendar cues, then by dated neighbours that tell the same happenings."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.model.clock import Interval
from standoff.model.document import Document


def date_documents(undated: Iterable[Document], dated: Iterable[Document]) -> dict[str, Interval]:
    """Return an interval with its basis for each undated document that can be dated, by document id."""
    return {}
