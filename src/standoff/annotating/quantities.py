"""Mark quantities: numbers with kind, unit, bounds and vagueness."""

from __future__ import annotations

from standoff.model.annotation import Annotation
from standoff.model.document import Document
from standoff.model.parse import Parse


def mark_quantities(document: Document, parse: Parse) -> list[Annotation]:
    """Return the quantity marks of a document in text order."""
    return []
