"""Load publishers.csv: outlets and agencies with owner, country and side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PublisherBook:
    """Hold the entries and answer look-ups."""


def load_publishers(folder: Path) -> PublisherBook:
    """Read and check this part of the codebook."""
    return PublisherBook()
