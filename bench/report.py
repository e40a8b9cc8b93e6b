"""Hold what a runner found and print it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
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


@dataclass
class Watch:
    """Count words and the processor seconds of this process spent on them."""

    words: int = 0
    seconds: float = 0.0

    @contextmanager
    def over(self, text: str) -> Iterator[None]:
        """Measure a stretch of work on a text."""
        start = time.process_time()
        try:
            yield
        finally:
            self.seconds += time.process_time() - start
            self.words += len(text.split())

    def speed(self) -> float:
        """Return words a second."""
        return self.words / self.seconds if self.seconds else 0.0


def label(data: Path) -> str:
    """Return the last two parts of a data path, so that reports name no folder of a machine."""
    return "/".join(data.resolve().parts[-2:])
