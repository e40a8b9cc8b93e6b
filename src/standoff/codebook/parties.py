"""Load parties.yaml, offices.csv and the like: who, names, metonyms, offices with dates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PartyBook:
    """Hold the entries and answer look-ups."""


def load_parties(folder: Path) -> PartyBook:
    """Read and check this part of the codebook."""
    return PartyBook()
