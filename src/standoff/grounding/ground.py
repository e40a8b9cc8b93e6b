"""Compose step 3: tie every mention to times, places and parties."""

from __future__ import annotations

from functools import partial

from standoff.codebook.load import Codebook
from standoff.grounding.parties.author import author
from standoff.grounding.parties.resolve import ground_parties
from standoff.grounding.places.gazetteer import Gazetteer
from standoff.grounding.places.resolve import ground_places
from standoff.grounding.times.resolve import ground_times
from standoff.grounding.times.zones import local_times
from standoff.model.page import Page

_TOWN = 10_000  # people


def ground(page: Page, codebook: Codebook, gazetteer: Gazetteer) -> Page:
    """Return the page with the groundings of its annotations; parties last, for they read where places lie."""
    times = ground_times(page, codebook)
    placed = page.marked(groundings=times)
    places = ground_places(placed, codebook, gazetteer)
    times = local_times(placed.marked(groundings=places), times, gazetteer, codebook.periods.zones)
    writer = author(page.document, codebook.parties)
    page = page.marked(groundings=[*times, *places]).written_by(codebook.parties.ref(writer) if writer else None)
    return page.marked(groundings=ground_parties(page, codebook, partial(_is_town, gazetteer)))


def _is_town(gazetteer: Gazetteer, name: str) -> bool:
    """Tell whether a name is foremost that of a town of some size."""
    return any(one.main and (one.population or 0) >= _TOWN for one in gazetteer.candidates(name))
