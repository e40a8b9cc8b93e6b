"""Fit the weights of evidence for acts: `python -m bench.fit_acts DATA... --out FOLDER` of the codebook.

Beside the folders of gold it learns from `training/acts/sayings.csv`, sentences written and labelled for it.
`python -m bench acts --folds conflict` cross-validates.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from bench.attributed import Match, as_document, matched, scored
from bench.conflicts import REGIONS, conflict_of
from bench.gold import GoldStatement
from bench.softmax import Learnt, Matrix, Rows, fit
from standoff.annotating.annotate import annotate
from standoff.annotating.parsing import language
from standoff.attributing.acts import admitted, plain_act, weighed_act
from standoff.attributing.attribute import Told, attributed
from standoff.attributing.evidence import WORD
from standoff.attributing.spans import find_drafts
from standoff.attributing.talk import OF_TALK
from standoff.codebook.acts import ActBook
from standoff.codebook.load import FOLDER, load
from standoff.codebook.spread import load_spread
from standoff.grounding.ground import ground
from standoff.grounding.places.gazetteer import open_gazetteer

SAYINGS = Path(__file__).parents[1] / "training" / "acts" / "sayings.csv"
PASSAGE = "of a passage"  # what is common in written passages alone; no text of the program has it
FOR_REPORT, FOR_PASSAGE = 2.0, 0.5  # how much a statement of a real report and of a written passage counts
FINE, ROUGH = 2, 1  # digits of the weight of a feature, and of a word that is one of several
SHARES = 4  # folds that the conflicts of passages are dealt to


@dataclass(frozen=True, slots=True)
class Example:
    """Hold one found statement: gold and found, conflict, features, the acts its cue admits, act, what it counts."""

    pair: Match
    conflict: str
    features: tuple[str, ...]
    allowed: tuple[str, ...]
    act: str
    passage: bool = False
    counts: float = FOR_REPORT


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


@cache  # minutes, for every set of gold that is scored
def sayings(path: Path = SAYINGS) -> tuple[Example, ...]:
    """Return the statements of sentences written for fitting, the longest of each that the rules find."""
    model, codebook, gazetteer, found = language.load(), load(), open_gazetteer(), []
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        page = ground(annotate(as_document(path.name, row["text"]), model, codebook), codebook, gazetteer)
        told = [one for one in attributed(page, codebook, find_drafts) if one.statement.parent is None]
        if (one := max(told, key=_length, default=None)) is not None:
            conflict = row["like"] or path.stem  # one in the manner of a report is left out with its conflict
            found.append(_saying(one, row["act"], conflict, codebook.acts))
    return tuple(found)


def _saying(one: Told, act: str, conflict: str, book: ActBook) -> Example:
    """Return a sentence to learn from; that nothing stands around it tells nothing."""
    pair = GoldStatement("", None, (), (), acts=(act,)), one.statement
    told = tuple(feature for feature in one.evidence if not feature.startswith(OF_TALK))
    return Example(pair, conflict, told, admitted(one.draft, book), act, counts=1.0)


def _length(told: Told) -> int:
    """Return how many characters a statement's content has."""
    return sum(span.stop - span.start for span in told.statement.content)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Hold the words that have a vector, and their vectors (words x width), each of length 1."""

    words: dict[str, int]
    vectors: Matrix

    def mean(self, features: Iterable[str]) -> Matrix:
        """Return the mean over the words of a content; one without a vector counts for nothing."""
        words = [feature[len(WORD) :] for feature in features if feature.startswith(WORD)]
        known = [self.words[word] for word in words if word in self.words]
        found: Matrix = self.vectors[known].sum(0) / np.float32(max(len(words), 1))
        return found


@cache
def meanings() -> Meanings:
    """Return the vectors that the language pipeline has of the words that news use (word_spread.csv)."""
    vocab = language.load_bare().vocab
    words = [word for word in sorted(load_spread(FOLDER).shares) if vocab.has_vector(word)]
    vectors = np.array([vocab.get_vector(word) for word in words], np.float32)
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return Meanings({word: number for number, word in enumerate(words)}, vectors / lengths)


def fitted(rows: Sequence[Example], acts: Sequence[str]) -> Learnt:
    """Return what the features and the meaning of the words weigh for each act."""
    vectors = np.array([meanings().mean(row.features) for row in rows], np.float32)
    classes = np.array([acts.index(row.act) for row in rows])
    counts = np.array([row.counts for row in rows], np.float32)
    return fit(Rows([row.features for row in rows], vectors, classes, counts), len(acts))


def guess(row: Example, learnt: Learnt, book: ActBook) -> str:
    """Return the act that rule or weights give."""
    usual, acts = row.allowed[0], sorted(book.acts)
    summed = learnt.totals(row.features, meanings().mean(row.features))
    totals = {act: float(summed[acts.index(act)]) for act in row.allowed}
    ruled = plain_act(row.features, usual, row.allowed)
    return ruled or weighed_act(totals, usual, set(row.features), book)


def cross_validate(rows: Sequence[Example], wanted: Sequence[Example], book: ActBook) -> list[Match]:
    """Return the pairs of some examples with the act that weights give which were fitted without their conflict."""
    acts, pairs = sorted(book.acts), []
    for fold in folds({row.conflict for row in wanted}):
        learnt = fitted([row for row in rows if row.conflict not in fold], acts)
        for row in wanted:
            if row.conflict in fold:
                gold, found = row.pair
                act = guess(row, learnt, book)
                pairs.append((gold, replace(found, act=act, polarity=book.polarity(act, found.negated_act))))
    return pairs


def folds(conflicts: Iterable[str]) -> list[set[str]]:
    """Return conflicts in folds: each of the three of the reports alone, the others dealt to a few."""
    alone = [{one} for one in sorted(conflicts) if one in REGIONS]
    others = sorted(set(conflicts) - set(REGIONS))
    return alone + [share for k in range(SHARES) if (share := set(others[k::SHARES]))]


def learned(gold: Iterable[Example]) -> list[Example]:
    """Return the rows to learn from: gold, that of written passages marked as such, and the sayings."""
    marked = (
        replace(row, features=(*row.features, PASSAGE), counts=FOR_PASSAGE) if row.passage else row for row in gold
    )
    return [*marked, *sayings()]


def write(path: Path, weights: Iterable[tuple[str, Matrix]], acts: Sequence[str], digits: int) -> None:
    """Write the weights that matter, to so many digits, from three of the last on: a row a feature, a column an act."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle, lineterminator="\n")
        table.writerow(("feature", *acts))
        for name, row in weights:
            cells = [f"{weight:.{digits}f}" if abs(weight) >= 3 * 0.1**digits else "" for weight in row]
            if any(cells) and name != PASSAGE:
                table.writerow((name, *cells))


def main() -> None:
    """Fit on the folders given and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    book = load().acts
    acts = sorted(book.acts)
    learnt = fitted(learned(row for data in options.data for row in examples(data, book)), acts)
    write(options.out / "act_weights.csv", zip(learnt.index, learnt.weights, strict=True), acts, FINE)
    alike = meanings().vectors @ learnt.places
    write(options.out / "act_words_alike.csv", zip(meanings().words, alike, strict=True), acts, ROUGH)


if __name__ == "__main__":
    main()
