"""Choose what finds the statements of a gold text: the usual finder, other weights, or those of its fold."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from bench.attributed import Finding
from bench.gold import GoldDocument
from standoff.attributing.attribute import Finder
from standoff.attributing.tagging import finder
from standoff.attributing.tagging import weights as shipped
from standoff.attributing.tagging.combine import UNIVOCAL
from standoff.errors import ModelError
from standoff.settings import read_settings

CONFLICTS = {"karabakh": range(1, 21), "gaza": range(61, 69), "donbas": range(69, 77)}  # numbers of reports


def conflict_of(name: str) -> str | None:
    """Return the conflict of a report named by its number, or nothing."""
    number = Path(name).stem
    return next((c for c, numbers in CONFLICTS.items() if number.isdigit() and int(number) in numbers), None)


def finding(folds: str | None, weights: Path | None) -> Finding:
    """Return what gives the finder of a document; with folds, nothing for a text that is in none."""
    base = weights or shipped.FOLDER

    def find(gold: GoldDocument) -> Finder | None:
        fold = conflict_of(gold.name) if folds else None
        if folds and fold is None:
            return None
        return _loaded(base / fold if fold else base, gold.univocal)

    return find


@cache
def _loaded(folder: Path, univocal: bool) -> finder.Spans:
    """Load a finder once, the tagger alone in PolNeAR's convention where the gold is marked so."""
    way = read_settings().attribution
    spans = finder.load(way, folder)
    if way != finder.RULES and spans.tagger is None and folder != shipped.FOLDER:
        raise ModelError(f"{folder.name}: no weights there; make them with `python -m training.attribution`.")
    if univocal and spans.alone:
        return replace(spans, policy=UNIVOCAL, style=finder.POLNEAR)
    return spans
