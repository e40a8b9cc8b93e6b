"""Load slots.yaml: claim slots and the value type of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SlotBook:
    """Hold the entries and answer look-ups."""


def load_slots(folder: Path) -> SlotBook:
    """Read and check this part of the codebook."""
    return SlotBook()
