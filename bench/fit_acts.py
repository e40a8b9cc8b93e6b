"""Fit act_weights.csv: `python -m bench.fit_acts DATA... --out FILE`; `bench acts --folds conflict` cross-validates.

Beside the folders of gold it learns from `training/acts/sayings.csv`, sentences written and labelled for it.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.attributed import Match, as_document, matched, scored
from bench.conflicts import REGIONS, conflict_of
from bench.gold import GoldStatement
from standoff.annotating.annotate import annotate
from standoff.annotating.parsing import language
from standoff.attributing.acts import admitted, plain_act, weighed_act
from standoff.attributing.attribute import Told, attributed
from standoff.attributing.spans import find_drafts
from standoff.codebook.acts import ActBook
from standoff.codebook.load import load
from standoff.grounding.ground import ground
from standoff.grounding.places.gazetteer import open_gazetteer

SAYINGS = Path(__file__).parents[1] / "training" / "acts" / "sayings.csv"
PASSAGE = "of a passage"  # what is common in written passages alone; no text of the program has it
RARE, PULL, STEPS, SMALL = 3, 10.0, 200, 0.1  # least count, L2, Adam steps, least weight kept
SHARES = 4  # folds that the conflicts of passages are dealt to
Matrix = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Example:
    """Hold one found statement: gold and found, conflict, features, the acts its cue admits, and its act by hand."""

    pair: Match
    conflict: str
    features: tuple[str, ...]
    allowed: tuple[str, ...]
    act: str
    passage: bool = False


def examples(data: Path, book: ActBook) -> Iterator[Example]:
    """Yield the statements of a gold folder that the rules find, with their evidence, where gold tells the act."""
    names = {other: act.id for act in book.acts.values() for other in act.also}
    codebook = load()
    for item in scored(data, None, lambda _: find_drafts):
        told = {one.statement.id: one for one in attributed(item.page, codebook, find_drafts)}
        for gold, statement in matched(item.gold.statements, item.found, 0.3):
            act = names.get(gold.acts[0], gold.acts[0]) if gold.acts else ""
            if act in book.acts:
                one = told[statement.id]
                conflict = conflict_of(item.gold.name, item.gold.region)
                allowed = admitted(one.draft, book)
                yield Example((gold, statement), conflict, one.evidence, allowed, act, item.gold.region is not None)


def told_in(path: Path = SAYINGS) -> Iterator[tuple[dict[str, str], Told]]:
    """Yield each sentence written for fitting that the rules find a statement in, as its row, and the longest found."""
    model, codebook, gazetteer = language.load(), load(), open_gazetteer()
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        page = ground(annotate(as_document(path.name, row["text"]), model, codebook), codebook, gazetteer)
        found = [one for one in attributed(page, codebook, find_drafts) if one.statement.parent is None]
        one = max(found, key=_length, default=None)
        if one is not None:
            yield row, one


@cache  # minutes, for every set of gold that is scored
def sayings(path: Path = SAYINGS) -> tuple[Example, ...]:
    """Return the statements of sentences written for fitting, the longest of each that the rules find."""
    book, found = load().acts, []
    for row, one in told_in(path):
        pair = GoldStatement("", None, (), (), acts=(row["act"],)), one.statement
        conflict = row["like"] or path.stem  # one in the manner of a report is left out with its conflict
        found.append(Example(pair, conflict, one.evidence, admitted(one.draft, book), row["act"]))
    return tuple(found)


def _length(told: Told) -> int:
    """Return how many characters a statement's content has."""
    return sum(span.stop - span.start for span in told.statement.content)


@dataclass(frozen=True, slots=True)
class Held:
    """Hold which features hold in which row, row by row and feature by feature: flat numbers and where each begins."""

    features: Indices
    rows: Indices
    of_feature: Indices
    of_row: Indices
    order: Indices

    def logits(self, weights: Matrix) -> Matrix:
        """Return the summed weights of each row (rows x acts)."""
        return np.add.reduceat(weights[self.features], self.of_row)

    def gradient(self, errors: Matrix) -> Matrix:
        """Return the summed errors of each feature (features x acts)."""
        return np.add.reduceat(errors[self.rows[self.order]], self.of_feature)


def held(rows: Sequence[Example], index: dict[str, int]) -> Held:
    """Lay out the features of rows; each row has one at least, and each feature a row."""
    numbers = [[index[f] for f in row.features if f in index] for row in rows]
    features = np.array([number for row in numbers for number in row], dtype=np.intp)
    counts = np.array([len(row) for row in numbers])
    order = np.argsort(features, kind="stable")
    starts = np.searchsorted(features[order], np.arange(len(index)))
    of_row = np.concatenate(([0], np.cumsum(counts)[:-1]))
    return Held(features, np.repeat(np.arange(len(rows)), counts), starts, of_row, order)


def fit(rows: Sequence[Example], acts: Sequence[str]) -> tuple[dict[str, int], Matrix]:
    """Return feature numbers and weights (features x acts) of a softmax regression, by Adam."""
    counts = Counter(feature for row in rows for feature in row.features)
    kept = sorted(feature for feature, count in counts.items() if count >= RARE)
    index = {feature: number for number, feature in enumerate(kept)}
    laid = held(rows, index)
    truth = np.zeros((len(rows), len(acts)), dtype=np.float32)
    truth[np.arange(len(rows)), [acts.index(row.act) for row in rows]] = 1
    scale = telling(laid, truth)
    weights = np.zeros((len(index), len(acts)), dtype=np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = laid.logits(scale * weights)
        shares = np.exp(logits - logits.max(1, keepdims=True))
        errors = shares / shares.sum(1, keepdims=True) - truth
        gradient: Matrix = scale * laid.gradient(errors) + PULL * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return index, scale * weights


def telling(laid: Held, truth: Matrix) -> Matrix:
    """Return how freely each feature may weigh (features x 1): more the further its acts are from those of all."""
    counts, usual = laid.gradient(truth), truth.mean(0) + 1e-6
    shares = (counts + 2 * usual) / (counts.sum(1, keepdims=True) + 2)
    scale = np.sqrt(np.maximum((shares * np.log(shares / usual)).sum(1, keepdims=True), 1e-3))
    level: Matrix = scale / np.sqrt((scale[laid.features] ** 2).mean())
    return level.astype(np.float32)


def guess(row: Example, index: dict[str, int], weights: Matrix, book: ActBook) -> str:
    """Return the act that rule or weights give."""
    usual, acts = row.allowed[0], sorted(book.acts)
    summed = weights[[index[f] for f in row.features if f in index]].sum(0)
    totals = {act: float(summed[acts.index(act)]) for act in row.allowed}
    ruled = plain_act(row.features, usual, row.allowed)
    return ruled or weighed_act(totals, usual, set(row.features), book)


def cross_validate(rows: Sequence[Example], wanted: Sequence[Example], book: ActBook) -> list[Match]:
    """Return the pairs of some examples with the act that weights give which were fitted without their conflict."""
    acts, pairs = sorted(book.acts), []
    for fold in folds({row.conflict for row in wanted}):
        index, weights = fit([row for row in rows if row.conflict not in fold], acts)
        for row in wanted:
            if row.conflict in fold:
                gold, found = row.pair
                act = guess(row, index, weights, book)
                pairs.append((gold, replace(found, act=act, polarity=book.polarity(act, found.negated_act))))
    return pairs


def folds(conflicts: Iterable[str]) -> list[set[str]]:
    """Return conflicts in folds: each of the three of the reports alone, the others dealt to a few."""
    alone = [{one} for one in sorted(conflicts) if one in REGIONS]
    others = sorted(set(conflicts) - set(REGIONS))
    return alone + [share for k in range(SHARES) if (share := set(others[k::SHARES]))]


def learned(gold: Iterable[Example]) -> list[Example]:
    """Return the rows to learn from: gold, that of written passages marked as such, and the sayings."""
    marked = [replace(row, features=(*row.features, PASSAGE)) if row.passage else row for row in gold]
    return [*marked, *sayings()]


def write(path: Path, index: dict[str, int], weights: Matrix, acts: Sequence[str]) -> None:
    """Write the weights that matter: a row a feature, a column an act."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle, lineterminator="\n")
        table.writerow(("feature", *acts))
        for feature, number in index.items():
            cells = [f"{weight:.1f}" if abs(weight) >= SMALL else "" for weight in weights[number]]
            if any(cells) and feature != PASSAGE:
                table.writerow((feature, *cells))


def main() -> None:
    """Fit on the folders given and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    book = load().acts
    acts = sorted(book.acts)
    rows = learned(row for data in options.data for row in examples(data, book))
    write(options.out, *fit(rows, acts), acts)


if __name__ == "__main__":
    main()
