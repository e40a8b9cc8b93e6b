"""Fit when the tagger need not look: `python -m training.attribution.fit --gold FOLDER... --folds FOLDER --into FILE`.

Each sentence that it read is one row of the gate, and whether anything changed in it is what is to be foreseen; so with
each cue that it looked at again. Real reports are read with the weights of their fold, other texts with those shipped.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.attributed import scored
from bench.attribution_folds import CONFLICTS, conflict_of
from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.tagging import gate, sight, weights
from standoff.attributing.tagging.combine import DEFAULT, combined
from standoff.attributing.tagging.finder import signed, wanted
from standoff.attributing.tagging.sight import Asked, Sight
from standoff.attributing.tagging.tagger import Tagger
from standoff.codebook.acts import ActBook

_RIDGE, _STEPS, _SHARES = 1e-3, 30, 5
Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Watched:
    """Find drafts as the program does, but reading every window and every cue, and keep rows of what changed."""

    tagger: Tagger
    gates: list[tuple[float, ...]] = field(default_factory=list)
    sights: list[tuple[float, ...]] = field(default_factory=list)

    def __call__(self, laid: Sheet, book: ActBook) -> tuple[Draft, ...]:
        """Return the drafts of a page; each row ends with 1 where the tagger changed something, 0 elsewhere."""

        def revise(marked: Sheet, cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
            looked: dict[int, tuple[float, ...]] = {}

            def look(at: Sight, asked: Asked, chance: float) -> bool:
                given = sight.features(at, asked, chance)
                if given is not None:
                    looked[asked.cue[0]] = given
                return False

            asking = replace(wanted(marked, book, (cues, drafts), DEFAULT), bears_out=look)
            cut = list(signed(marked, cues))
            found = combined(marked, book, (cues, drafts), self.tagger.read(cut, asking), DEFAULT)
            changed = _changed(marked, drafts, found)
            seen = gate.account(marked, cues, drafts)
            for window in cut:
                parts = gate.sentences(seen, window)
                for (first, after), row in zip(parts, gate.features(seen, window, parts), strict=True):
                    inside = any(window.starts[first] <= place < window.stops[after - 1] for place in changed)
                    self.gates.append((*row, float(inside)))
            self.sights.extend((*given, float(changed.get(place, False))) for place, given in looked.items())
            return found

        return find_drafts(laid, book, revise)


def _changed(laid: Sheet, before: Sequence[Draft], after: Sequence[Draft]) -> dict[int, bool]:
    """Return where cues of drafts begin that were changed, and whether in content or source."""
    ruled, read = ({draft.cue.head: (draft.content, draft.voice) for draft in drafts} for drafts in (before, after))
    heads = [head for head in {*ruled, *read} if ruled.get(head) != read.get(head)]
    return {laid.parse.starts[head]: head in ruled and head in read for head in heads}


def fit(rows: Rows) -> tuple[float, Rows]:
    """Return bias and weights of a logistic regression by Newton's method; the last column is what is foreseen."""
    given, happened = rows[:, :-1], rows[:, -1]
    middle, spread = given.mean(0), given.std(0) + 1e-9
    table = np.c_[(given - middle) / spread, np.ones(len(given))]
    pull = _RIDGE * len(given) * np.r_[np.ones(len(middle)), 1e-9]
    found = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-table @ found))
        bent = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(pull)
        found -= np.linalg.solve(bent, table.T @ (chance - happened) + pull * found)
    scaled = found[:-1] / spread
    return float(found[-1] - scaled @ middle), scaled


def report(name: str, rows: Rows) -> None:
    """Print, by cross-validation, what share of changes is missed where so much is left out."""
    shares = np.arange(len(rows)) * _SHARES // len(rows)  # neighbours together, for they are of one text
    chances = np.zeros(len(rows))
    for share in range(_SHARES):
        bias, found = fit(rows[shares != share])
        chances[shares == share] = 1 / (1 + np.exp(-(bias + rows[shares == share, :-1] @ found)))
    for least in (0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2):
        under = chances < least
        print(
            f"{name}: below {least} {under.mean():.3f} left out, {rows[under, -1].sum() / rows[:, -1].sum():.3f} missed"
        )


def regressions(kept: Watched) -> dict[str, dict[str, object]]:
    """Return the regressions by name, rounded, after a report of each."""
    found: dict[str, dict[str, object]] = {}
    for name, names, rows in (("gate", gate.FEATURES, kept.gates), ("sight", sight.FEATURES, kept.sights)):
        table = np.array(rows)
        report(name, table)
        bias, values = fit(table)
        by_name = {feature: round(float(value), 4) for feature, value in zip(names, values, strict=True)}
        found[name] = {"bias": round(bias, 4), "weights": by_name}
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the gold folders, fit, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution.fit", description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="folders of marked texts")
    parser.add_argument("--split", help="the part of those that have parts", default="dev")
    parser.add_argument("--folds", type=Path, required=True, help="folder with the weights of each conflict left out")
    parser.add_argument("--into", type=Path, required=True, help="fitted.json of the package")
    options = parser.parse_args(arguments)
    kept = Watched(weights.load())
    watched = {name: replace(kept, tagger=weights.load(options.folds / name)) for name in CONFLICTS}
    for folder in options.gold:
        split = options.split if (folder / "data" / options.split).exists() else None
        for _ in scored(folder, split, lambda gold: watched.get(conflict_of(gold.name) or "", kept)):
            pass
    known = json.loads(options.into.read_text(encoding="utf-8")) | regressions(kept)
    options.into.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
