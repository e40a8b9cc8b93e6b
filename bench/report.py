"""Hold what a runner found and print it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Report:
    """Hold a runner's name, its data, how many items were scored, and the metrics by name."""

    name: str
    data: str
    n: int
    metrics: dict[str, float]

    def as_json(self) -> str:
        """Return one JSON object on one line."""
        return json.dumps({"name": self.name, "data": self.data, "n": self.n, **self.metrics})

    def as_table(self) -> str:
        """Return the metrics as lines of a table."""
        width = max((len(key) for key in self.metrics), default=0)
        lines = [f"{self.name} on {self.data} (n = {self.n})"]
        lines += [f"  {key.ljust(width)}  {value:.4g}" for key, value in self.metrics.items()]
        return "\n".join(lines)


def label(data: Path) -> str:
    """Return the last two parts of a data path, so that reports name no folder of a machine."""
    return "/".join(data.resolve().parts[-2:])
