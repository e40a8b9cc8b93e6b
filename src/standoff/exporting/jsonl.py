"""Write every record type to a file of its own, one JSON object a line; also the form other tools read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.exporting.files import folder, writing
from standoff.exporting.records import records
from standoff.model.agreement import Agreement

if TYPE_CHECKING:
    from standoff.store.protocol import Store


def export(store: Store, out: Path, agreements: Mapping[str, Agreement]) -> dict[str, int]:
    """Write `NAME.jsonl` for each record type into a folder; returns the number of rows by file name."""
    folder(out)
    counts = {}
    for name, rows in records(store, agreements):
        with writing(out / f"{name}.jsonl") as handle:
            number = 0
            for row in rows:
                handle.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
                number += 1
        counts[f"{name}.jsonl"] = number
    return counts
