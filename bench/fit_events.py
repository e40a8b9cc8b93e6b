"""Fit report_weights.csv: `python -m bench.fit_events DATA... [--out FILE]`; without --out, cross-validate.

A candidate is right where it is the one that meets a gold trigger best, as in scoring. Reports and passages are held
out together, by conflict.
A logistic regression weighs each sign in any text, and on top of that in a long one; `crowding` then levels long texts.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.attributed import as_document
from bench.conflicts import conflict_of
from bench.events import Coded, GoldEvent, matched, read_gold, unmarked
from bench.rows import f1, objects
from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.codebook.happenings import Weight
from standoff.codebook.load import Codebook, load
from standoff.coding.code import candidates
from standoff.coding.desk import lay_out
from standoff.coding.evidence import HEADLINE, LONG, evidence
from standoff.coding.weighing import REPORTED, crowding, share, weigh
from standoff.grounding.ground import ground
from standoff.model.page import Page
from standoff.model.statement import Statement

RARE, PULL, STEPS, RATE = 3, 10.0, 250, 0.1  # least count of a sign, L2, Adam steps, first step size
FREE, DRAWN = 0.01, 40.0  # L2 on what each candidate has, and on what a long text adds, told of by few texts
SMALL = 0.02  # least weight kept
Vector = npt.NDArray[np.float64]
Weights = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """Hold one candidate: its document and conflict, the signs on it, its text's words, and if gold marks it."""

    document: str
    conflict: str
    signs: tuple[str, ...]
    words: int
    right: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """Hold what gold tells of a text: its conflict and its events."""

    conflict: str
    events: Sequence[GoldEvent]


@dataclass(frozen=True, slots=True)
class Gold:
    """Hold the candidates of some folders, and how many events gold marks in reports and in passages."""

    examples: tuple[Example, ...]
    marked: Counter[str]


def gather(folders: Sequence[Path]) -> Gold:
    """Return the candidates of gold folders, those aside that gold marks as statements only."""
    from standoff.pipeline import load_models  # heavy: parser and gazetteer

    book, models = load(), load_models()
    marked: Counter[str] = Counter()
    found: list[Example] = []
    for folder in folders:
        regions = regions_of(folder)
        for name, text, gold in read_gold(folder):
            marked[_group(name)] += len(gold)
            page = ground(annotate(as_document(name, text), models.language, book), book, models.gazetteer)
            statements = attribute(page, book, models.find)
            found += examples(page, statements, Marked(conflict_of(name, regions.get(name)), gold), book)
    return Gold(tuple(found), marked)


def regions_of(folder: Path) -> dict[str, str]:
    """Return the region of each passage of a folder; reports have none."""
    files = () if (folder / "events.jsonl").exists() else sorted(folder.glob("*.jsonl"))
    return {row["id"]: row["region"] for file in files for row in objects(file) if "region" in row}


def examples(page: Page, statements: tuple[Statement, ...], marked: Marked, book: Codebook) -> Iterator[Example]:
    """Yield the candidates of a page."""
    desk = lay_out(page, statements, book)
    found = candidates(desk, statements)
    events = tuple(one.event for one in found)
    hit = {event.id for _, event in matched(Coded(page.document.path, tuple(marked.events), events, {}))}
    for one, signs in zip(found, evidence(desk, found), strict=True):
        if one.event.id in hit or not unmarked(one.event, book):
            yield Example(page.document.path, marked.conflict, signs, len(page.parse), one.event.id in hit)


def fit(rows: Sequence[Example]) -> Weights:
    """Return the weight of each sign in any text, and what a long text adds, by Adam; `all` is each candidate's."""
    named = [_columns(row) for row in rows]
    counts = Counter(name for names in named for name in names)
    index = {name: number for number, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
    pairs = [(number, index[name]) for number, names in enumerate(named) for name in names if name in index]
    at, of = (np.array(column) for column in zip(*pairs, strict=True))
    truth = np.array([row.right for row in rows], dtype=np.float64)
    pull = np.array([_pull(name) for name in index])
    weights = _descend(at, of, truth, pull)
    signs = {name.removesuffix(" long") for name in index}
    return {s: (_at(weights, index, s), _at(weights, index, f"{s} long")) for s in sorted(signs)}


def _pull(name: str) -> float:
    """Return the L2 that draws a weight to nothing."""
    if name in ("all", "all long", HEADLINE):
        return FREE
    return DRAWN if name.endswith(" long") else PULL


def _columns(row: Example) -> tuple[str, ...]:
    """Return the names of the weights that bear on a candidate."""
    signs = ("all", *row.signs)
    return (*signs, *(f"{sign} long" for sign in signs)) if row.words > LONG else signs


def _at(weights: Vector, index: dict[str, int], name: str) -> float:
    """Return a weight, 0 for one that was not fitted."""
    return float(weights[index[name]]) if name in index else 0.0


def _descend(at: npt.NDArray[np.int64], of: npt.NDArray[np.int64], truth: Vector, pull: Vector) -> Vector:
    """Return the weights of a logistic regression over ones at (row, column)."""
    weights = np.zeros(len(pull))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        shares = 1 / (1 + np.exp(-np.bincount(at, weights[of], len(truth))))
        gradient = np.bincount(of, (shares - truth)[at], len(pull)) + pull * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def listed(rows: Sequence[Example], weights: Weights) -> list[bool]:
    """Tell of each candidate of one text if it counts as a report of its own."""
    known, words = weights_of(weights), rows[0].words
    totals = [sum(weigh(row.signs, known, long=words > LONG).values()) for row in rows]
    crowd = crowding(totals, words)
    return [share(total + crowd) >= REPORTED for total in totals]


def weights_of(weights: Weights) -> dict[str, Weight]:
    """Return fitted weights as the codebook holds them."""
    return {sign: Weight(*pair) for sign, pair in weights.items()}


def cross_validate(gold: Gold) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of triggers in reports and in passages, each weighed without its conflict."""
    counts = {group: Counter({"gold": marked}) for group, marked in gold.marked.items()}
    for held in sorted({row.conflict for row in gold.examples}):
        weights = fit([row for row in gold.examples if row.conflict != held])
        for document, rows in groupby((r for r in gold.examples if r.conflict == held), key=lambda row: row.document):
            texts = list(rows)
            kept = [row.right for row, told in zip(texts, listed(texts, weights), strict=True) if told]
            counts[_group(document)].update(found=len(kept), right=sum(kept))
    return {group: scores for group, count in counts.items() if (scores := _scores(count))}


def _group(document: str) -> str:
    """Return whether a document is a report or a passage."""
    return "reports" if document.endswith(".txt") else "passages"


def _scores(count: Counter[str]) -> dict[str, float]:
    """Return precision, recall and F1."""
    if not count["found"] or not count["gold"]:
        return {}
    precision, recall = count["right"] / count["found"], count["right"] / count["gold"]
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def write(path: Path, weights: Weights) -> None:
    """Write the weights that matter, a row a sign."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle, lineterminator="\n")
        table.writerow(("sign", "any", "long"))
        for sign, (anywhere, long) in weights.items():
            if max(abs(anywhere), abs(long)) >= SMALL:
                table.writerow((sign, f"{anywhere:.2f}", f"{long:.2f}"))


def main() -> None:
    """Fit or cross-validate on the folders given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    gold = gather(options.data)
    if options.out is not None:
        write(options.out, fit(gold.examples))
        return
    for group, scores in cross_validate(gold).items():
        print(group, " ".join(f"{key} {value:.3f}" for key, value in scores.items()))


if __name__ == "__main__":
    main()
