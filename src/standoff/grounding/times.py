"""Resolve time marks to intervals and TIMEX3 values, hung on the document's date or the date in focus."""

from __future__ import annotations

from standoff.codebook.load import Codebook
from standoff.model.grounding import Grounding
from standoff.model.page import Page


def ground_times(page: Page, codebook: Codebook) -> list[Grounding]:
    """Return a grounding for each time mark that can be resolved."""
    return []
