"""Fit how much a reading is believed: `python -m training.attribution.fit_belief --polnear FOLDER --into FILE`.

Each attribution that the shipped tagger reads in texts it was not trained on is one row, and whether PolNeAR marks the
same there, linked and with four fifths of the content, is what is to be foreseen. Prints the fair score, each text by
weights that others gave.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.attributed import overlap, scored, touch
from bench.gold import GoldDocument, GoldStatement
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.tagging import weights, whole
from standoff.attributing.tagging.apart import apart
from standoff.attributing.tagging.combine import UNIVOCAL
from standoff.attributing.tagging.finder import read_all
from standoff.attributing.tagging.fitted import Fitted
from standoff.attributing.tagging.tagger import Found, Tagger
from standoff.codebook.acts import ActBook
from training.attribution.fit import Rows, fit

_SHARES = 6
_RIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Read:
    """Hold one text, what was read in it, the signs of each reading, and whether it is right."""

    gold: GoldDocument
    found: tuple[Found, ...]
    signs: tuple[tuple[float, ...], ...]
    right: tuple[bool, ...]

    @property
    def rows(self) -> list[tuple[float, ...]]:
        """Return the rows to fit: the signs and whether it is right."""
        return [(*signs, float(right)) for signs, right in zip(self.signs, self.right, strict=True)]


def read(tagger: Tagger, folder: Path, split: str) -> Iterator[Read]:
    """Yield the texts of a split with what the tagger reads there by PolNeAR's convention."""
    seen: list[tuple[Found, tuple[float, ...]]] = []

    def watch(laid: Sheet, _book: ActBook) -> tuple[Draft, ...]:
        seen[:] = [(one, whole.signs(laid, one)) for one in read_all(laid, tagger, UNIVOCAL.add)]
        return ()

    for item in scored(folder, split, lambda _gold: watch):
        found, signs = tuple(one for one, _ in seen), tuple(row for _, row in seen)
        right = tuple(any(_agree(one, other) for other in item.gold.statements) for one in found)
        yield Read(item.gold, found, signs, right)
        seen.clear()


def _agree(one: Found, gold: GoldStatement) -> bool:
    """Tell whether a reading is what was marked: cue and source touch, contents nearly the same."""
    sources = (
        gold.source is None if one.source is None else gold.source is not None and touch((gold.source,), (one.source,))
    )
    return sources and touch(gold.cue, (one.cue,)) and overlap(gold.content, one.content) >= _RIGHT


def fair(texts: Sequence[Read]) -> float:
    """Return linked F1 where each text is read by weights fitted on others."""
    right = found = 0
    for share in range(_SHARES):
        model = fitted_on([text for at, text in enumerate(texts) if at % _SHARES != share])
        for text in texts[share::_SHARES]:
            sure = {id(one): right for one, right in zip(text.found, text.right, strict=True)}
            chances = (model.chance(signs) for signs in text.signs)
            kept = apart(zip(chances, text.found, strict=True), UNIVOCAL.worth)
            right += sum(sure[id(one)] for one in kept)
            found += len(kept)
    return 2 * right / (found + sum(len(text.gold.statements) for text in texts))


def fitted_on(texts: Sequence[Read]) -> Fitted:
    """Return the regression that some texts give."""
    rows: Rows = np.array([row for text in texts for row in text.rows])
    bias, values = fit(rows)
    return Fitted(bias, tuple(float(value) for value in values))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, fit, print the fair score, and put the weights beside those of the other regressions."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution.fit_belief", description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--split", default="dev", help="a part that the weights were not trained on")
    parser.add_argument("--into", type=Path, required=True, help="fitted.json of the package")
    options = parser.parse_args(arguments)
    texts = list(read(weights.load(), options.polnear, options.split))
    print(f"linked F1, each text by weights that others gave: {fair(texts):.4f}")
    model = fitted_on(texts)
    by_name = {name: round(value, 4) for name, value in zip(whole.FEATURES, model.weights, strict=True)}
    known = json.loads(options.into.read_text(encoding="utf-8"))
    known["belief"] = {"bias": round(model.bias, 4), "weights": by_name}
    options.into.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
