"""Mark time expressions: dates, times of day, durations and sets, with what the normaliser needs to resolve them."""

from __future__ import annotations

from standoff.codebook.periods import NO_PERIODS, PeriodBook
from standoff.model.annotation import Annotation
from standoff.model.document import Document
from standoff.model.parse import Parse


def mark_times(document: Document, parse: Parse, periods: PeriodBook = NO_PERIODS) -> list[Annotation]:
    """Return the time marks of a document in text order."""
    return []
