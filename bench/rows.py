"""Read JSON Lines files of gold data, and turn counts into shares and harmonic means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, empty lines passed over."""
    with path.open(encoding="utf-8") as handle:
        yield from (json.loads(line) for line in handle if line.strip())


def share(part: float, whole: float) -> float:
    """Return a share, 0 of nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall, 0 where both are."""
    return share(2 * precision * recall, precision + recall)
