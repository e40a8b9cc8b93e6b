"""Resolve place names to points and areas by context, and tell places from the states they stand for."""

from __future__ import annotations

from standoff.codebook.load import Codebook
from standoff.grounding.gazetteer import Gazetteer
from standoff.model.grounding import Grounding
from standoff.model.page import Page


def ground_places(page: Page, codebook: Codebook, gazetteer: Gazetteer) -> list[Grounding]:
    """Return a place grounding for each place mark that can be resolved."""
    return []
