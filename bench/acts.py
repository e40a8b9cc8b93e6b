"""Score acts, polarity and negated acts over the statements found at IoU .3 or more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench.attributed import Match, matched, scored
from bench.report import Report, label
from standoff.codebook.acts import ActBook
from standoff.codebook.load import load


def run(data: Path, split: str | None, folds: str | None = None) -> Report:
    """Score the acts of the statements found in a gold folder; `n` counts those found.

    With `folds`, each act is the one that weights give which were fitted on this folder and those beside it without
    the conflict scored.
    """
    book, pairs = load().acts, []
    if folds:
        from bench.fit_acts import cross_validate, examples, learned  # which imports numpy

        rows = {folder: list(examples(folder, book)) for folder in (data, *_beside(data))}
        pairs = cross_validate(learned(row for found in rows.values() for row in found), rows[data], book)
        return Report("acts", label(data), len(pairs), metrics(pairs, book))
    for item in scored(data, split):
        pairs += [pair for pair in matched(item.gold.statements, item.found, 0.3) if pair[0].acts]
    return Report("acts", label(data), len(pairs), metrics(pairs, book))


def _beside(data: Path) -> list[Path]:
    """Return the other folders of gold beside one."""
    return [one for name in ("real", "written") if (one := data.parent / name).exists() and one != data]


def metrics(pairs: list[Match], book: ActBook) -> dict[str, float]:
    """Return accuracy and macro-F1 of acts, accuracy of polarity, and F1 of negated acts."""
    names = {other: act.id for act in book.acts.values() for other in act.also}
    acts = [(names.get(gold.acts[0], gold.acts[0]), found.act) for gold, found in pairs]
    loose = [found.act in {names.get(act, act) for act in gold.acts} for gold, found in pairs]
    polarity = [
        book.polarity(wanted, gold.negated) == found.polarity
        for (gold, found), (wanted, _) in zip(pairs, acts, strict=True)
        if wanted in book.acts
    ]
    return {
        "accuracy": _mean([wanted == given for wanted, given in acts]),
        "any_of_accuracy": _mean(loose),
        "macro_f1": macro_f1(acts),
        "polarity": _mean(polarity),
        "negated_f1": _f1([(gold.negated, found.negated_act) for gold, found in pairs]),
    }


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Return the mean F1 over the acts that the gold holds."""
    right = Counter(wanted for wanted, given in pairs if wanted == given)
    wanted, given = Counter(w for w, _ in pairs), Counter(g for _, g in pairs)
    return _mean([2 * right[act] / (wanted[act] + given[act]) for act in wanted])


def _f1(pairs: list[tuple[bool, bool]]) -> float:
    """Return the F1 of a yes-or-no field."""
    both = sum(1 for wanted, given in pairs if wanted and given)
    either = sum(wanted + given for wanted, given in pairs)
    return 2 * both / either if either else 0.0


def _mean(values: list[bool] | list[float]) -> float:
    """Return the mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
