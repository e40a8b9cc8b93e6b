"""Load places.csv: places no package has, areas, claims."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """Hold the entries and answer look-ups."""


def load_places(folder: Path) -> PlaceBook:
    """Read and check this part of the codebook."""
    return PlaceBook()
