"""Load agreements.yaml: treaties and ceasefires with parties, dates and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AgreementBook:
    """Hold the entries and answer look-ups."""


def load_agreements(folder: Path) -> AgreementBook:
    """Read and check this part of the codebook."""
    return AgreementBook()
