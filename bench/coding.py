"""Score codings: PLOVER roots of PLV rows by macro-F1, and categories and countries of PLOVER gold records.

A PLV row names its source and target; a record names none. Of the events coded in a sentence one answers: the one whose
parties are those of the row, else the one told first, as a lead tells its news before what led to it; what is negated
or merely supposed comes last.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.attributed import as_document
from bench.report import Report, label
from bench.rows import objects
from standoff.codebook.load import load
from standoff.coding.codes import as_record
from standoff.model.entity import PartyRef
from standoff.model.event import Event

Extent = tuple[int, int]
LATER = 0.5  # what each event told before takes from one that follows
_TAG = re.compile(r"</?[st]>")
_NO_STATE = {"IGO": None, "NGO": None, "NGM": None, "MNC": None}
_SPELLED = {"JAP": "JPN", "ITL": "ITA"}  # slips of the records


def run(data: Path, split: str | None) -> Report:
    """Score a PLV table (`*.tsv`), PLOVER records (`*.jsonl`), or whichever of them a folder holds."""
    files = [data] if data.is_file() else [*data.glob(f"{split or 'PLV'}*.tsv"), *data.glob("plover_gsr*.jsonl")]
    if not files:
        raise FileNotFoundError(f"{data} holds neither a PLV table nor PLOVER records.")
    file = files[0]
    if file.suffix == ".tsv":
        cases = [(row["sentence_id"], row) for row in plv_rows(file)]
        pairs = [(row, answer(events, row["s"], row["t"])) for row, events in _coded(cases)]
        metrics = plv_metrics([(row["gold_root"], root_of(event)) for row, event in pairs])
    else:
        records = [(row["id"], row) for row in objects(file)]
        metrics = record_metrics([(row, answer(events, None, None)) for row, events in _coded(records)])
        cases = records
    return Report("coding", label(data), len(cases), metrics)


def _coded(cases: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[dict[str, Any], tuple[Event, ...]]]:
    """Yield each row with the events of its text."""
    from standoff.pipeline import load_models, process  # heavy: parser and gazetteer

    book, models = load(), load_models()
    for name, row in cases:
        yield row, process(as_document(name, row["text"]), book, models).events


def plv_rows(file: Path) -> Iterator[dict[str, Any]]:
    """Yield PLV rows with plain text and the extents of source (`s`) and target (`t`)."""
    with file.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            text, extents = _untagged(row["marked_sentence"])
            yield {**row, "text": text, "s": extents.get("s"), "t": extents.get("t")}


def _untagged(marked: str) -> tuple[str, dict[str, Extent]]:
    """Return a sentence without its tags, and what they enclosed."""
    text, at = "", 0
    starts: dict[str, int] = {}
    found: dict[str, Extent] = {}
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        name = tag.group().strip("</>")
        if tag.group().startswith("</"):
            found[name] = (starts.get(name, len(text)), len(text))
        else:
            starts[name] = len(text)
    return text + marked[at:], found


def answer(events: tuple[Event, ...], source: Extent | None, target: Extent | None) -> Event | None:
    """Return the event that speaks for a sentence, or nothing where none is coded in PLOVER."""
    coded = [e for e in events if e.plover.type != "COMMENT"]
    ranked = [(_fit(event, source, target) - LATER * order, -order) for order, event in enumerate(coded)]
    return coded[-max(ranked)[1]] if ranked else None


def _fit(event: Event, source: Extent | None, target: Extent | None) -> float:
    """Return how well an event answers: its parties, its reality, and its score."""
    real = event.frame == "planned" or (event.frame != "hypothetical" and not event.factuality.endswith("-"))
    parties = 0.0
    for extent, role, other in ((source, "actor", "recipient"), (target, "recipient", "actor")):
        if extent is not None:
            parties += 2.0 * _touches(event, role, extent) + 0.7 * _touches(event, other, extent)
    if source is None:
        parties = 0.3 * bool(event.parties("actor")) + 0.3 * bool(event.parties("recipient"))
    return parties + 1.5 * real + 0.5 * event.score


def _touches(event: Event, role: str, extent: Extent) -> bool:
    """Tell whether an argument of a role overlaps an extent."""
    spans = [a.span for a in event.arguments if a.role == role and a.span is not None]
    return any(span.start < extent[1] and extent[0] < span.stop for span in spans)


def root_of(event: Event | None) -> str | None:
    """Return the PLV root of an event: PLOVER's, with CONCEDE and RETREAT as YIELD, and the future by its rule."""
    if event is None:
        return None
    root = as_record(event.plover, event.frame, event.factuality).type
    return "YIELD" if root in ("CONCEDE", "RETREAT") else root


def plv_metrics(pairs: list[tuple[str, str | None]]) -> dict[str, float]:
    """Return macro-F1 over the gold roots, accuracy, the share answered, and F1 of each root."""
    scores = {}
    for root in sorted({gold for gold, _ in pairs}):
        right = sum(gold == found == root for gold, found in pairs)
        given = sum(found == root for _, found in pairs)
        wanted = sum(gold == root for gold, _ in pairs)
        scores[root] = 2 * right / (given + wanted)
    accuracy = sum(gold == found for gold, found in pairs) / len(pairs)
    answered = sum(found is not None for _, found in pairs) / len(pairs)
    summary = {"macro_f1": sum(scores.values()) / len(scores), "accuracy": accuracy, "answered": answered}
    return summary | {f"f1.{root}": value for root, value in scores.items()}


def record_metrics(pairs: list[tuple[dict[str, Any], Event | None]]) -> dict[str, float]:
    """Return the shares of records whose category is right, and whose category and both countries are."""
    counts: Counter[str] = Counter()
    for row, event in pairs:
        category = event is not None and as_record(event.plover, event.frame, event.factuality).type == row["event_08"]
        counts["category"] += category
        if event is not None:
            places = _states(row, "actors") <= states(event, "actor") | states(event, "recipient")
            ends = _states(row, "recipients") <= states(event, "recipient") | states(event, "actor")
            counts["actors"] += places
            counts["both"] += category and places and ends
        counts["answered"] += event is not None
    total = len(pairs)
    return {
        "category": counts["category"] / total,
        "category_and_countries": counts["both"] / total,
        "actor_countries": counts["actors"] / total,
        "answered": counts["answered"] / total,
    }


def _states(row: Mapping[str, Any], key: str) -> set[str]:
    """Return the countries of a record's actors or recipients, ISO alpha-3."""
    codes = (str(item.get("code") or "") for item in row[key])
    return {_SPELLED.get(code, code) for code in codes if code and code not in _NO_STATE}


def states(event: Event, role: str) -> set[str]:
    """Return the countries of an event's parties in a role."""
    refs = [r for a in event.arguments if a.role == role for r in (a.ref, a.principal) if isinstance(r, PartyRef)]
    return {ref.state for ref in refs if ref.state}
