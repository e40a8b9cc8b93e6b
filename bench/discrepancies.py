"""Score discrepancies: how many known pairs of differing claims lie inside the evidence of one discrepancy.

`--data` is a folder of reports with contradictions.jsonl (rows with anchors), or gold/seeds with discrepancies.jsonl
(rows with offsets into the texts of ../../seeds). `--split list` prints each row with what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.analysed import Analysed, analyse, texts
from bench.report import Report, label
from bench.rows import objects
from standoff.model.claim import Claim, Discrepancy
from standoff.model.span import Span

# Verdicts of gold/seeds that call for a discrepancy; the others call for none.
DIFFER = frozenset({"value_conflict", "assert_vs_deny", "role_conflict_between_outlets", "compatible_rounding"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Point at words of a file that must be among a claim's evidence."""

    file: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one known difference (or look-alike that is none) with the words on each hand."""

    name: str
    anchors: tuple[Anchor, ...]
    differs: bool


def run(data: Path, split: str | None) -> Report:
    """Score the discrepancies over a folder of reports."""
    gold = data / "discrepancies.jsonl"
    folder = data if not gold.exists() else data.parents[1] / "seeds"
    analysed = analyse(texts(folder))
    rows = list(_of_reports(data, analysed) if not gold.exists() else _of_seeds(gold))
    found = {row.name: _met(row, analysed) for row in rows}
    if split == "list":
        for row in rows:
            print(f"{'+' if row.differs else '-'} {row.name}: {found[row.name] or 'none'}")
    wanted = [row for row in rows if row.differs]
    metrics = {
        "recall": sum(1 for row in wanted if found[row.name]) / max(len(wanted), 1),
        "found": float(sum(1 for row in wanted if found[row.name])),
        "false": float(sum(1 for row in rows if not row.differs and found[row.name])),
        "discrepancies": float(len(analysed.compared.discrepancies)),
    }
    return Report("discrepancies", label(data), len(rows), metrics)


def _of_reports(data: Path, analysed: Analysed) -> Iterator[Row]:
    """Yield the rows of contradictions.jsonl."""
    contents = {analysed.path(key): document.text for key, document in analysed.record.documents.items()}
    for row in objects(data / "contradictions.jsonl"):
        anchors = tuple(_found(row[hand]["file"], row[hand]["anchor"], contents) for hand in ("A", "B"))
        yield Row(f"{row['id']} {row['topic']}", anchors, True)


def _found(file: str, words: str, contents: dict[str, str]) -> Anchor:
    """Return where anchored words stand; raises ValueError where the file does not hold them."""
    start = contents[file].index(words)
    return Anchor(file, start, start + len(words))


def _of_seeds(path: Path) -> Iterator[Row]:
    """Yield the rows of gold/seeds with two mentions or more."""
    for row in objects(path):
        anchors = tuple(Anchor(m["file"], m["start"], m["end"]) for m in row["mentions"])
        if len(anchors) > 1:
            yield Row(f"{row['id']} {row['topic']}", anchors, row["verdict"] in DIFFER)


def _met(row: Row, analysed: Analysed) -> str | None:
    """Return the best discrepancy whose claims' evidence holds words of two hands, or nothing."""
    claims = {claim.id: claim for claim in analysed.compared.claims}
    for discrepancy in analysed.compared.discrepancies:
        hands = {hand for evidence in _evidence(discrepancy, claims) for hand in _hands(row, evidence, analysed)}
        if len(hands) > 1:
            return f"{discrepancy.kind} of {discrepancy.slot}"
    return None


def _evidence(discrepancy: Discrepancy, claims: dict[str, Claim]) -> Iterable[tuple[Span, ...]]:
    """Yield the evidence of each claim of a discrepancy."""
    return (claims[key].evidence for key in discrepancy.claims if key in claims)


def _hands(row: Row, evidence: tuple[Span, ...], analysed: Analysed) -> Iterator[int]:
    """Yield which anchors lie inside a claim's evidence."""
    for index, anchor in enumerate(row.anchors):
        for span in evidence:
            if analysed.path(span.document) == anchor.file and span.start <= anchor.start and anchor.stop <= span.stop:
                yield index
                break
