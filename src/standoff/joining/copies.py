"""Link documents that repeat another one's words, whole or in passages; links only, nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.model.document import Document
from standoff.model.incident import CopyLink


def find_copies(documents: Iterable[Document]) -> tuple[CopyLink, ...]:
    """Return a link from each document that copies to the earlier one that it copies most from."""
    return ()
