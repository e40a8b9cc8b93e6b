"""Score quantities of events in gold/real and gold/written: spans that overlap, bounds and kinds that agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.report import Report, label
from bench.time import _document
from standoff.annotating.parsing.language import load
from standoff.annotating.quantities.mark import mark_quantities
from standoff.codebook.load import load as load_codebook
from standoff.model.clock import UNKNOWN
from standoff.model.document import Document

Row = dict[str, Any]


def run(data: Path, _split: str | None) -> Report:
    """Score the quantities of a gold folder: recall of spans, and bounds and kinds among those found."""
    language, measures = load(), load_codebook().measures
    gold = found = bounds = kinds = 0
    for document, rows in cases(data):
        marks = mark_quantities(document, language.parse(document), measures)
        for row in rows:
            gold += 1
            mark = next((m for m in marks if m.span.start < row["end"] and row["start"] < m.span.stop), None)
            if mark is None:
                continue
            found += 1
            bounds += (mark.attributes["low"], mark.attributes["high"]) == (row["low"], row["high"])
            kinds += mark.attributes["kind"] == ("count" if row["kind"] == "other" else row["kind"])
    shares = {"recall": found, "bounds_right": bounds, "kind_right": kinds}
    return Report("quantity", label(data), gold, {key: value / gold if gold else 0.0 for key, value in shares.items()})


def cases(data: Path) -> Iterator[tuple[Document, list[Row]]]:
    """Yield the documents of a gold folder with the quantities of their events."""
    if (data / "train.jsonl").exists():
        for text in (data / "train.jsonl").read_text("utf-8").splitlines():
            row = json.loads(text)
            yield _document(row["text"], Path(str(row["id"])), UNKNOWN), _quantities(row["events"])
        return
    rows = [json.loads(text) for text in (data / "events.jsonl").read_text("utf-8").splitlines()]
    for name in sorted({row["file"] for row in rows}):
        text = (data / name).read_bytes().decode("utf-8")
        yield _document(text, Path(name), UNKNOWN), _quantities([row for row in rows if row["file"] == name])


def _quantities(events: list[Row]) -> list[Row]:
    """Return the quantities of events, each stretch once."""
    return list({(q["start"], q["end"]): q for event in events for q in event.get("quantities") or []}.values())
